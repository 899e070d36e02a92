package io.github.mcpmigrate.recipes.adk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openrewrite.java.Assertions.java;
import static org.openrewrite.kotlin.Assertions.kotlin;
import static org.openrewrite.maven.Assertions.pomXml;

import io.github.mcpmigrate.recipes.CompatRepository;
import io.github.mcpmigrate.recipes.FrameworkJars;
import io.github.mcpmigrate.table.LegacySseUses;
import io.github.mcpmigrate.table.LegacySseUses.Row;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openrewrite.DocumentExample;
import org.openrewrite.ExecutionContext;
import org.openrewrite.java.JavaParser;
import org.openrewrite.kotlin.KotlinParser;
import org.openrewrite.test.RecipeSpec;
import org.openrewrite.test.RewriteTest;
import org.openrewrite.test.SourceSpecs;

/** ADK's parameters; what comes out compiles against the released jar. */
class SseServerParametersToStreamableTest implements RewriteTest {

  private static final String OLD = "0.3.0";
  private static final String NEW = "1.8.0";

  @TempDir Path repository;

  @Override
  public void defaults(RecipeSpec spec) {
    spec.recipe(new SseServerParametersToStreamable(null, null, null))
        .executionContext(artifact(NEW))
        .parser(JavaParser.fromJavaVersion().classpath(FrameworkJars.with("google-adk-" + NEW)))
        .afterRecipe(FrameworkJars.compilesWith("google-adk-" + NEW));
  }

  private ExecutionContext artifact(String version) {
    return CompatRepository.with(repository, "com.google.adk", "google-adk", version, "");
  }

  /** The build that resolved it. */
  private static SourceSpecs pom(String version) {
    return pomXml(
        """
        <project>
            <modelVersion>4.0.0</modelVersion>
            <groupId>com.example</groupId>
            <artifactId>agent</artifactId>
            <version>1</version>
            <dependencies>
                <dependency>
                    <groupId>com.google.adk</groupId>
                    <artifactId>google-adk</artifactId>
                    <version>%s</version>
                </dependency>
            </dependencies>
        </project>
        """
            .formatted(version));
  }

  private static String reasons(Row row) {
    return row.getAction() + " " + row.getReason();
  }

  @DocumentExample
  @Test
  void oneUrlInPlaceOfUrlAndEndpoint() {
    rewriteRun(
        pom(NEW),
        java(
            """
            import com.google.adk.tools.mcp.McpToolset;
            import com.google.adk.tools.mcp.SseServerParameters;
            import java.time.Duration;
            import java.util.Map;

            class Agent {
                McpToolset tools(String token) {
                    SseServerParameters notes = SseServerParameters.builder()
                            .url("http://localhost:8080") // our own
                            .sseEndpoint("/sse")
                            .headers(Map.of("Authorization", "Bearer " + token))
                            .timeout(Duration.ofSeconds(10))
                            .sseReadTimeout(Duration.ofMinutes(1))
                            .build();
                    return new McpToolset(notes);
                }
            }
            """,
            """
            import com.google.adk.tools.mcp.McpToolset;
            import com.google.adk.tools.mcp.StreamableHttpServerParameters;

            import java.time.Duration;
            import java.util.Map;

            class Agent {
                McpToolset tools(String token) {
                    StreamableHttpServerParameters notes = StreamableHttpServerParameters.builder()
                            .url("http://localhost:8080/mcp") // our own
                            .headers(Map.of("Authorization", "Bearer " + token))
                            .timeout(Duration.ofSeconds(10))
                            .readTimeout(Duration.ofMinutes(1))
                            .build();
                    return new McpToolset(notes);
                }
            }
            """));
  }

