package io.github.mcpmigrate;

import static org.openrewrite.java.Assertions.java;

import io.github.mcpmigrate.recipes.DualProviderStub;
import io.github.mcpmigrate.recipes.SdkJars;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openrewrite.Recipe;
import org.openrewrite.java.JavaParser;
import org.openrewrite.test.RewriteTest;
import org.openrewrite.test.SourceSpecs;

/** The Java sources of the samples of servers, through the composites, byte for byte. */
class SampleTest implements RewriteTest {

  private static final Path SAMPLES = Path.of("../samples");

  @ParameterizedTest
  @ValueSource(strings = {"servlet-server", "servlet-subclass", "webmvc-server", "webflux-server"})
  void beforeBecomesAfter(String sample) {
    migrate(sample, new MigrateToStreamableHttp(null, null, null), "before", "after");
  }

  @ParameterizedTest
  @ValueSource(strings = {"servlet-server", "servlet-subclass", "webmvc-server", "webflux-server"})
  void beforeBecomesAfterDual(String sample) {
    migrate(sample, new MigrateToDualTransport(null, null, null, null), "before", "after-dual");
  }

  @ParameterizedTest
  @ValueSource(strings = {"servlet-server", "servlet-subclass", "webmvc-server", "webflux-server"})
  void afterDualBecomesAfter(String sample) {
    migrate(sample, new DropLegacySse(), "after-dual", "after");
  }

  @ParameterizedTest
  @ValueSource(strings = {"servlet-server", "servlet-subclass", "webmvc-server", "webflux-server"})
  void findingChangesNothing(String sample) {
    migrate(sample, new FindLegacySse(), "before", "before");
  }

  @ParameterizedTest
  @ValueSource(strings = {"servlet-server", "servlet-subclass", "webmvc-server", "webflux-server"})
  void aSecondRunChangesNothing(String sample) {
    migrate(sample, new MigrateToStreamableHttp(null, null, null), "after", "after");
    migrate(sample, new MigrateToDualTransport(null, null, null, null), "after-dual", "after-dual");
    migrate(sample, new DropLegacySse(), "after", "after");
  }

  @ParameterizedTest
  @ValueSource(strings = {"servlet-server", "servlet-subclass", "webmvc-server", "webflux-server"})
  void theOtherMigrationChangesNothing(String sample) {
    migrate(sample, new MigrateToStreamableHttp(null, null, null), "after-dual", "after-dual");
    migrate(sample, new MigrateToDualTransport(null, null, null, null), "after", "after");
  }

  private void migrate(String sample, Recipe recipe, String from, String to) {
    rewriteRun(
        spec ->
            spec.recipe(recipe)
                .parser(
                    "before".equals(from)
                        ? JavaParser.fromJavaVersion().classpath(SdkJars.LEGACY)
                        : JavaParser.fromJavaVersion()
                            .classpath(SdkJars.CURRENT)
                            .dependsOn(DualProviderStub.sources())),
        sources(SAMPLES.resolve(sample), from, to));
  }

  private static SourceSpecs[] sources(Path sample, String from, String to) {
    Path root = sample.resolve(from);
    try (Stream<Path> files = Files.walk(root.resolve("src/main/java"))) {
      return files
          .filter(Files::isRegularFile)
          .sorted()
          .map(file -> source(read(file), read(sample.resolve(to).resolve(root.relativize(file)))))
          .toArray(SourceSpecs[]::new);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SourceSpecs source(String before, String after) {
    return before.equals(after) ? java(before) : java(before, after);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
