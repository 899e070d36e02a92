package io.github.mcpmigrate.recipes.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openrewrite.java.Assertions.java;
import static org.openrewrite.java.Assertions.mavenProject;
import static org.openrewrite.java.Assertions.srcMainJava;
import static org.openrewrite.maven.Assertions.pomXml;

import io.github.mcpmigrate.MigrateToStreamableHttp;
import io.github.mcpmigrate.UpgradeMcpSdk;
import io.github.mcpmigrate.recipes.SdkJars;
import io.github.mcpmigrate.table.LegacySseUses;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.openrewrite.java.JavaParser;
import org.openrewrite.test.RecipeSpec;
import org.openrewrite.test.RewriteTest;
import org.openrewrite.test.SourceSpecs;

/** What is never edited goes on compiling: the SDK stays beside a transport that it would break. */
class WhereNoOwnTransportStaysTest implements RewriteTest {

  private static final String TOOL =
      """
      import io.modelcontextprotocol.spec.McpSchema.Tool;

      class Tools {
          Tool tool = new Tool("a", "b", "{}");
      }
      """;

  private static final String CLIENT =
      """
      import io.modelcontextprotocol.client.transport.HttpClientSseClientTransport;

      class Client {
          Object transport() {
              return new HttpClientSseClientTransport("http://localhost:8080");
          }
      }
      """;

  /** Of SDK 0.8 to 0.12, and of no other: the type that it takes is Jackson's. */
  private static final String OWN =
      """
      import com.fasterxml.jackson.core.type.TypeReference;
      import io.modelcontextprotocol.spec.McpClientTransport;

      abstract class Own implements McpClientTransport {
          @Override
          public <T> T unmarshalFrom(Object data, TypeReference<T> type) {
              return null;
          }
      }
      """;

  private static final String REASON =
      "Own is a transport of this project's own, written against the SDK of its time: move it first";

  @Override
  public void defaults(RecipeSpec spec) {
    spec.recipe(new UpgradeMcpSdk(null))
        .parser(JavaParser.fromJavaVersion().classpath(SdkJars.sdk("0.10")));
  }

  @Test
  void theSdkRisesWhereNothingKeepsIt() {
    rewriteRun(
        mavenProject(
            "server",
            pomXml(pom("0.10.0"), pom("0.18.4")),
            srcMainJava(
                java(
                    CLIENT,
                    CLIENT.replace(
                        "new HttpClientSseClientTransport(\"http://localhost:8080\")",
                        "HttpClientSseClientTransport.builder(\"http://localhost:8080\").build()")))));
  }

  @Nested
  class Stays {

    @Test
    void besideATransportWithJacksonsTypes() {
      rewriteRun(
          spec -> spec.dataTable(LegacySseUses.Row.class, rows -> assertReported(rows, 4)),
          project("0.10.0", java(OWN), java(TOOL)));
    }

    @Test
    void besideATransportOfSdk07() {
      rewriteRun(
          spec ->
              spec.parser(JavaParser.fromJavaVersion().classpath(SdkJars.sdk("0.7")))
                  .dataTable(LegacySseUses.Row.class, rows -> assertReported(rows, 3)),
          project(
              "0.7.0",
              java(
                  """
                  import io.modelcontextprotocol.spec.ServerMcpTransport;

                  abstract class Own implements ServerMcpTransport {
                  }
                  """),
              java(TOOL)));
    }

    @Test
    void besideANotificationOfSdk08() {
      rewriteRun(
          spec ->
              spec.parser(JavaParser.fromJavaVersion().classpath(SdkJars.sdk("0.8")))
                  .dataTable(LegacySseUses.Row.class, rows -> assertReported(rows, 5)),
          project(
              "0.8.1",
              java(
                  """
                  import io.modelcontextprotocol.spec.McpServerTransportProvider;
                  import java.util.Map;
                  import reactor.core.publisher.Mono;

                  abstract class Own implements McpServerTransportProvider {
                      @Override
                      public Mono<Void> notifyClients(String method, Map<String, Object> params) {
                          return Mono.empty();
                      }
                  }
                  """),
              java(TOOL)));
    }

    @Test
    void withTheClientsThatWouldNeedAnotherSdk() {
      rewriteRun(
          spec ->
              spec.recipe(new MigrateToStreamableHttp(null, null, null))
                  .dataTable(
                      LegacySseUses.Row.class,
                      rows ->
                          assertThat(rows)
                              .isNotEmpty()
                              .allSatisfy(row -> assertThat(row.getReason()).isEqualTo(REASON))),
          project(
              "0.10.0",
              java(OWN),
              java(
                  CLIENT,
                  CLIENT.replace(
                      "        return",
                      "        // TODO mcp-migrate: " + REASON + "\n        return"))));
    }
  }

  @Nested
  class DoesNotReport {

    @Test
    void aTransportThatAnySdkTakes() {
      rewriteRun(
          spec -> spec.parser(JavaParser.fromJavaVersion().classpath(SdkJars.CURRENT)),
          project(
              "0.18.4",
              java(
                  """
                  import io.modelcontextprotocol.json.TypeRef;
                  import io.modelcontextprotocol.spec.McpClientTransport;

                  abstract class Own implements McpClientTransport {
                      @Override
                      public <T> T unmarshalFrom(Object data, TypeRef<T> type) {
                          return null;
                      }
                  }
                  """)));
    }

    @Test
    void interfacesOfTheSameNameElsewhere() {
      rewriteRun(
          project(
              "0.18.4",
              java(
                  """
                  package com.example;

                  interface ClientMcpTransport {}
                  """),
              java(
                  """
                  package com.example;

                  class Own implements ClientMcpTransport {}
                  """)));
    }
  }

  private static void assertReported(Iterable<LegacySseUses.Row> rows, int line) {
    assertThat(rows)
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.getLine()).isEqualTo(line);
              assertThat(row.getShape()).isEqualTo("own transport");
              assertThat(row.getAction()).isEqualTo("manual");
              assertThat(row.getReason()).isEqualTo(REASON);
            });
  }

  private static SourceSpecs project(String sdk, SourceSpecs... sources) {
    return mavenProject("server", pomXml(pom(sdk)), srcMainJava(sources));
  }

  private static String pom(String sdk) {
    return """
        <project>
          <modelVersion>4.0.0</modelVersion>
          <groupId>com.example</groupId>
          <artifactId>server</artifactId>
          <version>1</version>
          <dependencies>
            <dependency>
              <groupId>io.modelcontextprotocol.sdk</groupId>
              <artifactId>mcp</artifactId>
              <version>%s</version>
            </dependency>
          </dependencies>
        </project>
        """
        .formatted(sdk);
  }
}
