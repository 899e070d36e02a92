package io.github.mcpmigrate.recipes.sdk;

import io.github.mcpmigrate.table.LegacySseUses;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.openrewrite.Cursor;
import org.openrewrite.ExecutionContext;
import org.openrewrite.java.service.SourcePositionService;
import org.openrewrite.java.service.Span;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaSourceFile;

/**
 * Calls of one file that a person has to rewrite: a {@code TODO mcp-migrate:} comment above each
 * statement, and a row in the table.
 */
final class Handwork {

  private final LegacySseUses table;
  private final String rule;
  private final String documentation;
  private final Map<UUID, String> comments = new HashMap<>();

  Handwork(LegacySseUses table, String rule, String documentation) {
    this.table = table;
    this.rule = rule;
    this.documentation = documentation;
  }

  /** Notes the element at {@code cursor}. */
  void leave(Cursor cursor, String reason, ExecutionContext ctx) {
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
            "removed API",
            LegacySseUses.Action.MANUAL.toString(),
            rule,
            reason,
            documentation));
  }

  /** What writes the comments, once the file has been visited. */
  TodoComments comments() {
    return new TodoComments(Map.copyOf(comments));
  }

  private static String firstLine(String code) {
    return code.lines().findFirst().orElse("");
  }
}
