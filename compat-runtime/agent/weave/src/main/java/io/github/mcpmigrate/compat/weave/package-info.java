/**
 * Puts calls to the compat runtime into the HTTP+SSE providers of the MCP Java SDK: bytes in, bytes
 * out. It knows the shape of those classes, and nothing of what the calls do.
 */
package io.github.mcpmigrate.compat.weave;
