package io.github.mcpmigrate.recipes.springai;

import io.github.mcpmigrate.recipes.Guide;
import io.github.mcpmigrate.table.LegacySseUses;
import io.github.mcpmigrate.table.LegacySseUses.Action;
import org.openrewrite.ExecutionContext;
import org.openrewrite.SourceFile;

/** Writes into the data table what becomes of the keys of a configuration file. */
final class KeyFindings {

  private final LegacySseUses table;
  private final String rule;
  private final SourceFile file;
  private final ExecutionContext ctx;

  KeyFindings(LegacySseUses table, String rule, SourceFile file, ExecutionContext ctx) {
    this.table = table;
    this.rule = rule;
    this.file = file;
    this.ctx = ctx;
  }

  /**
   * @param prefix what all keys that are changed stand below
   */
  void report(ConfigurationDocument document, String prefix, KeyChanges changes) {
    // A second cycle would count it again.
    if (changes.isEmpty() || ctx.getCycle() > 1) {
      return;
    }
    KeyPath below = KeyPath.of(prefix);
    KeyPositions positions = new KeyPositions(file);
    for (KeyPath key : document.values().keySet()) {
      if (key.startsWith(below)) {
        KeyPositions.Position position = positions.of(document.index(), key);
        changes
            .question(key)
            .ifPresentOrElse(
                question -> insert(key.toString(), position, Action.MANUAL, question),
                () ->
                    changes
                        .fate(key)
                        .ifPresent(fate -> insert(key.toString(), position, Action.CHANGED, fate)));
      }
    }
    KeyPositions.Position first =
        document.values().keySet().stream()
            .filter(key -> key.startsWith(below))
            .findFirst()
            .map(key -> positions.of(document.index(), key))
            .orElse(KeyPositions.Position.START);
    changes
        .added()
        .forEach(
            (key, value) ->
                insert(
                    prefix + "." + key,
                    first,
                    Action.CHANGED,
                    "is written, with the value " + value));
  }

  /** Says why the keys below a prefix stay. */
  void manual(ConfigurationDocument document, KeyPath prefix, String reason) {
    if (ctx.getCycle() > 1) {
      return;
    }
    KeyPositions positions = new KeyPositions(file);
    document.values().keySet().stream()
        .filter(key -> key.startsWith(prefix))
        .findFirst()
        .ifPresent(
            key ->
                insert(key.toString(), positions.of(document.index(), key), Action.MANUAL, reason));
  }

  private void insert(
      String construct, KeyPositions.Position position, Action action, String reason) {
    table.insertRow(
        ctx,
        new LegacySseUses.Row(
            file.getSourcePath().toString().replace('\\', '/'),
            position.line(),
            position.column(),
            construct,
            "configuration",
            action.toString(),
            rule,
            reason,
            Guide.SPRING_AI.page()));
  }
}
