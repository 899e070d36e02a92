package io.github.mcpmigrate.recipes.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpmigrate.recipes.SdkJars;
import io.github.mcpmigrate.recipes.SourceCompiler;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openrewrite.InMemoryExecutionContext;
import org.openrewrite.Recipe;
import org.openrewrite.Result;
import org.openrewrite.SourceFile;
import org.openrewrite.config.CompositeRecipe;
import org.openrewrite.internal.InMemoryLargeSourceSet;
import org.openrewrite.java.JavaParser;

/** A server as it was written for each line of the SDK goes up, and compiles there. */
class McpSdkStepsTest {

  @ParameterizedTest
  @CsvSource({
    "0.7, 0.18",
    "0.7, 1.1",
    "0.7, 2.1",
    "0.8, 0.18",
    "0.8, 1.1",
    "0.8, 2.1",
    "0.10, 0.18",
    "0.10, 2.1",
    "0.12, 0.18",
    "0.12, 2.1",
    "0.14, 0.18",
    "0.14, 1.1",
    "0.14, 2.1",
    "0.17, 0.18",
    "0.17, 2.1",
    "0.18, 1.1",
    "0.18, 2.1",
    "1.1, 2.1",
  })
  void compiledBeforeCompilesAfterAndAgainChangesNothing(String from, String to) {
    String before = source(from);
    assertThat(SourceCompiler.errors(from, List.of(before))).as("before").isEmpty();

    String after = upgrade(before, from, to + ".0");

    assertThat(after).isNotEqualTo(before).doesNotContain("TODO mcp-migrate:");
    assertThat(SourceCompiler.errors(to, List.of(after))).as(after).isEmpty();
    assertThat(upgrade(after, to, to + ".0")).as("a second run").isEqualTo(after);
  }

  @ParameterizedTest
  @CsvSource({"0.18, 0.18.4", "0.18,", "1.1, 1.1.5", "1.1,"})
  void stayingOnTheLineChangesNothing(String line, String version) {
    assertThat(upgrade(source(line), line, version)).isEqualTo(source(line));
  }

  @Test
  void stepsAboveTheTargetAreNotRun() {
    assertThat(McpSdkSteps.to(null)).hasSize(3);
    assertThat(McpSdkSteps.to("0.18.4")).hasSize(3);
    assertThat(McpSdkSteps.to("1.0.0")).hasSize(4);
    assertThat(McpSdkSteps.to("2.1.0")).hasSize(5);
  }

  private static String upgrade(String source, String line, String version) {
    InMemoryExecutionContext ctx =
        new InMemoryExecutionContext(
            e -> {
              throw new AssertionError(e);
            });
    List<SourceFile> parsed =
        JavaParser.fromJavaVersion()
            .classpath(SdkJars.sdk(line))
            .build()
            .parse(ctx, source)
            .toList();
    Recipe steps = new CompositeRecipe(McpSdkSteps.to(version));
    List<Result> results =
        steps.run(new InMemoryLargeSourceSet(parsed), ctx).getChangeset().getAllResults();
    return results.isEmpty() ? source : results.get(0).getAfter().printAll();
  }

  private static String source(String line) {
    try (InputStream in =
        McpSdkStepsTest.class.getResourceAsStream("upgrade/Server-" + line + ".java")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
