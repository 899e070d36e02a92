package io.github.mcpmigrate.recipes.solon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openrewrite.java.Assertions.java;
import static org.openrewrite.kotlin.Assertions.kotlin;

import io.github.mcpmigrate.recipes.FrameworkJars;
import io.github.mcpmigrate.table.LegacySseUses;
import io.github.mcpmigrate.table.LegacySseUses.Row;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openrewrite.DocumentExample;
import org.openrewrite.java.JavaParser;
import org.openrewrite.kotlin.KotlinParser;
import org.openrewrite.test.RecipeSpec;
import org.openrewrite.test.RewriteTest;

/** Solon's channels; what comes out compiles against the released jars. */
class SseChannelToStreamableTest implements RewriteTest {

  private static final String NEW = "solon-ai-mcp-3.9.2";

  /** What the code compiles against, before and after. */
  private String release = NEW;

  @Override
  public void defaults(RecipeSpec spec) {
    spec.recipe(new SseChannelToStreamable(null, null, null))
        .parser(JavaParser.fromJavaVersion().classpath(jars(NEW)))
        .afterRecipe(
            run ->
                FrameworkJars.compilesWith(release, "solon-3.9.2", "solon-ai-core-3.9.2")
                    .accept(run));
  }

  private static List<Path> jars(String release) {
    return FrameworkJars.with(release, "solon-3.9.2", "solon-ai-core-3.9.2");
  }

  @DocumentExample
  @Test
  void aServer() {
    rewriteRun(
        java(
            """
            import org.noear.solon.ai.mcp.McpChannel;
            import org.noear.solon.ai.mcp.server.annotation.McpServerEndpoint;

            @McpServerEndpoint(
                    name = "notes", // as ever
                    channel = McpChannel.SSE,
                    sseEndpoint = "/notes/sse",
                    messageEndpoint = "/notes/message")
            public class Notes {
            }
            """,
            """
            import org.noear.solon.ai.mcp.McpChannel;
            import org.noear.solon.ai.mcp.server.annotation.McpServerEndpoint;

            @McpServerEndpoint(
                    name = "notes", // as ever
                    channel = McpChannel.STREAMABLE,
                    mcpEndpoint = "/notes/mcp")
            public class Notes {
            }
            """));
  }

  @ParameterizedTest
  @CsvSource({
    "sseEndpoint = \"/sse\", mcpEndpoint = \"/mcp\"",
    "sseEndpoint = \"/mcp/sse\", mcpEndpoint = \"/mcp\"",
    "sseEndpoint = \"/notes\", mcpEndpoint = \"/notes\"",
    "mcpEndpoint = \"/notes/sse\", mcpEndpoint = \"/notes/mcp\"",
    "'sseEndpoint = \"/a/sse\", mcpEndpoint = \"/b/mcp\"', mcpEndpoint = \"/a/mcp\"",
  })
  void endpoints(String before, String after) {
    String code =
        """
        import org.noear.solon.ai.mcp.McpChannel;
        import org.noear.solon.ai.mcp.server.annotation.McpServerEndpoint;

        @McpServerEndpoint(channel = McpChannel.%s, %s)
        class Notes {
        }
        """;
    rewriteRun(java(code.formatted("SSE", before), code.formatted("STREAMABLE", after)));
  }

