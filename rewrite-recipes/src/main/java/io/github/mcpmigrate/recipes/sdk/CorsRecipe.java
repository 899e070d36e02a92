package io.github.mcpmigrate.recipes.sdk;

import io.github.mcpmigrate.recipes.TodoComments;
import io.github.mcpmigrate.recipes.sdk.ServerProviderUses.Obstacle;
import io.github.mcpmigrate.table.LegacySseUses;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.ScanningRecipe;
import org.openrewrite.Tree;
import org.openrewrite.TreeVisitor;
import org.openrewrite.java.tree.JavaSourceFile;

/** What the recipes have in common that look at CORS rules for servers that move. */
abstract class CorsRecipe extends ScanningRecipe<OwnServers> {

  private final transient LegacySseUses table = new LegacySseUses(this);

  abstract ServerMove move();

  /** Whether files are changed, or it is only said what would be. */
  boolean edits() {
    return true;
  }

  @Override
  public OwnServers getInitialValue(ExecutionContext ctx) {
    return new OwnServers(move());
  }

  @Override
  public TreeVisitor<?, ExecutionContext> getScanner(OwnServers servers) {
    return servers.scanner();
  }

  @Override
  public TreeVisitor<?, ExecutionContext> getVisitor(OwnServers servers) {
    return new TreeVisitor<Tree, ExecutionContext>() {
      @Override
      public @Nullable Tree visit(@Nullable Tree tree, ExecutionContext ctx) {
        return tree instanceof JavaSourceFile source
                && ClientSources.isEditable(source)
                && CorsRules.areIn(source)
            ? servers.leftBehind(source).map(paths -> edit(source, paths, ctx)).orElse(source)
            : tree;
      }
    };
  }

  private Tree edit(JavaSourceFile source, LegacyEndpoints paths, ExecutionContext ctx) {
    List<Obstacle> left = new ArrayList<>();
    Tree edited = new CorsRules(paths, left).visitNonNull(source, ctx);
    new LegacySseReport(table, getName(), left, (type, mention) -> Optional.empty())
        .visit(source, ctx);
    if (!edits()) {
      return source;
    }
    Map<UUID, String> comments = new LinkedHashMap<>();
    left.forEach(place -> comments.put(place.statement(), place.reason()));
    return new TodoComments(comments).visitNonNull(edited, ctx);
  }
}
