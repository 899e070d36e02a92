package io.github.mcpmigrate.recipes.springai;

import io.github.mcpmigrate.recipes.configuration.KeyPath;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.openrewrite.Cursor;
import org.openrewrite.SourceFile;
import org.openrewrite.Tree;
import org.openrewrite.properties.PropertiesVisitor;
import org.openrewrite.properties.tree.Properties;
import org.openrewrite.yaml.YamlVisitor;
import org.openrewrite.yaml.tree.Yaml;

/** What {@code spring.autoconfigure.exclude} names in configuration files. */
final class AutoConfigurationsInFiles {

  private static final KeyPath EXCLUDE = KeyPath.of("spring.autoconfigure.exclude");

  private AutoConfigurationsInFiles() {}

  /**
   * @param successors new names by old ones
   * @param changed is told the old value and the new one
   */
  static Tree follow(
      SourceFile source, Map<String, String> successors, BiConsumer<String, String> changed) {
    if (ConfigurationFile.of(source).isEmpty() || successors.isEmpty()) {
      return source;
    }
    return source instanceof Properties.File
        ? new PropertiesVisitor<Integer>() {
          @Override
          public Properties visitEntry(Properties.Entry entry, Integer p) {
            String text = entry.getValue().getText();
            return isExclude(entry.getKey())
                ? replaced(text, successors, changed)
                    .map(value -> entry.withValue(entry.getValue().withText(value)))
                    .orElse(entry)
                : entry;
          }
        }.visitNonNull(source, 0)
        : new YamlVisitor<Integer>() {
          @Override
          public Yaml visitScalar(Yaml.Scalar scalar, Integer p) {
            return isExclude(key(getCursor()))
                ? replaced(scalar.getValue(), successors, changed)
                    .map(scalar::withValue)
                    .orElse(scalar)
                : scalar;
          }
        }.visitNonNull(source, 0);
  }

  private static boolean isExclude(String key) {
    return KeyPath.of(key).startsWith(EXCLUDE);
  }

  private static String key(Cursor cursor) {
    List<String> keys = new ArrayList<>();
    Iterator<Object> entries = cursor.getPath(Yaml.Mapping.Entry.class::isInstance);
    while (entries.hasNext()) {
      keys.add(((Yaml.Mapping.Entry) entries.next()).getKey().getValue());
    }
    Collections.reverse(keys);
    return String.join(".", keys);
  }

  private static Optional<String> replaced(
      String text, Map<String, String> successors, BiConsumer<String, String> changed) {
    Optional<String> replaced = AutoConfigurationNames.replacedIn(text, successors);
    replaced.ifPresent(value -> changed.accept(text, value));
    return replaced;
  }
}
