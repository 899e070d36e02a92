package io.github.mcpmigrate.recipes.solon;

import io.github.mcpmigrate.recipes.client.ClientProjects;
import io.github.mcpmigrate.table.LegacySseUses;
import lombok.EqualsAndHashCode;
import lombok.Value;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.ScanningRecipe;
import org.openrewrite.Tree;
import org.openrewrite.TreeVisitor;
import org.openrewrite.java.tree.JavaSourceFile;

/** Find Solon's MCP servers and clients on HTTP+SSE. */
@Value
@EqualsAndHashCode(callSuper = false)
public class FindSseChannel extends ScanningRecipe<SolonProject> {

  transient LegacySseUses table = new LegacySseUses(this);

  String displayName = "Find Solon's MCP servers and clients on HTTP+SSE";

  String description =
      "Lists where code chooses the channel `sse` in the data table `LegacySseUses`, with what a migration does with it.";

  @Override
  public SolonProject getInitialValue(ExecutionContext ctx) {
    return new SolonProject(ClientProjects.of(ctx, null, null, null), true);
  }

  @Override
  public TreeVisitor<?, ExecutionContext> getScanner(SolonProject project) {
    return project.scanner();
  }

  @Override
  public TreeVisitor<?, ExecutionContext> getVisitor(SolonProject project) {
    return new TreeVisitor<Tree, ExecutionContext>() {
      @Override
      public @Nullable Tree visit(@Nullable Tree tree, ExecutionContext ctx) {
        if (tree instanceof JavaSourceFile source && Solon.isIn(source)) {
          SolonUses.in(source, project, ctx).findings().report(table, getName(), source, ctx);
        }
        return tree;
      }
    };
  }
}
