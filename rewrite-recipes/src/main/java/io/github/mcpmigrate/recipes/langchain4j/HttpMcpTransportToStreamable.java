package io.github.mcpmigrate.recipes.langchain4j;

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
import org.openrewrite.SourceFile;
import org.openrewrite.Tree;
import org.openrewrite.TreeVisitor;
import org.openrewrite.Validated;
import org.openrewrite.java.ChangeType;
import org.openrewrite.java.tree.JavaSourceFile;

/** Move LangChain4j's MCP clients to Streamable HTTP. */
@Value
@EqualsAndHashCode(callSuper = false)
public class HttpMcpTransportToStreamable extends ScanningRecipe<LangChain4jClients> {

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

  String displayName = "Move LangChain4j's MCP clients to Streamable HTTP";

  String description =
      "Replaces `HttpMcpTransport` by `StreamableHttpMcpTransport`, from LangChain4j 1.4.0-beta10 on, with its URL. From 1.12.1 "
          + "on it asks for the listening stream that HTTP+SSE always had. Clients of a server that stays on HTTP+SSE stay, too.";

  @Override
  public Validated<Object> validate() {
    return super.validate().and(McpEndpoint.validate(mcpEndpoint, keepUrl));
  }

  @Override
  public LangChain4jClients getInitialValue(ExecutionContext ctx) {
    return new LangChain4jClients(ClientProjects.of(ctx, servers, mcpEndpoint, keepUrl));
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
          return move(source, clients.uses(source, ctx), ctx);
        }
        return tree instanceof SourceFile file ? raise(file, clients, ctx) : tree;
      }
    };
  }

  private Tree raise(SourceFile file, LangChain4jClients clients, ExecutionContext ctx) {
    return clients
        .toRaise(file, ctx)
        .map(
            version -> {
              LangChain4jClients.report(table, getName(), file, version, ctx);
              return RaiseLangChain4j.raise(file, ctx);
            })
        .orElse(file);
  }

  private Tree move(JavaSourceFile source, TransportUses uses, ExecutionContext ctx) {
    uses.findings().report(table, getName(), source, ctx);
    Tree noted = new TodoComments(uses.findings().comments()).visitNonNull(source, ctx);
    if (uses.findings().stays()) {
      return noted;
    }
    Tree built = new MoveTransport(uses.library()).visitNonNull(noted, ctx);
    Tree moved = uses.urls().write(built, ctx);
    return new ChangeType(LangChain4j.HTTP_SSE, LangChain4j.STREAMABLE, true)
        .getVisitor()
        .visitNonNull(moved, ctx);
  }
}
