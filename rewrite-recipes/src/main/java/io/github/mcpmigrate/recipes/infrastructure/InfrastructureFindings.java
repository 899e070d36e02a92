package io.github.mcpmigrate.recipes.infrastructure;

import io.github.mcpmigrate.recipes.Guide;
import io.github.mcpmigrate.table.LegacySseUses;
import io.github.mcpmigrate.table.LegacySseUses.Action;
import java.util.HashSet;
import java.util.Set;
import org.openrewrite.ExecutionContext;
import org.openrewrite.SourceFile;

/** Writes into the data table what becomes of the lines of one file, a row for each at most. */
final class InfrastructureFindings {

  private final LegacySseUses table;
  private final String rule;
  private final SourceFile file;
  private final ExecutionContext ctx;
  private final Set<Integer> lines = new HashSet<>();

  InfrastructureFindings(LegacySseUses table, String rule, SourceFile file, ExecutionContext ctx) {
    this.table = table;
    this.rule = rule;
    this.file = file;
    this.ctx = ctx;
  }

  /** Whether a line has its row. */
  boolean know(int line) {
    return lines.contains(line);
  }

  /** Nothing is to be said of the line of a place. */
  void settle(String text, int offset) {
    lines.add((int) text.substring(0, offset).chars().filter(c -> c == '\n').count());
  }

  /** The same as the other one by a place in the text of the file. */
  void insert(
      String text, int offset, String construct, String shape, Action action, String reason) {
    String head = text.substring(0, offset);
    insert(
        (int) head.chars().filter(c -> c == '\n').count(),
        head.length() - head.lastIndexOf('\n') - 1,
        construct,
        shape,
        action,
        reason);
  }

  /**
   * @param line the first being 0
   * @param column the first being 0
   */
  void insert(int line, int column, String construct, String shape, Action action, String reason) {
    // A second cycle would count it again.
    if (!lines.add(line) || ctx.getCycle() > 1) {
      return;
    }
    table.insertRow(
        ctx,
        new LegacySseUses.Row(
            file.getSourcePath().toString().replace('\\', '/'),
            line + 1,
            column + 1,
            construct,
            shape,
            action.toString(),
            rule,
            reason,
            Guide.INFRASTRUCTURE.page()));
  }
}
