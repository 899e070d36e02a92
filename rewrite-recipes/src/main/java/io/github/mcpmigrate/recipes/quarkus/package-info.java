/**
 * Quarkus' MCP server, which from 1.2 on serves Streamable HTTP and HTTP+SSE side by side: its
 * artifact and keys have other names since 1.8, and what names its paths has to name one more.
 */
package io.github.mcpmigrate.recipes.quarkus;
