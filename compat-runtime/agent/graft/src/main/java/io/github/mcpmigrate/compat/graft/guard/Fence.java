package io.github.mcpmigrate.compat.graft.guard;

import java.util.Collection;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A filter or a security constraint of a servlet container, of which nothing is known but the
 * requests that it stands before.
 *
 * @param name for logs
 * @param patterns as in a servlet mapping (Jakarta Servlet 6.0, section 12.2)
 * @param methods what it holds for
 */
record Fence(String name, Collection<String> patterns, Predicate<String> methods) {

  static final Predicate<String> EVERY_METHOD = method -> true;

  static Predicate<String> only(Set<String> methods) {
    return methods.isEmpty() ? EVERY_METHOD : methods::contains;
  }

  /**
   * @param path without the context path
   */
  boolean holds(String method, String path) {
    return methods.test(method) && patterns.stream().anyMatch(pattern -> matches(pattern, path));
  }

  /** Whether it stands before everything, so that no path can be beside it. */
  boolean everywhere() {
    return methods == EVERY_METHOD && patterns.contains("/*");
  }

  static boolean matches(String pattern, String path) {
    if (pattern.endsWith("/*")) {
      String folder = pattern.substring(0, pattern.length() - 2);
      return path.equals(folder) || path.startsWith(folder + '/');
    }
    if (pattern.startsWith("*.")) {
      return path.endsWith(pattern.substring(1));
    }
    return pattern.equals("/") || pattern.equals(path);
  }
}
