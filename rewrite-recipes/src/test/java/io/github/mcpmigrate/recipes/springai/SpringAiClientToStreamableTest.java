package io.github.mcpmigrate.recipes.springai;

import static io.github.mcpmigrate.recipes.springai.SpringAiProject.manual;
import static io.github.mcpmigrate.recipes.springai.SpringAiProject.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.openrewrite.gradle.Assertions.buildGradle;
import static org.openrewrite.properties.Assertions.properties;
import static org.openrewrite.yaml.Assertions.yaml;

import io.github.mcpmigrate.table.LegacySseUses;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openrewrite.DocumentExample;
import org.openrewrite.test.RecipeSpec;
import org.openrewrite.test.RewriteTest;
import org.openrewrite.test.SourceSpecs;

class SpringAiClientToStreamableTest implements RewriteTest {

  @Override
  public void defaults(RecipeSpec spec) {
    spec.recipe(new SpringAiClientToStreamable(null, null, null));
  }

  @DocumentExample
  @Test
  void connectionsKeepTheirNames() {
    rewriteRun(
        yaml(
            """
            spring:
              ai:
                mcp:
                  client:
                    request-timeout: 30s
                    # the servers
                    sse:
                      connections:
                        weather:
                          url: http://localhost:8080
                        stock:
                          url: ${STOCK_URL}
                          sse-endpoint: /sse
                        "[old.notes]":
                          url: https://notes.example
                          sse-endpoint: /notes/sse # behind the gateway
            """,
            """
            spring:
              ai:
                mcp:
                  client:
                    request-timeout: 30s
                    # the servers
                    streamable-http:
                      connections:
                        weather:
                          url: http://localhost:8080
                        stock:
                          url: ${STOCK_URL}
                        "[old.notes]":
                          url: https://notes.example
                          endpoint: /notes/mcp # behind the gateway
            """,
            file -> named(file, "application.yml")));
  }

  @Test
  void connectionsToTheBuildsOwnServerFollowIt() {
    rewriteRun(
        properties(
            "spring.ai.mcp.server.sse-endpoint=/rail/sse",
            file -> file.path("src/main/resources/application-server.properties")),
        properties(
            """
            spring.ai.mcp.client.sse.connections.rail.url=http://localhost:8080
            spring.ai.mcp.client.sse.connections.rail.sse-endpoint=/rail/sse
            """,
            """
            spring.ai.mcp.client.streamable-http.connections.rail.url=http://localhost:8080
            """,
            file -> file.path("src/main/resources/application-client.properties")));
  }

  @Test
  void connectionsToAServerOfThatPathElsewhereDoNot() {
    rewriteRun(
        properties(
            "spring.ai.mcp.server.sse-endpoint=/rail/sse",
            file -> file.path("src/main/resources/application-server.properties")),
        properties(
            """
            spring.ai.mcp.client.sse.connections.rail.url=https://rail.example
            spring.ai.mcp.client.sse.connections.rail.sse-endpoint=/rail/sse
            """,
            """
            spring.ai.mcp.client.streamable-http.connections.rail.url=https://rail.example
            spring.ai.mcp.client.streamable-http.connections.rail.endpoint=/rail/mcp
            """,
            file -> file.path("src/main/resources/application-client.properties")));
  }

  @Test
  void propertiesOfEveryProfile() {
    rewriteRun(
        properties(
            """
            spring.ai.mcp.client.sse.connections.weather.url=http://localhost:8080/sse
            spring.ai.mcp.client.sse.connections.weather.sse-endpoint=/sse
            spring.ai.mcp.client.sse.connections[my.notes].url=http://localhost:8081
            spring.ai.mcp.client.sse.connections[my.notes].sseEndpoint=/api/sse
            """,
            """
            spring.ai.mcp.client.streamable-http.connections.weather.url=http://localhost:8080
            spring.ai.mcp.client.streamable-http.connections[my.notes].url=http://localhost:8081
            spring.ai.mcp.client.streamable-http.connections[my.notes].endpoint=/api/mcp
            """,
            file -> named(file, "application-dev.properties")));
  }

  @Test
  void whatNobodyCanTellGetsAComment() {
    rewriteRun(
        spec ->
            spec.dataTable(
                LegacySseUses.Row.class,
                rows ->
                    assertThat(rows)
                        .filteredOn(row -> "manual".equals(row.getAction()))
                        .singleElement()
                        .satisfies(row -> assertThat(row.getLine()).isEqualTo(2))),
        properties(
            """
            spring.ai.mcp.client.sse.connections.a.url=https://a.example
            spring.ai.mcp.client.sse.connections.a.sse-endpoint=/events?key=1
            """,
            """
            spring.ai.mcp.client.streamable-http.connections.a.url=https://a.example
            # TODO mcp-migrate: ask whoever runs this server where it serves Streamable HTTP
            spring.ai.mcp.client.streamable-http.connections.a.endpoint=/events?key=1
            """,
            file -> named(file, "application.properties")));
  }

