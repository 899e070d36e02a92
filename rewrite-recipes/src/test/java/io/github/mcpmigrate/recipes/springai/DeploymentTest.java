package io.github.mcpmigrate.recipes.springai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openrewrite.java.Assertions.mavenProject;
import static org.openrewrite.java.Assertions.srcMainResources;
import static org.openrewrite.maven.Assertions.pomXml;
import static org.openrewrite.properties.Assertions.properties;
import static org.openrewrite.test.SourceSpecs.text;

import io.github.mcpmigrate.table.LegacySseUses;
import java.util.List;
import org.openrewrite.test.RecipeSpec;
import org.openrewrite.test.RewriteTest;
import org.openrewrite.test.SourceSpecs;

/** What the tests have in common of what Spring AI is deployed with. */
interface DeploymentTest extends RewriteTest {

  String POM =
      """
      <project>
          <modelVersion>4.0.0</modelVersion>
          <groupId>com.example</groupId>
          <artifactId>%s</artifactId>
          <version>1</version>
          <dependencies>
              <dependency>
                  <groupId>org.springframework.ai</groupId>
                  <artifactId>%s</artifactId>
                  <version>%s</version>
              </dependency>
          </dependencies>
      </project>
      """;

  String SERVER = "spring-ai-starter-mcp-server-webmvc";

  @Override
  default void defaults(RecipeSpec spec) {
    spec.recipe(new SpringAiEnvironmentToStreamable(null, null));
  }

  /** The application's own file, of a server on HTTP+SSE. */
  static SourceSpecs server() {
    return application("spring.ai.mcp.server.name=weather");
  }

  static SourceSpecs application(String text) {
    return properties(text, file -> file.path("src/main/resources/application.properties"));
  }

  static SourceSpecs module(String name, String version, String configuration) {
    return mavenProject(
        name,
        pomXml(POM.formatted(name, SERVER, version)),
        srcMainResources(properties(configuration, file -> file.path("application.properties"))));
  }

  static void says(RecipeSpec spec, String... rows) {
    spec.dataTable(
        LegacySseUses.Row.class,
        found -> assertThat(summaries(found)).containsExactlyInAnyOrder(rows));
  }

  static void saysNothing(RecipeSpec spec) {
    spec.afterRecipe(run -> assertThat(run.getDataTableRows(LegacySseUses.class)).isEmpty());
  }

  private static List<String> summaries(List<LegacySseUses.Row> rows) {
    return rows.stream()
        .map(
            row ->
                row.getFile()
                    + ":"
                    + row.getLine()
                    + ":"
                    + row.getColumn()
                    + " "
                    + row.getConstruct()
                    + ", "
                    + row.getAction()
                    + ": "
                    + row.getReason())
        .toList();
  }
}
