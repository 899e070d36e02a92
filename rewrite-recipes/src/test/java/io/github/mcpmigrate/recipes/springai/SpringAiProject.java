package io.github.mcpmigrate.recipes.springai;

import io.github.mcpmigrate.recipes.Versions;
import io.github.mcpmigrate.table.LegacySseUses;
import java.util.List;
import java.util.function.Consumer;
import org.openrewrite.test.RecipeSpec;
import org.openrewrite.test.SourceSpec;

/** The parts that the projects in tests of this package have in common. */
final class SpringAiProject {

  static final String SERVER = "spring-ai-starter-mcp-server-webmvc";

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
                  <version>%s</version>
              </dependency>
          </dependencies>
      </project>
      """;

  private static final String COMPAT =
      """

              <dependency>
                  <groupId>io.github.mcpmigrate</groupId>
                  <artifactId>mcp-compat-spring-boot-starter</artifactId>
                  <version>%s</version>
              </dependency>\
      """
          .formatted(Versions.compat());

  private SpringAiProject() {}

  /** A project with one dependency, on an artifact of Spring AI. */
  static String pom(String artifact, String version) {
    return POM.formatted("", artifact, version);
  }

  /** A project with an artifact of Spring AI 1.1. */
  static String pom(String artifact) {
    return pom(artifact, "1.1.2");
  }

  static String pomWithCompat(String artifact) {
    return POM.formatted(COMPAT, artifact, "1.1.2");
  }

  static void named(SourceSpec<?> file, String name) {
    file.path("src/main/resources/" + name);
  }

  /** Looks at the one row of the table that says what a person has to do. */
  static Consumer<RecipeSpec> manual(Consumer<LegacySseUses.Row> row) {
    return spec ->
        spec.dataTable(
            LegacySseUses.Row.class,
            rows -> {
              List<LegacySseUses.Row> manual =
                  rows.stream().filter(one -> "manual".equals(one.getAction())).toList();
              org.assertj.core.api.Assertions.assertThat(manual).singleElement().satisfies(row);
            });
  }
}
