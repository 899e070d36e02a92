package io.github.mcpmigrate.recipes.build;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.openrewrite.toml.tree.Toml;

/** What a Gradle version catalog says of the SDK: noted in a scan, moved in an edit. */
final class CatalogVisitor extends CatalogTables {

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
  Toml.KeyValue visitVersion(Toml.KeyValue entry, String place, String text) {
    if (!edit) {
      versions.written(place, text);
      return entry;
    }
    return versions.target(place).map(version -> withText(entry, version)).orElse(entry);
  }

  @Override
  Toml.KeyValue visitLibrary(Toml.KeyValue entry, GradleDependency library) {
    if (!edit) {
      versions.note(library);
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
}
