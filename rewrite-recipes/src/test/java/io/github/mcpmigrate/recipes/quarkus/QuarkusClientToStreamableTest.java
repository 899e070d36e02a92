package io.github.mcpmigrate.recipes.quarkus;

import static io.github.mcpmigrate.recipes.quarkus.QuarkusProject.noRows;
import static io.github.mcpmigrate.recipes.quarkus.QuarkusProject.saying;
import static org.openrewrite.java.Assertions.java;
import static org.openrewrite.maven.Assertions.pomXml;
import static org.openrewrite.properties.Assertions.properties;
import static org.openrewrite.yaml.Assertions.yaml;

import io.github.mcpmigrate.recipes.CompatRepository;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openrewrite.DocumentExample;
import org.openrewrite.java.JavaParser;
import org.openrewrite.test.RecipeSpec;
import org.openrewrite.test.RewriteTest;
import org.openrewrite.test.SourceSpecs;

/**
 * Clients of quarkus-langchain4j. The releases are only named: what is looked at is their number.
 */
class QuarkusClientToStreamableTest implements RewriteTest {

  private static final String LEGACY =
      """
      quarkus.langchain4j.mcp.notes.transport-type=http
      quarkus.langchain4j.mcp.notes.url=%s
      """;

  private static final String MOVED =
      """
      quarkus.langchain4j.mcp.notes.transport-type=streamable-http
      quarkus.langchain4j.mcp.notes.url=%s
      """;

  @TempDir Path repository;

  @Override
  public void defaults(RecipeSpec spec) {
    spec.recipe(new QuarkusClientToStreamable(null, null, null));
  }

  private Consumer<RecipeSpec> on(String version) {
    return spec ->
        spec.executionContext(
            CompatRepository.with(
                repository, "io.quarkiverse.langchain4j", "quarkus-langchain4j-mcp", version, ""));
  }

