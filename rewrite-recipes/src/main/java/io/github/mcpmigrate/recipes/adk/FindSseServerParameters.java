package io.github.mcpmigrate.recipes.adk;

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

/** Find MCP clients of Google's ADK on HTTP+SSE. */
@Value
@EqualsAndHashCode(callSuper = false)
public class FindSseServerParameters extends ScanningRecipe<AdkClients> {

  transient LegacySseUses table = new LegacySseUses(this);

  String displayName = "Find MCP clients of Google's ADK on HTTP+SSE";

  String description =
      "Lists where `SseServerParameters` are built in the data table `LegacySseUses`, with what a migration does with them.";

  @Override
  public AdkClients getInitialValue(ExecutionContext ctx) {
    return new AdkClients(ClientProjects.of(ctx, null, null, null));
  }

  @Override
  public TreeVisitor<?, ExecutionContext> getScanner(AdkClients clients) {
    return clients.scanner();
  }

  @Override
  public TreeVisitor<?, ExecutionContext> getVisitor(AdkClients clients) {
    return new TreeVisitor<Tree, ExecutionContext>() {
      @Override
      public @Nullable Tree visit(@Nullable Tree tree, ExecutionContext ctx) {
        if (tree instanceof JavaSourceFile source && Adk.isIn(source)) {
          clients.uses(source, ctx).findings().report(table, getName(), source, ctx);
        }
        return tree;
      }
    };
  }
}
