/**
 * One class per era of the MCP specification: headers, statuses, which lane a message goes to, and
 * what a lost wire means. Nothing here knows where the server is.
 */
package io.github.mcpmigrate.compat.transport;
