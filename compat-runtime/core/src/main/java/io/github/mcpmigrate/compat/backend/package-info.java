/**
 * MCP servers that were written by hand, as backend: {@code JsonRpcHandler} is all that such a
 * server has to be, one JSON-RPC message in, messages out. Transports, sessions, ids and versions
 * are the engine's.
 */
package io.github.mcpmigrate.compat.backend;
