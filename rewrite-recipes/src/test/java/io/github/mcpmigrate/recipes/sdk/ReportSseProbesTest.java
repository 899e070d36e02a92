package io.github.mcpmigrate.recipes.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openrewrite.java.Assertions.java;
import static org.openrewrite.properties.Assertions.properties;

import io.github.mcpmigrate.recipes.SdkJars;
import io.github.mcpmigrate.table.LegacySseUses;
import org.junit.jupiter.api.Test;
import org.openrewrite.java.JavaParser;
import org.openrewrite.test.RecipeSpec;
import org.openrewrite.test.RewriteTest;
import org.openrewrite.test.SourceSpecs;

class ReportSseProbesTest implements RewriteTest {

  @Override
  public void defaults(RecipeSpec spec) {
    spec.recipe(new ReportSseProbes())
        .parser(JavaParser.fromJavaVersion().classpath(SdkJars.LEGACY));
  }

  private static SourceSpecs server() {
    return java(
        """
        import com.fasterxml.jackson.databind.ObjectMapper;
        import io.modelcontextprotocol.server.transport.HttpServletSseServerTransportProvider;

        class Server {
            Object transport = new HttpServletSseServerTransportProvider(new ObjectMapper(), "/message", "/events");
        }
        """);
  }

  @Test
  void awkwardCase16_requestsToTheOldEndpoint() {
    rewriteRun(
        spec ->
            spec.dataTable(
                LegacySseUses.Row.class,
                rows ->
                    assertThat(rows)
                        .extracting(
                            row -> row.getLine() + " " + row.getShape() + " " + row.getAction())
                        .containsExactly("6 path manual", "10 path manual")),
        server(),
        java(
            """
            import java.net.HttpURLConnection;
            import java.net.URI;

            class ServerTest {
                void probe(int port) throws Exception {
                    HttpURLConnection stream = (HttpURLConnection) URI.create("http://localhost:" + port + "/events").toURL().openConnection();
                }

                void message(org.springframework.web.reactive.function.client.WebClient client) {
                    client.post().uri("/message").retrieve();
                }
            }
            """,
            """
            import java.net.HttpURLConnection;
            import java.net.URI;

            class ServerTest {
                void probe(int port) throws Exception {
                    // TODO mcp-migrate: /events is no longer served; Streamable HTTP is asked by POST on its one endpoint
                    HttpURLConnection stream = (HttpURLConnection) URI.create("http://localhost:" + port + "/events").toURL().openConnection();
                }

                void message(org.springframework.web.reactive.function.client.WebClient client) {
                    // TODO mcp-migrate: /message is no longer served; Streamable HTTP is asked by POST on its one endpoint
                    client.post().uri("/message").retrieve();
                }
            }
            """));
  }

  @Test
  void requestsToAServerThatSpringAiMakes() {
    rewriteRun(
        properties(
            "spring.ai.mcp.server.sse-endpoint=/events",
            file -> file.path("src/main/resources/application.properties")),
        java(
            """
            import java.net.URI;

            class ServerTest {
                URI stream(int port) {
                    return URI.create("http://localhost:" + port + "/events");
                }
            }
            """,
            """
            import java.net.URI;

            class ServerTest {
                URI stream(int port) {
                    // TODO mcp-migrate: /events is no longer served; Streamable HTTP is asked by POST on its one endpoint
                    return URI.create("http://localhost:" + port + "/events");
                }
            }
            """));
  }

  @Test
  void requestsToAServerThatSpringAiMakesOnStreamableHttpAreNotReported() {
    rewriteRun(
        properties(
            "spring.ai.mcp.server.protocol=STREAMABLE",
            file -> file.path("src/main/resources/application.properties")),
        java(
            """
            import java.net.URI;

            class ServerTest {
                URI other = URI.create("http://localhost/sse");
            }
            """));
  }

  @Test
  void awkwardCase16_anAssertionOnTheOldProtocolVersion() {
    rewriteRun(
        server(),
        java(
            """
            class VersionTest {
                void version(String agreed) {
                    assertEquals("2024-11-05", agreed);
                }

                void assertEquals(String expected, String actual) {}
            }
            """,
            """
            class VersionTest {
                void version(String agreed) {
                    // TODO mcp-migrate: 2024-11-05 is the version of HTTP+SSE; a newer one is agreed on now
                    assertEquals("2024-11-05", agreed);
                }

                void assertEquals(String expected, String actual) {}
            }
            """));
  }

  @Test
  void otherRequestsAndDatesAreNotReported() {
    rewriteRun(
        server(),
        java(
            """
            import java.net.URI;

            class OtherTest {
                URI other = URI.create("http://localhost/possessive-sse");
                URI users = URI.create("http://localhost/users");
                java.time.LocalDate date = java.time.LocalDate.parse("2024-11-05");
                String message = String.valueOf("/message");
            }
            """));
  }

  @Test
  void withoutAServerThatMovesNothingIsReported() {
    rewriteRun(
        java(
            """
            import java.net.URI;

            class StrangerTest {
                URI sse = URI.create("http://localhost/sse");

                void version(String agreed) {
                    assertEquals("2024-11-05", agreed);
                }

                void assertEquals(String expected, String actual) {}
            }
            """));
  }

  @Test
  void aServerThatStaysKeepsItsEndpoint() {
    rewriteRun(
        java(
            """
            import io.modelcontextprotocol.server.transport.HttpServletSseServerTransportProvider;

            class Servers {
                HttpServletSseServerTransportProvider.Builder builder = HttpServletSseServerTransportProvider.builder();
            }
            """),
        java(
            """
            import java.net.URI;

            class ServerTest {
                URI sse = URI.create("http://localhost/sse");
            }
            """));
  }
}
