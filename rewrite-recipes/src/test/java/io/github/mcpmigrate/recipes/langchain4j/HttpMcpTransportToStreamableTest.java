package io.github.mcpmigrate.recipes.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openrewrite.gradle.Assertions.buildGradle;
import static org.openrewrite.java.Assertions.java;
import static org.openrewrite.kotlin.Assertions.kotlin;
import static org.openrewrite.maven.Assertions.pomXml;
import static org.openrewrite.properties.Assertions.properties;

import io.github.mcpmigrate.table.LegacySseUses;
import io.github.mcpmigrate.table.LegacySseUses.Row;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openrewrite.DocumentExample;
import org.openrewrite.java.JavaParser;
import org.openrewrite.java.marker.JavaSourceSet;
import org.openrewrite.java.tree.J;
import org.openrewrite.kotlin.KotlinParser;
import org.openrewrite.test.RecipeSpec;
import org.openrewrite.test.RewriteTest;
import org.openrewrite.test.SourceSpec;
import org.openrewrite.test.SourceSpecs;

/** LangChain4j's transport, on releases without a successor, with one, and with its stream. */
class HttpMcpTransportToStreamableTest implements RewriteTest {

  private static final String BEFORE_IT_RISES = "1.1.0-beta7";
  private static final String OLD = "1.3.0-beta9";
  private static final String WITHOUT_CHANNEL = "1.4.0-beta10";
  private static final String NEW = "1.18.1-beta28";

  @Override
  public void defaults(RecipeSpec spec) {
    spec.recipe(new HttpMcpTransportToStreamable(null, null, null));
  }

  private static Path jar(String version) {
    return Path.of("target/langchain4j-jars/langchain4j-mcp-" + version + ".jar");
  }

  /** A file that compiles against a release, as build tools tell of it. */
  private static Consumer<SourceSpec<J.CompilationUnit>> inProject(String version) {
    return file -> file.markers(JavaSourceSet.build("main", List.of(jar(version))));
  }

  /** The build that resolved it. */
  private static SourceSpecs pom(String version) {
    return pomXml(
        """
        <project>
            <modelVersion>4.0.0</modelVersion>
            <groupId>com.example</groupId>
            <artifactId>client</artifactId>
            <version>1</version>
            <dependencies>
                <dependency>
                    <groupId>dev.langchain4j</groupId>
                    <artifactId>langchain4j-mcp</artifactId>
                    <version>%s</version>
                </dependency>
            </dependencies>
        </project>
        """
            .formatted(version));
  }

  private static SourceSpecs code(String before, String after) {
    return code(NEW, before, after);
  }

  private static SourceSpecs code(String version, String before, String after) {
    return java(before, after, inProject(version));
  }

  private static SourceSpecs code(String same) {
    return java(same, inProject(NEW));
  }

  private static void on(RecipeSpec spec, String release) {
    spec.parser(JavaParser.fromJavaVersion().classpath(List.of(jar(release))));
  }

  private static String reasons(Row row) {
    return row.getAction() + " " + row.getReason();
  }

  @DocumentExample
  @Test
  void builderAndTypesAndUrl() {
    rewriteRun(
        spec -> on(spec, NEW),
        pom(NEW),
        code(
            """
            import dev.langchain4j.mcp.client.transport.McpTransport;
            import dev.langchain4j.mcp.client.transport.http.HttpMcpTransport;
            import java.time.Duration;

            class Client {
                McpTransport transport = new HttpMcpTransport.Builder()
                        .sseUrl("http://localhost:8080/sse")
                        .timeout(Duration.ofSeconds(60))
                        .logRequests(true) // in tests
                        .build();

                HttpMcpTransport another() {
                    return HttpMcpTransport.builder().sseUrl("http://localhost:3001/mcp/sse").build();
                }
            }
            """,
            """
            import dev.langchain4j.mcp.client.transport.McpTransport;
            import dev.langchain4j.mcp.client.transport.http.StreamableHttpMcpTransport;

            import java.time.Duration;

            class Client {
                McpTransport transport = new StreamableHttpMcpTransport.Builder()
                        .url("http://localhost:8080/mcp")
                        .timeout(Duration.ofSeconds(60))
                        .logRequests(true) // in tests
                        .subsidiaryChannel(true)
                        .build();

                StreamableHttpMcpTransport another() {
                    return StreamableHttpMcpTransport.builder().url("http://localhost:3001/mcp").subsidiaryChannel(true).build();
                }
            }
            """));
  }

