package io.github.mcpmigrate.recipes.springai;

import static io.github.mcpmigrate.recipes.springai.SpringAiProject.manual;
import static io.github.mcpmigrate.recipes.springai.SpringAiProject.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.openrewrite.gradle.Assertions.buildGradle;
import static org.openrewrite.java.Assertions.java;
import static org.openrewrite.properties.Assertions.properties;
import static org.openrewrite.yaml.Assertions.yaml;

import io.github.mcpmigrate.recipes.SdkJars;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openrewrite.DocumentExample;
import org.openrewrite.java.JavaParser;
import org.openrewrite.test.RecipeSpec;
import org.openrewrite.test.RewriteTest;

class SpringAiServerToDualTest implements RewriteTest {

  private static final String BOM =
      "implementation platform('org.springframework.ai:spring-ai-bom:1.1.2')";

  @Override
  public void defaults(RecipeSpec spec) {
    spec.recipe(new SpringAiServerToDual(null, null));
  }

  @DocumentExample
  @Test
  void theOldEndpointsStay() {
    rewriteRun(
        yaml(
            """
            spring:
              ai:
                mcp:
                  server:
                    name: weather
                    sse-endpoint: /weather/sse
                    sse-message-endpoint: /weather/messages
                    base-url: https://weather.example
                    keep-alive-interval: 30s
            """,
            """
            spring:
              ai:
                mcp:
                  server:
                    name: weather
                    sse-endpoint: /weather/sse
                    sse-message-endpoint: /weather/messages
                    base-url: https://weather.example
                    keep-alive-interval: 30s
                    protocol: STREAMABLE
            """,
            file -> named(file, "application.yml")));
  }

  /** Where MigrateToStreamableHttp puts it in their place, so that dropping them makes the same. */
  @Test
  void theProtocolStandsBesideTheFirstOfTheOldKeys() {
    rewriteRun(
        yaml(
            """
            spring.ai.mcp.server:
              sse-endpoint: /weather/sse
              sse-message-endpoint: /weather/messages
              capabilities:
                prompt: false
              base-url: https://weather.example
            """,
            """
            spring.ai.mcp.server:
              sse-endpoint: /weather/sse
              sse-message-endpoint: /weather/messages
              protocol: STREAMABLE
              capabilities:
                prompt: false
              base-url: https://weather.example
            """,
            file -> named(file, "application.yml")));
    rewriteRun(
        yaml(
            """
            spring.ai.mcp.server.sse-endpoint: /weather/sse
            spring.ai.mcp.server.name: weather
            """,
            """
            spring.ai.mcp.server.sse-endpoint: /weather/sse
            spring.ai.mcp.server.protocol: STREAMABLE
            spring.ai.mcp.server.name: weather
            """,
            file -> named(file, "application.yml")));
    rewriteRun(
        properties(
            """
            spring.ai.mcp.server.sse-endpoint=/sse
            spring.ai.mcp.server.sse-message-endpoint=/messages
            # Shown to clients
            spring.ai.mcp.server.name=weather
            spring.ai.mcp.server.base-url=/weather
            """,
            """
            spring.ai.mcp.server.sse-endpoint=/sse
            spring.ai.mcp.server.sse-message-endpoint=/messages
            spring.ai.mcp.server.protocol=STREAMABLE
            # Shown to clients
            spring.ai.mcp.server.name=weather
            spring.ai.mcp.server.base-url=/weather
            """,
            file -> named(file, "application.properties")));
  }

  @Test
  void aChosenProtocolChanges() {
    rewriteRun(
        properties(
            """
            spring.ai.mcp.server.protocol=SSE
            spring.ai.mcp.server.sse-endpoint=/sse
            """,
            """
            spring.ai.mcp.server.protocol=STREAMABLE
            spring.ai.mcp.server.sse-endpoint=/sse
            """,
            file -> named(file, "application.properties")));
  }

  @Test
  void oneUrlServesBothOnRequest() {
    rewriteRun(
        spec -> spec.recipe(new SpringAiServerToDual(null, true)),
        properties(
            """
            spring.ai.mcp.server.sse-endpoint=/api/sse
            server.port=8080
            """,
            """
            spring.ai.mcp.server.sse-endpoint=/api/sse
            spring.ai.mcp.server.protocol=STREAMABLE
            spring.ai.mcp.server.streamable-http.mcp-endpoint=/api/sse
            server.port=8080
            mcp.compat.same-url=true
            """,
            file -> named(file, "application.properties")));
  }

