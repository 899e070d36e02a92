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
import org.openrewrite.java.tree.JavaSourceFile;

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
        return source instanceof JavaSourceFile code && ClientSources.isEditable(code);
      }

      @Override
      public @Nullable Tree visit(@Nullable Tree tree, ExecutionContext ctx) {
        Optional<SpringAiRules.OfModule> module =
            tree instanceof J.CompilationUnit source ? rules.in(source) : Optional.empty();
        if (module.isPresent()) {
          return follow(module.get(), (J.CompilationUnit) tree, ctx);
        }
        return tree instanceof JavaSourceFile source ? leave(rules, source, ctx) : tree;
      }
    };
  }

  private Tree leave(SpringAiRules rules, JavaSourceFile source, ExecutionContext ctx) {
    List<Obstacle> staying = rules.thatStay(source);
    return staying.isEmpty() ? source : report(staying, source, ctx);
  }

  /** Writes rows, and comments where files are changed. */
  private Tree report(List<Obstacle> places, JavaSourceFile source, ExecutionContext ctx) {
    new LegacySseReport(table, getName(), places, (type, mention) -> Optional.empty())
        .visit(source, ctx);
    Map<UUID, String> comments = new LinkedHashMap<>();
    places.forEach(place -> comments.put(place.statement(), place.reason()));
    return edits() ? new TodoComments(comments).visitNonNull(source, ctx) : source;
  }

  private Tree follow(
      SpringAiRules.OfModule module, J.CompilationUnit source, ExecutionContext ctx) {
    Tree followed = report(module.rules().toDecide(), source, ctx);
    if (!edits()) {
      return source;
    }
    followed =
        new ServletMappings(module.endpoints(), module.rules(), false).visitNonNull(followed, ctx);
    return new CorsMappings(module.endpoints(), module.rules()).visitNonNull(followed, ctx);
  }
}