  @Test
  void aBuilderInAVariable() {
    rewriteRun(
        spec -> on(spec, NEW),
        pom(NEW),
        code(
            """
            import dev.langchain4j.mcp.client.transport.http.HttpMcpTransport;

            class Client {
                Object transport(boolean log) {
                    HttpMcpTransport.Builder builder = new HttpMcpTransport.Builder();
                    builder.sseUrl("http://localhost:8080/sse");
                    if (log) {
                        builder.logResponses(true);
                    }
                    return builder.build();
                }
            }
            """,
            """
            import dev.langchain4j.mcp.client.transport.http.StreamableHttpMcpTransport;

            class Client {
                Object transport(boolean log) {
                    StreamableHttpMcpTransport.Builder builder = new StreamableHttpMcpTransport.Builder();
                    builder.url("http://localhost:8080/mcp");
                    if (log) {
                        builder.logResponses(true);
                    }
                    return builder.subsidiaryChannel(true).build();
                }
            }
            """));
  }

  @Test
  void aPathBehindABaseUrl() {
    rewriteRun(
        spec -> on(spec, NEW),
        pom(NEW),
        code(
            """
            import dev.langchain4j.mcp.client.transport.http.HttpMcpTransport;

            class Client {
                Object to(String server) {
                    return new HttpMcpTransport.Builder().sseUrl(server + "/sse").build();
                }
            }
            """,
            """
            import dev.langchain4j.mcp.client.transport.http.StreamableHttpMcpTransport;

            class Client {
                Object to(String server) {
                    return new StreamableHttpMcpTransport.Builder().url(server + "/mcp").subsidiaryChannel(true).build();
                }
            }
            """));
  }

