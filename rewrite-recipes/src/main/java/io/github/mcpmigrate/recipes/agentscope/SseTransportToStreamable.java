package io.github.mcpmigrate.recipes.agentscope;

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
import org.openrewrite.java.tree.JavaSourceFile;

/** Move MCP clients of AgentScope to Streamable HTTP. */
@Value
@EqualsAndHashCode(callSuper = false)
public class SseTransportToStreamable extends ScanningRecipe<ClientProjects> {

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

  String displayName = "Move MCP clients of AgentScope to Streamable HTTP";

  String description =
      "Calls `streamableHttpTransport` in place of `sseTransport` on AgentScope's builder, with its URL. Clients of a server "
          + "that stays on HTTP+SSE stay, too.";

  @Override
  public Validated<Object> validate() {
    return super.validate().and(McpEndpoint.validate(mcpEndpoint, keepUrl));
  }

  @Override
  public ClientProjects getInitialValue(ExecutionContext ctx) {
    return ClientProjects.of(ctx, servers, mcpEndpoint, keepUrl);
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
        return tree instanceof JavaSourceFile source && AgentScopeUses.areIn(source)
            ? move(source, AgentScopeUses.in(source, projects, ctx), ctx)
            : tree;
      }
    };
  }

  private Tree move(JavaSourceFile source, AgentScopeUses uses, ExecutionContext ctx) {
    uses.findings().report(table, getName(), source, ctx);
    Tree noted = new TodoComments(uses.findings().comments()).visitNonNull(source, ctx);
    if (uses.findings().stays()) {
      return noted;
    }
    Tree renamed = new AgentScopeUses.Rename().visitNonNull(noted, ctx);
    return uses.urls().write(renamed, ctx);
  }
}
