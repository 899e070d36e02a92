package io.github.mcpmigrate.recipes.springai;

import static org.openrewrite.java.Assertions.mavenProject;
import static org.openrewrite.java.Assertions.srcMainResources;
import static org.openrewrite.maven.Assertions.pomXml;
import static org.openrewrite.properties.Assertions.properties;
import static org.openrewrite.yaml.Assertions.yaml;

import io.github.mcpmigrate.recipes.CompatRepository;
import io.github.mcpmigrate.recipes.Versions;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openrewrite.DocumentExample;
import org.openrewrite.test.RecipeSpec;
import org.openrewrite.test.RewriteTest;

class DropSseFromSpringAiServersTest implements RewriteTest {

  private static final String POM =
      """
      <project>
          <modelVersion>4.0.0</modelVersion>
          <groupId>com.example</groupId>
          <artifactId>weather</artifactId>
          <version>1</version>
          <dependencies>%s
              <dependency>
                  <groupId>org.springframework.ai</groupId>
                  <artifactId>%s</artifactId>
                  <version>1.1.2</version>
              </dependency>
          </dependencies>
      </project>
      """;

  private static final String STARTER = "spring-ai-starter-mcp-server-webmvc";

  private static final String COMPAT =
      """

              <dependency>
                  <groupId>io.github.mcpmigrate</groupId>
                  <artifactId>mcp-compat-spring-boot-starter</artifactId>
                  <version>%s</version>
              </dependency>\
      """
          .formatted(Versions.compat());

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
            pomXml(POM.formatted(COMPAT, STARTER), POM.formatted("", STARTER)),
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

  @Nested
  class DoesNotTouch {

    @Test
    void aServerOnHttpSseAlone() {
      rewriteRun(
          mavenProject(
              "weather",
              pomXml(POM.formatted("", STARTER)),
              srcMainResources(
                  properties(
                      "spring.ai.mcp.server.sse-endpoint=/sse",
                      file -> file.path("application.properties")))));
    }

    @Test
    void theOtherModules() {
      rewriteRun(
          mavenProject(
              "weather", pomXml(POM.formatted(COMPAT, STARTER), POM.formatted("", STARTER))),
          mavenProject(
              "stock",
              pomXml(POM.formatted("", STARTER).replace("weather", "stock")),
              srcMainResources(
                  properties(
                      "spring.ai.mcp.server.sse-endpoint=/sse",
                      file -> file.path("application.properties")))));
    }
  }
}