  @Test
  void oneUrlInYaml() {
    rewriteRun(
        spec -> spec.recipe(new SpringAiServerToDual(null, true)),
        yaml(
            """
            spring:
              ai:
                mcp:
                  server:
                    protocol: SSE
            """,
            """
            spring:
              ai:
                mcp:
                  server:
                    protocol: STREAMABLE
                    streamable-http:
                      mcp-endpoint: /sse
            mcp:
              compat:
                same-url: true
            """,
            file -> named(file, "application.yml")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "implementation 'org.springframework.ai:spring-ai-starter-mcp-server-webmvc:1.1.2'",
        "implementation libs.spring.ai.starter.mcp.server.webmvc",
        "runtimeOnly 'io.github.mcpmigrate:mcp-compat-spring-boot-starter:0.1.0'"
      })
  void aGradleBuildThatHasOrGetsTheRuntime(String dependency) {
    rewriteRun(
        buildGradle("dependencies {\n    %s\n    %s\n}\n".formatted(BOM, dependency)),
        properties(
            "spring.ai.mcp.server.name=weather",
            "spring.ai.mcp.server.name=weather\nspring.ai.mcp.server.protocol=STREAMABLE",
            file -> named(file, "application.properties")));
  }

  @Nested
  class DoesNotTouch {

    /** The runtime stops an application that has both, and says so. */
    @Test
    void aServerWithATransportOfItsOwn() {
      rewriteRun(
          spec ->
              manual(row -> assertThat(row.getReason()).contains("make that a WebMvcDualTransport"))
                  .accept(
                      spec.parser(JavaParser.fromJavaVersion().classpath(SdkJars.springAi("1.1")))),
          properties(
              "spring.ai.mcp.server.protocol=SSE", file -> named(file, "application.properties")),
          java(
              """
              import io.modelcontextprotocol.server.transport.WebMvcStreamableServerTransportProvider;

              class Streamable {
                  Object provider = WebMvcStreamableServerTransportProvider.builder().build();
              }
              """));
    }

    @Test
    void aGradleBuildThatDoesNotSayWhichSpringAiItHas() {
      rewriteRun(
          manual(row -> assertThat(row.getReason()).startsWith("which Spring AI this module has")),
          buildGradle(
              """
              plugins { id 'com.example.servers' }
              dependencies {
                  implementation 'org.springframework.ai:spring-ai-starter-mcp-server-webmvc'
              }
              """),
          properties(
              "spring.ai.mcp.server.sse-endpoint=/sse",
              file -> named(file, "application.properties")));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "runtimeOnly libs.weather.server",
          "runtimeOnly 'org.springframework.ai:spring-ai-starter-mcp-server-webmvc:1.1.2'"
        })
    void aGradleBuildWithoutAPlaceForTheRuntime(String dependency) {
      rewriteRun(
          manual(
              row ->
                  assertThat(row.getReason())
                      .contains("build.gradle")
                      .contains("mcp-compat-spring-boot-starter")),
          buildGradle("dependencies {\n    %s\n    %s\n}\n".formatted(BOM, dependency)),
          properties(
              "spring.ai.mcp.server.sse-endpoint=/sse",
              file -> named(file, "application.properties")));
    }

    @Test
    void aServerThatHasMoved() {
      rewriteRun(
          properties(
              """
              spring.ai.mcp.server.protocol=STREAMABLE
              spring.ai.mcp.server.sse-endpoint=/sse
              """,
              file -> named(file, "application.properties")));
    }

    @Test
    void aServerWithoutSessions() {
      rewriteRun(
          properties(
              "spring.ai.mcp.server.protocol=stateless",
              file -> named(file, "application.properties")));
    }

    @Test
    void aProfileThatSaysNothingOfTheTransport() {
      rewriteRun(
          properties(
              "spring.ai.mcp.server.protocol=SSE",
              "spring.ai.mcp.server.protocol=STREAMABLE",
              file -> named(file, "application.properties")),
          properties(
              "spring.ai.mcp.server.name=weather-dev",
              file -> named(file, "application-dev.properties")));
    }

    @Test
    void anApplicationWithoutAServer() {
      rewriteRun(
          yaml(
              """
              server:
                port: 8080
              """,
              file -> named(file, "application.yml")));
    }
  }
}