  /** The client resolves the endpoint, which is {@code sse} by default, against the URL. */
  @ParameterizedTest
  @CsvSource({
    ".url(\"http://localhost:8080\"), .url(\"http://localhost:8080/mcp\")",
    ".url(\"http://localhost:8080/\"), .url(\"http://localhost:8080/mcp\")",
    ".url(\"http://localhost:8080/sse\"), .url(\"http://localhost:8080/mcp\")",
    ".url(\"http://localhost:8080/mcp/sse\"), .url(\"http://localhost:8080/mcp\")",
    ".sseEndpoint(\"/notes/sse\").url(\"http://localhost:8080\"), .url(\"http://localhost:8080/notes/mcp\")",
    ".url(\"http://localhost:8080/old\").sseEndpoint(\"/notes/sse\"), .url(\"http://localhost:8080/notes/mcp\")",
    ".url(\"http://localhost:8080/notes/\").sseEndpoint(\"sse\"), .url(\"http://localhost:8080/notes/mcp\")",
    ".url(System.getenv(\"BASE\") + \"/sse\"), .url(System.getenv(\"BASE\") + \"/mcp\")",
  })
  void urls(String before, String after) {
    rewriteRun(
        pom(NEW),
        java(
            """
            import com.google.adk.tools.mcp.SseServerParameters;

            class Agent {
                Object notes = SseServerParameters.builder()%s.build();
            }
            """
                .formatted(before),
            """
            import com.google.adk.tools.mcp.StreamableHttpServerParameters;

            class Agent {
                Object notes = StreamableHttpServerParameters.builder()%s.build();
            }
            """
                .formatted(after)));
  }

  @Test
  void aPrivateConstantAndABuilderInAVariable() {
    rewriteRun(
        pom(NEW),
        java(
            """
            import com.google.adk.tools.mcp.SseServerParameters;

            class Agent {
                private static final String URL = "http://localhost:8080/sse";

                SseServerParameters parameters() {
                    SseServerParameters.Builder builder = SseServerParameters.builder();
                    builder.url(URL);
                    return builder.build();
                }
            }
            """,
            """
            import com.google.adk.tools.mcp.StreamableHttpServerParameters;

            class Agent {
                private static final String URL = "http://localhost:8080/mcp";

                StreamableHttpServerParameters parameters() {
                    StreamableHttpServerParameters.Builder builder = StreamableHttpServerParameters.builder();
                    builder.url(URL);
                    return builder.build();
                }
            }
            """));
  }

  @Test
  void kotlinCode() {
    rewriteRun(
        spec ->
            spec.parser(KotlinParser.builder().classpath(FrameworkJars.with("google-adk-" + NEW))),
        pom(NEW),
        kotlin(
            """
            import com.google.adk.tools.mcp.McpToolset
            import com.google.adk.tools.mcp.SseServerParameters
            import java.time.Duration

            fun tools(): McpToolset {
                val notes = SseServerParameters.builder()
                    .url("http://localhost:8080")
                    .sseEndpoint("/notes/sse")
                    .sseReadTimeout(Duration.ofMinutes(1))
                    .build()
                return McpToolset(notes)
            }
            """,
            """
            import com.google.adk.tools.mcp.McpToolset
            import com.google.adk.tools.mcp.StreamableHttpServerParameters

            import java.time.Duration

            fun tools(): McpToolset {
                val notes = StreamableHttpServerParameters.builder()
                    .url("http://localhost:8080/notes/mcp")
                    .readTimeout(Duration.ofMinutes(1))
                    .build()
                return McpToolset(notes)
            }
            """));
  }

  @ParameterizedTest
  @CsvSource({
    ".url(base).sseEndpoint(\"/sse\"), .url(base + \"/mcp\"), 'this has to be the server''s MCP endpoint, such as http://host:8080/mcp'",
    ".url(\"http://\" + base).sseEndpoint(\"/notes/sse\"), .url(\"http://\" + base + \"/notes/mcp\"), 'this has to be the server''s MCP endpoint, such as http://host:8080/mcp'",
    ".url(base), .url(base), 'this has to be the server''s MCP endpoint, such as http://host:8080/mcp'",
    ".url(\"http://localhost:8080/sse?key=a\"), .url(\"http://localhost:8080/sse?key=a\"), 'this has to be the server''s MCP endpoint, such as http://host:8080/mcp'",
    ".url(\"https://mcp.example.com/v1/\"), .url(\"https://mcp.example.com/v1/mcp\"), make sure that https://mcp.example.com/v1/mcp serves Streamable HTTP",
  })
  void urlsThatNobodyCanBeSureOf(String before, String after, String todo) {
    rewriteRun(
        pom(NEW),
        java(
            """
            import com.google.adk.tools.mcp.SseServerParameters;

            class Agent {
                SseServerParameters notes(String base) {
                    return SseServerParameters.builder()%s.build();
                }
            }
            """
                .formatted(before),
            """
            import com.google.adk.tools.mcp.StreamableHttpServerParameters;

            class Agent {
                StreamableHttpServerParameters notes(String base) {
                    // TODO mcp-migrate: %s
                    return StreamableHttpServerParameters.builder()%s.build();
                }
            }
            """
                .formatted(todo, after)));
  }

