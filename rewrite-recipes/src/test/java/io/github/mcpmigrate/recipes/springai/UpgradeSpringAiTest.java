package io.github.mcpmigrate.recipes.springai;

import static io.github.mcpmigrate.recipes.springai.SpringAiProject.SERVER;
import static io.github.mcpmigrate.recipes.springai.SpringAiProject.manual;
import static io.github.mcpmigrate.recipes.springai.SpringAiProject.pom;
import static org.assertj.core.api.Assertions.assertThat;
import static org.openrewrite.java.Assertions.mavenProject;
import static org.openrewrite.java.Assertions.srcMainResources;
import static org.openrewrite.maven.Assertions.pomXml;
import static org.openrewrite.properties.Assertions.properties;

import io.github.mcpmigrate.MigrateToStreamableHttp;
import io.github.mcpmigrate.recipes.CompatRepository;
import io.github.mcpmigrate.recipes.build.SpringAiVersion;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openrewrite.DocumentExample;
import org.openrewrite.ExecutionContext;
import org.openrewrite.InMemoryExecutionContext;
import org.openrewrite.Parser;
import org.openrewrite.SourceFile;
import org.openrewrite.internal.InMemoryLargeSourceSet;
import org.openrewrite.maven.MavenParser;
import org.openrewrite.properties.PropertiesParser;
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

  /** Its BOM is not the only one, and the other says which JUnit. */
  private static final String WITH_JUNIT =
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
                      <groupId>org.junit</groupId>
                      <artifactId>junit-bom</artifactId>
                      <version>5.12.2</version>
                      <type>pom</type>
                      <scope>import</scope>
                  </dependency>
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
              <dependency>
                  <groupId>org.junit.jupiter</groupId>
                  <artifactId>junit-jupiter</artifactId>
                  <version>5.12.2</version>
                  <scope>test</scope>
              </dependency>
          </dependencies>
      </project>
      """;

  private static final String PARENT =
      BOM.formatted("1.0.0")
          .replace("<version>1</version>", "<version>1</version>\n    <packaging>pom</packaging>");

  private static final String MODULE =
      """
      <project>
          <modelVersion>4.0.0</modelVersion>
          <parent>
              <groupId>com.example</groupId>
              <artifactId>weather</artifactId>
              <version>1</version>
              <relativePath>../pom.xml</relativePath>
          </parent>
          <artifactId>server</artifactId>
      </project>
      """;

  @TempDir Path repository;

  @Override
  public void defaults(RecipeSpec spec) {
    spec.recipe(new UpgradeSpringAi());
  }

  /** Somebody else's library, which brings an MCP starter of 1.0. */
  private Consumer<RecipeSpec> withLibrary() {
    return spec ->
        spec.executionContext(
            CompatRepository.with(
                repository,
                "com.example",
                "servers",
                "1",
                pom(SERVER, "1.0.1")
                    .replaceAll("(?s).*(<dependencies>.*</dependencies>).*", "$1")));
  }

  @DocumentExample
  @Test
  void theBomRises() {
    rewriteRun(pomXml(BOM.formatted("1.0.0"), BOM.formatted(SpringAiVersion.FIRST_LINE)));
  }

  /**
   * As of a module that is built from its own folder: Maven reads the parent, and nobody edits it.
   */
  @Test
  void aParentOutsideOfTheBuildKeepsTheServerWhereItIs() {
    ExecutionContext ctx = new InMemoryExecutionContext();
    List<SourceFile> poms =
        MavenParser.builder()
            .build()
            .parseInputs(
                List.of(
                    Parser.Input.fromString(Path.of("pom.xml"), PARENT),
                    Parser.Input.fromString(Path.of("server/pom.xml"), MODULE)),
                null,
                ctx)
            .toList();
    SourceFile configuration =
        new PropertiesParser()
            .parse("spring.ai.mcp.server.sse-endpoint=/sse")
            .map(
                file ->
                    (SourceFile)
                        file.withSourcePath(
                            Path.of("server/src/main/resources/application.properties")))
            .findFirst()
            .orElseThrow();
    assertThat(
            new SpringAiServerToStreamable(null, null)
                .run(new InMemoryLargeSourceSet(List.of(poms.get(1), configuration)), ctx)
                .getChangeset()
                .getAllResults())
        .isEmpty();
  }

  @Test
  void versionsOfOthersStay() {
    rewriteRun(
        pomXml(WITH_JUNIT.formatted("1.0.0"), WITH_JUNIT.formatted(SpringAiVersion.FIRST_LINE)));
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

  @Test
  void aStarterOfTheMilestoneGetsItsNameOfToday() {
    rewriteRun(
        pomXml(
            pom("spring-ai-mcp-server-webmvc-spring-boot-starter", "1.0.0-M6"),
            pom(SERVER, SpringAiVersion.FIRST_LINE)));
  }

  @Test
  void aMilestoneWithTheVersionInAProperty() {
    String property =
        pom("%s", "${spring-ai.version}")
            .replace(
                "    <dependencies>",
                "    <properties>\n        <spring-ai.version>%s</spring-ai.version>\n    </properties>\n    <dependencies>");
    rewriteRun(
        pomXml(
            property.formatted("1.0.0-M6", "spring-ai-mcp-server-webmvc-spring-boot-starter"),
            property.formatted(SpringAiVersion.FIRST_LINE, SERVER)));
  }

  @Test
  void aMilestoneWithTheBom() {
    rewriteRun(
        pomXml(
            BOM.formatted("1.0.0-M6")
                .replace(SERVER, "spring-ai-mcp-server-webmvc-spring-boot-starter"),
            BOM.formatted(SpringAiVersion.FIRST_LINE)));
  }

  @Test
  void theNextMilestoneHasTheNamesOfToday() {
    rewriteRun(pomXml(pom(SERVER, "1.0.0-M7"), pom(SERVER, SpringAiVersion.FIRST_LINE)));
  }

  @Test
  void aMigrationFromTheMilestone() {
    rewriteRun(
        spec ->
            spec.recipe(new MigrateToStreamableHttp(null, null, null))
                .expectedCyclesThatMakeChanges(1),
        mavenProject(
            "weather",
            pomXml(
                pom("spring-ai-mcp-server-webmvc-spring-boot-starter", "1.0.0-M6"),
                pom(SERVER, SpringAiVersion.FIRST_LINE)),
            srcMainResources(
                properties(
                    "spring.ai.mcp.server.name=weather",
                    "spring.ai.mcp.server.name=weather\nspring.ai.mcp.server.protocol=STREAMABLE",
                    file -> file.path("application.properties")))));
  }

  @Nested
  class DoesNotTouch {

    @Test
    void aBuildWithAModelStarterOfTheMilestone() {
      rewriteRun(
          spec -> {
            spec.recipe(new MigrateToStreamableHttp(null, null, null));
            manual(
                    row -> {
                      assertThat(row.getFile()).endsWith("application.properties");
                      assertThat(row.getReason())
                          .startsWith(
                              "spring-ai-ollama-spring-boot-starter is not among the artifacts");
                    })
                .accept(spec);
          },
          mavenProject(
              "weather",
              pomXml(pom("spring-ai-mcp-server-webmvc-spring-boot-starter", "1.0.0-M6")),
              srcMainResources(
                  properties(
                      "spring.ai.mcp.server.name=weather",
                      file -> file.path("application.properties")))),
          mavenProject(
              "chat",
              pomXml(
                  pom("spring-ai-ollama-spring-boot-starter", "1.0.0-M6")
                      .replace("weather", "chat"))));
    }

    @Test
    void aBuildWithAModuleThatIsDecidedOutside() {
      rewriteRun(
          withLibrary(),
          mavenProject("weather", pomXml(pom(SERVER, "1.0.1"))),
          mavenProject(
              "stock",
              pomXml(
                  """
                  <project>
                      <modelVersion>4.0.0</modelVersion>
                      <groupId>com.example</groupId>
                      <artifactId>stock</artifactId>
                      <version>1</version>
                      <dependencies>
                          <dependency>
                              <groupId>com.example</groupId>
                              <artifactId>servers</artifactId>
                              <version>1</version>
                          </dependency>
                      </dependencies>
                  </project>
                  """)));
    }

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
