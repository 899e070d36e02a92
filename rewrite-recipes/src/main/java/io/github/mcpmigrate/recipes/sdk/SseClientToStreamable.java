package io.github.mcpmigrate.recipes.sdk;

import io.github.mcpmigrate.recipes.McpEndpoint;
import io.github.mcpmigrate.recipes.TodoComments;
import io.github.mcpmigrate.recipes.sdk.LegacySseReport.Judgement;
import io.github.mcpmigrate.recipes.sdk.ServerProviderUses.Obstacle;
import io.github.mcpmigrate.table.LegacySseUses;
import io.github.mcpmigrate.table.LegacySseUses.Action;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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
import org.openrewrite.java.tree.JavaType;

/** Move MCP clients to Streamable HTTP. */
@Value
@EqualsAndHashCode(callSuper = false)
public class SseClientToStreamable extends ScanningRecipe<ClientUses> {

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

  String displayName = "Move MCP clients to Streamable HTTP";

  String description =
      "Replaces `HttpClientSseClientTransport` by `HttpClientStreamableHttpTransport` and `WebFluxSseClientTransport` by "
          + "`WebClientStreamableHttpTransport`, however they are built and wherever they are declared, and the paths they "
          + "are given, in literals, constants and configuration values. Clients of a server that stays on HTTP+SSE stay, "
          + "too.";

  @Override
  public Validated<Object> validate() {
    return super.validate().and(McpEndpoint.validate(mcpEndpoint, keepUrl));
  }

  @Override
  public ClientUses getInitialValue(ExecutionContext ctx) {
    return new ClientUses(OwnServers.withThoseByHand(servers, mcpEndpoint, keepUrl));
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
        if (tree instanceof JavaSourceFile source) {
          return move(source, uses, ctx);
        }
        return tree == null || uses.edits().settings().isEmpty()
            ? tree
            : ConfiguredValues.change(tree, uses.edits()::valueOf, ctx);
      }
    };
  }

  private Tree move(JavaSourceFile source, ClientUses uses, ExecutionContext ctx) {
    Path path = source.getSourcePath();
    if (!uses.concern(path)) {
      return uses.edits().isEmpty() || !uses.lookedInto(path)
          ? source
          : new MoveClientTransport(uses, path, false).visitNonNull(source, ctx);
    }
    if (!ClientSources.isEditable(source)) {
      report(uses, path).reportOtherLanguage(source, "a client on HTTP+SSE", ctx);
      return source;
    }
    report(uses, path).visit(source, ctx);
    if (uses.whyNot(path).isPresent()) {
      Tree noted = new TodoComments(uses.reasons(path)).visitNonNull(source, ctx);
      // What stays here may still declare a path of clients that move elsewhere.
      return new MoveClientTransport(uses, path, false).visitNonNull(noted, ctx);
    }
    Map<UUID, String> notes = new LinkedHashMap<>();
    uses.toLookAt(path).forEach(place -> notes.put(place.statement(), place.reason()));
    Tree noted = new TodoComments(notes).visitNonNull(source, ctx);
    return new MoveClientTransport(uses, path, true).visitNonNull(noted, ctx);
  }

  private LegacySseReport report(ClientUses uses, Path path) {
    return report(uses, path, table, getName());
  }

  /** Writes a row for each mention of a client in a file, and for what has to be looked at. */
  static LegacySseReport report(ClientUses uses, Path path, LegacySseUses table, String rule) {
    List<Obstacle> toLookAt = uses.whyNot(path).isPresent() ? List.of() : uses.toLookAt(path);
    return new LegacySseReport(table, rule, toLookAt, (type, mention) -> judge(uses, path, type));
  }

  private static Optional<Judgement> judge(
      ClientUses uses, Path path, JavaType.FullyQualified type) {
    return ClientTransport.ofLegacy(type)
        .map(
            transport ->
                uses.whyNot(path)
                    .map(reason -> new Judgement(Action.MANUAL, reason))
                    .orElseGet(
                        () ->
                            new Judgement(
                                Action.CHANGED, "becomes " + transport.streamableName())));
  }
}
