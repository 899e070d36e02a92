package io.github.mcpmigrate.recipes.handwritten;

import io.github.mcpmigrate.table.LegacySseUses;
import lombok.EqualsAndHashCode;
import lombok.Value;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.ScanningRecipe;
import org.openrewrite.Tree;
import org.openrewrite.TreeVisitor;
import org.openrewrite.java.tree.JavaSourceFile;

/** Find MCP servers on HTTP+SSE that are written by hand. */
@Value
@EqualsAndHashCode(callSuper = false)
public class FindHandwrittenServers extends ScanningRecipe<HandwrittenServers> {

  transient LegacySseUses table = new LegacySseUses(this);

  String displayName = "Find MCP servers on HTTP+SSE that are written by hand";

  String description =
      "Lists where code without an SDK opens the event stream, keeps the sessions and handles the posts in the data table "
          + "`LegacySseUses`, and the method that answers a message, where it can be told.";

  @Override
  public HandwrittenServers getInitialValue(ExecutionContext ctx) {
    return HandwrittenServers.of(null, null, null);
  }

  @Override
  public TreeVisitor<?, ExecutionContext> getScanner(HandwrittenServers servers) {
    return servers.scanner();
  }

  @Override
  public TreeVisitor<?, ExecutionContext> getVisitor(HandwrittenServers servers) {
    return new TreeVisitor<Tree, ExecutionContext>() {
      @Override
      public @Nullable Tree visit(@Nullable Tree tree, ExecutionContext ctx) {
        if (tree instanceof JavaSourceFile source) {
          HandwrittenReport.of(source, servers).write(table, getName(), ctx);
        }
        return tree;
      }
    };
  }
}
