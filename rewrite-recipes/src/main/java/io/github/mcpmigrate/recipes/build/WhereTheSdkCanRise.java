package io.github.mcpmigrate.recipes.build;

import lombok.EqualsAndHashCode;
import lombok.Value;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.ScanningRecipe;
import org.openrewrite.SourceFile;
import org.openrewrite.Tree;
import org.openrewrite.TreeVisitor;
import org.openrewrite.marker.SearchResult;

/**
 * Finds every file of a build that decides on its version of the MCP Java SDK. A precondition: code
 * for an SDK that the build cannot be given would not compile.
 */
@Value
@EqualsAndHashCode(callSuper = false)
public class WhereTheSdkCanRise extends ScanningRecipe<SdkReach> {

  String displayName = "Find builds that decide on their version of the MCP Java SDK";

  String description =
      "Marks every file, unless an SDK before 0.18 comes from outside the Maven build: through a starter, a library or a "
          + "parent.";

  @Override
  public SdkReach getInitialValue(ExecutionContext ctx) {
    return new SdkReach();
  }

  @Override
  public TreeVisitor<?, ExecutionContext> getScanner(SdkReach reach) {
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
  public TreeVisitor<?, ExecutionContext> getVisitor(SdkReach reach) {
    return new TreeVisitor<Tree, ExecutionContext>() {
      @Override
      public @Nullable Tree visit(@Nullable Tree tree, ExecutionContext ctx) {
        return tree == null || reach.obstacle().isPresent() ? tree : SearchResult.found(tree);
      }
    };
  }
}
