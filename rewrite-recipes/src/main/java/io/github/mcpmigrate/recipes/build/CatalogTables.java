package io.github.mcpmigrate.recipes.build;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.SourceFile;
import org.openrewrite.internal.ListUtils;
import org.openrewrite.toml.TomlVisitor;
import org.openrewrite.toml.tree.Toml;
import org.openrewrite.toml.tree.TomlKey;

/** Reads or edits the versions and libraries of a Gradle version catalog. */
abstract class CatalogTables extends TomlVisitor<ExecutionContext> {

  private static final String SUFFIX = ".versions.toml";
  private static final Pattern STRING = Pattern.compile("[\"']([^\"']*)[\"']");

  static boolean isCatalog(SourceFile source) {
    return source instanceof Toml.Document && source.getSourcePath().toString().endsWith(SUFFIX);
  }

  /**
   * @param place where coordinates have this version from
   */
  abstract Toml.KeyValue visitVersion(Toml.KeyValue entry, String place, String version);

  abstract Toml.KeyValue visitLibrary(Toml.KeyValue entry, GradleDependency library);

  /**
   * @param libraries the keys of libraries that a bundle has
   */
  void visitBundle(Toml.KeyValue entry, List<String> libraries) {}

  @Override
  public Toml visitTable(Toml.Table table, ExecutionContext ctx) {
    String name = table.getName() == null ? "" : table.getName().getName();
    return switch (name) {
      case "versions" -> table.withValues(map(table.getValues(), this::visitVersion));
      case "libraries" -> table.withValues(map(table.getValues(), this::visitLibrary));
      case "bundles" -> table.withValues(map(table.getValues(), this::visitBundle));
      default -> table;
    };
  }

  private Toml.KeyValue visitVersion(Toml.KeyValue entry) {
    String text = text(entry.getValue());
    return text == null || !SdkReleases.isVersion(text)
        ? entry
        : visitVersion(entry, GradleDependency.catalog(key(entry)), text);
  }

  private Toml.KeyValue visitLibrary(Toml.KeyValue entry) {
    return library(entry).map(library -> visitLibrary(entry, library)).orElse(entry);
  }

  private Toml.KeyValue visitBundle(Toml.KeyValue entry) {
    if (entry.getValue() instanceof Toml.Array list) {
      visitBundle(
          entry,
          list.getValues().stream().map(CatalogTables::text).filter(Objects::nonNull).toList());
    }
    return entry;
  }

  static List<Toml> map(List<Toml> values, UnaryOperator<Toml.KeyValue> mapping) {
    return ListUtils.map(
        values, value -> value instanceof Toml.KeyValue entry ? mapping.apply(entry) : value);
  }

  /** What scripts call a library of a catalog. */
  static String alias(SourceFile catalog, Toml.KeyValue entry) {
    return alias(catalog, key(entry));
  }

  /** What scripts call a library of a catalog, or a bundle if that is said before its key. */
  static String alias(SourceFile catalog, String key) {
    String file = catalog.getSourcePath().getFileName().toString();
    return (file.substring(0, file.length() - SUFFIX.length()) + "." + key)
        .replace('-', '.')
        .replace('_', '.');
  }

  /** The coordinates of a library, in any of the three forms that a catalog knows. */
  private static Optional<GradleDependency> library(Toml.KeyValue entry) {
    String coordinates = text(entry.getValue());
    if (coordinates == null) {
      coordinates = value(entry, "module");
    }
    if (coordinates == null && value(entry, "group") != null) {
      coordinates = value(entry, "group") + ":" + value(entry, "name");
    }
    if (coordinates == null) {
      return Optional.empty();
    }
    String[] parts = coordinates.split(":");
    if (parts.length < 2) {
      return Optional.empty();
    }
    String reference = value(entry, "version.ref");
    return Optional.of(
        new GradleDependency(
            parts[0],
            parts[1],
            parts.length > 2 ? parts[2] : value(entry, "version"),
            reference == null ? null : GradleDependency.catalog(reference)));
  }

  /** The library under the name of another artifact of the same group. */
  static Toml.KeyValue withArtifact(
      Toml.KeyValue entry, GradleDependency library, String artifact) {
    if (artifact.equals(library.artifact())) {
      return entry;
    }
    String start = library.group() + ":" + artifact;
    if (text(entry.getValue()) != null) {
      return withText(entry, library.version() == null ? start : start + ":" + library.version());
    }
    Toml.Table table = (Toml.Table) entry.getValue();
    return entry.withValue(
        table.withValues(
            map(
                table.getValues(),
                part ->
                    switch (key(part)) {
                      case "module" -> withText(part, start);
                      case "name" -> withText(part, artifact);
                      default -> part;
                    })));
  }

  static Toml.KeyValue raised(Toml.KeyValue entry, GradleDependency library, String version) {
    String coordinates = text(entry.getValue());
    if (coordinates != null) {
      return withText(entry, library.group() + ":" + library.artifact() + ":" + version);
    }
    return withVersion(entry, version);
  }

  /** The library with a version of its own, in place of a reference if it has one. */
  static Toml.KeyValue withVersion(Toml.KeyValue entry, String version) {
    Toml.Table table = (Toml.Table) entry.getValue();
    return entry.withValue(
        table.withValues(
            map(
                table.getValues(),
                part -> {
                  if (key(part).equals("version.ref")) {
                    Toml.Identifier key = (Toml.Identifier) part.getKey();
                    return withText(
                        part.withKey(key.withName("version").withSource("version")), version);
                  }
                  return key(part).equals("version") ? withText(part, version) : part;
                })));
  }

  private static @Nullable String value(Toml.KeyValue entry, String key) {
    return entry.getValue() instanceof Toml.Table table
        ? table.getValues().stream()
            .flatMap(part -> part instanceof Toml.KeyValue pair ? Stream.of(pair) : Stream.empty())
            .filter(pair -> key(pair).equals(key))
            .map(pair -> text(pair.getValue()))
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null)
        : null;
  }

  static String key(Toml.KeyValue entry) {
    TomlKey key = entry.getKey();
    return key instanceof Toml.Identifier name ? name.getName() : "";
  }

  static @Nullable String text(Toml value) {
    return value instanceof Toml.Literal literal && literal.getValue() instanceof String text
        ? text
        : null;
  }

  static Toml.KeyValue withText(Toml.KeyValue entry, String text) {
    Toml.Literal literal = (Toml.Literal) entry.getValue();
    String source =
        STRING
            .matcher(literal.getSource())
            .replaceFirst(match -> match.group().charAt(0) + text + match.group().charAt(0));
    return entry.withValue(literal.withValue(text).withSource(source));
  }
}
