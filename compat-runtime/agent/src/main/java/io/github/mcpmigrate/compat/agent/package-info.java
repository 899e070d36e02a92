/**
 * What an application can see of the agent: its entry, and the one class that woven providers ask
 * for. Everything else lies in folders of the jar that only {@link
 * io.github.mcpmigrate.compat.agent.HiddenLoader} reads.
 */
package io.github.mcpmigrate.compat.agent;
