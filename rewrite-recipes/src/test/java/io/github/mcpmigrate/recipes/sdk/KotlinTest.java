package io.github.mcpmigrate.recipes.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openrewrite.kotlin.Assertions.kotlin;

import io.github.mcpmigrate.FindLegacySse;
import io.github.mcpmigrate.recipes.SdkJars;
import io.github.mcpmigrate.table.LegacySseUses;
import org.junit.jupiter.api.Test;
import org.openrewrite.kotlin.KotlinParser;
import org.openrewrite.test.RecipeSpec;
import org.openrewrite.test.RewriteTest;

/** Kotlin sources: builder and constructor calls of clients and servers. */
class KotlinTest implements RewriteTest {

  @Override
  public void defaults(RecipeSpec spec) {
    spec.recipe(new SseClientToStreamable(null, null, null))
        .parser(KotlinParser.builder().classpath(SdkJars.LEGACY));
  }

  @Test
  void theBuilderOfAClient() {
    rewriteRun(
        kotlin(
            """
            import io.modelcontextprotocol.client.McpClient
            import io.modelcontextprotocol.client.McpSyncClient
            import io.modelcontextprotocol.client.transport.HttpClientSseClientTransport

            fun connect(base: String): McpSyncClient {
                val transport = HttpClientSseClientTransport.builder(base)
                    .sseEndpoint("/sse")
                    .build()
                return McpClient.sync(transport).build()
            }
            """,
            """
            import io.modelcontextprotocol.client.McpClient
            import io.modelcontextprotocol.client.McpSyncClient
            import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport

            fun connect(base: String): McpSyncClient {
                val transport = HttpClientStreamableHttpTransport.builder(base)
                    .endpoint("/mcp")
                    .build()
                return McpClient.sync(transport).build()
            }
            """));
  }

  @Test
  void theConstructorOfAClient() {
    rewriteRun(
        kotlin(
            """
            import io.modelcontextprotocol.client.transport.HttpClientSseClientTransport

            class Client {
                val transport = HttpClientSseClientTransport("http://localhost:8080")
            }
            """,
            """
            import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport

            class Client {
                val transport = HttpClientStreamableHttpTransport.builder("http://localhost:8080").build()
            }
            """));
  }

  @Test
  void aTrailingLambdaStays() {
    rewriteRun(
        kotlin(
            """
            import io.modelcontextprotocol.client.transport.HttpClientSseClientTransport

            class Client {
                val transport = HttpClientSseClientTransport.builder("http://localhost:8080")
                    .customizeRequest { it.header("A", "b") }
                    .build()
            }
            """,
            """
            import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport

            class Client {
                val transport = HttpClientStreamableHttpTransport.builder("http://localhost:8080")
                    .customizeRequest { it.header("A", "b") }
                    .build()
            }
            """));
  }

  @Test
  void aBuilderThatIsAppliedMoves() {
    rewriteRun(
        kotlin(
            """
            import io.modelcontextprotocol.client.transport.HttpClientSseClientTransport

            class Client {
                val transport = HttpClientSseClientTransport.builder("http://localhost:8080")
                    .apply { sseEndpoint("/sse") }
                    .build()
            }
            """,
            """
            import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport

            class Client {
                val transport = HttpClientStreamableHttpTransport.builder("http://localhost:8080")
                    .apply { endpoint("/mcp") }
                    .build()
            }
            """));
  }

  @Test
  void aTemplateIsNotTouched() {
    rewriteRun(
        kotlin(
            """
            import io.modelcontextprotocol.client.transport.HttpClientSseClientTransport

            fun connect(tenant: String): Any {
                return HttpClientSseClientTransport.builder("http://localhost:8080").sseEndpoint("/$tenant/sse").build()
            }
            """,
            """
            import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport

            fun connect(tenant: String): Any {
                // TODO mcp-migrate: this has to be the server's MCP endpoint, such as /mcp, and no longer its HTTP+SSE endpoint
                return HttpClientStreamableHttpTransport.builder("http://localhost:8080").endpoint("/$tenant/sse").build()
            }
            """));
  }

  @Test
  void aSubclassStays() {
    rewriteRun(
        kotlin(
            """
            import io.modelcontextprotocol.client.transport.HttpClientSseClientTransport

            class Own : HttpClientSseClientTransport("http://localhost:8080")
            """,
            """
            import io.modelcontextprotocol.client.transport.HttpClientSseClientTransport

            // TODO mcp-migrate: Own extends HttpClientSseClientTransport; HttpClientStreamableHttpTransport cannot be extended: keep it in a field and delegate to it
            class Own : HttpClientSseClientTransport("http://localhost:8080")
            """));
  }

  @Test
  void otherKotlinIsNotTouched() {
    rewriteRun(
        kotlin(
            """
            class HttpClientSseClientTransport(val url: String)

            val transport = HttpClientSseClientTransport("http://localhost:8080/sse")
            """));
  }

