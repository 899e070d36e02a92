package io.github.mcpmigrate.recipes.springai;

import static io.github.mcpmigrate.recipes.springai.SpringAiProject.SERVER;
import static io.github.mcpmigrate.recipes.springai.SpringAiProject.pom;
import static org.openrewrite.java.Assertions.mavenProject;
import static org.openrewrite.java.Assertions.srcMainResources;
import static org.openrewrite.maven.Assertions.pomXml;
import static org.openrewrite.properties.Assertions.properties;

import io.github.mcpmigrate.MigrateToStreamableHttp;
import io.github.mcpmigrate.recipes.build.SpringAiVersion;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.openrewrite.DocumentExample;
import org.openrewrite.test.RecipeSpec;
import org.openrewrite.test.RewriteTest;

class UpgradeSpringAiTest implements RewriteTest {

  /** A server whose release of Spring AI is a property for its BOM. */
  private static final String BOM =
      """
      <project>
          <modelVersion>4.0.0</modelVersion>
          <groupId>com.example</groupId>
          <artifactId>weather</artifactId>
          <version>1</version>
          <properties>
              <spring-ai.version>%s</spring-ai.version>
          </properties>
          <dependencyManagement>
              <dependencies>
                  <dependency>
                      <groupId>org.springframework.ai</groupId>
                      <artifactId>spring-ai-bom</artifactId>
                      <version>${spring-ai.version}</version>
                      <type>pom</type>
                      <scope>import</scope>
                  </dependency>
              </dependencies>
          </dependencyManagement>
          <dependencies>
              <dependency>
                  <groupId>org.springframework.ai</groupId>
                  <artifactId>spring-ai-starter-mcp-server-webmvc</artifactId>
              </dependency>
          </dependencies>
      </project>
      """;

  @Override
  public void defaults(RecipeSpec spec) {
    spec.recipe(new UpgradeSpringAi());
  }

  @DocumentExample
  @Test
  void theBomRises() {
    rewriteRun(pomXml(BOM.formatted("1.0.0"), BOM.formatted(SpringAiVersion.FIRST_LINE)));
  }

  @Test
  void aVersionAtTheStarterRises() {
    rewriteRun(pomXml(pom(SERVER, "1.0.3"), pom(SERVER, SpringAiVersion.FIRST_LINE)));
  }

  @Test
  void aMigrationRaisesItAndMovesTheConfiguration() {
    rewriteRun(
        spec ->
            spec.recipe(new MigrateToStreamableHttp(null, null, null))
                .expectedCyclesThatMakeChanges(1),
        mavenProject(
            "weather",
            pomXml(BOM.formatted("1.0.1"), BOM.formatted(SpringAiVersion.FIRST_LINE)),
            srcMainResources(
                properties(
                    """
                    spring.ai.mcp.server.name=weather
                    spring.ai.mcp.server.sse-endpoint=/weather/sse
                    """,
                    """
                    spring.ai.mcp.server.name=weather
                    spring.ai.mcp.server.protocol=STREAMABLE
                    """,
                    file -> file.path("application.properties")))));
  }

  @Nested
  class DoesNotTouch {

    @Test
    void linesWithStreamableHttp() {
      rewriteRun(pomXml(BOM.formatted("1.1.2")));
    }

    @Test
    void springAiWithoutMcp() {
      rewriteRun(pomXml(pom("spring-ai-commons", "1.0.1")));
    }
  }
}
