package io.github.mcpmigrate.recipes.sdk;

import io.github.mcpmigrate.table.LegacySseUses;
import lombok.EqualsAndHashCode;
import lombok.Value;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.ScanningRecipe;
import org.openrewrite.Tree;
import org.openrewrite.TreeVisitor;
import org.openrewrite.java.tree.JavaSourceFile;

/** Lists the uses of the SDK's HTTP+SSE clients. */
@Value
@EqualsAndHashCode(callSuper = false)
public class FindLegacySdkClients extends ScanningRecipe<ClientUses> {

  transient LegacySseUses table = new LegacySseUses(this);

  String displayName = "Find the HTTP+SSE clients of the MCP Java SDK";

  String description =
      "Lists every mention of the SDK's HTTP+SSE clients in the data table `LegacySseUses`. Imports are not counted.";

  @Override
  public ClientUses getInitialValue(ExecutionContext ctx) {
    return new ClientUses(OwnServers.withThoseByHand(null, null, null));
  }

  @Override
  public TreeVisitor<?, ExecutionContext> getScanner(ClientUses uses) {
    return new ClientSources(uses);
  }

  @Override
  public TreeVisitor<?, ExecutionContext> getVisitor(ClientUses uses) {
    return new TreeVisitor<Tree, ExecutionContext>() {
      @Override
      public @Nullable Tree visit(@Nullable Tree tree, ExecutionContext ctx) {
        if (tree instanceof JavaSourceFile source && uses.concern(source.getSourcePath())) {
          LegacySseReport report =
              SseClientToStreamable.report(uses, source.getSourcePath(), table, getName());
          if (ClientSources.isEditable(source)) {
            report.visit(source, ctx);
          } else {
            report.reportOtherLanguage(source, "a client on HTTP+SSE", ctx);
          }
        }
        return tree;
      }
    };
  }
}
