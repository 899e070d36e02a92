package io.github.mcpmigrate.recipes.build;

import lombok.EqualsAndHashCode;
import lombok.Value;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.ScanningRecipe;
import org.openrewrite.SourceFile;
import org.openrewrite.Tree;
import org.openrewrite.TreeVisitor;

/**
 * Takes Spring AI 1.0 to 1.1 in Gradle builds: in scripts, version catalogs and {@code
 * gradle.properties}. MCP starters of 1.0.0-M6 get the names that they have today.
 */
@Value
@EqualsAndHashCode(callSuper = false)
public class UpgradeSpringAiInGradle extends ScanningRecipe<SpringAiReach> {

  String displayName = "Take Spring AI 1.0 to 1.1 in Gradle builds";

  String description =
      "Raises Spring AI 1.0 in Gradle builds with one of its MCP starters to the newest 1.1, the first line with Streamable "
          + "HTTP, wherever the version is written.";

  @Override
  public SpringAiReach getInitialValue(ExecutionContext ctx) {
    return new SpringAiReach();
  }

  @Override
  public TreeVisitor<?, ExecutionContext> getScanner(SpringAiReach reach) {
    return new TreeVisitor<Tree, ExecutionContext>() {
      @Override
      public @Nullable Tree visit(@Nullable Tree tree, ExecutionContext ctx) {
        if (tree instanceof SourceFile source) {
          reach.read(source);
        }
        return tree;
      }
    };
  }

  @Override
  public TreeVisitor<?, ExecutionContext> getVisitor(SpringAiReach reach) {
    SpringAiInGradle gradle = reach.gradle();
    return new TreeVisitor<Tree, ExecutionContext>() {
      @Override
      public @Nullable Tree visit(@Nullable Tree tree, ExecutionContext ctx) {
        if (!(tree instanceof SourceFile source) || !reach.rises()) {
          return tree;
        }
        if (GradleProperties.isScript(source)) {
          return new GradleArtifactEditor(gradle).visit(tree, ctx);
        }
        if (CatalogTables.isCatalog(source)) {
          return new CatalogArtifactEditor(gradle).visit(tree, ctx);
        }
        return GradleProperties.are(source)
            ? GradleProperties.editor(gradle::target).visit(tree, ctx)
            : tree;
      }
    };
  }
}
