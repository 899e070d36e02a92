package io.github.mcpmigrate.recipes.sdk;

import io.github.mcpmigrate.recipes.TodoComments;
import io.github.mcpmigrate.recipes.sdk.ServerProviderUses.Obstacle;
import io.github.mcpmigrate.table.LegacySseUses;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.ScanningRecipe;
import org.openrewrite.SourceFile;
import org.openrewrite.Tree;
import org.openrewrite.TreeVisitor;
import org.openrewrite.java.tree.J;

/** What the recipes have in common that look at access rules for the servers of Spring AI. */
abstract class SpringAiRulesRecipe extends ScanningRecipe<SpringAiRules> {

  private final transient LegacySseUses table = new LegacySseUses(this);

  abstract ServerMove move();

  /** Whether files are changed, or it is only said what would be. */
  boolean edits() {
    return true;
  }

  @Override
  public SpringAiRules getInitialValue(ExecutionContext ctx) {
    return new SpringAiRules(move());
  }

  @Override
  public TreeVisitor<?, ExecutionContext> getScanner(SpringAiRules rules) {
    return rules.scanner();
  }

  @Override
  public TreeVisitor<?, ExecutionContext> getVisitor(SpringAiRules rules) {
    return new TreeVisitor<Tree, ExecutionContext>() {
      @Override
      public boolean isAcceptable(SourceFile source, ExecutionContext ctx) {
        return source instanceof J.CompilationUnit;
      }

      @Override
      public @Nullable Tree visit(@Nullable Tree tree, ExecutionContext ctx) {
        return tree instanceof J.CompilationUnit source
            ? rules.in(source).map(module -> follow(module, source, ctx)).orElse(source)
            : tree;
      }
    };
  }

  private Tree follow(
      SpringAiRules.OfModule module, J.CompilationUnit source, ExecutionContext ctx) {
    List<Obstacle> toDecide = module.rules().toDecide();
    new LegacySseReport(table, getName(), toDecide, (type, mention) -> Optional.empty())
        .visit(source, ctx);
    if (!edits()) {
      return source;
    }
    Map<UUID, String> comments = new LinkedHashMap<>();
    toDecide.forEach(place -> comments.put(place.statement(), place.reason()));
    Tree followed = new TodoComments(comments).visitNonNull(source, ctx);
    followed =
        new ServletMappings(module.endpoints(), module.rules(), false).visitNonNull(followed, ctx);
    return new CorsMappings(module.endpoints(), module.rules()).visitNonNull(followed, ctx);
  }
}
