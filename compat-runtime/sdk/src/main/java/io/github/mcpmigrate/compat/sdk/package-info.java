/**
 * The MCP Java SDK as backend: the transport providers that {@code McpServer.sync(..)} and {@code
 * McpServer.async(..)} take, and what connects the SDK's sessions to the engine. One artifact for
 * the SDK lines 0.18, 1.1 and 2.1.
 */
package io.github.mcpmigrate.compat.sdk;
