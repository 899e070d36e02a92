package io.github.mcpmigrate.recipes.quarkus;

import io.github.mcpmigrate.recipes.Guide;
import io.github.mcpmigrate.recipes.configuration.KeyPositions.Position;
import io.github.mcpmigrate.table.LegacySseUses;
import io.github.mcpmigrate.table.LegacySseUses.Action;
import org.openrewrite.ExecutionContext;
import org.openrewrite.SourceFile;

/** Writes into the data table what becomes of what a file says of Quarkus. */
record QuarkusFindings(LegacySseUses table, String rule, SourceFile file, ExecutionContext ctx) {

  void insert(Position position, String construct, String shape, Action action, String reason) {
    // A second cycle would count it again.
    if (ctx.getCycle() > 1) {
      return;
    }
    table.insertRow(
        ctx,
        new LegacySseUses.Row(
            file.getSourcePath().toString().replace('\\', '/'),
            position.line(),
            position.column(),
            construct,
            shape,
            action.toString(),
            rule,
            reason,
            Guide.QUARKUS.page()));
  }

  void key(Position position, String key, Action action, String reason) {
    insert(position, key, "configuration", action, reason);
  }
}
