package io.github.mcpmigrate.recipes.quarkus;

import static org.openrewrite.maven.Assertions.pomXml;

import io.github.mcpmigrate.table.LegacySseUses;
import io.github.mcpmigrate.table.LegacySseUses.Row;
import java.util.List;
import java.util.function.Consumer;
import org.assertj.core.api.Assertions;
import org.openrewrite.test.RecipeSpec;
import org.openrewrite.test.SourceSpec;
import org.openrewrite.test.SourceSpecs;

/** The parts that the projects in tests of this package have in common. */
final class QuarkusProject {

  private static final String POM =
      """
      <project>
          <modelVersion>4.0.0</modelVersion>
          <groupId>com.example</groupId>
          <artifactId>notes</artifactId>
          <version>1</version>
          <dependencies>
              <dependency>
                  <groupId>io.quarkiverse.mcp</groupId>
                  <artifactId>%s</artifactId>
                  <version>%s</version>
              </dependency>
              <dependency>
                  <groupId>io.quarkus</groupId>
                  <artifactId>quarkus-core</artifactId>
                  <version>%s</version>
              </dependency>%s
          </dependencies>
      </project>
      """;

  private static final String SECURITY =
      """

              <dependency>
                  <groupId>io.quarkus</groupId>
                  <artifactId>quarkus-security</artifactId>
                  <version>3.33.2</version>
              </dependency>\
      """;

  static final String OLD = pom("quarkus-mcp-server-sse", "1.7.3", "3.33.2");
  static final String NEW = pom("quarkus-mcp-server-http", "1.13.0", "3.33.2");

  private QuarkusProject() {}

  static String pom(String artifact, String version, String quarkus) {
    return POM.formatted(artifact, version, quarkus, "");
  }

  /** A server whose policies count. */
  static SourceSpecs secured() {
    return pomXml(POM.formatted("quarkus-mcp-server-http", "1.13.0", "3.33.2", SECURITY));
  }

  /** A project whose server is raised. */
  static SourceSpecs raised() {
    return pomXml(OLD, NEW);
  }

  static SourceSpecs moved() {
    return pomXml(NEW);
  }

  static void main(SourceSpec<?> file) {
    file.path("src/main/resources/application.properties");
  }

  static void yaml(SourceSpec<?> file) {
    file.path("src/main/resources/application.yml");
  }

  /** Looks at all rows, as {@code construct: action reason}. */
  static Consumer<RecipeSpec> rows(Consumer<List<String>> look) {
    return spec ->
        spec.dataTable(
            Row.class,
            rows ->
                look.accept(
                    rows.stream()
                        .map(
                            row ->
                                row.getConstruct() + ": " + row.getAction() + " " + row.getReason())
                        .toList()));
  }

  /** The table stays empty. */
  static Consumer<RecipeSpec> noRows() {
    return spec ->
        spec.afterRecipe(
            run ->
                Assertions.assertThat(run.getDataTableRows(LegacySseUses.class.getName()))
                    .isEmpty());
  }

  /** One of the rows has these words in it. */
  static Consumer<RecipeSpec> saying(String... words) {
    return rows(
        rows ->
            Assertions.assertThat(rows)
                .anySatisfy(row -> Assertions.assertThat(row).contains(words)));
  }
}
