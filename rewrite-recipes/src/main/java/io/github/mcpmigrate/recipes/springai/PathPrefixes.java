package io.github.mcpmigrate.recipes.springai;

import io.github.mcpmigrate.recipes.configuration.ConfigurationDocument;
import io.github.mcpmigrate.recipes.configuration.KeyPath;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openrewrite.SourceFile;

/**
 * What the configuration of a Spring Boot application puts before all its paths, whatever the
 * profile.
 *
 * @param contexts values of {@code server.servlet.context-path} and {@code
 *     spring.webflux.base-path}
 * @param servlets values of {@code spring.mvc.servlet.path}, which stand behind a context path
 * @param certain whether none is computed
 */
public record PathPrefixes(Set<String> contexts, Set<String> servlets, boolean certain) {

  public static final PathPrefixes NONE = new PathPrefixes(Set.of(), Set.of(), true);

  private static final KeyPath CONTEXT = KeyPath.of("server.servlet.context-path");
  private static final KeyPath BASE = KeyPath.of("spring.webflux.base-path");
  private static final KeyPath SERVLET = KeyPath.of("spring.mvc.servlet.path");

  public PathPrefixes {
    contexts = Set.copyOf(contexts);
    servlets = Set.copyOf(servlets);
  }

  /** Those that one file configures. */
  public static PathPrefixes in(SourceFile source) {
    return ConfigurationFile.of(source).map(file -> of(file.documents().stream())).orElse(NONE);
  }

  static PathPrefixes of(Stream<ConfigurationDocument> documents) {
    return documents
        .map(
            document -> {
              Set<String> contexts =
                  Stream.of(CONTEXT, BASE)
                      .flatMap(key -> document.value(key).stream())
                      .collect(Collectors.toSet());
              Set<String> servlets = document.value(SERVLET).stream().collect(Collectors.toSet());
              return new PathPrefixes(
                  written(contexts),
                  written(servlets),
                  Stream.concat(contexts.stream(), servlets.stream())
                      .noneMatch(SpringAiPaths::isComputed));
            })
        .reduce(NONE, PathPrefixes::and);
  }

  private static Set<String> written(Set<String> values) {
    return values.stream()
        .filter(value -> !SpringAiPaths.isComputed(value))
        .map(value -> "/" + value.replaceAll("^/|/$", ""))
        .filter(value -> value.length() > 1)
        .collect(Collectors.toSet());
  }

  /** Both of two files. */
  public PathPrefixes and(PathPrefixes other) {
    return new PathPrefixes(
        union(contexts, other.contexts), union(servlets, other.servlets), certain && other.certain);
  }

  private static Set<String> union(Set<String> one, Set<String> other) {
    Set<String> both = new HashSet<>(one);
    both.addAll(other);
    return both;
  }

  /** Everything that may stand before a path, in the view of a client or of some matcher. */
  public Set<String> all() {
    Set<String> all = union(contexts, servlets);
    contexts.forEach(context -> servlets.forEach(servlet -> all.add(context + servlet)));
    return all;
  }

  /** The longest prefix that a path or pattern begins with; empty if it begins with none. */
  public Optional<String> of(String path) {
    return all().stream()
        .filter(prefix -> path.startsWith(prefix + "/"))
        .max((one, other) -> Integer.compare(one.length(), other.length()));
  }

  /** Whether a path is, or may be, another that stands behind a prefix. */
  public boolean leads(String path, String other) {
    return path.endsWith(other)
        && path.startsWith("/")
        && (!certain || of(path).filter(prefix -> path.equals(prefix + other)).isPresent());
  }
}