  @Nested
  class Stays {

    private void stays(String version, String reason, String build) {
      String code =
          """
          import com.google.adk.tools.mcp.SseServerParameters;
          import java.util.Map;

          class Agent {
              SseServerParameters notes(String path, Map<String, Object> all) {
                  %s
              }
          }
          """;
      rewriteRun(
          spec ->
              spec.executionContext(artifact(version))
                  .parser(
                      JavaParser.fromJavaVersion()
                          .classpath(FrameworkJars.with("google-adk-" + version)))
                  .afterRecipe(run -> {})
                  .dataTable(
                      Row.class,
                      rows ->
                          assertThat(rows)
                              .extracting(SseServerParametersToStreamableTest::reasons)
                              .containsOnly("manual " + reason)),
          pom(version),
          java(
              code.formatted(build),
              code.formatted("// TODO mcp-migrate: " + reason + "\n        " + build)));
    }

    @Test
    void onAReleaseWithAnotherBuilder() {
      stays(
          OLD,
          "the google-adk here has no StreamableHttpServerParameters.builder() that takes a url: raise it to 0.5.0 or newer, and run again",
          "return SseServerParameters.builder().url(\"http://localhost:8080\").build();");
    }

    @ParameterizedTest
    @ValueSource(strings = {"all", "Map.<String, Object>of(\"A\", \"b\")", "Map.of(\"A\", 1)"})
    void withHeadersThatMayBeNoTexts(String headers) {
      stays(
          NEW,
          "headers of StreamableHttpServerParameters are a Map<String, String>, and this may be none; write them as Map.of(..), and run again",
          "return SseServerParameters.builder().url(\"http://localhost:8080\").headers("
              + headers
              + ").build();");
    }

    @Test
    void withAnEndpointThatIsComputed() {
      stays(
          NEW,
          "nobody can tell from the code what becomes of sseEndpoint(); put the whole MCP endpoint into url(), and run again",
          "return SseServerParameters.builder().url(\"http://localhost:8080\").sseEndpoint(path).build();");
    }

