package io.github.mcpmigrate.recipes.configuration;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Keys and values that Spring Boot reads together: a {@code .properties} or YAML file, or a part of
 * one that a line of three dashes separates from the next.
 *
 * @param index the first of a file being 0
 * @param profile what has to be active so that the document counts; empty if it always does
 * @param values in the order of the file
 */
public record ConfigurationDocument(
    int index, Optional<String> profile, Map<KeyPath, String> values) {

  private static final KeyPath ON_PROFILE = KeyPath.of("spring.config.activate.on-profile");
  private static final KeyPath PROFILES = KeyPath.of("spring.profiles");

  public ConfigurationDocument {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  public ConfigurationDocument(int index, Map<KeyPath, String> values) {
    this(
        index,
        Optional.ofNullable(values.get(ON_PROFILE))
            .or(() -> Optional.ofNullable(values.get(PROFILES))),
        values);
  }

  public boolean hasBelow(KeyPath prefix) {
    return values.keySet().stream().anyMatch(key -> key.startsWith(prefix));
  }

  public Optional<String> value(KeyPath key) {
    return Optional.ofNullable(values.get(key));
  }
}
