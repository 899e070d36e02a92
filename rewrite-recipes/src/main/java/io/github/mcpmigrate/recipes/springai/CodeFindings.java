package io.github.mcpmigrate.recipes.springai;

import io.github.mcpmigrate.recipes.Guide;
import io.github.mcpmigrate.recipes.TodoComments;
import io.github.mcpmigrate.table.LegacySseUses;
import io.github.mcpmigrate.table.LegacySseUses.Action;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openrewrite.Cursor;
import org.openrewrite.ExecutionContext;
import org.openrewrite.Tree;
import org.openrewrite.java.JavaVisitor;
import org.openrewrite.java.service.SourcePositionService;
import org.openrewrite.java.service.Span;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaSourceFile;

/** What there is to say of the places in one source file. */
final class CodeFindings {

  private record Finding(
      UUID statement, String construct, Action action, String reason, boolean once) {}

  private final Map<UUID, List<Finding>> byTree = new LinkedHashMap<>();

  /** A place that the recipes move. */
  void changed(Cursor place, String construct, String reason) {
    add(place, new Finding(TodoComments.place(place), construct, Action.CHANGED, reason, false));
  }

  /** A place that a person has to look at. */
  void manual(Cursor place, String construct, String reason) {
    add(place, new Finding(TodoComments.place(place), construct, Action.MANUAL, reason, false));
  }

  /** A place that names what a person has to look at: one comment says so for the whole file. */
  void mention(Cursor place, String construct, String reason) {
    add(place, new Finding(TodoComments.place(place), construct, Action.MANUAL, reason, true));
  }

  private void add(Cursor place, Finding finding) {
    byTree.computeIfAbsent(place.<J>getValue().getId(), id -> new ArrayList<>()).add(finding);
  }

  /** Leaves a comment at every place that a person has to look at. */
  Tree comment(Tree source, ExecutionContext ctx) {
    Map<UUID, String> comments = new LinkedHashMap<>();
    Set<String> said = new HashSet<>();
    byTree.values().stream()
        .flatMap(List::stream)
        .filter(finding -> finding.action() == Action.MANUAL)
        .filter(finding -> !finding.once() || said.add(finding.reason()))
        .forEach(
            finding ->
                comments.merge(
                    finding.statement(),
                    finding.reason(),
                    (one, other) -> one.contains(other) ? one : one + "; " + other));
    return new TodoComments(comments).visitNonNull(source, ctx);
  }

  /** Writes a row for each place of the source, as it was before anything was edited. */
  void report(
      LegacySseUses table, String rule, String shape, JavaSourceFile source, ExecutionContext ctx) {
    // A second cycle would count it again.
    if (byTree.isEmpty() || ctx.getCycle() > 1) {
      return;
    }
    String file = source.getSourcePath().toString().replace('\\', '/');
    new JavaVisitor<ExecutionContext>() {
      @Override
      public @Nullable J preVisit(J tree, ExecutionContext p) {
        for (Finding finding : byTree.getOrDefault(tree.getId(), List.of())) {
          Span position = new SourcePositionService().positionOf(getCursor());
          table.insertRow(
              p,
              new LegacySseUses.Row(
                  file,
                  position.getStartLine(),
                  position.getColSpan().getStartColumn(),
                  finding.construct(),
                  shape,
                  finding.action().toString(),
                  rule,
                  finding.reason(),
                  Guide.SPRING_AI.page()));
        }
        return tree;
      }
    }.visit(source, ctx);
  }
}
