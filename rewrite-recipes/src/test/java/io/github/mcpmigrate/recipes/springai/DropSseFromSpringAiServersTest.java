package io.github.mcpmigrate.recipes.springai;

import static io.github.mcpmigrate.recipes.springai.SpringAiProject.SERVER;
import static io.github.mcpmigrate.recipes.springai.SpringAiProject.manual;
import static io.github.mcpmigrate.recipes.springai.SpringAiProject.pom;
import static io.github.mcpmigrate.recipes.springai.SpringAiProject.pomWithCompat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.openrewrite.gradle.Assertions.buildGradle;
import static org.openrewrite.java.Assertions.mavenProject;
import static org.openrewrite.java.Assertions.srcMainResources;
import static org.openrewrite.maven.Assertions.pomXml;
import static org.openrewrite.properties.Assertions.properties;
import static org.openrewrite.toml.Assertions.toml;
import static org.openrewrite.yaml.Assertions.yaml;

import io.github.mcpmigrate.recipes.CompatRepository;
import io.github.mcpmigrate.table.LegacySseUses;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openrewrite.DocumentExample;
import org.openrewrite.test.RecipeSpec;
import org.openrewrite.test.RewriteTest;

class DropSseFromSpringAiServersTest implements RewriteTest {

  @TempDir Path repository;

  @Override
  public void defaults(RecipeSpec spec) {
    spec.recipe(new DropSseFromSpringAiServers()).executionContext(CompatRepository.in(repository));
  }

  @DocumentExample
  @Test
  void theStarterGoesWithItsKeys() {
    rewriteRun(
        mavenProject(
            "weather",
            pomXml(pomWithCompat(SERVER), pom(SERVER)),
            srcMainResources(
                yaml(
                    """
                    spring:
                      ai:
                        mcp:
                          server:
                            name: weather
                            protocol: STREAMABLE
                            sse-endpoint: /weather/sse
                            base-url: https://weather.example
                            keep-alive-interval: 30s
                    mcp:
                      compat:
                        sunset: 2027-06-30
                    server:
                      port: 8080
                    """,
                    """
                    spring:
                      ai:
                        mcp:
                          server:
                            name: weather
                            protocol: STREAMABLE
                            streamable-http:
                              keep-alive-interval: 30s
                    server:
                      port: 8080
                    """,
                    file -> file.path("application.yml")),
                properties(
                    """
                    spring.ai.mcp.server.sse-message-endpoint=/weather/messages
                    mcp.compat.same-url=true
                    server.port=8081
                    """,
                    """
                    server.port=8081
                    """,
                    file -> file.path("application-dev.properties")))));
  }

  /** So that what is left is what MigrateToStreamableHttp makes. */
  @Test
  void commentsAboveKeysThatGoStay() {
    rewriteRun(
        mavenProject(
            "weather",
            pomXml(pomWithCompat(SERVER), pom(SERVER)),
            srcMainResources(
                yaml(
                    """
                    spring.ai.mcp.server:
                      type: ASYNC
                      # where clients post to
                      sse-message-endpoint: /weather/messages
                      protocol: STREAMABLE
                    """,
                    """
                    spring.ai.mcp.server:
                      type: ASYNC
                      # where clients post to
                      protocol: STREAMABLE
                    """,
                    file -> file.path("application.yml")))));
  }

  @Test
  void theStarterGoesFromGradleWithItsKeys() {
    rewriteRun(
        buildGradle(
            """
            dependencies {
                implementation 'io.github.mcpmigrate:mcp-compat-spring-boot-starter:0.1.0'
                implementation 'org.springframework.ai:spring-ai-starter-mcp-server-webmvc:1.1.2'
            }
            """,
            """
            dependencies {
                implementation 'org.springframework.ai:spring-ai-starter-mcp-server-webmvc:1.1.2'
            }
            """),
        properties(
            """
            spring.ai.mcp.server.protocol=STREAMABLE
            spring.ai.mcp.server.sse-endpoint=/sse
            mcp.compat.sunset=2027-06-30
            """,
            """
            spring.ai.mcp.server.protocol=STREAMABLE
            """,
            file -> file.path("src/main/resources/application.properties")));
  }

  @Test
  void theTableSaysWhatBecomesOfEachKey() {
    rewriteRun(
        spec ->
            spec.dataTable(
                LegacySseUses.Row.class,
                rows ->
                    assertThat(rows)
                        .extracting(
                            row -> row.getLine() + " " + row.getAction() + ": " + row.getReason())
                        .containsExactly(
                            "2 changed: goes: only HTTP+SSE has it",
                            "3 changed: becomes streamable-http.keep-alive-interval",
                            "4 changed: goes with mcp-compat-spring-boot-starter")),
        mavenProject(
            "weather",
            pomXml(pomWithCompat(SERVER), pom(SERVER)),
            srcMainResources(
                properties(
                    """
                    spring.ai.mcp.server.protocol=STREAMABLE
                    spring.ai.mcp.server.sse-endpoint=/sse
                    spring.ai.mcp.server.keep-alive-interval=30s
                    mcp.compat.same-url=true
                    """,
                    """
                    spring.ai.mcp.server.protocol=STREAMABLE
                    spring.ai.mcp.server.streamable-http.keep-alive-interval=30s
                    """,
                    file -> file.path("application.properties")))));
  }

  @Nested
  class DoesNotTouch {

    @Test
    void aStarterOfACatalog() {
      rewriteRun(
          manual(
              row -> {
                assertThat(row.getFile()).isEqualTo("gradle/libs.versions.toml");
                assertThat(row.getLine()).isEqualTo(2);
                assertThat(row.getReason()).contains("where it is used");
              }),
          toml(
              """
              [libraries]
              compat = "io.github.mcpmigrate:mcp-compat-spring-boot-starter:0.1.0"
              """,
              file -> file.path("gradle/libs.versions.toml")),
          buildGradle("dependencies { implementation libs.compat }"),
          properties(
              "mcp.compat.same-url=true",
              file -> file.path("src/main/resources/application.properties")));
    }

    @Test
    void aStarterInMapNotation() {
      rewriteRun(
          manual(row -> assertThat(row.getLine()).isEqualTo(2)),
          buildGradle(
              """
              dependencies {
                  implementation group: 'io.github.mcpmigrate', name: 'mcp-compat-spring-boot-starter', version: '0.1.0'
              }
              """));
    }

    @Test
    void aServerOnHttpSseAlone() {
      rewriteRun(
          mavenProject(
              "weather",
              pomXml(pom(SERVER)),
              srcMainResources(
                  properties(
                      "spring.ai.mcp.server.sse-endpoint=/sse",
                      file -> file.path("application.properties")))));
    }

    @Test
    void theOtherModules() {
      rewriteRun(
          mavenProject("weather", pomXml(pomWithCompat(SERVER), pom(SERVER))),
          mavenProject(
              "stock",
              pomXml(pom(SERVER).replace("weather", "stock")),
              srcMainResources(
                  properties(
                      "spring.ai.mcp.server.sse-endpoint=/sse",
                      file -> file.path("application.properties")))));
    }
  }
}