    @Test
    void withTheProjectsServer() {
      rewriteRun(
          spec ->
              spec.afterRecipe(run -> {})
                  .dataTable(
                      Row.class,
                      rows ->
                          assertThat(rows)
                              .allMatch(row -> row.getAction().equals("manual"))
                              .allMatch(
                                  row ->
                                      row.getReason()
                                          .startsWith(
                                              "the project's own server stays on HTTP+SSE: "))),
          pom(NEW),
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
              import com.google.adk.tools.mcp.SseServerParameters;

              class Agent {
                  Object notes = SseServerParameters.builder().url("http://localhost:8080").build();
              }
              """,
              file ->
                  file.after(
                      text -> {
                        assertThat(text)
                            .contains(
                                "// TODO mcp-migrate: the project's own server stays on HTTP+SSE: ",
                                "SseServerParameters.builder().url(\"http://localhost:8080\").build()");
                        return text;
                      })));
    }

    /** One file may not hand the other what it does not take. */
    @Test
    void withAFileThatCannotFollow() {
      rewriteRun(
          spec -> spec.afterRecipe(run -> {}),
          pom(NEW),
          java(
              """
              import com.google.adk.tools.mcp.SseServerParameters;

              class Parameters {
                  SseServerParameters of(String path) {
                      return SseServerParameters.builder().url("http://localhost:8080").sseEndpoint(path).build();
                  }
              }
              """,
              """
              import com.google.adk.tools.mcp.SseServerParameters;

              class Parameters {
                  SseServerParameters of(String path) {
                      // TODO mcp-migrate: nobody can tell from the code what becomes of sseEndpoint(); put the whole MCP endpoint into url(), and run again
                      return SseServerParameters.builder().url("http://localhost:8080").sseEndpoint(path).build();
                  }
              }
              """),
          java(
              """
              import com.google.adk.tools.mcp.McpToolset;
              import com.google.adk.tools.mcp.SseServerParameters;

              class Agent {
                  McpToolset own = new McpToolset(SseServerParameters.builder().url("http://localhost:8080").build());
                  McpToolset given = new McpToolset(new Parameters().of("/sse"));
              }
              """,
              """
              import com.google.adk.tools.mcp.McpToolset;
              import com.google.adk.tools.mcp.SseServerParameters;

              class Agent {
                  // TODO mcp-migrate: Parameters.java, which has such parameters too, cannot follow
                  McpToolset own = new McpToolset(SseServerParameters.builder().url("http://localhost:8080").build());
                  McpToolset given = new McpToolset(new Parameters().of("/sse"));
              }
              """));
    }

    @Test
    void besideClientsThatHaveMoved() {
      String both =
          """
          import com.google.adk.tools.mcp.McpToolset;
          import com.google.adk.tools.mcp.SseServerParameters;
          import com.google.adk.tools.mcp.StreamableHttpServerParameters;

          class Agent {
              McpToolset tools(boolean old, String url) {
                  if (old) {
                      %sreturn new McpToolset(SseServerParameters.builder().url(url).build());
                  }
                  return new McpToolset(StreamableHttpServerParameters.builder().url(url).build());
              }
          }
          """;
      rewriteRun(
          pom(NEW),
          java(
              both.formatted(""),
              both.formatted(
                  "// TODO mcp-migrate: this file has clients on Streamable HTTP too: code that chooses between both would have the same one twice\n            ")));
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
          import com.google.adk.tools.mcp.StreamableHttpServerParameters;

          class Agent {
              Object notes = StreamableHttpServerParameters.builder().url("http://localhost:8080/sse").build();
          }
          """);
    }

    @Test
    void anotherClassOfThatName() {
      same(
          """
          class SseServerParameters {
              SseServerParameters url(String url) {
                  return this;
              }

              Object notes = new SseServerParameters().url("http://localhost:8080/sse");
          }
          """);
    }

    @Test
    void programsThatAreStarted() {
      same(
          """
          import com.google.adk.tools.mcp.StdioServerParameters;
          import java.util.List;

          class Agent {
              Object notes = StdioServerParameters.builder().command("sse").args(List.of("/sse")).build();
          }
          """);
    }

    @Test
    void constantsThatAreUsedElsewhere() {
      String before =
          """
          import com.google.adk.tools.mcp.SseServerParameters;

          class Agent {
              private static final String URL = "http://localhost:8080/sse";

              Object notes() {
                  return SseServerParameters.builder().url(URL).build();
              }

              String where() {
                  return URL;
              }
          }
          """;
      rewriteRun(
          pom(NEW),
          java(
              before,
              before
                  .replace("SseServer", "StreamableHttpServer")
                  .replace(
                      "        return Str",
                      "        // TODO mcp-migrate: this has to be the server's MCP endpoint, such as http://host:8080/mcp\n        return Str")));
    }
  }

  @Test
  void rowsSayWhatWasDone() {
    rewriteRun(
        spec ->
            spec.recipe(new FindSseServerParameters())
                .dataTable(
                    Row.class,
                    rows ->
                        assertThat(rows)
                            .extracting(row -> row.getLine() + " " + reasons(row))
                            .isEqualTo(
                                List.of(
                                    "4 changed becomes StreamableHttpServerParameters",
                                    "4 changed becomes http://localhost:8080/mcp"))),
        pom(NEW),
        java(
            """
            import com.google.adk.tools.mcp.SseServerParameters;

            class Agent {
                Object notes = SseServerParameters.builder().url("http://localhost:8080").build();
            }
            """));
  }
}
