package io.github.mcpmigrate.recipes.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openrewrite.kotlin.Assertions.kotlin;

import io.github.mcpmigrate.recipes.SdkJars;
import io.github.mcpmigrate.table.LegacySseUses;
import org.junit.jupiter.api.Test;
import org.openrewrite.kotlin.KotlinParser;
import org.openrewrite.test.RecipeSpec;
import org.openrewrite.test.RewriteTest;

/** What the upgrade of the SDK does to Kotlin sources. */
class McpSdkInKotlinTest implements RewriteTest {

  @Override
  public void defaults(RecipeSpec spec) {
    spec.recipe(new UpgradeMcpSdkSources("1.1.5"))
        .parser(KotlinParser.builder().classpath(SdkJars.LEGACY));
  }

  @Test
  void aClientIsBuilt() {
    rewriteRun(
        kotlin(
            """
            import io.modelcontextprotocol.client.transport.HttpClientSseClientTransport

            val transport = HttpClientSseClientTransport("http://localhost:8080")
            """,
            """
            import io.modelcontextprotocol.client.transport.HttpClientSseClientTransport

            val transport = HttpClientSseClientTransport.builder("http://localhost:8080").build()
            """));
  }

  @Test
  void aServerIsBuilt() {
    rewriteRun(
        kotlin(
            """
            import com.fasterxml.jackson.databind.ObjectMapper
            import io.modelcontextprotocol.server.McpServer
            import io.modelcontextprotocol.server.transport.HttpServletSseServerTransportProvider

            fun main() {
                val transport = HttpServletSseServerTransportProvider(ObjectMapper(), "/message", "/events")
                McpServer.sync(transport).serverInfo("a", "1").build()
            }
            """,
            """
            import io.modelcontextprotocol.server.McpServer
            import io.modelcontextprotocol.server.transport.HttpServletSseServerTransportProvider

            fun main() {
                val transport = HttpServletSseServerTransportProvider.builder()
                    .sseEndpoint("/events")
                    .messageEndpoint("/message")
                    .build()
                McpServer.sync(transport).serverInfo("a", "1").build()
            }
            """));
  }

  @Test
  void typesHaveTheNamesOfToday() {
    rewriteRun(
        kotlin(
            """
            import io.modelcontextprotocol.server.transport.WebMvcSseServerTransportProvider

            class Config(private val transport: WebMvcSseServerTransportProvider)
            """,
            """
            import org.springframework.ai.mcp.server.webmvc.transport.WebMvcSseServerTransportProvider

            class Config(private val transport: WebMvcSseServerTransportProvider)
            """));
  }

  @Test
  void whatStaysIsSaid() {
    rewriteRun(
        spec ->
            spec.dataTable(
                LegacySseUses.Row.class,
                rows ->
                    assertThat(rows)
                        .extracting(row -> row.getLine() + " " + row.getAction())
                        .containsExactly("8 manual")),
        kotlin(
            """
            import io.modelcontextprotocol.server.McpServer
            import io.modelcontextprotocol.spec.McpSchema.CallToolResult
            import io.modelcontextprotocol.spec.McpSchema.Tool
            import io.modelcontextprotocol.spec.McpServerTransportProvider

            class Server {
                fun start(transport: McpServerTransportProvider, tool: Tool, result: CallToolResult) {
                    McpServer.sync(transport).tool(tool) { _, _ -> result }.build()
                }
            }
            """,
            """
            import io.modelcontextprotocol.server.McpServer
            import io.modelcontextprotocol.spec.McpSchema.CallToolResult
            import io.modelcontextprotocol.spec.McpSchema.Tool
            import io.modelcontextprotocol.spec.McpServerTransportProvider

            class Server {
                fun start(transport: McpServerTransportProvider, tool: Tool, result: CallToolResult) {
                    // TODO mcp-migrate: since SDK 1.0 a tool's handler gets the CallToolRequest, and asks it for its arguments()
                    McpServer.sync(transport).tool(tool) { _, _ -> result }.build()
                }
            }
            """));
  }

  @Test
  void doesNotTouchCurrentCode() {
    rewriteRun(
        spec -> spec.parser(KotlinParser.builder().classpath(SdkJars.sdk("1.1"))),
        kotlin(
            """
            import io.modelcontextprotocol.client.transport.HttpClientSseClientTransport
            import io.modelcontextprotocol.server.transport.HttpServletSseServerTransportProvider

            val client = HttpClientSseClientTransport.builder("http://localhost:8080").build()
            val server = HttpServletSseServerTransportProvider.builder().messageEndpoint("/message").build()
            """));
  }

  @Test
  void doesNotTouchClassesOfTheSameName() {
    rewriteRun(
        kotlin(
            """
            package com.example

            class HttpClientSseClientTransport(val url: String)

            val transport = HttpClientSseClientTransport("http://localhost:8080")
            """));
  }

  @Test
  void doesNotTouchOtherKotlin() {
    rewriteRun(
        kotlin(
            """
            class Tool(val name: String, val description: String)

            fun tool(call: (String) -> String) = call("a")

            val tool = Tool("add", tool { it })
            """));
  }

  @Test
  void doesNotTouchTheMethodsThatTakeTheSdksTypes() {
    rewriteRun(
        kotlin(
            """
            import io.modelcontextprotocol.spec.McpSchema.Tool

            fun nameOf(tool: Tool): String = tool.name()
            """));
  }
}
