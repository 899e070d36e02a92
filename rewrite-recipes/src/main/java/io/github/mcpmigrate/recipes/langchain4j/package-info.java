/** LangChain4j's MCP client, whose HTTP+SSE transport is gone from 1.19.0-beta29 on. */
package io.github.mcpmigrate.recipes.langchain4j;
