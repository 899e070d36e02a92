package io.github.mcpmigrate.recipes.springai;

import io.github.mcpmigrate.recipes.configuration.ConfigurationDocument;
import io.github.mcpmigrate.recipes.configuration.KeyChanges;
import io.github.mcpmigrate.recipes.configuration.KeyPath;
import io.github.mcpmigrate.recipes.configuration.PropertiesConfiguration;
import io.github.mcpmigrate.recipes.configuration.YamlConfiguration;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openrewrite.SourceFile;
import org.openrewrite.Tree;
import org.openrewrite.java.marker.JavaSourceSet;
import org.openrewrite.properties.tree.Properties;
import org.openrewrite.yaml.tree.Yaml;

/**
 * A file that Spring Boot reads by itself.
 *
 * @param profile the one in its name; empty if it is read whatever the profile
 * @param test whether only tests see it
 */
record ConfigurationFile(
    Path path, Optional<String> profile, boolean test, List<ConfigurationDocument> documents) {

  private static final Pattern NAME =
      Pattern.compile("(?:application|bootstrap)(?:-([^.]+))?\\.(?:properties|ya?ml)");

  private static final KeyPath MCP = KeyPath.of("spring.ai.mcp");

  ConfigurationFile {
    documents = List.copyOf(documents);
  }

  /** Reads a file; empty if Boot does not. */
  static Optional<ConfigurationFile> of(Tree tree) {
    if (!(tree instanceof SourceFile source)) {
      return Optional.empty();
    }
    Matcher name = NAME.matcher(source.getSourcePath().getFileName().toString());
    return name.matches() ? read(source, Optional.ofNullable(name.group(1))) : Optional.empty();
  }

  /**
   * Reads a file that Boot only reads if it is told to; empty if it does, or if nothing of Spring
   * AI's MCP is in it.
   */
  static Optional<ConfigurationFile> ofAnotherName(SourceFile source) {
    boolean mayBe =
        (source instanceof Properties.File || source instanceof Yaml.Documents)
            && !isOfBoot(source.getSourcePath())
            && source.printAll().contains("mcp");
    return mayBe
        ? read(source, Optional.empty())
            .filter(file -> file.documents().stream().anyMatch(d -> d.hasBelow(MCP)))
        : Optional.empty();
  }

  private static boolean isOfBoot(Path path) {
    return NAME.matcher(path.getFileName().toString()).matches();
  }

  /** Whether Boot reads it by itself. */
  boolean hasNameOfBoot() {
    return isOfBoot(path);
  }

  private static Optional<ConfigurationFile> read(SourceFile source, Optional<String> profile) {
    Path path = source.getSourcePath();
    boolean test =
        source
            .getMarkers()
            .findFirst(JavaSourceSet.class)
            .map(set -> !"main".equals(set.getName()))
            .orElseGet(() -> path.toString().replace('\\', '/').contains("src/test/"));
    if (source instanceof Properties.File properties) {
      return Optional.of(
          new ConfigurationFile(path, profile, test, PropertiesConfiguration.read(properties)));
    }
    return source instanceof Yaml.Documents yaml
        ? Optional.of(new ConfigurationFile(path, profile, test, YamlConfiguration.read(yaml)))
        : Optional.empty();
  }

  /** Whether a document counts whatever the profile. */
  boolean isAlwaysRead(ConfigurationDocument document) {
    return profile.isEmpty() && document.profile().isEmpty();
  }

  static Tree change(Tree file, String prefix, Function<Integer, KeyChanges> changes) {
    if (file instanceof Properties.File properties) {
      return PropertiesConfiguration.change(properties, prefix, changes);
    }
    return file instanceof Yaml.Documents yaml
        ? YamlConfiguration.change(yaml, prefix, changes)
        : file;
  }
}
