package io.github.mcpmigrate.recipes.handwritten;

import static org.openrewrite.java.Assertions.java;

import io.github.mcpmigrate.DropLegacySse;
import io.github.mcpmigrate.FindLegacySse;
import io.github.mcpmigrate.MigrateToDualTransport;
import io.github.mcpmigrate.MigrateToStreamableHttp;
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

/** The Java sources of the samples of servers by hand, through the composites, byte for byte. */
class HandwrittenSampleTest implements RewriteTest {

  private static final Path SAMPLES = Path.of("../samples");

  @ParameterizedTest
  @ValueSource(strings = {"handwritten-sse-emitter", "sse-server-transport"})
  void beforeBecomesAfter(String sample) {
    migrate(sample, new MigrateToStreamableHttp(null, null, null), "before", "after");
  }

  @ParameterizedTest
  @ValueSource(strings = {"handwritten-sse-emitter", "sse-server-transport"})
  void beforeBecomesAfterDual(String sample) {
    migrate(sample, new MigrateToDualTransport(null, null, null, null), "before", "after-dual");
  }

  @ParameterizedTest
  @ValueSource(strings = {"handwritten-sse-emitter", "sse-server-transport"})
  void afterDualBecomesAfter(String sample) {
    migrate(sample, new DropLegacySse(), "after-dual", "after");
  }

  @ParameterizedTest
  @ValueSource(strings = {"handwritten-sse-emitter", "sse-server-transport"})
  void findingChangesNothing(String sample) {
    migrate(sample, new FindLegacySse(), "before", "before");
  }

  @ParameterizedTest
  @ValueSource(strings = {"handwritten-sse-emitter", "sse-server-transport"})
  void aSecondRunChangesNothing(String sample) {
    migrate(sample, new MigrateToStreamableHttp(null, null, null), "after", "after");
    migrate(sample, new MigrateToDualTransport(null, null, null, null), "after-dual", "after-dual");
    migrate(sample, new DropLegacySse(), "after", "after");
  }

  @ParameterizedTest
  @ValueSource(strings = {"handwritten-sse-emitter", "sse-server-transport"})
  void theOtherMigrationChangesNothing(String sample) {
    migrate(sample, new MigrateToStreamableHttp(null, null, null), "after-dual", "after-dual");
    migrate(sample, new MigrateToDualTransport(null, null, null, null), "after", "after");
  }

  private void migrate(String sample, Recipe recipe, String from, String to) {
    JavaParser.Builder<?, ?> parser = JavaParser.fromJavaVersion().classpath(SdkJars.CURRENT);
    rewriteRun(
        spec ->
            spec.recipe(recipe)
                .parser(
                    "before".equals(from)
                        ? parser
                        : parser.dependsOn(EngineTemplates.stubsWithoutSpring())),
        sources(SAMPLES.resolve(sample), from, to));
  }

  private static SourceSpecs[] sources(Path sample, String from, String to) {
    Path root = sample.resolve(from);
    try (Stream<Path> files = Files.walk(root.resolve("src/main/java"))) {
      return files
          .filter(Files::isRegularFile)
          .sorted()
          .map(file -> source(file, sample.resolve(to).resolve(root.relativize(file))))
          .toArray(SourceSpecs[]::new);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SourceSpecs source(Path before, Path after) {
    String code = read(before);
    if (!Files.exists(after)) {
      return java(code, (String) null);
    }
    return code.equals(read(after)) ? java(code) : java(code, read(after));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
