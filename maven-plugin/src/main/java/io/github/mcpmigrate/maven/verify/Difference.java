package io.github.mcpmigrate.maven.verify;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds where two JSON values differ. What only the younger of two revisions of the protocol knows
 * may be missing, or be said in another form, on the side of the older.
 */
final class Difference {

  /** Fields of definitions and results, and the revision that brought them. */
  private static final Map<String, String> SINCE =
      Map.of(
          "annotations", "2025-03-26",
          "title", "2025-06-18",
          "outputSchema", "2025-06-18",
          "structuredContent", "2025-06-18",
          "icons", "2025-11-25");

  /** Not the same on every transport by design: tasks went, and meta data is the transport's. */
  private static final Set<String> NEVER = Set.of("_meta", "resultType", "execution");

  /** Contents that older revisions get as a resource or as text. */
  private static final Map<String, String> CONTENT_SINCE =
      Map.of("audio", "2025-03-26", "resource_link", "2025-06-18");

  private static final int LONGEST = 60;

  private final String first;
  private final String second;

  /**
   * @param first revision of the first value
   * @param second revision of the second one
   */
  Difference(String first, String second) {
    this.first = first;
    this.second = second;
  }

  /** The first place where they differ, with both values; null if they do not. */
  String between(Object a, Object b) {
    return between("", a, b);
  }

  private String between(String at, Object a, Object b) {
    if (Objects.equals(a, b)) {
      return null;
    }
    if (a instanceof Map<?, ?> && b instanceof Map<?, ?>) {
      return ofObjects(at, Json.object(a), Json.object(b));
    }
    if (a instanceof List<?> left && b instanceof List<?> right && left.size() == right.size()) {
      for (int i = 0; i < left.size(); i++) {
        String inside = between(at + "[" + i + "]", left.get(i), right.get(i));
        if (inside != null) {
          return inside;
        }
      }
      return null;
    }
    return (at.isEmpty() ? "" : at + ": ") + brief(a) + " and " + brief(b);
  }

  private String ofObjects(String at, Map<String, Object> a, Map<String, Object> b) {
    if (sameInOlderForm(a, b)) {
      return null;
    }
    Set<String> names = new TreeSet<>(a.keySet());
    names.addAll(b.keySet());
    for (String name : names) {
      if (NEVER.contains(name) || unknown(name, a, first) || unknown(name, b, second)) {
        continue;
      }
      String inside = between(at.isEmpty() ? name : at + "." + name, a.get(name), b.get(name));
      if (inside != null) {
        return inside;
      }
    }
    return null;
  }

  /** A missing field and one that is null are one. */
  private static boolean unknown(String name, Map<String, Object> object, String revision) {
    String since = SINCE.get(name);
    return since != null && object.get(name) == null && revision.compareTo(since) < 0;
  }

  private boolean sameInOlderForm(Map<String, Object> a, Map<String, Object> b) {
    return olderForm(a, b, second) || olderForm(b, a, first);
  }

  private static boolean olderForm(
      Map<String, Object> young, Map<String, Object> old, String revision) {
    String since = young.get("type") instanceof String type ? CONTENT_SINCE.get(type) : null;
    return since != null
        && revision.compareTo(since) < 0
        && old.get("type") instanceof String type
        && Set.of("resource", "text").contains(type);
  }

  private static String brief(Object value) {
    if (value == null) {
      return "nothing";
    }
    String text = Json.write(value, false);
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }
}
