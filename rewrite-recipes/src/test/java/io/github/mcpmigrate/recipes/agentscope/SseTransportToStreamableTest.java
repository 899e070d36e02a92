package io.github.mcpmigrate.recipes.agentscope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openrewrite.java.Assertions.java;

import io.github.mcpmigrate.recipes.FrameworkJars;
import io.github.mcpmigrate.table.LegacySseUses;
import io.github.mcpmigrate.table.LegacySseUses.Row;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openrewrite.DocumentExample;
import org.openrewrite.java.JavaParser;
import org.openrewrite.test.RecipeSpec;
import org.openrewrite.test.RewriteTest;

/** AgentScope's builder; what comes out compiles against the released jars. */
class SseTransportToStreamableTest implements RewriteTest {

  @Override
  public void defaults(RecipeSpec spec) {
    on(spec, "1.0.9");
  }

  private static RecipeSpec on(RecipeSpec spec, String release) {
    String jar = "agentscope-core-" + release;
    return spec.recipe(new SseTransportToStreamable(null, null, null))
        .parser(JavaParser.fromJavaVersion().classpath(FrameworkJars.with(jar)))
        .afterRecipe(FrameworkJars.compilesWith(jar));
  }

  @DocumentExample
  @ParameterizedTest
  @ValueSource(strings = {"1.0.9", "2.0.0"})
  void transportAndItsCustomizer(String release) {
    rewriteRun(
        spec -> on(spec, release),
        java(
            """
            import io.agentscope.core.tool.mcp.McpClientBuilder;
            import io.agentscope.core.tool.mcp.McpClientWrapper;

            class Tools {
                McpClientWrapper notes(String token) {
                    return McpClientBuilder.create("notes")
                            .sseTransport("http://localhost:8080/sse") // our own
                            .customizeSseClient(client -> client.followRedirects(java.net.http.HttpClient.Redirect.NORMAL))
                            .header("Authorization", token)
                            .buildSync();
                }
            }
            """,
            """
            import io.agentscope.core.tool.mcp.McpClientBuilder;
            import io.agentscope.core.tool.mcp.McpClientWrapper;

            class Tools {
                McpClientWrapper notes(String token) {
                    return McpClientBuilder.create("notes")
                            .streamableHttpTransport("http://localhost:8080/mcp") // our own
                            .customizeStreamableHttpClient(client -> client.followRedirects(java.net.http.HttpClient.Redirect.NORMAL))
                            .header("Authorization", token)
                            .buildSync();
                }
            }
            """));
  }

  @Test
  void theProjectsEndpoint() {
    rewriteRun(
        spec -> spec.recipe(new SseTransportToStreamable("/api/mcp", null, null)),
        java(
            """
            import io.agentscope.core.tool.mcp.McpClientBuilder;

            class Tools {
                Object notes = McpClientBuilder.create("notes").sseTransport("http://localhost:8080/sse").buildSync();
            }
            """,
            """
            import io.agentscope.core.tool.mcp.McpClientBuilder;

            class Tools {
                Object notes = McpClientBuilder.create("notes").streamableHttpTransport("http://localhost:8080/api/mcp").buildSync();
            }
            """));
  }

  @ParameterizedTest
  @CsvSource({
    "url, url, 'this has to be the server''s MCP endpoint, such as http://host:8080/mcp'",
    "\"https://mcp.example.com/v1/sse?key=a\", \"https://mcp.example.com/v1/mcp?key=a\", 'make sure that https://mcp.example.com/v1/mcp?key=a serves Streamable HTTP'",
  })
  void urlsThatNobodyCanBeSureOf(String before, String after, String todo) {
    String code =
        """
        import io.agentscope.core.tool.mcp.McpClientBuilder;

        class Tools {
            Object notes(String url) {
                %sreturn McpClientBuilder.create("notes").%s(%s).buildSync();
            }
        }
        """;
    rewriteRun(
        java(
            code.formatted("", "sseTransport", before),
            code.formatted(
                "// TODO mcp-migrate: " + todo + "\n        ", "streamableHttpTransport", after)));
  }

  @Nested
  class Stays {

    private void stays(String reason, String code) {
      rewriteRun(
          spec ->
              spec.dataTable(
                  Row.class,
                  rows ->
                      assertThat(rows)
                          .allMatch(row -> row.getAction().equals("manual"))
                          .extracting(Row::getReason)
                          .containsOnly(reason)),
          java(
              code.replace("%s", ""),
              code.replace("%s", "// TODO mcp-migrate: " + reason + "\n        ")));
    }

    @Test
    void besideClientsThatHaveMoved() {
      stays(
          "this file has clients on Streamable HTTP too: code that chooses between both would have the same one twice",
          """
          import io.agentscope.core.tool.mcp.McpClientBuilder;

          class Tools {
              Object notes(String type, String url) {
                  McpClientBuilder builder = McpClientBuilder.create("notes");
                  %sreturn (type.equals("sse") ? builder.sseTransport(url) : builder.streamableHttpTransport(url)).buildSync();
              }
          }
          """);
    }

    @Test
    void aCustomizerOfWhatIsChosenElsewhere() {
      stays(
          "this customizes HTTP+SSE alone, and the transport is chosen elsewhere: where that becomes streamableHttpTransport, this has to be customizeStreamableHttpClient",
          """
          import io.agentscope.core.tool.mcp.McpClientBuilder;

          class Proxies {
              McpClientBuilder direct(McpClientBuilder given) {
                  %sreturn given.customizeSseClient(client -> client.proxy(java.net.ProxySelector.of(null)));
              }
          }
          """);
    }

    @Test
    void withTheProjectsServer() {
      rewriteRun(
          java(
              """
              import io.modelcontextprotocol.server.transport.HttpServletSseServerTransportProvider;

              class Server {
                  Object transport() {
                      HttpServletSseServerTransportProvider.Builder builder = HttpServletSseServerTransportProvider.builder();
                      builder.messageEndpoint("/message");
                      return builder.build();
                  }
              }
              """),
          java(
              """
              import io.agentscope.core.tool.mcp.McpClientBuilder;

              class Tools {
                  Object notes = McpClientBuilder.create("notes").sseTransport("http://localhost:8080/sse").buildSync();
              }
              """,
              file ->
                  file.after(
                      text -> {
                        assertThat(text)
                            .contains(
                                "// TODO mcp-migrate: the project's own server stays on HTTP+SSE: ",
                                "sseTransport(\"http://localhost:8080/sse\")");
                        return text;
                      })));
    }
  }

  @Nested
  class DoesNotTouch {

    private void same(String code) {
      rewriteRun(
          spec ->
              spec.afterRecipe(
                  run -> assertThat(run.getDataTableRows(LegacySseUses.class)).isEmpty()),
          java(code));
    }

    @Test
    void clientsOnStreamableHttp() {
      same(
          """
          import io.agentscope.core.tool.mcp.McpClientBuilder;

          class Tools {
              Object notes = McpClientBuilder.create("sse").streamableHttpTransport("http://localhost:8080/sse").buildSync();
          }
          """);
    }

    @Test
    void programsThatAreStarted() {
      same(
          """
          import io.agentscope.core.tool.mcp.McpClientBuilder;

          class Tools {
              Object notes = McpClientBuilder.create("sse").stdioTransport("npx", "/sse").buildSync();
          }
          """);
    }

    @Test
    void anotherBuilderOfThatName() {
      same(
          """
          class McpClientBuilder {
              McpClientBuilder sseTransport(String url) {
                  return this;
              }

              Object notes = new McpClientBuilder().sseTransport("http://localhost:8080/sse");
          }
          """);
    }
  }
}
