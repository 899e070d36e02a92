/**
 * What a door implements to let a web stack in: one exchange with one answer. A door knows bytes
 * and headers and no MCP.
 */
package io.github.mcpmigrate.compat.door;
