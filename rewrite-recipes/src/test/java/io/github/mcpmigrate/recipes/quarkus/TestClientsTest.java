package io.github.mcpmigrate.recipes.quarkus;

import static io.github.mcpmigrate.recipes.quarkus.QuarkusProject.moved;
import static io.github.mcpmigrate.recipes.quarkus.QuarkusProject.noRows;
import static io.github.mcpmigrate.recipes.quarkus.QuarkusProject.saying;
import static org.openrewrite.java.Assertions.java;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openrewrite.java.JavaParser;
import org.openrewrite.test.RecipeSpec;
import org.openrewrite.test.RewriteTest;

/** Tests with McpAssured, compiled against the release that servers are raised to. */
class TestClientsTest implements RewriteTest {

  @Override
  public void defaults(RecipeSpec spec) {
    spec.recipe(new QuarkusServerToStreamable(null))
        .parser(JavaParser.fromJavaVersion().classpath(List.of(jar())));
  }

  private static Path jar() {
    try (Stream<Path> jars = Files.list(Path.of("target/quarkus-jars"))) {
      return jars.findFirst().orElseThrow();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void connectedClient() {
    rewriteRun(
        saying(
            "McpAssured.newConnectedSseClient(): changed becomes newConnectedStreamableClient()"),
        moved(),
        java(
            """
            import io.quarkiverse.mcp.server.test.McpAssured;
            import io.quarkiverse.mcp.server.test.McpAssured.McpSseTestClient;

            class NotesTest {
                void adds() {
                    McpSseTestClient client = McpAssured.newConnectedSseClient();
                    client.disconnect();
                }
            }
            """,
            """
            import io.quarkiverse.mcp.server.test.McpAssured;
            import io.quarkiverse.mcp.server.test.McpAssured.McpStreamableTestClient;

            class NotesTest {
                void adds() {
                    McpStreamableTestClient client = McpAssured.newConnectedStreamableClient();
                    client.disconnect();
                }
            }
            """));
  }

  @Test
  void builderWithPathAndFailure() {
    rewriteRun(
        moved(),
        java(
            """
            import io.quarkiverse.mcp.server.test.McpAssured;

            class NotesTest {
                void refuses() {
                    var client = McpAssured.newSseClient()
                            .setSsePath("/alpha/mcp/sse")
                            .setExpectSseConnectionFailure()
                            .build();
                    System.out.println(client.sseEndpoint());
                }
            }
            """,
            """
            import io.quarkiverse.mcp.server.test.McpAssured;

            class NotesTest {
                void refuses() {
                    var client = McpAssured.newStreamableClient()
                            .setMcpPath("/alpha/mcp")
                            .setExpectConnectFailure()
                            .build();
                    System.out.println(client.mcpEndpoint());
                }
            }
            """));
  }

  @Nested
  class DoesNotTouch {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "System.out.println(McpAssured.newConnectedSseClient().messageEndpoint());",
          "McpAssured.newConnectedSseClient().waitForNotifications(1);",
          "McpAssured.newSseClient().setSsePath(System.getenv(\"PATH_OF_SSE\")).build();"
        })
    void whatHasNoCounterpart(String statement) {
      rewriteRun(
          saying("McpAssured.", "(): manual "),
          moved(),
          java(
              file(statement),
              file ->
                  file.after(
                      after -> {
                        org.assertj.core.api.Assertions.assertThat(after)
                            .contains("// TODO mcp-migrate: ", statement);
                        return after;
                      })));
    }

    @Test
    void testsOfServersThatServeBothOnPurpose() {
      rewriteRun(
          spec -> {
            spec.recipe(new QuarkusServerToStreamable("dual"));
            noRows().accept(spec);
          },
          moved(),
          java(file("McpAssured.newConnectedSseClient().disconnect();")));
    }

    @Test
    void otherClients() {
      rewriteRun(moved(), java(file("McpAssured.newConnectedStreamableClient().disconnect();")));
    }

    private static String file(String statement) {
      return """
          import io.quarkiverse.mcp.server.test.McpAssured;

          class NotesTest {
              void test() {
                  %s
              }
          }
          """
          .formatted(statement);
    }
  }
}
