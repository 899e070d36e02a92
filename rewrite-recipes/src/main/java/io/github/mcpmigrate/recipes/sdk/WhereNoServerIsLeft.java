package io.github.mcpmigrate.recipes.sdk;

import io.github.mcpmigrate.recipes.springai.SpringAiServers;
import lombok.EqualsAndHashCode;
import lombok.Value;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.Option;
import org.openrewrite.ScanningRecipe;
import org.openrewrite.SourceFile;
import org.openrewrite.Tree;
import org.openrewrite.TreeVisitor;
import org.openrewrite.marker.SearchResult;

/**
 * Finds every file of a project in which no server of a library is on HTTP+SSE. A precondition: a
 * migration of the other library alone leaves those servers there, and their clients have to stay.
 */
@Value
@EqualsAndHashCode(callSuper = false)
public class WhereNoServerIsLeft extends ScanningRecipe<WhereNoServerIsLeft.Servers> {

  @Option(
      displayName = "Library",
      description = "Whose servers: `sdk` or `springai`. Defaults to either.",
      valid = {"sdk", "springai"},
      example = "sdk",
      required = false)
  @Nullable String library;

  String displayName = "Find projects without servers of a library on HTTP+SSE";

  String description = "Marks every file, unless a server of the library is on HTTP+SSE.";

  /** What is known of a project. */
  static final class Servers {
    private final ServerMove move = ServerMove.fromSse(ServerTransport.STREAMABLE, null, null);
    private final ServerProviderUses sdk = new ServerProviderUses(move);
    private final TreeVisitor<?, ExecutionContext> sources = new ServerSources(move, sdk);
    private final SpringAiServers springAi = new SpringAiServers();
  }

  @Override
  public Servers getInitialValue(ExecutionContext ctx) {
    return new Servers();
  }

  @Override
  public TreeVisitor<?, ExecutionContext> getScanner(Servers servers) {
    return new TreeVisitor<Tree, ExecutionContext>() {
      @Override
      public @Nullable Tree visit(@Nullable Tree tree, ExecutionContext ctx) {
        if (tree instanceof SourceFile source) {
          servers.springAi.read(source);
          servers.sources.visit(source, ctx);
        }
        return tree;
      }
    };
  }

  @Override
  public TreeVisitor<?, ExecutionContext> getVisitor(Servers servers) {
    boolean left =
        !"springai".equals(library) && servers.sdk.areToMove()
            || !"sdk".equals(library) && servers.springAi.whyOneSpeaksSse().isPresent();
    return new TreeVisitor<Tree, ExecutionContext>() {
      @Override
      public @Nullable Tree visit(@Nullable Tree tree, ExecutionContext ctx) {
        return tree == null || left ? tree : SearchResult.found(tree);
      }
    };
  }
}
