package io.github.mcpmigrate.recipes.build;

import org.openrewrite.toml.tree.Toml;

/** Renames and raises artifacts of a library in a Gradle version catalog. */
final class CatalogArtifactEditor extends CatalogTables {

  private final ArtifactMoves moves;

  CatalogArtifactEditor(ArtifactMoves moves) {
    this.moves = moves;
  }

  @Override
  Toml.KeyValue visitVersion(Toml.KeyValue entry, String place, String version) {
    return moves.target(place).map(target -> withText(entry, target)).orElse(entry);
  }

  @Override
  Toml.KeyValue visitLibrary(Toml.KeyValue entry, GradleDependency library) {
    if (!moves.concerns(library)) {
      return entry;
    }
    String artifact = moves.renamed(library.artifact()).orElse(library.artifact());
    Toml.KeyValue renamed = withArtifact(entry, library, artifact);
    GradleDependency now =
        new GradleDependency(library.group(), artifact, library.version(), library.variable());
    return moves.target(library).map(version -> raised(renamed, now, version)).orElse(renamed);
  }
}
