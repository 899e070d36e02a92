/**
 * The MCP Java SDK, {@code io.modelcontextprotocol.sdk}, 0.7 to 2.1: its transports, and the calls
 * that stop compiling on the way up.
 *
 * <p>A move looks at the whole project first ({@link
 * io.github.mcpmigrate.recipes.sdk.ServerProviderUses}) and edits everything or, with a {@code TODO
 * mcp-migrate:} comment, nothing.
 *
 * <p>The upgrade goes call by call: {@link io.github.mcpmigrate.recipes.sdk.McpSdkSteps} are
 * written in YAML, of recipes that replace a call ({@link
 * io.github.mcpmigrate.recipes.sdk.ReplaceCall}), adapt a handler or a value, or leave a comment
 * ({@link io.github.mcpmigrate.recipes.sdk.ReportRemovedApi}).
 */
package io.github.mcpmigrate.recipes.sdk;
