package io.github.mcpmigrate.recipes.langchain4j;

import io.github.mcpmigrate.recipes.client.ClientProjects;
import io.github.mcpmigrate.table.LegacySseUses;
import lombok.EqualsAndHashCode;
import lombok.Value;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.ScanningRecipe;
import org.openrewrite.SourceFile;
import org.openrewrite.Tree;
import org.openrewrite.TreeVisitor;
import org.openrewrite.java.tree.JavaSourceFile;

/** Find LangChain4j's MCP clients on HTTP+SSE. */
@Value
@EqualsAndHashCode(callSuper = false)
public class FindHttpMcpTransport extends ScanningRecipe<LangChain4jClients> {

  transient LegacySseUses table = new LegacySseUses(this);

  String displayName = "Find LangChain4j's MCP clients on HTTP+SSE";

  String description =
      "Lists where `HttpMcpTransport` is built in the data table `LegacySseUses`, with what a migration does with it.";

  @Override
  public LangChain4jClients getInitialValue(ExecutionContext ctx) {
    return new LangChain4jClients(ClientProjects.of(ctx, null, null, null));
  }

  @Override
  public TreeVisitor<?, ExecutionContext> getScanner(LangChain4jClients clients) {
    return clients.scanner();
  }

  @Override
  public TreeVisitor<?, ExecutionContext> getVisitor(LangChain4jClients clients) {
    return new TreeVisitor<Tree, ExecutionContext>() {
      @Override
      public @Nullable Tree visit(@Nullable Tree tree, ExecutionContext ctx) {
        if (tree instanceof JavaSourceFile source && TransportUses.areIn(source)) {
          clients.uses(source, ctx).findings().report(table, getName(), source, ctx);
        }
        if (tree instanceof SourceFile file) {
          clients
              .toRaise(file, ctx)
              .ifPresent(
                  version -> LangChain4jClients.report(table, getName(), file, version, ctx));
        }
        return tree;
      }
    };
  }
}
