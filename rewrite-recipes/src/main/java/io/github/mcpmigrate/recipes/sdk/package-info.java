/**
 * The MCP Java SDK, {@code io.modelcontextprotocol.sdk}, 0.8 to 2.1: servers on its servlet
 * provider, and the calls that stop compiling on the way to 0.18.
 *
 * <p>A move looks at the whole project first ({@link
 * io.github.mcpmigrate.recipes.sdk.ServerProviderUses}) and edits everything or, with a {@code TODO
 * mcp-migrate:} comment, nothing.
 */
package io.github.mcpmigrate.recipes.sdk;
