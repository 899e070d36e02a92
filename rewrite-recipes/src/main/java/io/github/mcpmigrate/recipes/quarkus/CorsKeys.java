package io.github.mcpmigrate.recipes.quarkus;

import io.github.mcpmigrate.recipes.configuration.KeyPath;
import io.github.mcpmigrate.recipes.sdk.CorsNeed;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The keys {@code quarkus.http.cors.*}. Nothing said of headers or methods that may come means all
 * of them; of headers that a page may read, it means none.
 */
final class CorsKeys {

  static final String PREFIX = "quarkus.http.cors";

  private static final KeyPath CORS = KeyPath.of(PREFIX);
  private static final Map<KeyPath, CorsNeed> LISTS =
      Map.of(
          CORS.then("exposed-headers"), CorsNeed.EXPOSED,
          CORS.then("headers"), CorsNeed.HEADERS,
          CORS.then("methods"), CorsNeed.METHODS);

  private CorsKeys() {}

  /** What a list has to be from now on; empty if it stays. */
  static Optional<String> of(KeyPath key, String value) {
    CorsNeed need = LISTS.get(QuarkusKeys.withoutProfile(key));
    // A regular expression, such as /.*/, or a value from elsewhere, says more than its letters.
    if (need == null || value.contains("/") || value.contains("*") || value.contains("${")) {
      return Optional.empty();
    }
    Set<String> present =
        Arrays.stream(value.split(",")).map(String::strip).collect(Collectors.toSet());
    List<String> missing = need.missingIn(present);
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of(value.stripTrailing() + "," + String.join(",", missing));
  }

  /** Whether a key switches CORS on, whatever the profile. */
  static boolean switchOn(KeyPath key, String value) {
    return (key.equals(CORS) || key.equals(CORS.then("enabled"))) && value.strip().equals("true");
  }

  static boolean isExposed(KeyPath key) {
    return QuarkusKeys.withoutProfile(key).equals(CORS.then("exposed-headers"));
  }
}
