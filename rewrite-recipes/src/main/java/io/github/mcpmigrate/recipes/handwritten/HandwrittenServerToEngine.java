package io.github.mcpmigrate.recipes.handwritten;

import io.github.mcpmigrate.recipes.McpEndpoint;
import io.github.mcpmigrate.recipes.TodoComments;
import io.github.mcpmigrate.table.LegacySseUses;
import java.util.Optional;
import lombok.EqualsAndHashCode;
import lombok.Value;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.Option;
import org.openrewrite.ScanningRecipe;
import org.openrewrite.SourceFile;
import org.openrewrite.Tree;
import org.openrewrite.TreeVisitor;
import org.openrewrite.Validated;
import org.openrewrite.java.tree.JavaSourceFile;

/** Put the engine before MCP servers that are written by hand. */
@Value
@EqualsAndHashCode(callSuper = false)
public class HandwrittenServerToEngine extends ScanningRecipe<HandwrittenServers> {

  @Option(
      displayName = "MCP endpoint",
      description = "The path that serves Streamable HTTP. Defaults to `/mcp`.",
      example = "/api/mcp",
      required = false)
  @Nullable String mcpEndpoint;

  @Option(displayName = "Keep URL", description = McpEndpoint.KEEP_URL, required = false)
  @Nullable Boolean keepUrl;

  @Option(
      displayName = "Servers",
      description = "What they serve afterwards: `streamable` or `dual`. Defaults to `streamable`.",
      valid = {"streamable", "dual"},
      example = "dual",
      required = false)
  @Nullable String servers;

  @Option(
      displayName = "Compat version",
      description = "The version of mcp-compat-servlet. Defaults to the version of these recipes.",
      example = "0.1.0",
      required = false)
  @Nullable String compatVersion;

  transient LegacySseUses table = new LegacySseUses(this);

  String displayName = "Put the engine before MCP servers that are written by hand";

  String description =
      "Takes the event stream, the session map and the POST handler of a Spring controller that keeps `SseEmitter`s away, and "
          + "registers its dispatch method behind mcp-compat-servlet; so it does with a servlet that keeps transports as the TypeScript SDK has them. Other servers by hand get a comment at each of the three places.";

  @Override
  public Validated<Object> validate() {
    return super.validate().and(McpEndpoint.validate(mcpEndpoint, keepUrl));
  }

  @Override
  public HandwrittenServers getInitialValue(ExecutionContext ctx) {
    return HandwrittenServers.of(servers, mcpEndpoint, keepUrl);
  }

  @Override
  public TreeVisitor<?, ExecutionContext> getScanner(HandwrittenServers servers) {
    return servers.scanner();
  }

  @Override
  public TreeVisitor<?, ExecutionContext> getVisitor(HandwrittenServers found) {
    ServletDependency dependency = new ServletDependency(found, compatVersion, table, getName());
    return new TreeVisitor<Tree, ExecutionContext>() {
      @Override
      public @Nullable Tree visit(@Nullable Tree tree, ExecutionContext ctx) {
        if (tree instanceof JavaSourceFile source && !dependency.concerns(source)) {
          return move(source, found, ctx);
        }
        return tree instanceof SourceFile build ? dependency.addTo(build, ctx) : tree;
      }
    };
  }

  private @Nullable Tree move(
      JavaSourceFile source, HandwrittenServers found, ExecutionContext ctx) {
    HandwrittenReport report = HandwrittenReport.of(source, found);
    report.write(table, getName(), ctx);
    Optional<TreeVisitor<?, ExecutionContext>> moving = found.moving(source);
    if (moving.isPresent()) {
      return moving.get().visit(source, ctx);
    }
    return report.comments().isEmpty()
        ? source
        : new TodoComments(report.comments()).visitNonNull(source, ctx);
  }
}
