package io.github.mcpmigrate.recipes.solon;

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

/** Move Solon's MCP servers and clients to Streamable HTTP. */
@Value
@EqualsAndHashCode(callSuper = false)
public class SseChannelToStreamable extends ScanningRecipe<SolonProject> {

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

  String displayName = "Move Solon's MCP servers and clients to Streamable HTTP";

  String description =
      "Replaces the channel `sse` of `@McpServerEndpoint`, `McpServerEndpointProvider` and `McpClientProvider` by `streamable`, "
          + "from solon-ai-mcp 3.5.0 on, with its endpoints and URLs. A server cannot serve both: unless servers become "
          + "`streamable`, Solon's stay, and so do clients of them.";

  @Override
  public Validated<Object> validate() {
    return super.validate().and(McpEndpoint.validate(mcpEndpoint, keepUrl));
  }

  @Override
  public SolonProject getInitialValue(ExecutionContext ctx) {
    return new SolonProject(
        ClientProjects.of(ctx, servers, mcpEndpoint, keepUrl),
        servers == null || servers.equals("streamable"));
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
        return tree instanceof JavaSourceFile source && Solon.isIn(source)
            ? move(source, project, ctx)
            : tree;
      }
    };
  }

  private Tree move(JavaSourceFile source, SolonProject project, ExecutionContext ctx) {
    SolonUses uses = SolonUses.in(source, project, ctx);
    uses.findings().report(table, getName(), source, ctx);
    Tree noted = new TodoComments(uses.findings().comments()).visitNonNull(source, ctx);
    if (uses.findings().stays()) {
      return noted;
    }
    Tree moved = new MoveChannel(project, uses.moving()).visitNonNull(noted, ctx);
    return uses.urls().write(moved, ctx);
  }
}
