/** Clients of AgentScope, whose builder has had both transports since 1.0.0. */
package io.github.mcpmigrate.recipes.agentscope;
