package io.github.mcpmigrate.recipes.springai;

import io.github.mcpmigrate.recipes.Guide;
import io.github.mcpmigrate.table.LegacySseUses;
import io.github.mcpmigrate.table.LegacySseUses.Action;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.openrewrite.ExecutionContext;
import org.openrewrite.SourceFile;

/** Writes into the data table what becomes of what one file is deployed with. */
final class DeploymentFindings {

  private final LegacySseUses table;
  private final String rule;
  private final SourceFile file;
  private final ExecutionContext ctx;
  private final Set<Integer> lines = new HashSet<>();

  DeploymentFindings(LegacySseUses table, String rule, SourceFile file, ExecutionContext ctx) {
    this.table = table;
    this.rule = rule;
    this.file = file;
    this.ctx = ctx;
  }

  /** Whether a line has been judged, be there something to say of it or not. */
  boolean know(int line) {
    return lines.contains(line);
  }

  void seen(int line) {
    lines.add(line);
  }

  void insert(
      KeyPositions.Position position,
      String construct,
      String shape,
      Action action,
      String reason) {
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
            Guide.SPRING_AI.page()));
  }

  /**
   * Judges the variables of a scope, and says so.
   *
   * @return what is to be done with them
   */
  VariableChanges judge(VariableScope scope, DeploymentDecisions decisions) {
    ConfigurationDocument document = scope.document();
    DeploymentDecisions.Decision server = decisions.server(document, file, scope.folder());
    DeploymentDecisions.Decision client = decisions.clients(document, file, scope.folder());
    VariableChanges wanted =
        VariableChanges.of(scope, server.changes(), client.changes())
            .withoutWhat(decisions.deployments()::declares);
    VariableChanges possible = wanted.keeping(scope);
    VariableChanges done =
        VariableChanges.of(
                scope,
                server.left().isPresent() ? new KeyChanges() : server.changes(),
                client.left().isPresent() ? new KeyChanges() : client.changes())
            .withoutWhat(decisions.deployments()::declares)
            .keeping(scope);
    for (int i = 0; i < scope.variables().size(); i++) {
      VariableScope.Variable variable = scope.variables().get(i);
      Optional<KeyPath> key = variable.key();
      if (key.isEmpty()) {
        continue;
      }
      seen(variable.position().line());
      Optional<String> words = wanted.fateInWords(i);
      if (words.isPresent()) {
        boolean isClient = key.get().startsWith(KeyPath.of(ClientKeys.PREFIX));
        say(
            variable,
            words.get(),
            isClient ? client : server,
            scope.fixed(),
            wanted.of(i).question().isPresent(),
            !wanted.of(i).equals(possible.of(i)));
      }
    }
    return scope.fixed().isPresent() ? VariableChanges.none(scope) : done;
  }

  private void say(
      VariableScope.Variable variable,
      String words,
      DeploymentDecisions.Decision decision,
      Optional<String> fixed,
      boolean asks,
      boolean named) {
    String reason = words;
    Action action = Action.CHANGED;
    if (decision.left().isPresent()) {
      action = decision.left().get();
      reason = decision.reason().isEmpty() ? words : decision.reason();
    } else if (fixed.isPresent()) {
      action = Action.MANUAL;
      reason = fixed.get() + ": " + words;
    } else if (named) {
      action = Action.MANUAL;
      reason = "other places of this build name it, so that its name stays: " + words;
    } else if (asks) {
      action = Action.MANUAL;
    }
    insert(variable.position(), variable.name(), "environment variable", action, reason);
  }
}
