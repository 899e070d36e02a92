package io.github.mcpmigrate.recipes.build;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.internal.ListUtils;
import org.openrewrite.toml.TomlVisitor;
import org.openrewrite.toml.tree.Toml;
import org.openrewrite.toml.tree.TomlKey;

/** What a Gradle version catalog says of the SDK: noted in a scan, moved in an edit. */
final class CatalogVisitor extends TomlVisitor<ExecutionContext> {

  private static final Pattern STRING = Pattern.compile("[\"']([^\"']*)[\"']");

  private final SdkVersions versions;
  private final boolean edit;
  private final BiConsumer<GradleDependency, String> findings;

  private CatalogVisitor(
      SdkVersions versions, boolean edit, BiConsumer<GradleDependency, String> findings) {
    this.versions = versions;
    this.edit = edit;
    this.findings = findings;
  }

  static CatalogVisitor scanner(SdkVersions versions) {
    return new CatalogVisitor(versions, false, (dependency, reason) -> {});
  }

  /**
   * @param findings takes what a person has to do, with the dependency that it is about
   */
  static CatalogVisitor editor(
      SdkVersions versions, BiConsumer<GradleDependency, String> findings) {
    return new CatalogVisitor(versions, true, findings);
  }

  @Override
  public Toml visitTable(Toml.Table table, ExecutionContext ctx) {
    String name = table.getName() == null ? "" : table.getName().getName();
    return switch (name) {
      case "versions" -> table.withValues(map(table.getValues(), this::visitVersion));
      case "libraries" -> table.withValues(map(table.getValues(), this::visitLibrary));
      default -> table;
    };
  }

  private static List<Toml> map(List<Toml> values, UnaryOperator<Toml.KeyValue> mapping) {
    return ListUtils.map(
        values, value -> value instanceof Toml.KeyValue entry ? mapping.apply(entry) : value);
  }

  private Toml.KeyValue visitVersion(Toml.KeyValue entry) {
    String text = text(entry.getValue());
    if (text == null || !SdkReleases.isVersion(text)) {
      return entry;
    }
    String place = GradleDependency.catalog(key(entry));
    if (!edit) {
      versions.written(place, text);
      return entry;
    }
    return versions.target(place).map(version -> withText(entry, version)).orElse(entry);
  }

  private Toml.KeyValue visitLibrary(Toml.KeyValue entry) {
    GradleDependency library = library(entry).orElse(null);
    if (library == null) {
      return entry;
    }
    if (!edit) {
      note(library);
      return entry;
    }
    if (!library.isSdk()) {
      return entry;
    }
    GradleMoves moves = new GradleMoves(versions, () -> versions.hasJackson2(null));
    whatIsLeft(library, moves).ifPresent(reason -> findings.accept(library, reason));
    if (moves.group(library).isEmpty()) {
      return moves.version(library).map(version -> raised(entry, library, version)).orElse(entry);
    }
    return toSpringAi(entry, moves.version(library).orElseThrow());
  }

  private void note(GradleDependency library) {
    if (!library.isSdk()) {
      library.place().ifPresent(versions::shared);
    } else if (library.place().isPresent()) {
      versions.use(library.place().get(), library.artifact(), library.version());
      if (library.version() != null) {
        versions.written(library.place().get(), library.version());
      }
    } else {
      versions.useOfBom(library.artifact());
    }
  }

  private Optional<String> whatIsLeft(GradleDependency library, GradleMoves moves) {
    List<String> companions = moves.companions(library, Set.of(), false);
    return companions.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "where "
                + library.artifact()
                + " of this catalog is used, "
                + String.join(" and ", companions)
                + " has to be added");
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

  private static Toml.KeyValue raised(
      Toml.KeyValue entry, GradleDependency library, String version) {
    String coordinates = text(entry.getValue());
    if (coordinates != null) {
      return withText(entry, library.group() + ":" + library.artifact() + ":" + version);
    }
    return withVersion(entry, version);
  }

  private static Toml.KeyValue toSpringAi(Toml.KeyValue entry, String version) {
    String coordinates = text(entry.getValue());
    if (coordinates != null) {
      String artifact = coordinates.split(":")[1];
      return withText(entry, SdkReleases.SPRING_GROUP + ":" + artifact + ":" + version);
    }
    Toml.Table table = (Toml.Table) entry.getValue();
    return withVersion(
        entry.withValue(
            table.withValues(
                map(
                    table.getValues(),
                    part ->
                        switch (key(part)) {
                          case "module" ->
                              withText(
                                  part,
                                  text(part.getValue())
                                      .replace(SdkReleases.GROUP, SdkReleases.SPRING_GROUP));
                          case "group" -> withText(part, SdkReleases.SPRING_GROUP);
                          default -> part;
                        }))),
        version);
  }

  /** The library with a version of its own, in place of a reference if it has one. */
  private static Toml.KeyValue withVersion(Toml.KeyValue entry, String version) {
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

  private static String key(Toml.KeyValue entry) {
    TomlKey key = entry.getKey();
    return key instanceof Toml.Identifier name ? name.getName() : "";
  }

  private static @Nullable String text(Toml value) {
    return value instanceof Toml.Literal literal && literal.getValue() instanceof String text
        ? text
        : null;
  }

  private static Toml.KeyValue withText(Toml.KeyValue entry, String text) {
    Toml.Literal literal = (Toml.Literal) entry.getValue();
    String source =
        STRING
            .matcher(literal.getSource())
            .replaceFirst(match -> match.group().charAt(0) + text + match.group().charAt(0));
    return entry.withValue(literal.withValue(text).withSource(source));
  }
}
