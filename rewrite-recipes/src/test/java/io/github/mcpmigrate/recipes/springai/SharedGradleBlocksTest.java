package io.github.mcpmigrate.recipes.springai;

import static org.openrewrite.gradle.Assertions.buildGradle;
import static org.openrewrite.gradle.Assertions.buildGradleKts;
import static org.openrewrite.java.Assertions.mavenProject;
import static org.openrewrite.java.Assertions.srcMainResources;
import static org.openrewrite.properties.Assertions.properties;
import static org.openrewrite.toml.Assertions.toml;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openrewrite.test.RecipeSpec;
import org.openrewrite.test.RewriteTest;
import org.openrewrite.test.SourceSpecs;

/** Servers whose starter is not named in the script of their own project. */
class SharedGradleBlocksTest implements RewriteTest {

  private static final String STARTER =
      "org.springframework.ai:spring-ai-starter-mcp-server-webmvc:1.1.2";

  @Override
  public void defaults(RecipeSpec spec) {
    spec.recipe(new SpringAiServerToStreamable(null, null));
  }

  private static SourceSpecs moved() {
    return srcMainResources(
        properties(
            "server.port=8080",
            "server.port=8080\nspring.ai.mcp.server.protocol=STREAMABLE",
            file -> file.path("application.properties")));
  }

  private static SourceSpecs stays() {
    return srcMainResources(
        properties("server.port=8080", file -> file.path("application.properties")));
  }

  private static SourceSpecs catalog() {
    return toml(
        """
        [versions]
        spring-ai = "1.1.2"

        [libraries]
        web = "org.springframework.boot:spring-boot-starter-web:3.5.8"
        mcp-server = { module = "org.springframework.ai:spring-ai-starter-mcp-server-webmvc", version.ref = "spring-ai" }

        [bundles]
        web-mcp = ["web", "mcp-server"]
        web = ["web"]
        """,
        file -> file.path("gradle/libs.versions.toml"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"subprojects", "allprojects"})
  void ofTheProjectsBelow(String block) {
    rewriteRun(
        mavenProject(
            "root",
            buildGradle(
                "%s {\n    dependencies {\n        implementation '%s'\n    }\n}\n"
                    .formatted(block, STARTER))),
        mavenProject("server", moved()));
  }

  @Test
  void ofTheProjectsBelowByACatalog() {
    rewriteRun(
        catalog(),
        mavenProject(
            "root",
            buildGradleKts(
                """
                subprojects {
                    dependencies {
                        add("implementation", rootProject.libs.mcp.server)
                    }
                }
                """)),
        mavenProject("server", moved()));
  }

  @Test
  void ofABundle() {
    rewriteRun(
        catalog(),
        mavenProject(
            "server",
            buildGradle("dependencies {\n    implementation libs.bundles.web.mcp\n}\n"),
            moved()));
  }

  @Nested
  class DoesNotTouch {

    /** It has no starter itself, and gets no configuration. */
    @Test
    void theProjectThatHasOthersBelow() {
      rewriteRun(
          mavenProject(
              "root",
              buildGradle(
                  "subprojects {\n    dependencies {\n        implementation '%s'\n    }\n}\n"
                      .formatted(STARTER)),
              stays()));
    }

    @Test
    void projectsBesideOneThatHasTheStarter() {
      rewriteRun(
          mavenProject(
              "client",
              buildGradle("dependencies {\n    implementation '%s'\n}\n".formatted(STARTER)),
              moved()),
          mavenProject("server", stays()));
    }

    @Test
    void bundlesWithoutTheStarter() {
      rewriteRun(
          catalog(),
          mavenProject(
              "server",
              buildGradle("dependencies {\n    implementation libs.bundles.web\n}\n"),
              stays()));
    }
  }
}