  @Test
  void aServerByItsBuilderAndItsClient() {
    rewriteRun(
        java(
            """
            import java.time.Duration;
            import org.noear.solon.ai.mcp.McpChannel;
            import org.noear.solon.ai.mcp.client.McpClientProvider;
            import org.noear.solon.ai.mcp.server.McpServerEndpointProvider;

            class Notes {
                McpServerEndpointProvider server() {
                    return McpServerEndpointProvider.builder()
                            .name("notes")
                            .channel("sse")
                            .sseEndpoint("/events")
                            .messageEndpoint("/events/message")
                            .contextPath("/api")
                            .heartbeatInterval(Duration.ofSeconds(30))
                            .build();
                }

                McpClientProvider client() {
                    return McpClientProvider.builder()
                            .channel(McpChannel.SSE)
                            .url("http://localhost:8080/events")
                            .build();
                }
            }
            """,
            """
            import java.time.Duration;
            import org.noear.solon.ai.mcp.McpChannel;
            import org.noear.solon.ai.mcp.client.McpClientProvider;
            import org.noear.solon.ai.mcp.server.McpServerEndpointProvider;

            class Notes {
                McpServerEndpointProvider server() {
                    return McpServerEndpointProvider.builder()
                            .name("notes")
                            .channel("streamable")
                            .mcpEndpoint("/events")
                            .heartbeatInterval(Duration.ofSeconds(30))
                            .build();
                }

                McpClientProvider client() {
                    return McpClientProvider.builder()
                            .channel(McpChannel.STREAMABLE)
                            .url("http://localhost:8080/events")
                            .build();
                }
            }
            """));
  }

  @ParameterizedTest
  @CsvSource({
    "url(\"http://localhost:8080/mcp/sse\"), url(\"http://localhost:8080/mcp\")",
    "apiUrl(\"http://localhost:8080/sse\"), apiUrl(\"http://localhost:8080/mcp\")",
    "url(System.getenv(\"NOTES\") + \"/sse\"), url(System.getenv(\"NOTES\") + \"/mcp\")",
  })
  void clients(String before, String after) {
    String code =
        """
        import org.noear.solon.ai.mcp.McpChannel;
        import org.noear.solon.ai.mcp.client.McpClientProvider;

        class Client {
            McpClientProvider notes = McpClientProvider.builder().%s.channel(McpChannel.%s).build();
        }
        """;
    rewriteRun(java(code.formatted(before, "SSE"), code.formatted(after, "STREAMABLE")));
  }

  @Test
  void aClientOfSomebodyElse() {
    String code =
        """
        import org.noear.solon.ai.mcp.McpChannel;
        import org.noear.solon.ai.mcp.client.McpClientProvider;

        class Client {
            %sMcpClientProvider notes = McpClientProvider.builder().channel(McpChannel.%s).url("https://mcp.example.com/%s").build();
        }
        """;
    rewriteRun(
        java(
            code.formatted("", "SSE", "sse"),
            code.formatted(
                "// TODO mcp-migrate: make sure that https://mcp.example.com/mcp serves Streamable HTTP\n    ",
                "STREAMABLE",
                "mcp")));
  }

  /** Both would be at /mcp. */
  @Test
  void twoServersDoNotMeet() {
    String code =
        """
        import org.noear.solon.ai.mcp.McpChannel;
        import org.noear.solon.ai.mcp.server.annotation.McpServerEndpoint;

        class Servers {
            @McpServerEndpoint(channel = McpChannel.%1$s, %2$s = "%3$s")
            static class One {
            }

            @McpServerEndpoint(channel = McpChannel.%1$s, %2$s = "/sse")
            static class Other {
            }
        }
        """;
    rewriteRun(
        java(
            code.formatted("SSE", "sseEndpoint", "/mcp/sse"),
            code.formatted("STREAMABLE", "mcpEndpoint", "/mcp")));
  }

  @Test
  void aPathThatIsComputedStays() {
    String code =
        """
        import org.noear.solon.ai.mcp.McpChannel;
        import org.noear.solon.ai.mcp.server.annotation.McpServerEndpoint;

        class Servers {
            static final String ROOT = "/api";

            %s@McpServerEndpoint(channel = McpChannel.%s, %s = ROOT + "/sse")
            static class Notes {
            }
        }
        """;
    rewriteRun(
        java(
            code.formatted("", "SSE", "sseEndpoint"),
            code.formatted(
                "// TODO mcp-migrate: this serves Streamable HTTP where HTTP+SSE was: clients keep their URL, whatever a comment says there\n    ",
                "STREAMABLE",
                "mcpEndpoint")));
  }

