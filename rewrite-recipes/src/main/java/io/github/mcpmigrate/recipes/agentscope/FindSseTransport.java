package io.github.mcpmigrate.recipes.agentscope;

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

/** Find MCP clients of AgentScope on HTTP+SSE. */
@Value
@EqualsAndHashCode(callSuper = false)
public class FindSseTransport extends ScanningRecipe<ClientProjects> {

  transient LegacySseUses table = new LegacySseUses(this);

  String displayName = "Find MCP clients of AgentScope on HTTP+SSE";

  String description =
      "Lists calls of `sseTransport` in the data table `LegacySseUses`, with what a migration does with each.";

  @Override
  public ClientProjects getInitialValue(ExecutionContext ctx) {
    return ClientProjects.of(ctx, null, null, null);
  }

  @Override
  public TreeVisitor<?, ExecutionContext> getScanner(ClientProjects projects) {
    return projects.scanner();
  }

  @Override
  public TreeVisitor<?, ExecutionContext> getVisitor(ClientProjects projects) {
    return new TreeVisitor<Tree, ExecutionContext>() {
      @Override
      public @Nullable Tree visit(@Nullable Tree tree, ExecutionContext ctx) {
        if (tree instanceof JavaSourceFile source && AgentScopeUses.areIn(source)) {
          AgentScopeUses.in(source, projects, ctx).findings().report(table, getName(), source, ctx);
        }
        return tree;
      }
    };
  }
}
