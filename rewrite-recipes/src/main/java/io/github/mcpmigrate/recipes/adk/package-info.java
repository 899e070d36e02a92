/**
 * Clients of the Agent Development Kit of Google, which has Streamable HTTP beside HTTP+SSE from
 * 0.3.0 on.
 */
package io.github.mcpmigrate.recipes.adk;