  @Test
  void findingsNameTheLine() {
    rewriteRun(
        spec ->
            spec.recipe(new FindLegacySse())
                .dataTable(
                    LegacySseUses.Row.class,
                    rows ->
                        assertThat(rows)
                            .extracting(row -> row.getLine() + " " + row.getAction())
                            .containsExactly("3 changed")),
        kotlin(
            """
            import io.modelcontextprotocol.client.transport.HttpClientSseClientTransport

            val transport = HttpClientSseClientTransport.builder("http://localhost:8080").build()
            """));
  }

  @Test
  void aServerInMain() {
    rewriteRun(
        spec -> spec.recipe(new SseServerToStreamable(null, null)),
        kotlin(
            """
            import com.fasterxml.jackson.databind.ObjectMapper
            import io.modelcontextprotocol.server.McpServer
            import io.modelcontextprotocol.server.transport.HttpServletSseServerTransportProvider

            fun main() {
                val transport = HttpServletSseServerTransportProvider(ObjectMapper(), "/message", "/sse")
                McpServer.sync(transport).serverInfo("a", "1").build()
            }
            """,
            """
            import io.modelcontextprotocol.server.McpServer
            import io.modelcontextprotocol.server.transport.HttpServletStreamableServerTransportProvider

            fun main() {
                val transport = HttpServletStreamableServerTransportProvider.builder()
                    .mcpEndpoint("/mcp")
                    .build()
                McpServer.sync(transport).serverInfo("a", "1").build()
            }
            """));
  }

  @Test
  void theBuilderOfAServer() {
    rewriteRun(
        spec -> spec.recipe(new SseServerToStreamable(null, null)),
        kotlin(
            """
            import io.modelcontextprotocol.server.transport.HttpServletSseServerTransportProvider

            class Server {
                private val transport: HttpServletSseServerTransportProvider = HttpServletSseServerTransportProvider.builder()
                    .sseEndpoint("/sse")
                    .messageEndpoint("/message")
                    .build()
            }
            """,
            """
            import io.modelcontextprotocol.server.transport.HttpServletStreamableServerTransportProvider

            class Server {
                private val transport: HttpServletStreamableServerTransportProvider = HttpServletStreamableServerTransportProvider.builder()
                    .mcpEndpoint("/mcp")
                    .build()
            }
            """));
  }

  @Test
  void anOwnMapperIsWrapped() {
    rewriteRun(
        kotlin(
            """
            import com.fasterxml.jackson.databind.ObjectMapper
            import io.modelcontextprotocol.client.transport.HttpClientSseClientTransport

            import java.net.http.HttpClient

            fun connect(url: String, mapper: ObjectMapper): Any {
                return HttpClientSseClientTransport(HttpClient.newBuilder(), url, "/sse", mapper)
            }
            """,
            """
            import com.fasterxml.jackson.databind.ObjectMapper
            import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport
            import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper

            import java.net.http.HttpClient

            fun connect(url: String, mapper: ObjectMapper): Any {
                return HttpClientStreamableHttpTransport.builder(url)
                    .clientBuilder(HttpClient.newBuilder())
                    .endpoint("/mcp")
                    .jsonMapper(JacksonMcpJsonMapper(mapper))
                    .build()
            }
            """));
  }

  @Test
  void doesNotTouchClientsOnStreamableHttp() {
    rewriteRun(
        kotlin(
            """
            import io.modelcontextprotocol.client.transport.StdioClientTransport

            fun name(transport: StdioClientTransport) = transport.toString()
            """));
  }

  @Test
  void doesNotTouchTheContract() {
    rewriteRun(
        kotlin(
            """
            import io.modelcontextprotocol.client.McpClient
            import io.modelcontextprotocol.spec.McpClientTransport

            fun connect(transport: McpClientTransport) = McpClient.sync(transport).build()
            """));
  }

  @Test
  void doesNotTouchAClassOfTheSameName() {
    rewriteRun(
        kotlin(
            """
            package com.example

            class HttpClientSseClientTransport(val url: String) {
                fun sseEndpoint(path: String) = url + path
            }

            val endpoint = HttpClientSseClientTransport("http://localhost").sseEndpoint("/sse")
            """));
  }

  @Test
  void doesNotTouchPathsOfSomethingElse() {
    rewriteRun(
        kotlin(
            """
            const val EVENTS = "/sse"

            fun events(base: String) = "$base$EVENTS"
            """));
  }

  @Test
  void doesNotTouchAnExtensionOfTheSameName() {
    rewriteRun(
        kotlin(
            """
            fun String.sseEndpoint(path: String): String = this + path

            val url = "http://localhost".sseEndpoint("/sse")
            """));
  }

  @Test
  void doesNotTouchComments() {
    rewriteRun(
        kotlin(
            """
            // val transport = HttpClientSseClientTransport("http://localhost:8080")
            val transport = "HttpClientSseClientTransport"
            """));
  }

  @Test
  void doesNotTouchAnEnumOfTransports() {
    rewriteRun(
        kotlin(
            """
            enum class Transport { SSE, STREAMABLE }

            fun path(transport: Transport) = when (transport) {
                Transport.SSE -> "/sse"
                Transport.STREAMABLE -> "/mcp"
            }
            """));
  }
}
