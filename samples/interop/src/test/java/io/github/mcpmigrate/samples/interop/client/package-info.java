/**
 * Java clients, each told by the scenario list what to show of a server. The one of the MCP Java
 * SDK uses only what lines 0.10 to 2.1 have in common, or what the line at hand has, so that one
 * set of class files links with each of them.
 */
package io.github.mcpmigrate.samples.interop.client;
