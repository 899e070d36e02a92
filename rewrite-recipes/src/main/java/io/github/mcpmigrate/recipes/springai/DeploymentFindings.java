package io.github.mcpmigrate.recipes.springai;

import io.github.mcpmigrate.recipes.Guide;
import io.github.mcpmigrate.recipes.configuration.ConfigurationDocument;
import io.github.mcpmigrate.recipes.configuration.KeyPath;
import io.github.mcpmigrate.recipes.configuration.KeyPositions;
import io.github.mcpmigrate.table.LegacySseUses;
import io.github.mcpmigrate.table.LegacySseUses.Action;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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
    VariableChanges possible = wanted.keeping(scope.named());
    Function<KeyPath, DeploymentDecisions.Decision> decision =
        key -> key.startsWith(KeyPath.of(ClientKeys.PREFIX)) ? client : server;
    for (int i = 0; i < scope.variables().size(); i++) {
      VariableScope.Variable variable = scope.variables().get(i);
      if (variable.key().isEmpty()) {
        continue;
      }
      lines.add(variable.position().line());
      if (wanted.changes(i)) {
        boolean named = !wanted.of(i).equals(possible.of(i));
        say(wanted, i, variable, decision.apply(variable.key().get()), scope.fixed(), named);
      }
    }
    return possible.only(key -> scope.fixed().isEmpty() && decision.apply(key).left().isEmpty());
  }

  private void say(
      VariableChanges wanted,
      int index,
      VariableScope.Variable variable,
      DeploymentDecisions.Decision decision,
      Optional<String> fixed,
      boolean named) {
    Action action = Action.MANUAL;
    String reason;
    if (decision.left().isPresent()) {
      action = decision.left().get();
      reason = decision.reason().isEmpty() ? wanted.inWords(index) : decision.reason();
    } else if (fixed.isPresent()) {
      reason = fixed.get() + ": " + wanted.advice(index, "", "");
    } else if (named) {
      reason =
          "other places of this build refer to it, so that it stays: "
              + wanted.advice(index, "", "");
    } else {
      action = wanted.of(index).question().isPresent() ? Action.MANUAL : Action.CHANGED;
      reason = wanted.inWords(index);
    }
    insert(variable.position(), variable.name(), "environment variable", action, reason);
  }
}
