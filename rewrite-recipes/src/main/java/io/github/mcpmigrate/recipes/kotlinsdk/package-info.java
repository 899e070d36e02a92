/** The MCP Kotlin SDK and Koog, which is built on it: found and explained, not edited. */
package io.github.mcpmigrate.recipes.kotlinsdk;