  @Test
  void whatNobodyCanTellInYaml() {
    rewriteRun(
        yaml(
            """
            spring.ai.mcp.client:
              sse:
                connections:
                  a:
                    url: https://a.example
                    sse-endpoint: ${PATH_OF_A:/sse}
            """,
            """
            spring.ai.mcp.client:
              streamable-http:
                connections:
                  a:
                    url: https://a.example
                    # TODO mcp-migrate: ask whoever runs this server where it serves Streamable HTTP
                    endpoint: ${PATH_OF_A:/sse}
            """,
            file -> named(file, "application.yml")));
  }

  @Test
  void anotherEndpointIsWritten() {
    rewriteRun(
        spec -> spec.recipe(new SpringAiClientToStreamable("/api/mcp", null, null)),
        properties(
            """
            spring.ai.mcp.client.sse.connections.a.url=https://a.example
            spring.ai.mcp.client.sse.connections.a.sse-endpoint=/sse
            """,
            """
            spring.ai.mcp.client.streamable-http.connections.a.url=https://a.example
            spring.ai.mcp.client.streamable-http.connections.a.endpoint=/api/mcp
            """,
            file -> named(file, "application.properties")));
  }

  @Test
  void theUrlIsKeptOnRequest() {
    rewriteRun(
        spec -> spec.recipe(new SpringAiClientToStreamable(null, true, null)),
        properties(
            """
            spring.ai.mcp.client.sse.connections.a.url=https://a.example
            spring.ai.mcp.client.sse.connections.a.sse-endpoint=/events
            """,
            """
            spring.ai.mcp.client.streamable-http.connections.a.url=https://a.example
            spring.ai.mcp.client.streamable-http.connections.a.endpoint=/events
            """,
            file -> named(file, "application.properties")),
        properties(
            "spring.ai.mcp.client.sse.connections.a.url=https://a.example",
            """
            spring.ai.mcp.client.streamable-http.connections.a.url=https://a.example
            spring.ai.mcp.client.streamable-http.connections.a.endpoint=/sse""",
            file -> named(file, "application-dev.properties")),
        yaml(
            """
            spring.ai.mcp.client.sse.connections:
              a:
                url: https://a.example
              b:
                url: https://b.example
                sse-endpoint: /sse
            """,
            """
            spring.ai.mcp.client.streamable-http.connections:
              a:
                url: https://a.example
                endpoint: /sse
              b:
                url: https://b.example
                endpoint: /sse
            """,
            file -> named(file, "application.yml")));
  }

  @Test
  void aClientOfAServerElsewhereMovesAllTheSame() {
    rewriteRun(
        spec -> spec.recipe(new SpringAiClientToStreamable(null, null, "dual")),
        stuckServer(),
        properties(
            "spring.ai.mcp.client.sse.connections.a.url=https://a.example",
            "spring.ai.mcp.client.streamable-http.connections.a.url=https://a.example",
            file -> named(file, "application.properties")));
  }

  @Test
  void aClientOfAServerThatMoves() {
    rewriteRun(
        stuckServer(),
        properties(
            "spring.ai.mcp.client.sse.connections.a.url=http://localhost:8080",
            "spring.ai.mcp.client.streamable-http.connections.a.url=http://localhost:8080",
            file -> named(file, "application.properties")));
  }

  /** A server that cannot move to both transports: nothing says where the runtime would go. */
  private static SourceSpecs stuckServer() {
    return buildGradle(
        """
        dependencies {
            runtimeOnly 'org.springframework.ai:spring-ai-starter-mcp-server-webmvc:1.1.2'
        }
        """);
  }

  @Nested
  class DoesNotTouch {

    @ParameterizedTest
    @ValueSource(
        strings = {"http://localhost:8080", "http://127.0.0.1", "http://weather", "${WEATHER}"})
    void aClientOfAServerThatStays(String url) {
      rewriteRun(
          spec -> {
            spec.recipe(new SpringAiClientToStreamable(null, null, "dual"));
            manual(row -> assertThat(row.getReason()).startsWith("the project's own server stays"))
                .accept(spec);
          },
          stuckServer(),
          properties(
              "spring.ai.mcp.client.sse.connections.a.url=" + url,
              file -> named(file, "application.properties")));
    }

    @Test
    void connectionsThatHaveMoved() {
      rewriteRun(
          yaml(
              """
              spring:
                ai:
                  mcp:
                    client:
                      streamable-http:
                        connections:
                          a:
                            url: https://a.example
                            endpoint: /mcp
              """,
              file -> named(file, "application.yml")));
    }

    @Test
    void connectionsOverStandardStreams() {
      rewriteRun(
          properties(
              "spring.ai.mcp.client.stdio.connections.sse.command=/sse",
              file -> named(file, "application.properties")));
    }

    @Test
    void keysOfServers() {
      rewriteRun(
          properties(
              "spring.ai.mcp.server.sse-endpoint=/sse",
              file -> named(file, "application.properties")));
    }

    @Test
    void otherKeysOfTheSameName() {
      rewriteRun(
          yaml(
              """
              sse:
                connections:
                  a:
                    sse-endpoint: /sse
              """,
              file -> named(file, "application.yml")));
    }

    @Test
    void filesThatBootDoesNotRead() {
      rewriteRun(
          properties(
              "spring.ai.mcp.client.sse.connections.a.url=https://a.example",
              file -> named(file, "example.properties")));
    }

    @Test
    void emptyFiles() {
      rewriteRun(properties("", file -> named(file, "application.properties")));
    }
  }
}
