package io.github.mcpmigrate.recipes.build;

import java.util.concurrent.atomic.AtomicBoolean;
import lombok.EqualsAndHashCode;
import lombok.Value;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.ScanningRecipe;
import org.openrewrite.Tree;
import org.openrewrite.TreeVisitor;
import org.openrewrite.java.tree.JavaSourceFile;
import org.openrewrite.marker.SearchResult;

/**
 * Finds every file of a project that has no transport of its own which another SDK would break. A
 * precondition: what is never edited has to go on compiling.
 */
@Value
@EqualsAndHashCode(callSuper = false)
public class WhereNoOwnTransportStays extends ScanningRecipe<AtomicBoolean> {

  String displayName = "Find projects without a transport that keeps the MCP Java SDK";

  String description =
      "Marks every file, unless a class implements an interface of the SDK which newer versions do not have any more.";

  @Override
  public AtomicBoolean getInitialValue(ExecutionContext ctx) {
    return new AtomicBoolean();
  }

  @Override
  public TreeVisitor<?, ExecutionContext> getScanner(AtomicBoolean stays) {
    return new TreeVisitor<Tree, ExecutionContext>() {
      @Override
      public @Nullable Tree visit(@Nullable Tree tree, ExecutionContext ctx) {
        if (tree instanceof JavaSourceFile source && !OwnTransports.in(source).isEmpty()) {
          stays.set(true);
        }
        return tree;
      }
    };
  }

  @Override
  public TreeVisitor<?, ExecutionContext> getVisitor(AtomicBoolean stays) {
    return new TreeVisitor<Tree, ExecutionContext>() {
      @Override
      public @Nullable Tree visit(@Nullable Tree tree, ExecutionContext ctx) {
        return tree == null || stays.get() ? tree : SearchResult.found(tree);
      }
    };
  }
}
