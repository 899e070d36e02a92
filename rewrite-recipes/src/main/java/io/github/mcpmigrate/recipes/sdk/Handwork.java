package io.github.mcpmigrate.recipes.sdk;

import io.github.mcpmigrate.recipes.Guide;
import io.github.mcpmigrate.recipes.TodoComments;
import io.github.mcpmigrate.table.LegacySseUses;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openrewrite.Cursor;
import org.openrewrite.ExecutionContext;
import org.openrewrite.SourceFile;
import org.openrewrite.Tree;
import org.openrewrite.TreeVisitor;
import org.openrewrite.java.service.SourcePositionService;
import org.openrewrite.java.service.Span;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaSourceFile;
import org.openrewrite.kotlin.tree.K;

/**
 * Calls of one file that a person has to rewrite: a {@code TODO mcp-migrate:} comment above each
 * statement, and a row in the table.
 */
final class Handwork {

  private final LegacySseUses table;
  private final String rule;
  private final Map<UUID, String> comments = new HashMap<>();

  private Handwork(LegacySseUses table, String rule) {
    this.table = table;
    this.rule = rule;
  }

  /**
   * Visits the sources that name the SDK, each with a new visitor, and then comments on what that
   * has left. Nothing else is set up for the other files of a project, which are many.
   *
   * @param rule the name of the recipe
   * @param where makes a visitor that marks the sources which are concerned
   * @param java makes the visitor of Java sources
   * @param kotlin makes the visitor of Kotlin sources
   */
  static TreeVisitor<?, ExecutionContext> doing(
      LegacySseUses table,
      String rule,
      Supplier<TreeVisitor<?, ExecutionContext>> where,
      Function<Handwork, TreeVisitor<?, ExecutionContext>> java,
      Function<Handwork, TreeVisitor<?, ExecutionContext>> kotlin) {
    return new TreeVisitor<Tree, ExecutionContext>() {
      @Override
      public boolean isAcceptable(SourceFile source, ExecutionContext ctx) {
        return source instanceof JavaSourceFile code && ClientSources.isEditable(code);
      }

      @Override
      public @Nullable Tree visit(@Nullable Tree tree, ExecutionContext ctx) {
        // Not every caller asks whether a source is acceptable.
        if (!(tree instanceof JavaSourceFile source)
            || !ClientSources.isEditable(source)
            || !SdkTypes.areNamedIn(source)
            || where.get().visit(tree, ctx) == tree) {
          return tree;
        }
        Handwork handwork = new Handwork(table, rule);
        Tree visited =
            (source instanceof K.CompilationUnit ? kotlin : java).apply(handwork).visit(tree, ctx);
        return new TodoComments(handwork.comments).visit(visited, ctx);
      }
    };
  }

  /** Notes the element at {@code cursor}. */
  void leave(Cursor cursor, String reason, ExecutionContext ctx) {
    leave(cursor, "removed API", reason, ctx);
  }

  /** Notes the element at {@code cursor}, which has a shape of its own. */
  void leave(Cursor cursor, String shape, String reason, ExecutionContext ctx) {
    comments.put(TodoComments.place(cursor), reason);
    // A second cycle sees what the first one left, and would count it again.
    if (ctx.getCycle() > 1) {
      return;
    }
    Span position = new SourcePositionService().positionOf(cursor);
    table.insertRow(
        ctx,
        new LegacySseUses.Row(
            cursor
                .firstEnclosingOrThrow(JavaSourceFile.class)
                .getSourcePath()
                .toString()
                .replace('\\', '/'),
            position.getStartLine(),
            position.getColSpan().getStartColumn(),
            firstLine(cursor.<J>getValue().printTrimmed(cursor.getParentOrThrow())),
            shape,
            LegacySseUses.Action.MANUAL.toString(),
            rule,
            reason,
            Guide.RELEASES.page()));
  }

  private static String firstLine(String code) {
    return code.lines().findFirst().orElse("");
  }
}
