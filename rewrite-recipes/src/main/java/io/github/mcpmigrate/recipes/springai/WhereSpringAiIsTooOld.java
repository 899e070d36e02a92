package io.github.mcpmigrate.recipes.springai;

import lombok.EqualsAndHashCode;
import lombok.Value;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.Tree;
import org.openrewrite.TreeVisitor;
import org.openrewrite.marker.SearchResult;

/** Finds every file of a build with a Spring AI that has no Streamable HTTP. A precondition. */
@Value
@EqualsAndHashCode(callSuper = false)
public class WhereSpringAiIsTooOld extends SpringAiRecipe {

  String displayName = "Find builds on Spring AI 1.0";

  String description =
      "Marks every file of a build that has an MCP starter of Spring AI 1.0 and can be given 1.1.";

  @Override
  public TreeVisitor<?, ExecutionContext> getVisitor(SpringAiServers servers) {
    return new TreeVisitor<Tree, ExecutionContext>() {
      @Override
      public @Nullable Tree visit(@Nullable Tree tree, ExecutionContext ctx) {
        return tree != null && servers.rise() ? SearchResult.found(tree) : tree;
      }
    };
  }
}