  private Consumer<RecipeSpec> on(String version, Consumer<RecipeSpec> more) {
    return on(version).andThen(more);
  }

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
                    <groupId>io.quarkiverse.langchain4j</groupId>
                    <artifactId>quarkus-langchain4j-mcp</artifactId>
                    <version>%s</version>
                </dependency>
            </dependencies>
        </project>
        """
            .formatted(version));
  }

  @DocumentExample
  @Test
  void transportAndUrl() {
    rewriteRun(
        on(
            "1.7.2",
            saying(
                "changed becomes streamable-http; before quarkus-langchain4j 1.9.0 it has no stream")),
        pom("1.7.2"),
        properties(
            LEGACY.formatted("http://localhost:8080/mcp/sse"),
            MOVED.formatted("http://localhost:8080/mcp"),
            QuarkusProject::main));
  }

  @ParameterizedTest
  @CsvSource({
    "http://localhost:8080/sse,http://localhost:8080/mcp",
    "http://notes:8080/mcp/sse,http://notes:8080/mcp"
  })
  void urlsOfEveryShape(String before, String after) {
    rewriteRun(
        on("1.7.2"),
        pom("1.7.2"),
        properties(LEGACY.formatted(before), MOVED.formatted(after), QuarkusProject::main));
  }

  @Test
  void aStreamToListenOnWhereThereIsOne() {
    rewriteRun(
        on("1.9.0"),
        pom("1.9.0"),
        properties(
            LEGACY.formatted("http://localhost:8080/mcp/sse"),
            """
            quarkus.langchain4j.mcp.notes.transport-type=streamable-http
            quarkus.langchain4j.mcp.notes.subsidiary-channel=true
            quarkus.langchain4j.mcp.notes.url=http://localhost:8080/mcp
            """,
            QuarkusProject::main));
  }

  @Test
  void yamlAndProfiles() {
    rewriteRun(
        on("1.9.0"),
        pom("1.9.0"),
        yaml(
            """
            quarkus:
              langchain4j:
                mcp:
                  notes:
                    transport-type: http # over the network
                    url: http://localhost:8080/mcp/sse
            "%dev":
              quarkus:
                langchain4j:
                  mcp:
                    notes:
                      url: http://localhost:9090/mcp/sse
            """,
            """
            quarkus:
              langchain4j:
                mcp:
                  notes:
                    transport-type: streamable-http # over the network
                    subsidiary-channel: true
                    url: http://localhost:8080/mcp
            "%dev":
              quarkus:
                langchain4j:
                  mcp:
                    notes:
                      url: http://localhost:9090/mcp
            """,
            QuarkusProject::yaml));
  }

  @Test
  void aServerOfSomebodyElseIsAskedAbout() {
    rewriteRun(
        on(
            "1.7.2",
            saying("manual make sure that https://mcp.example.com/mcp serves Streamable HTTP")),
        pom("1.7.2"),
        properties(
            LEGACY.formatted("https://mcp.example.com/sse"),
            """
            quarkus.langchain4j.mcp.notes.transport-type=streamable-http
            # TODO mcp-migrate: make sure that https://mcp.example.com/mcp serves Streamable HTTP
            quarkus.langchain4j.mcp.notes.url=https://mcp.example.com/mcp
            """,
            QuarkusProject::main));
  }

  @Nested
  class DoesNotTouch {

    @ParameterizedTest
    @ValueSource(strings = {"stdio", "streamable-http", "websocket"})
    void otherTransports(String transport) {
      rewriteRun(
          on("1.7.2", noRows()),
          pom("1.7.2"),
          properties(
              LEGACY
                  .formatted("http://localhost:8080/mcp/sse")
                  .replace("=http\n", "=" + transport + "\n"),
              QuarkusProject::main));
    }

    @ParameterizedTest
    @ValueSource(strings = {"${notes.url}", "http://localhost:8080/events"})
    void urlsThatNobodyKnows(String url) {
      rewriteRun(
          on("1.7.2", saying("manual http means HTTP+SSE")),
          pom("1.7.2"),
          properties(
              LEGACY.formatted(url),
              "# TODO mcp-migrate: http means HTTP+SSE: this becomes streamable-http when the URL, "
                  + url
                  + ", is the server's MCP endpoint, such as http://host:8080/mcp\n"
                  + LEGACY.formatted(url),
              QuarkusProject::main));
    }

    @Test
    void aReleaseWithoutStreamableHttp() {
      rewriteRun(
          on("1.0.0", saying("manual quarkus-langchain4j-mcp 1.0.0 has no Streamable HTTP")),
          pom("1.0.0"),
          properties(
              LEGACY.formatted("http://localhost:8080/mcp/sse"),
              "# TODO mcp-migrate: quarkus-langchain4j-mcp 1.0.0 has no Streamable HTTP: from 1.1.0 on this is streamable-http\n"
                  + LEGACY.formatted("http://localhost:8080/mcp/sse"),
              QuarkusProject::main));
    }

    @Test
    void filesOfOthers() {
      rewriteRun(
          on("1.7.2", noRows()),
          pom("1.7.2"),
          properties(
              LEGACY.formatted("http://localhost:8080/mcp/sse"),
              file -> file.path("src/main/resources/messages.properties")));
    }

    @Test
    void transportsThatCodeBuilds() {
      rewriteRun(
          spec -> {
            spec.parser(
                JavaParser.fromJavaVersion()
                    .dependsOn(
                        """
                        package io.quarkiverse.langchain4j.mcp.runtime.http;
                        public class QuarkusHttpMcpTransport {
                            public static class Builder {
                                public Builder sseUrl(String url) { return this; }
                                public QuarkusHttpMcpTransport build() { return null; }
                            }
                        }
                        """));
            on("1.7.2", saying("QuarkusHttpMcpTransport: manual this is HTTP+SSE")).accept(spec);
          },
          java(
              """
              import io.quarkiverse.langchain4j.mcp.runtime.http.QuarkusHttpMcpTransport;

              class Agent {
                  Object transport = new QuarkusHttpMcpTransport.Builder().sseUrl("http://localhost:8080/mcp/sse").build();
              }
              """,
              """
              import io.quarkiverse.langchain4j.mcp.runtime.http.QuarkusHttpMcpTransport;

              class Agent {
                  // TODO mcp-migrate: this is HTTP+SSE: QuarkusStreamableHttpMcpTransport has url() for sseUrl(), with the server's MCP endpoint, and needs httpClient(), whose options have what tlsConfiguration() had
                  Object transport = new QuarkusHttpMcpTransport.Builder().sseUrl("http://localhost:8080/mcp/sse").build();
              }
              """));
    }
  }
}
