/** One fixture server with every MCP feature, behind any provider, container and SDK line. */
package io.github.mcpmigrate.samples.everything;
