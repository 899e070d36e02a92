package io.github.mcpmigrate.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.openrewrite.RecipeRun;
import org.openrewrite.test.UncheckedConsumer;

/**
 * The jars of other frameworks, as they were released, that the build has put into {@code
 * target/framework-jars}.
 */
public final class FrameworkJars {

  private FrameworkJars() {}

  public static Path jar(String nameAndVersion) {
    return Path.of("target/framework-jars", nameAndVersion + ".jar");
  }

  /** Jars with what they have in their signatures. */
  public static List<Path> with(String... namesAndVersions) {
    return Stream.concat(
            Stream.concat(
                Stream.of(namesAndVersions).map(FrameworkJars::jar),
                Stream.of(jar("guava-33.0.0-jre"))),
            Stream.of(
                    "mcp-core-0.18",
                    "jackson-databind-2",
                    "reactor-core",
                    "reactive-streams",
                    "jakarta.servlet-api")
                .map(SdkJars::jar))
        .toList();
  }

  /** What a recipe test checks after the recipe: that all that changed compiles with the jars. */
  public static UncheckedConsumer<RecipeRun> compilesWith(String... namesAndVersions) {
    return run -> {
      List<String> sources = SourceCompiler.changed(run).toList();
      assertThat(
              sources.isEmpty()
                  ? List.of()
                  : SourceCompiler.errors(with(namesAndVersions), sources))
          .as("%s: %s", List.of(namesAndVersions), sources)
          .isEmpty();
    };
  }
}
