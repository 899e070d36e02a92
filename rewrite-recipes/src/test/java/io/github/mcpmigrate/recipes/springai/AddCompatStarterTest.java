package io.github.mcpmigrate.recipes.springai;

import static org.openrewrite.java.Assertions.mavenProject;
import static org.openrewrite.java.Assertions.srcMainResources;
import static org.openrewrite.maven.Assertions.pomXml;
import static org.openrewrite.properties.Assertions.properties;

import io.github.mcpmigrate.recipes.CompatRepository;
import io.github.mcpmigrate.recipes.Versions;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openrewrite.DocumentExample;
import org.openrewrite.test.RecipeSpec;
import org.openrewrite.test.RewriteTest;

class AddCompatStarterTest implements RewriteTest {

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
    spec.recipe(new AddCompatStarter(null)).executionContext(CompatRepository.in(repository));
  }

  @DocumentExample
  @Test
  void aServerOnHttpSse() {
    rewriteRun(
        mavenProject(
            "weather", pomXml(POM.formatted("", STARTER), POM.formatted(COMPAT, STARTER))));
  }

  @Nested
  class DoesNotTouch {

    @Test
    void aServerThatHasMoved() {
      rewriteRun(
          mavenProject(
              "weather",
              pomXml(POM.formatted("", STARTER)),
              srcMainResources(
                  properties(
                      "spring.ai.mcp.server.protocol=STREAMABLE",
                      file -> file.path("application.properties")))));
    }

    @Test
    void aServerOnStandardStreams() {
      rewriteRun(
          mavenProject(
              "weather",
              pomXml(POM.formatted("", STARTER)),
              srcMainResources(
                  properties(
                      "spring.ai.mcp.server.stdio=true",
                      file -> file.path("application.properties")))));
    }

    @Test
    void aClient() {
      rewriteRun(
          mavenProject("weather", pomXml(POM.formatted("", "spring-ai-starter-mcp-client"))));
    }
  }
}