  @Nested
  class Stays {

    private void stays(String on, String reason, String code) {
      release = on;
      rewriteRun(
          spec ->
              spec.parser(JavaParser.fromJavaVersion().classpath(jars(release)))
                  .dataTable(
                      Row.class,
                      rows ->
                          assertThat(rows)
                              .allMatch(row -> row.getAction().equals("manual"))
                              .extracting(Row::getReason)
                              .containsOnly(reason)),
          java(
              code.replaceAll(" *%s\n", ""), code.replace("%s", "// TODO mcp-migrate: " + reason)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dual", "drop-legacy"})
    void whileBothTransportsAreServed(String servers) {
      String reason = SolonProject.ONE_CHANNEL;
      String server =
          """
          import org.noear.solon.ai.mcp.McpChannel;
          import org.noear.solon.ai.mcp.server.annotation.McpServerEndpoint;

          %s@McpServerEndpoint(channel = McpChannel.SSE, sseEndpoint = "/sse")
          class Notes {
          }
          """;
      String client =
          """
          import org.noear.solon.ai.mcp.McpChannel;
          import org.noear.solon.ai.mcp.client.McpClientProvider;

          class Client {
              %sMcpClientProvider notes = McpClientProvider.builder().channel(McpChannel.SSE).url("http://localhost:8080/sse").build();
          }
          """;
      String stays = "// TODO mcp-migrate: the project's own server stays on HTTP+SSE: " + reason;
      rewriteRun(
          spec -> spec.recipe(new SseChannelToStreamable(null, null, servers)),
          java(server.formatted(""), server.formatted("// TODO mcp-migrate: " + reason + "\n")),
          java(client.formatted(""), client.formatted(stays + "\n    ")));
    }

    @Test
    void aServerOfAReleaseWithoutTheChannel() {
      stays(
          "solon-ai-mcp-3.3.0",
          Solon.RAISE,
          """
          import org.noear.solon.ai.mcp.server.annotation.McpServerEndpoint;

          class Servers {
              %s
              @McpServerEndpoint(sseEndpoint = "/sse")
              static class Notes {
              }
          }
          """);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "McpClientProvider.builder().apiUrl(\"http://localhost:8080/sse\").build()",
          "new McpClientProvider(\"http://localhost:8080/sse\")"
        })
    void aClientOfAReleaseWithoutTheChannel(String client) {
      stays(
          "solon-ai-mcp-3.3.0",
          Solon.RAISE,
          """
          import org.noear.solon.ai.mcp.client.McpClientProvider;

          class Client {
              %s
              McpClientProvider notes = """
              + client
              + ";\n}\n");
    }

    @Test
    void aBuilderInAVariable() {
      stays(
          NEW,
          "this builder is not used in one chain of calls; write it as one, and run again",
          """
          import org.noear.solon.ai.mcp.McpChannel;
          import org.noear.solon.ai.mcp.client.McpClientProvider;

          class Client {
              McpClientProvider notes(McpClientProvider.Builder builder) {
                  %s
                  builder.channel(McpChannel.SSE);
                  return builder.build();
              }
          }
          """);
    }

    @Test
    void propertiesThatAreFilledByHand() {
      stays(
          NEW,
          "say McpChannel.STREAMABLE here, and the MCP endpoint in mcpEndpoint or url",
          """
          import org.noear.solon.ai.mcp.McpChannel;
          import org.noear.solon.ai.mcp.client.McpClientProperties;

          class Client {
              McpClientProperties notes() {
                  McpClientProperties properties = new McpClientProperties();
                  %s
                  properties.setChannel(McpChannel.SSE);
                  return properties;
              }
          }
          """);
    }

    @Test
    void aConstantThatIsImportedByItself() {
      stays(
          NEW,
          "write McpChannel.SSE in place of SSE, and run again",
          """
          import static org.noear.solon.ai.mcp.McpChannel.SSE;

          import org.noear.solon.ai.mcp.server.annotation.McpServerEndpoint;

          class Servers {
              %s
              @McpServerEndpoint(channel = SSE, sseEndpoint = "/sse")
              static class Notes {
              }
          }
          """);
    }

    @Test
    void withAServerInAnotherFile() {
      String reason = "write McpChannel.SSE in place of SSE, and run again";
      String server =
          """
          import static org.noear.solon.ai.mcp.McpChannel.SSE;

          import org.noear.solon.ai.mcp.server.annotation.McpServerEndpoint;

          %s@McpServerEndpoint(channel = SSE, sseEndpoint = "/sse")
          class Notes {
          }
          """;
      String client =
          """
          import org.noear.solon.ai.mcp.McpChannel;
          import org.noear.solon.ai.mcp.client.McpClientProvider;

          class Client {
              %sMcpClientProvider notes = McpClientProvider.builder().channel(McpChannel.SSE).url("http://localhost:8080/sse").build();
          }
          """;
      rewriteRun(
          java(
              client.formatted(""),
              client.formatted(
                  "// TODO mcp-migrate: the project's own server stays on HTTP+SSE: "
                      + reason
                      + "\n    ")),
          java(server.formatted(""), server.formatted("// TODO mcp-migrate: " + reason + "\n")));
    }

    @Test
    void kotlinCode() {
      rewriteRun(
          spec ->
              spec.parser(KotlinParser.builder().classpath(jars(NEW)))
                  .dataTable(
                      Row.class,
                      rows ->
                          assertThat(rows)
                              .extracting(row -> row.getAction() + " " + row.getReason())
                              .containsOnly(
                                  "manual these recipes edit Solon's channels in Java sources only: say McpChannel.STREAMABLE here, and the MCP endpoint in mcpEndpoint or url")),
          kotlin(
              """
              import org.noear.solon.ai.mcp.McpChannel
              import org.noear.solon.ai.mcp.client.McpClientProvider

              val notes = McpClientProvider.builder().channel(McpChannel.SSE).url("http://localhost:8080/sse").build()
              """,
              """
              import org.noear.solon.ai.mcp.McpChannel
              import org.noear.solon.ai.mcp.client.McpClientProvider

              // TODO mcp-migrate: these recipes edit Solon's channels in Java sources only: say McpChannel.STREAMABLE here, and the MCP endpoint in mcpEndpoint or url
              val notes = McpClientProvider.builder().channel(McpChannel.SSE).url("http://localhost:8080/sse").build()
              """));
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
    void otherChannels() {
      same(
          """
          import org.noear.solon.ai.mcp.McpChannel;
          import org.noear.solon.ai.mcp.client.McpClientProvider;
          import org.noear.solon.ai.mcp.server.annotation.McpServerEndpoint;

          @McpServerEndpoint(channel = McpChannel.STREAMABLE, mcpEndpoint = "/sse")
          class Notes {
              Object started = McpClientProvider.builder().channel(McpChannel.STDIO).command("sse").build();
              Object moved = McpClientProvider.builder().channel("streamable").url("http://localhost:8080/sse").build();
          }
          """);
    }

    @Test
    void aChannelThatComesFromOutside() {
      same(
          """
          import org.noear.solon.ai.mcp.client.McpClientProvider;

          class Client {
              Object notes(String channel) {
                  return McpClientProvider.builder().channel(channel).url("http://localhost:8080/sse").build();
              }
          }
          """);
    }

    @Test
    void annotationsAndConstantsOfOthers() {
      same(
          """
          @interface McpServerEndpoint {
              String channel() default "sse";

              String sseEndpoint();
          }

          @McpServerEndpoint(channel = "sse", sseEndpoint = "/sse")
          class Notes {
          }
          """);
    }
  }
}
