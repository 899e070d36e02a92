package io.github.mcpmigrate.recipes.handwritten;

import io.github.mcpmigrate.recipes.Guide;
import io.github.mcpmigrate.table.LegacySseUses;
import io.github.mcpmigrate.table.LegacySseUses.Action;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.openrewrite.ExecutionContext;
import org.openrewrite.java.tree.JavaSourceFile;

/** What there is to say of the servers by hand in a file. */
record HandwrittenReport(JavaSourceFile source, List<Finding> findings, Optional<String> whyNot) {

  private static final String NO_POSTS =
      "an event named endpoint is sent here, and nothing was found that takes posts for it: if this is MCP, its POST handler is elsewhere";

  static HandwrittenReport of(JavaSourceFile source, HandwrittenServers servers) {
    return new HandwrittenReport(source, servers.in(source), servers.whyNot(source));
  }

  void write(LegacySseUses table, String rule, ExecutionContext ctx) {
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
              action(finding).toString(),
              rule,
              reason(finding),
              Guide.HANDWRITTEN.page()));
    }
  }

  private Action action(Finding finding) {
    if (!finding.isMcp()) {
      return Action.UNKNOWN;
    }
    return whyNot.isPresent() ? Action.MANUAL : Action.CHANGED;
  }

  private String reason(Finding finding) {
    return finding.isMcp()
        ? finding.role().reason() + whyNot.map("; not moved: "::concat).orElse("")
        : NO_POSTS;
  }

  /** What to write above the three places that a person has to change. */
  Map<UUID, String> comments() {
    Map<UUID, String> comments = new LinkedHashMap<>();
    for (Finding finding : findings) {
      if (whyNot.isPresent() && finding.isMcp() && finding.role() != Role.DISPATCH) {
        comments.putIfAbsent(finding.place().statement(), reason(finding));
      }
    }
    return comments;
  }
}