  @ParameterizedTest
  @ValueSource(strings = {"URL", "Client.URL", "System.getenv(\"HOST\") + URL"})
  void aPrivateConstantThatIsForNothingElse(String url) {
    rewriteRun(
        spec -> on(spec, NEW),
        pom(NEW),
        code(
            """
            import dev.langchain4j.mcp.client.transport.http.HttpMcpTransport;

            class Client {
                private static final String URL = "http://localhost:8080/sse";

                Object notes = new HttpMcpTransport.Builder().sseUrl(%s).build();
            }
            """
                .formatted(url),
            """
            import dev.langchain4j.mcp.client.transport.http.StreamableHttpMcpTransport;

            class Client {
                private static final String URL = "http://localhost:8080/mcp";

                Object notes = new StreamableHttpMcpTransport.Builder().url(%s).subsidiaryChannel(true).build();
            }
            """
                .formatted(url)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "static final String URL = \"http://localhost:8080/sse\";",
        "private static final String URL = \"http://localhost:8080/sse\";\n    String shown = URL;",
        "private final String URL = \"http://localhost:8080/sse\";",
        "private static final String URL = System.getenv(\"URL\");",
      })
  void otherFieldsStayAsTheyAre(String field) {
    rewriteRun(
        spec -> on(spec, NEW),
        pom(NEW),
        code(
            """
            import dev.langchain4j.mcp.client.transport.http.HttpMcpTransport;

            class Client {
                %s

                Object notes = new HttpMcpTransport.Builder().sseUrl(URL).build();
            }
            """
                .formatted(field),
            """
            import dev.langchain4j.mcp.client.transport.http.StreamableHttpMcpTransport;

            class Client {
                %s

                // TODO mcp-migrate: this has to be the server's MCP endpoint, such as http://host:8080/mcp
                Object notes = new StreamableHttpMcpTransport.Builder().url(URL).subsidiaryChannel(true).build();
            }
            """
                .formatted(field)));
  }

  @Test
  void kotlinCode() {
    rewriteRun(
        spec -> spec.parser(KotlinParser.builder().classpath(List.of(jar(NEW)))),
        pom(NEW),
        kotlin(
            """
            import dev.langchain4j.mcp.client.transport.McpTransport
            import dev.langchain4j.mcp.client.transport.http.HttpMcpTransport
            import java.time.Duration

            fun transport(): McpTransport {
                return HttpMcpTransport.Builder()
                    .sseUrl("http://localhost:8080/sse")
                    .timeout(Duration.ofSeconds(60))
                    .build()
            }
            """,
            """
            import dev.langchain4j.mcp.client.transport.McpTransport
            import dev.langchain4j.mcp.client.transport.http.StreamableHttpMcpTransport

            import java.time.Duration

            fun transport(): McpTransport {
                return StreamableHttpMcpTransport.Builder()
                    .url("http://localhost:8080/mcp")
                    .timeout(Duration.ofSeconds(60))
                    .subsidiaryChannel(true)
                    .build()
            }
            """,
            file -> file.markers(JavaSourceSet.build("main", List.of(jar(NEW))))));
  }

  /** A string with a variable in it may end in anything. */
  @Test
  void kotlinTemplates() {
    rewriteRun(
        spec -> spec.parser(KotlinParser.builder().classpath(List.of(jar(NEW)))),
        pom(NEW),
        kotlin(
            """
            import dev.langchain4j.mcp.client.transport.http.HttpMcpTransport

            class Client(host: String) {
                val notes = HttpMcpTransport.builder().sseUrl("http://$host/sse").build()
            }
            """,
            """
            import dev.langchain4j.mcp.client.transport.http.StreamableHttpMcpTransport

            class Client(host: String) {
                // TODO mcp-migrate: this has to be the server's MCP endpoint, such as http://host:8080/mcp
                val notes = StreamableHttpMcpTransport.builder().url("http://$host/sse").subsidiaryChannel(true).build()
            }
            """,
            file -> file.markers(JavaSourceSet.build("main", List.of(jar(NEW))))));
  }

  private static final String CLIENT =
      """
      import dev.langchain4j.mcp.client.transport.http.HttpMcpTransport;

      class Client {
          Object transport = new HttpMcpTransport.Builder().sseUrl("http://localhost:8080/sse").build();
      }
      """;

  private static final String MOVED =
      """
      import dev.langchain4j.mcp.client.transport.http.StreamableHttpMcpTransport;

      class Client {
          // TODO mcp-migrate: before LangChain4j 1.12.1 this has no stream to listen on: changes of tools, and what the server asks outside of a call, are lost
          Object transport = new StreamableHttpMcpTransport.Builder().url("http://localhost:8080/mcp").build();
      }
      """;

  private static final String STAYING =
      """
      import dev.langchain4j.mcp.client.transport.http.HttpMcpTransport;

      class Client {
          // TODO mcp-migrate: the LangChain4j here has no StreamableHttpMcpTransport: raise langchain4j-mcp to 1.4.0-beta10 or newer, with all of LangChain4j beside it, and run again
          Object transport = new HttpMcpTransport.Builder().sseUrl("http://localhost:8080/sse").build();
      }
      """;

  /** Raised if it is the one artifact of LangChain4j, and the version for it alone. */
  @Test
  void anOlderReleaseByItself() {
    String pom =
        """
        <project>
            <modelVersion>4.0.0</modelVersion>
            <groupId>com.example</groupId>
            <artifactId>client</artifactId>
            <version>1</version>
            <properties>
                <langchain4j-mcp.version>%s</langchain4j-mcp.version>
            </properties>
            <dependencies>
                <dependency>
                    <groupId>dev.langchain4j</groupId>
                    <artifactId>langchain4j-mcp</artifactId>
                    <version>${langchain4j-mcp.version}</version>
                </dependency>
            </dependencies>
        </project>
        """;
    rewriteRun(
        spec -> {
          on(spec, OLD);
          spec.dataTable(
              Row.class,
              rows ->
                  assertThat(rows)
                      .extracting(row -> row.getLine() + " " + row.getReason())
                      .contains(
                          "7 becomes 1.4.0-beta10, the first release with StreamableHttpMcpTransport"));
        },
        pomXml(pom.formatted(OLD), pom.formatted(WITHOUT_CHANNEL)),
        code(OLD, CLIENT, MOVED));
  }

  @Test
  void anOlderReleaseInItsDependency() {
    rewriteRun(
        spec -> on(spec, OLD),
        pomXml(POM.formatted(OLD, ""), POM.formatted(WITHOUT_CHANNEL, "")),
        code(OLD, CLIENT, MOVED));
  }

  @Test
  void anOlderReleaseInGradle() {
    String script =
        """
        plugins {
            id 'java'
        }

        dependencies {
            implementation 'dev.langchain4j:langchain4j-mcp:%s'
        }
        """;
    rewriteRun(
        spec -> on(spec, OLD),
        buildGradle(script.formatted(OLD), script.formatted(WITHOUT_CHANNEL)),
        code(OLD, CLIENT, MOVED));
  }

  /** What is beside it would have to rise, too. */
  @Test
  void anOlderReleaseBesideOthers() {
    rewriteRun(
        spec -> on(spec, OLD),
        pomXml(
            POM.formatted(
                OLD,
                """
                <dependency>
                            <groupId>dev.langchain4j</groupId>
                            <artifactId>langchain4j-core</artifactId>
                            <version>1.3.0</version>
                        </dependency>
                """)),
        code(OLD, CLIENT, STAYING));
  }

  @Test
  void anOlderReleaseBesideOthersInGradle() {
    rewriteRun(
        spec -> on(spec, OLD),
        buildGradle(
            """
            plugins {
                id 'java'
            }

            dependencies {
                implementation platform('dev.langchain4j:langchain4j-bom:1.3.0')
                implementation 'dev.langchain4j:langchain4j-mcp:1.3.0-beta9'
            }
            """),
        code(OLD, CLIENT, STAYING));
  }

  @Test
  void anOlderReleaseOfAProjectWithoutClients() {
    rewriteRun(spec -> on(spec, OLD), pomXml(POM.formatted(OLD, "")));
  }

  private static final String POM =
      """
      <project>
          <modelVersion>4.0.0</modelVersion>
          <groupId>com.example</groupId>
          <artifactId>client</artifactId>
          <version>1</version>
          <dependencies>
              <dependency>
                  <groupId>dev.langchain4j</groupId>
                  <artifactId>langchain4j-mcp</artifactId>
                  <version>%s</version>
              </dependency>
              %s
          </dependencies>
      </project>
      """;

  /** Here nobody says which LangChain4j it is. */
  @Test
  void theProjectsOwnServer() {
    rewriteRun(
        spec -> {
          on(spec, NEW);
          spec.recipe(new HttpMcpTransportToStreamable("/api/mcp", null, null));
        },
        properties(
            "spring.ai.mcp.server.sse-endpoint=/events",
            file -> file.path("src/main/resources/application.properties")),
        code(
            """
            import dev.langchain4j.mcp.client.transport.http.HttpMcpTransport;

            class Client {
                Object transport = new HttpMcpTransport.Builder().sseUrl("http://localhost:8080/events").build();
            }
            """,
            """
            import dev.langchain4j.mcp.client.transport.http.StreamableHttpMcpTransport;

            class Client {
                // TODO mcp-migrate: before LangChain4j 1.12.1 this has no stream to listen on: changes of tools, and what the server asks outside of a call, are lost
                Object transport = new StreamableHttpMcpTransport.Builder().url("http://localhost:8080/api/mcp").build();
            }
            """));
  }

  @Test
  void beforeThereWasAStreamToListenOn() {
    rewriteRun(
        spec -> on(spec, WITHOUT_CHANNEL),
        pom(WITHOUT_CHANNEL),
        code(
            WITHOUT_CHANNEL,
            """
            import dev.langchain4j.mcp.client.transport.http.HttpMcpTransport;

            class Client {
                Object transport = new HttpMcpTransport.Builder().sseUrl("http://localhost:8080/sse").build();
            }
            """,
            """
            import dev.langchain4j.mcp.client.transport.http.StreamableHttpMcpTransport;

            class Client {
                // TODO mcp-migrate: before LangChain4j 1.12.1 this has no stream to listen on: changes of tools, and what the server asks outside of a call, are lost
                Object transport = new StreamableHttpMcpTransport.Builder().url("http://localhost:8080/mcp").build();
            }
            """));
  }

  @ParameterizedTest
  @CsvSource({
    "System.getenv(\"URL\"), System.getenv(\"URL\"), 'this has to be the server''s MCP endpoint, such as http://host:8080/mcp'",
    "\"http://localhost:8080/events\", \"http://localhost:8080/events\", 'this has to be the server''s MCP endpoint, such as http://host:8080/mcp'",
    "\"https://mcp.example.com/v1/sse?key=a\", \"https://mcp.example.com/v1/mcp?key=a\", 'make sure that https://mcp.example.com/v1/mcp?key=a serves Streamable HTTP'",
  })
  void urlsThatNobodyCanBeSureOf(String before, String after, String todo) {
    rewriteRun(
        spec -> on(spec, NEW),
        pom(NEW),
        code(
            """
            import dev.langchain4j.mcp.client.transport.http.HttpMcpTransport;

            class Client {
                Object transport = new HttpMcpTransport.Builder().sseUrl(%s).build();
            }
            """
                .formatted(before),
            """
            import dev.langchain4j.mcp.client.transport.http.StreamableHttpMcpTransport;

            class Client {
                // TODO mcp-migrate: %s
                Object transport = new StreamableHttpMcpTransport.Builder().url(%s).subsidiaryChannel(true).build();
            }
            """
                .formatted(todo, after)));
  }

  @Nested
  class Stays {

    @Test
    void onAReleaseWithoutASuccessor() {
      rewriteRun(
          spec -> {
            on(spec, OLD);
            spec.dataTable(
                Row.class,
                rows ->
                    assertThat(rows)
                        .extracting(HttpMcpTransportToStreamableTest::reasons)
                        .containsExactly(
                            "manual the LangChain4j here has no StreamableHttpMcpTransport: raise langchain4j-mcp to 1.4.0-beta10 or newer, with all of LangChain4j beside it, and run again"));
          },
          pom(BEFORE_IT_RISES),
          code(
              OLD,
              """
              import dev.langchain4j.mcp.client.transport.http.HttpMcpTransport;

              class Client {
                  Object transport = new HttpMcpTransport.Builder().sseUrl("http://localhost:8080/sse").build();
              }
              """,
              """
              import dev.langchain4j.mcp.client.transport.http.HttpMcpTransport;

              class Client {
                  // TODO mcp-migrate: the LangChain4j here has no StreamableHttpMcpTransport: raise langchain4j-mcp to 1.4.0-beta10 or newer, with all of LangChain4j beside it, and run again
                  Object transport = new HttpMcpTransport.Builder().sseUrl("http://localhost:8080/sse").build();
              }
              """));
    }

    @Test
    void withTheProjectsServer() {
      rewriteRun(
          spec -> on(spec, NEW),
          properties(
              "spring.ai.mcp.server.protocol=${MCP_PROTOCOL}",
              file -> file.path("src/main/resources/application.properties")),
          java(
              """
              import dev.langchain4j.mcp.client.transport.http.HttpMcpTransport;

              class Client {
                  Object transport = new HttpMcpTransport.Builder().sseUrl("http://localhost:8080/sse").build();
              }
              """,
              file -> {
                inProject(NEW).accept(file);
                file.after(
                    text -> {
                      assertThat(text)
                          .contains(
                              "// TODO mcp-migrate: the project's own server stays on HTTP+SSE: ",
                              "new HttpMcpTransport.Builder().sseUrl(\"http://localhost:8080/sse\")");
                      return text;
                    });
              }));
    }

    @Test
    void aSubclassAndWhatItsFileBuilds() {
      rewriteRun(
          spec -> on(spec, NEW),
          pom(NEW),
          code(
              """
              import dev.langchain4j.mcp.client.transport.http.HttpMcpTransport;

              class Traced extends HttpMcpTransport {
                  Traced() {
                      super(new HttpMcpTransport.Builder().sseUrl("http://localhost:8080/sse"));
                  }
              }
              """,
              """
              import dev.langchain4j.mcp.client.transport.http.HttpMcpTransport;

              class Traced extends HttpMcpTransport {
                  Traced() {
                      // TODO mcp-migrate: Traced extends HttpMcpTransport, whose successor has other methods to override
                      super(new HttpMcpTransport.Builder().sseUrl("http://localhost:8080/sse"));
                  }
              }
              """));
    }
  }

  @Nested
  class DoesNotTouch {

    private void same(String code) {
      rewriteRun(
          spec -> {
            on(spec, NEW);
            spec.afterRecipe(
                run -> assertThat(run.getDataTableRows(LegacySseUses.class)).isEmpty());
          },
          code(code));
    }

    @Test
    void clientsOnStreamableHttp() {
      same(
          """
          import dev.langchain4j.mcp.client.transport.http.StreamableHttpMcpTransport;

          class Client {
              Object transport = StreamableHttpMcpTransport.builder().url("http://localhost:8080/mcp").build();
          }
          """);
    }

    @Test
    void anotherClassOfThatName() {
      same(
          """
          class HttpMcpTransport {
              HttpMcpTransport sseUrl(String url) {
                  return this;
              }

              static Object of() {
                  return new HttpMcpTransport().sseUrl("http://localhost:8080/sse");
              }
          }
          """);
    }

    @Test
    void stdio() {
      same(
          """
          import dev.langchain4j.mcp.client.transport.stdio.StdioMcpTransport;
          import java.util.List;

          class Client {
              Object transport = new StdioMcpTransport.Builder().command(List.of("npm", "sse")).build();
          }
          """);
    }
  }
}
