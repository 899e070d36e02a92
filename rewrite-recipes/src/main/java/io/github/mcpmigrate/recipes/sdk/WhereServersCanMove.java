package io.github.mcpmigrate.recipes.sdk;

import io.github.mcpmigrate.recipes.McpEndpoint;
import lombok.EqualsAndHashCode;
import lombok.Value;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.Option;
import org.openrewrite.ScanningRecipe;
import org.openrewrite.Tree;
import org.openrewrite.TreeVisitor;
import org.openrewrite.marker.SearchResult;

/**
 * Finds every file of a project of which nothing has to stay on an old SDK. A precondition: a
 * migration that cannot move a server leaves a project that compiles, on the SDK that it has.
 */
@Value
@EqualsAndHashCode(callSuper = false)
public class WhereServersCanMove extends ScanningRecipe<ServerProviderUses> {

  @Option(
      displayName = "MCP endpoint",
      description = "The option of the same name of the migration.",
      example = "/api/mcp",
      required = false)
  @Nullable String mcpEndpoint;

  @Option(displayName = "Keep URL", description = McpEndpoint.KEEP_URL, required = false)
  @Nullable Boolean keepUrl;

  @Option(
      displayName = "Dual",
      description = "Whether servers move to both transports. Defaults to false.",
      required = false)
  @Nullable Boolean dual;

  String displayName = "Find projects whose servers can all leave HTTP+SSE";

  String description =
      "Marks every file, unless a server has to stay: a transport of the project's own, or a use that cannot follow.";

  private ServerMove move() {
    return ServerMove.fromSse(
        Boolean.TRUE.equals(dual) ? ServerTransport.DUAL : ServerTransport.STREAMABLE,
        mcpEndpoint,
        keepUrl);
  }

  @Override
  public ServerProviderUses getInitialValue(ExecutionContext ctx) {
    return new ServerProviderUses(move());
  }

  @Override
  public TreeVisitor<?, ExecutionContext> getScanner(ServerProviderUses uses) {
    return new ServerSources(move(), uses);
  }

  @Override
  public TreeVisitor<?, ExecutionContext> getVisitor(ServerProviderUses uses) {
    return new TreeVisitor<Tree, ExecutionContext>() {
      @Override
      public @Nullable Tree visit(@Nullable Tree tree, ExecutionContext ctx) {
        return tree == null || uses.whyTheSdkStays().isPresent() ? tree : SearchResult.found(tree);
      }
    };
  }
}
