/** Applications on either line of Spring Boot, driven by the MCP Java SDK's own clients. */
package io.github.mcpmigrate.compat.boot;
