/**
 * Servers that speak HTTP+SSE without the MCP Java SDK: an event stream whose first event names
 * where to post, a map of streams by session id, and a handler of those posts. They are known by
 * what they do, whatever their classes are called.
 */
package io.github.mcpmigrate.recipes.handwritten;
