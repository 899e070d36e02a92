package io.github.mcpmigrate.recipes.springai;

import io.github.mcpmigrate.recipes.Guide;
import io.github.mcpmigrate.recipes.configuration.ConfigurationDocument;
import io.github.mcpmigrate.recipes.configuration.KeyChanges;
import io.github.mcpmigrate.recipes.configuration.KeyPath;
import io.github.mcpmigrate.recipes.configuration.KeyPositions;
import io.github.mcpmigrate.table.LegacySseUses;
import io.github.mcpmigrate.table.LegacySseUses.Action;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.SourceFile;

/** Writes into the data table what becomes of the keys of a configuration file. */
final class KeyFindings {

  /** Of a file with a name of its own. */
  static final String UNREAD =
      "nothing here says who reads this file: if it is an application's configuration, change the keys in it as they are in "
          + "application.properties";

  private final LegacySseUses table;
  private final String rule;
  private final SourceFile file;
  private final ExecutionContext ctx;
  private @Nullable KeyPositions positions;

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
    for (KeyPath key : document.values().keySet()) {
      if (key.startsWith(below)) {
        KeyPositions.Position position = position(document, key);
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
            .map(key -> position(document, key))
            .orElse(KeyPositions.Position.START);
    changes
        .added()
        .forEach(
            (key, value) -> {
              if (!changes.isMoved(key)) {
                insert(
                    prefix + "." + key,
                    first,
                    Action.CHANGED,
                    "is written, with the value " + value);
              }
            });
  }

  /** Says why the keys below a prefix stay. */
  void manual(ConfigurationDocument document, KeyPath prefix, String reason) {
    stays(document, prefix, Action.MANUAL, reason);
  }

  /** Says why nobody can tell what becomes of the keys below a prefix. */
  void unknown(ConfigurationDocument document, KeyPath prefix, String reason) {
    stays(document, prefix, Action.UNKNOWN, reason);
  }

  private void stays(ConfigurationDocument document, KeyPath prefix, Action action, String reason) {
    if (ctx.getCycle() > 1) {
      return;
    }
    document.values().keySet().stream()
        .filter(key -> key.startsWith(prefix))
        .findFirst()
        .ifPresent(key -> insert(key.toString(), position(document, key), action, reason));
  }

  /** Says what a person has to do in a file that is not read key by key. */
  void manual(String mention, String reason) {
    if (ctx.getCycle() > 1) {
      return;
    }
    String text = file.printAll();
    insert(
        mention,
        KeyPositions.Position.after(text.substring(0, Math.max(0, text.indexOf(mention)))),
        Action.MANUAL,
        reason);
  }

  /** To find positions, the whole file is printed. */
  private KeyPositions.Position position(ConfigurationDocument document, KeyPath key) {
    if (positions == null) {
      positions = new KeyPositions(file);
    }
    return positions.of(document.index(), key);
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
