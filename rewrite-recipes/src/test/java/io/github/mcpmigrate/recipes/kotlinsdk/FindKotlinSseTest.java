package io.github.mcpmigrate.recipes.kotlinsdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openrewrite.kotlin.Assertions.kotlin;

import io.github.mcpmigrate.table.LegacySseUses;
import io.github.mcpmigrate.table.LegacySseUses.Row;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openrewrite.DocumentExample;
import org.openrewrite.test.RecipeSpec;
import org.openrewrite.test.RewriteTest;
import org.openrewrite.test.SourceSpecs;

/** Uses of the Kotlin SDK and of Koog. */
class FindKotlinSseTest implements RewriteTest {

  @Override
  public void defaults(RecipeSpec spec) {
    spec.recipe(new FindKotlinSse(true));
  }

  /** What the code calls, with the signatures of the released jars: SDK 0.16.0 and Koog 0.8.0. */
  private static SourceSpecs[] with(SourceSpecs... sources) {
    return Stream.concat(
            Stream.of(
                kotlin("package io.ktor.client\n\nclass HttpClient\n"),
                kotlin("package io.ktor.server.sse\n\nclass ServerSSESession\n"),
                kotlin(
                    """
                    package io.ktor.server.routing

                    import io.ktor.server.application.Application

                    class Route

                    fun Application.routing(configuration: Route.() -> Unit) {}
                    """),
                kotlin("package io.ktor.server.application\n\nclass Application\n"),
                kotlin(
                    """
                    package io.ktor.server.auth

                    import io.ktor.server.routing.Route

                    fun Route.authenticate(build: Route.() -> Unit) {}
                    """),
                kotlin(
                    """
                    package io.modelcontextprotocol.kotlin.sdk.server

                    import io.ktor.server.application.Application
                    import io.ktor.server.routing.Route
                    import io.ktor.server.sse.ServerSSESession

                    class Server

                    fun Route.mcp(path: String, block: ServerSSESession.() -> Server) {}

                    fun Route.mcp(block: ServerSSESession.() -> Server) {}

                    fun Application.mcp(block: ServerSSESession.() -> Server) {}

                    fun Application.mcpStreamableHttp(path: String = "/mcp", block: Any.() -> Server) {}
                    """),
                kotlin(
                    """
                    package io.modelcontextprotocol.kotlin.sdk.client

                    import io.ktor.client.HttpClient

                    class SseClientTransport(client: HttpClient, urlString: String?)

                    fun HttpClient.mcpSseTransport(urlString: String? = null) = SseClientTransport(this, urlString)

                    suspend fun HttpClient.mcpSse(urlString: String? = null) = Any()
                    """),
                kotlin(
                    """
                    package ai.koog.agents.mcp

                    object McpToolRegistryProvider {
                        fun defaultSseTransport(url: String): Any = url

                        suspend fun fromSseUrl(url: String): Any = url

                        suspend fun fromTransport(transport: Any): Any = transport
                    }
                    """)),
            Stream.of(sources))
        .toArray(SourceSpecs[]::new);
  }

  private static String todo(KotlinCall call) {
    return "// TODO mcp-migrate: " + call.advice();
  }

  @DocumentExample
  @Test
  void aServerOfTheApplication() {
    String code =
        """
        import io.ktor.server.application.Application
        import io.modelcontextprotocol.kotlin.sdk.server.Server
        import io.modelcontextprotocol.kotlin.sdk.server.mcp

        fun Application.module(server: Server) {
            %smcp { server }
        }
        """;
    rewriteRun(
        spec ->
            spec.dataTable(
                Row.class,
                rows ->
                    assertThat(rows)
                        .extracting(row -> row.getLine() + " " + row.getAction())
                        .containsExactly("6 manual")),
        with(kotlin(code.formatted(""), code.formatted(todo(KotlinCall.SERVER) + "\n    "))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "routing {\n        %smcp(\"/sse\") { server }\n    }",
        "routing {\n        %smcp { server }\n    }",
        "routing {\n        authenticate {\n            %smcp { server }\n        }\n    }",
      })
  void aServerOfARoute(String body) {
    String code =
        """
        import io.ktor.server.application.Application
        import io.ktor.server.auth.authenticate
        import io.ktor.server.routing.routing
        import io.modelcontextprotocol.kotlin.sdk.server.Server
        import io.modelcontextprotocol.kotlin.sdk.server.mcp

        fun Application.module(server: Server) {
            BODY
        }
        """
            .replace("BODY", body);
    String indent = body.contains("authenticate") ? "            " : "        ";
    rewriteRun(
        with(kotlin(code.formatted(""), code.formatted(todo(KotlinCall.ROUTE) + "\n" + indent))));
  }

  @ParameterizedTest
  @CsvSource({
    "CLIENT, io.modelcontextprotocol.kotlin.sdk.client.mcpSse, 'http.mcpSse(\"http://localhost:8080/sse\")'",
    "CLIENT_TRANSPORT, io.modelcontextprotocol.kotlin.sdk.client.mcpSseTransport, 'http.mcpSseTransport(\"http://localhost:8080/sse\")'",
    "CLIENT_CLASS, io.modelcontextprotocol.kotlin.sdk.client.SseClientTransport, 'SseClientTransport(http, \"http://localhost:8080/sse\")'",
    "KOOG_URL, ai.koog.agents.mcp.McpToolRegistryProvider, 'McpToolRegistryProvider.fromSseUrl(\"http://localhost:8080\")'",
    "KOOG_TRANSPORT, ai.koog.agents.mcp.McpToolRegistryProvider, 'McpToolRegistryProvider.defaultSseTransport(\"http://localhost:8080\")'",
  })
  void clients(KotlinCall call, String imported, String use) {
    String code =
        """
        import io.ktor.client.HttpClient
        import %s

        suspend fun client(http: HttpClient) {
            %sprintln(%s)
        }
        """;
    rewriteRun(
        with(
            kotlin(
                code.formatted(imported, "", use),
                code.formatted(imported, todo(call) + "\n    ", use))));
  }

  @Test
  void rowsAloneWithoutTheOption() {
    rewriteRun(
        spec ->
            spec.recipe(new FindKotlinSse(null))
                .dataTable(Row.class, rows -> assertThat(rows).hasSize(1)),
        with(
            kotlin(
                """
                import ai.koog.agents.mcp.McpToolRegistryProvider

                suspend fun tools() = McpToolRegistryProvider.fromSseUrl("http://localhost:8080")
                """)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "import io.modelcontextprotocol.kotlin.sdk.server.Server\n\nfun mcp(block: () -> Unit) = block()\n\nfun own(server: Server) = mcp { println(server) }\n",
        "fun mcpSse(url: String) = url\n\nval own = mcpSse(\"http://localhost:8080/sse\")\n",
        "class Tools {\n    fun fromSseUrl(url: String) = url\n\n    val own = fromSseUrl(\"/sse\")\n}\n",
        "import io.ktor.server.application.Application\nimport io.modelcontextprotocol.kotlin.sdk.server.Server\nimport io.modelcontextprotocol.kotlin.sdk.server.mcpStreamableHttp\n\nfun Application.moved(server: Server) {\n    mcpStreamableHttp { server }\n}\n",
        "import ai.koog.agents.mcp.McpToolRegistryProvider\n\nsuspend fun tools(stdio: Any) = McpToolRegistryProvider.fromTransport(stdio)\n",
      })
  void doesNotTouch(String code) {
    rewriteRun(
        spec ->
            spec.afterRecipe(
                run -> assertThat(run.getDataTableRows(LegacySseUses.class)).isEmpty()),
        with(kotlin(code)));
  }
}
