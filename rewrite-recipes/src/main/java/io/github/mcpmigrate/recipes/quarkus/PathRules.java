package io.github.mcpmigrate.recipes.quarkus;

import io.github.mcpmigrate.recipes.configuration.ConfigurationDocument;
import io.github.mcpmigrate.recipes.configuration.KeyPath;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Rules of {@code quarkus.http.auth.permission} that name the paths of HTTP+SSE. A client of
 * Streamable HTTP comes by another path, which a rule has to name as well: else it is closed by
 * another one, or open where it should not be.
 *
 * @param roots where the servers of the module have Streamable HTTP
 * @param module what the whole configuration of the module says
 */
record PathRules(Set<String> roots, List<ConfigurationDocument> module) {

  private static final KeyPath PERMISSION = KeyPath.of("quarkus.http.auth.permission");
  private static final List<String> METHODS = List.of("GET", "POST", "DELETE");

  PathRules {
    roots = Set.copyOf(roots);
    module = List.copyOf(module);
  }

  /**
   * What becomes of a rule.
   *
   * @param value of the key from now on
   * @param question what a person has to do instead, if it stays
   */
  record Verdict(String value, Optional<String> question) {}

  /** What becomes of a key; empty if nothing does. */
  Optional<Verdict> of(KeyPath key, String value) {
    if (!isOfRule(key, "paths") || is(key, "policy", "deny")) {
      return Optional.empty();
    }
    List<String> paths = split(value);
    List<String> missing =
        roots.stream()
            .filter(root -> paths.stream().anyMatch(path -> isLegacy(path, root)))
            .filter(root -> paths.stream().noneMatch(path -> covers(path, root)))
            .sorted()
            .toList();
    if (missing.isEmpty()) {
      return Optional.empty();
    }
    String added = String.join(",", missing);
    Optional<String> methods = ofRule(key, "methods").findFirst();
    if (methods.isPresent() && !allowsAll(methods.get())) {
      return Optional.of(
          new Verdict(
              value,
              Optional.of(
                  "clients of Streamable HTTP come to "
                      + added
                      + " with GET, POST and DELETE, and this rule is for "
                      + methods.get()
                      + " alone: give that path a rule with all three")));
    }
    return Optional.of(new Verdict(value.stripTrailing() + "," + added, Optional.empty()));
  }

  /** Whether a rule keeps everybody from HTTP+SSE at one of the servers. */
  boolean endHttpSse() {
    return roots.stream()
        .allMatch(
            root ->
                module.stream()
                    .flatMap(document -> document.values().entrySet().stream())
                    .anyMatch(
                        entry ->
                            isOfRule(entry.getKey(), "paths")
                                && split(entry.getValue()).contains(eventStream(root))
                                && is(entry.getKey(), "policy", "deny")));
  }

  /** The paths of HTTP+SSE, as such a rule has them. */
  String legacyPaths() {
    return String.join(
        ",",
        roots.stream()
            .sorted()
            .flatMap(root -> Stream.of(eventStream(root), below(root) + "/messages/*"))
            .toList());
  }

  private static String eventStream(String root) {
    return below(root) + "/sse";
  }

  private static String below(String root) {
    return root.equals("/") ? "" : root;
  }

  private static boolean isLegacy(String path, String root) {
    return path.equals(eventStream(root))
        || path.startsWith(eventStream(root) + "/")
        || path.startsWith(below(root) + "/messages");
  }

  private static boolean covers(String path, String root) {
    return path.equals(root)
        || path.endsWith("/*") && (root + "/").startsWith(path.substring(0, path.length() - 1));
  }

  private static List<String> split(String value) {
    return Arrays.stream(value.split(",")).map(String::strip).toList();
  }

  private static boolean allowsAll(String methods) {
    return split(methods.toUpperCase(Locale.ROOT)).containsAll(METHODS);
  }

  private static boolean isOfRule(KeyPath key, String last) {
    KeyPath plain = QuarkusKeys.withoutProfile(key);
    return plain.length() == PERMISSION.length() + 2
        && plain.startsWith(PERMISSION)
        && plain.segments().get(plain.length() - 1).equals(last);
  }

  private boolean is(KeyPath paths, String key, String value) {
    return ofRule(paths, key).anyMatch(value::equals);
  }

  /** What the module says under another key of the same rule. */
  private Stream<String> ofRule(KeyPath paths, String key) {
    KeyPath wanted = QuarkusKeys.withoutProfile(paths).parent().then(key);
    return module.stream()
        .flatMap(document -> document.values().entrySet().stream())
        .filter(entry -> QuarkusKeys.withoutProfile(entry.getKey()).equals(wanted))
        .map(entry -> entry.getValue().strip());
  }
}
