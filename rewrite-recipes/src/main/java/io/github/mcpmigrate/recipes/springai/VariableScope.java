package io.github.mcpmigrate.recipes.springai;

import io.github.mcpmigrate.recipes.configuration.ConfigurationDocument;
import io.github.mcpmigrate.recipes.configuration.KeyPath;
import io.github.mcpmigrate.recipes.configuration.KeyPositions;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Environment variables that are set together: for one container, for one stage of an image, or in
 * one file.
 *
 * @param folder what the container's image is built from, if that is known
 * @param fixed why none of them is edited, if so
 * @param named the variables that other places know by their names
 */
record VariableScope(
    List<Variable> variables, Optional<Path> folder, Optional<String> fixed, Set<String> named) {

  /** Stands for a value that is not written here. It looks like a placeholder. */
  static final String ELSEWHERE = "${}";

  /**
   * A variable as it is written.
   *
   * @param value without quotes; {@link #ELSEWHERE} if it has none
   */
  record Variable(String name, String value, KeyPositions.Position position) {

    Optional<KeyPath> key() {
      return EnvironmentNames.key(name).map(KeyPath::of);
    }
  }

  VariableScope {
    variables = List.copyOf(variables);
    named = Set.copyOf(named);
  }

  /** What Spring Boot makes of the variables. */
  ConfigurationDocument document() {
    Map<KeyPath, String> values = new LinkedHashMap<>();
    variables.forEach(v -> v.key().ifPresent(key -> values.put(key, v.value())));
    return new ConfigurationDocument(0, Optional.empty(), values);
  }

  /** Whether a value is only known where the program runs. */
  static boolean isPlaceholder(String value) {
    return value.contains("$") || value.contains("{{") || value.contains("%");
  }
}
