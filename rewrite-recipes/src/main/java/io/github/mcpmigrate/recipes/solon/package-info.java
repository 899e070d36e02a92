/**
 * Servers and clients of Solon, which has had Streamable HTTP as a channel beside HTTP+SSE since
 * 3.5.0.
 */
package io.github.mcpmigrate.recipes.solon;
