package io.github.mcpmigrate.recipes.handwritten;

import io.github.mcpmigrate.recipes.Guide;
import io.github.mcpmigrate.recipes.handwritten.HandwrittenServers.Finding;
import io.github.mcpmigrate.table.LegacySseUses;
import io.github.mcpmigrate.table.LegacySseUses.Action;
import java.util.List;
import org.openrewrite.ExecutionContext;
import org.openrewrite.java.tree.JavaSourceFile;

/** Writes what was found in a file into the table. */
record HandwrittenReport(LegacySseUses table, String rule, JavaSourceFile source) {

  private static final String NO_POSTS =
      "an event named endpoint is sent here, and nothing was found that takes posts for it: if this is MCP, its POST handler is elsewhere";

  void write(List<Finding> findings, ExecutionContext ctx) {
    // A second cycle would count it again.
    if (ctx.getCycle() > 1) {
      return;
    }
    for (Finding finding : findings) {
      table.insertRow(
          ctx,
          new LegacySseUses.Row(
              source.getSourcePath().toString().replace('\\', '/'),
              finding.place().line(),
              finding.place().column(),
              finding.place().construct(),
              finding.role().shape(),
              (finding.isMcp() ? Action.MANUAL : Action.UNKNOWN).toString(),
              rule,
              finding.isMcp() ? finding.role().reason() : NO_POSTS,
              Guide.HANDWRITTEN.page()));
    }
  }
}
