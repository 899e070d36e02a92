package io.github.mcpmigrate.recipes.sdk;

import io.github.mcpmigrate.recipes.springai.PathPrefixes;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;

/**
 * The paths and patterns that code names. Some matchers look at paths within the application, and
 * some at all that a client asks for, with what the application's configuration puts before its
 * paths.
 */
final class WrittenPaths {

  private final StringConstants constants = new StringConstants();
  private final Predicate<PathPattern> isWithin;
  private PathPrefixes prefixes = PathPrefixes.NONE;

  /**
   * @param isWithin whether a pattern is known to be for a path within the application
   */
  WrittenPaths(Predicate<PathPattern> isWithin) {
    this.isWithin = isWithin;
  }

  void constant(J.VariableDeclarations.NamedVariable variable) {
    constants.note(variable);
  }

  void under(PathPrefixes all) {
    prefixes = all;
  }

  PathPrefixes prefixes() {
    return prefixes;
  }

  Optional<String> valueOf(Expression path) {
    return constants.valueOf(path);
  }

  /** What a path has of what the application puts before all its paths. */
  String prefixOf(Expression path) {
    return valueOf(path).map(this::prefixOf).orElse("");
  }

  private String prefixOf(String path) {
    return isWithin.test(PathPattern.of(path)) ? "" : prefixes.of(path).orElse("");
  }

  /** A path or pattern as it is within the application. */
  Optional<PathPattern> within(Expression path) {
    return valueOf(path).map(value -> PathPattern.of(value.substring(prefixOf(value).length())));
  }

  /** What a path has after the part before its wildcard. */
  String wildcardOf(Expression path) {
    return valueOf(path).map(value -> PathPattern.of(value).wildcard()).orElse("");
  }

  /** Which of some paths a URL or path, written down or in a known constant, ends in. */
  Optional<String> endOf(Expression url, Set<String> paths) {
    Expression last = url;
    while (last instanceof J.Binary sum && sum.getOperator() == J.Binary.Type.Addition) {
      last = sum.getRight();
    }
    boolean whole = last == url;
    return valueOf(last)
        .flatMap(value -> paths.stream().filter(path -> ends(value, path, whole)).findFirst());
  }

  private boolean ends(String value, String path, boolean whole) {
    return value.equals(path)
        || prefixes.leads(value, path)
        || value.endsWith(path) && (!whole || value.contains("://"));
  }
}
