package io.github.mcpmigrate.recipes.build;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.openrewrite.ExecutionContext;
import org.openrewrite.SourceFile;
import org.openrewrite.java.tree.JavaSourceFile;
import org.openrewrite.properties.PropertiesVisitor;
import org.openrewrite.properties.tree.Properties;

/** The versions in a {@code gradle.properties}, which build scripts read by their names. */
final class GradleProperties {

  private GradleProperties() {}

  static boolean are(SourceFile source) {
    return source instanceof Properties.File
        && source.getSourcePath().endsWith("gradle.properties");
  }

  /** Whether a source is any Gradle script, that of the settings included. */
  static boolean isScript(SourceFile source) {
    String path = source.getSourcePath().toString();
    return source instanceof JavaSourceFile
        && (path.endsWith(".gradle") || path.endsWith(".gradle.kts"));
  }

  /**
   * @param written takes the place of a version, and the version
   */
  static PropertiesVisitor<ExecutionContext> scanner(BiConsumer<String, String> written) {
    return editor(
        (place, version) -> {
          written.accept(place, version);
          return Optional.empty();
        });
  }

  /**
   * @param target what a place has to say; empty if it stays as it is
   */
  static PropertiesVisitor<ExecutionContext> editor(Function<String, Optional<String>> target) {
    return editor((place, version) -> target.apply(place));
  }

  private static PropertiesVisitor<ExecutionContext> editor(
      BiFunction<String, String, Optional<String>> edit) {
    return new PropertiesVisitor<>() {
      @Override
      public Properties visitEntry(Properties.Entry entry, ExecutionContext ctx) {
        String text = entry.getValue().getText().trim();
        return SdkReleases.isVersion(text)
            ? edit.apply(SdkVersions.named(entry.getKey()), text)
                .map(version -> entry.withValue(entry.getValue().withText(version)))
                .orElse(entry)
            : entry;
      }
    };
  }
}
