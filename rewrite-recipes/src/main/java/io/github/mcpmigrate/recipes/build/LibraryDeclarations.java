package io.github.mcpmigrate.recipes.build;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.openrewrite.ExecutionContext;
import org.openrewrite.InMemoryExecutionContext;
import org.openrewrite.SourceFile;
import org.openrewrite.Tree;
import org.openrewrite.maven.tree.MavenResolutionResult;
import org.openrewrite.toml.tree.Toml;

/** What build files of any kind declare, as they write it. */
final class LibraryDeclarations {

  private LibraryDeclarations() {}

  /** Whether a file is one that is read here. */
  static boolean mayBeIn(SourceFile source) {
    return source.getMarkers().findFirst(MavenResolutionResult.class).isPresent()
        || GradleProperties.isScript(source)
        || CatalogTables.isCatalog(source)
        || GradleProperties.are(source);
  }

  /**
   * Reads a file.
   *
   * @param group of the artifacts that are asked for in poms
   * @param versions takes where versions are written
   * @param gradle takes all coordinates in Gradle files
   */
  static void read(
      SourceFile source,
      String group,
      SdkVersions versions,
      Consumer<SdkDependency> maven,
      Consumer<GradleDependency> gradle) {
    ExecutionContext ctx = new InMemoryExecutionContext();
    Tree tree = source;
    if (source.getMarkers().findFirst(MavenResolutionResult.class).isPresent()) {
      new SdkPomScanner(versions, group, maven).visit(tree, ctx);
    } else if (GradleProperties.isScript(source)) {
      new GradleScanner(
              (dependency, scope) -> gradle.accept(dependency),
              versions::written,
              (alias, scope) -> {})
          .visit(tree, ctx);
    } else if (CatalogTables.isCatalog(source)) {
      catalog(versions::written, gradle).visit(tree, ctx);
    } else if (GradleProperties.are(source)) {
      GradleProperties.scanner(versions::written).visit(tree, ctx);
    }
  }

  private static CatalogTables catalog(
      BiConsumer<String, String> versions, Consumer<GradleDependency> libraries) {
    return new CatalogTables() {
      @Override
      Toml.KeyValue visitVersion(Toml.KeyValue entry, String place, String version) {
        versions.accept(place, version);
        return entry;
      }

      @Override
      Toml.KeyValue visitLibrary(Toml.KeyValue entry, GradleDependency library) {
        libraries.accept(library);
        return entry;
      }
    };
  }
}
