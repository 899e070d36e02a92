package io.github.mcpmigrate;

import static org.openrewrite.java.Assertions.java;

import io.github.mcpmigrate.recipes.DualProviderStub;
import io.github.mcpmigrate.recipes.SdkJars;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openrewrite.Recipe;
import org.openrewrite.java.JavaParser;
import org.openrewrite.test.RewriteTest;
import org.openrewrite.test.SourceSpecs;

/** The Java sources of samples/servlet-server, through the composites, byte for byte. */
class SampleTest implements RewriteTest {

  private static final Path SAMPLE = Path.of("../samples/servlet-server");
  private static final Path SOURCES = Path.of("src/main/java/com/example/notes");

  @Test
  void beforeBecomesAfter() {
    migrate(new MigrateToStreamableHttp(null, null, null), "before", "after");
  }

  @Test
  void beforeBecomesAfterDual() {
    migrate(new MigrateToDualTransport(null, null, null, null), "before", "after-dual");
  }

  @Test
  void afterDualBecomesAfter() {
    migrate(new DropLegacySse(), "after-dual", "after");
  }

  @Test
  void findingChangesNothing() {
    migrate(new FindLegacySse(), "before", "before");
  }

  @Test
  void aSecondRunChangesNothing() {
    migrate(new MigrateToStreamableHttp(null, null, null), "after", "after");
    migrate(new MigrateToDualTransport(null, null, null, null), "after-dual", "after-dual");
    migrate(new DropLegacySse(), "after", "after");
  }

  @Test
  void theOtherMigrationChangesNothing() {
    migrate(new MigrateToStreamableHttp(null, null, null), "after-dual", "after-dual");
    migrate(new MigrateToDualTransport(null, null, null, null), "after", "after");
  }

  private void migrate(Recipe recipe, String from, String to) {
    rewriteRun(
        spec ->
            spec.recipe(recipe)
                .parser(
                    "before".equals(from)
                        ? JavaParser.fromJavaVersion().classpath(SdkJars.LEGACY)
                        : JavaParser.fromJavaVersion()
                            .classpath(SdkJars.CURRENT)
                            .dependsOn(DualProviderStub.sources())),
        sources(from, to));
  }

  private static SourceSpecs[] sources(String from, String to) {
    try (Stream<Path> files = Files.list(SAMPLE.resolve(from).resolve(SOURCES))) {
      return files
          .map(file -> file.getFileName().toString())
          .sorted()
          .map(file -> source(read(from, file), read(to, file)))
          .toArray(SourceSpecs[]::new);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SourceSpecs source(String before, String after) {
    return before.equals(after) ? java(before) : java(before, after);
  }

  private static String read(String version, String file) {
    try {
      return Files.readString(SAMPLE.resolve(version).resolve(SOURCES).resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
