package io.github.mcpmigrate.recipes.adk;

import io.github.mcpmigrate.recipes.McpEndpoint;
import io.github.mcpmigrate.recipes.TodoComments;
import io.github.mcpmigrate.recipes.client.ClientProjects;
import io.github.mcpmigrate.table.LegacySseUses;
import lombok.EqualsAndHashCode;
import lombok.Value;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.Option;
import org.openrewrite.ScanningRecipe;
import org.openrewrite.Tree;
import org.openrewrite.TreeVisitor;
import org.openrewrite.Validated;
import org.openrewrite.java.ChangeType;
import org.openrewrite.java.tree.JavaSourceFile;

/** Move MCP clients of Google's ADK to Streamable HTTP. */
@Value
@EqualsAndHashCode(callSuper = false)
public class SseServerParametersToStreamable extends ScanningRecipe<AdkClients> {

  @Option(
      displayName = "MCP endpoint",
      description = "The path that the project's own server serves. Defaults to `/mcp`.",
      example = "/api/mcp",
      required = false)
  @Nullable String mcpEndpoint;

  @Option(displayName = "Keep URL", description = McpEndpoint.KEEP_URL, required = false)
  @Nullable Boolean keepUrl;

  @Option(
      displayName = "Servers",
      description =
          "What becomes of the project's own servers in the same run: `streamable`, `dual`, or `drop-legacy` if they are on "
              + "both transports so far. Defaults to `streamable`.",
      valid = {"streamable", "dual", "drop-legacy"},
      example = "dual",
      required = false)
  @Nullable String servers;

  transient LegacySseUses table = new LegacySseUses(this);

  String displayName = "Move MCP clients of Google's ADK to Streamable HTTP";

  String description =
      "Replaces `SseServerParameters` by `StreamableHttpServerParameters`, from google-adk 0.5.0 on, with one URL in place of "
          + "a URL and an endpoint. Clients of a server that stays on HTTP+SSE stay, too.";

  @Override
  public Validated<Object> validate() {
    return super.validate().and(McpEndpoint.validate(mcpEndpoint, keepUrl));
  }

  @Override
  public AdkClients getInitialValue(ExecutionContext ctx) {
    return new AdkClients(ClientProjects.of(ctx, servers, mcpEndpoint, keepUrl));
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
        return tree instanceof JavaSourceFile source && Adk.isIn(source)
            ? move(source, clients.uses(source, ctx), ctx)
            : tree;
      }
    };
  }

  private Tree move(JavaSourceFile source, AdkUses uses, ExecutionContext ctx) {
    uses.findings().report(table, getName(), source, ctx);
    Tree noted = new TodoComments(uses.findings().comments()).visitNonNull(source, ctx);
    if (uses.findings().stays()) {
      return noted;
    }
    Tree built = new MoveParameters(uses.suffixes()).visitNonNull(noted, ctx);
    Tree moved = uses.urls().write(built, ctx);
    return new ChangeType(Adk.SSE, Adk.STREAMABLE, true).getVisitor().visitNonNull(moved, ctx);
  }
}
