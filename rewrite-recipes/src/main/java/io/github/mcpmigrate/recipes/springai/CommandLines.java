package io.github.mcpmigrate.recipes.springai;

import io.github.mcpmigrate.recipes.configuration.ConfigurationDocument;
import io.github.mcpmigrate.recipes.configuration.KeyPath;
import io.github.mcpmigrate.recipes.configuration.KeyPositions;
import io.github.mcpmigrate.table.LegacySseUses.Action;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openrewrite.SourceFile;

/**
 * Keys in the text of scripts, commands and other files that are not edited: {@code -D} and {@code
 * --} arguments, system properties in a pom, and environment variables in files of kinds that
 * nothing here understands. They are listed with what to write.
 */
record CommandLines(SourceFile file, DeploymentDecisions decisions, DeploymentFindings findings) {

  private static final String KEY = "spring\\.ai\\.mcp\\.(?:server|client)\\.[\\w.\\[\\]-]*\\w\\]?";
  private static final String VARIABLE = "SPRING_AI_MCP_(?:SERVER|CLIENT)_\\w+";
  private static final String VALUE = "(?:\\\\?[\"'])?([^\\s\"'\\\\,;<>\\])]*)";

  private static final Pattern ARGUMENT =
      Pattern.compile("(?<![\\w-])(-D|--)(" + KEY + ")(?:(=)" + VALUE + ")?");

  private static final Pattern ELEMENT =
      Pattern.compile("(<)(" + KEY + "|" + VARIABLE + ")(>)([^<]*)</");

  private static final Pattern ASSIGNMENT =
      Pattern.compile(
          "(?<![\\w$.{]|\\bkey: )()(" + VARIABLE + ")[\"']?(?:(\\s*[=:,(]\\s*)" + VALUE + ")?");

  private static final Pattern JSON =
      Pattern.compile(
          "SPRING_APPLICATION_JSON(?:(?!\\n\\s*\\n).){0,600}?\"?mcp\"?", Pattern.DOTALL);

  private static final Pattern COMMENT = Pattern.compile("^\\s*(?:#|//|;|<!--|::|(?i:rem)\\b).*");

  void report() {
    String text = file.printAll();
    report(text, ARGUMENT, false);
    report(text, ELEMENT, false);
    report(text, ASSIGNMENT, true);
    Matcher json = JSON.matcher(text);
    if (json.find() && !isComment(text, json.start())) {
      findings.insert(
          KeyPositions.Position.after(text.substring(0, json.start())),
          "SPRING_APPLICATION_JSON",
          "environment variable",
          Action.MANUAL,
          "JSON in a variable is not edited: change the keys in it as they are in application.yml");
    }
  }

  private void report(String text, Pattern pattern, boolean unlessKnown) {
    Matcher found = pattern.matcher(text);
    while (found.find()) {
      KeyPositions.Position position =
          KeyPositions.Position.after(text.substring(0, found.start()));
      if (!isComment(text, found.start()) && !(unlessKnown && findings.know(position.line()))) {
        report(found, position);
      }
    }
  }

  private static boolean isComment(String text, int at) {
    return COMMENT.matcher(text.substring(text.lastIndexOf('\n', at) + 1, at + 1)).matches();
  }

  private void report(Matcher found, KeyPositions.Position position) {
    String name = found.group(2);
    Optional<String> key = EnvironmentNames.key(name);
    if (key.isEmpty()) {
      return;
    }
    String value =
        found.group(3) == null || found.group(4).isEmpty()
            ? VariableScope.ELSEWHERE
            : found.group(4).strip();
    Map<KeyPath, String> values = new LinkedHashMap<>();
    values.put(KeyPath.of(key.get()), value);
    ConfigurationDocument document = new ConfigurationDocument(0, Optional.empty(), values);
    DeploymentDecisions.Decision decision =
        key.get().startsWith(ClientKeys.PREFIX)
            ? decisions.clients(document, file, Optional.empty())
            : decisions.server(document, file, Optional.empty());
    VariableScope scope =
        new VariableScope(
            List.of(new VariableScope.Variable(name, value, position)),
            Optional.empty(),
            Optional.empty(),
            Set.of());
    VariableChanges changes =
        VariableChanges.of(scope, decision.changes(), decision.changes())
            .withoutWhat(decisions.deployments()::declares);
    if (!changes.changes(0)) {
      return;
    }
    String construct = found.group(1).equals("<") ? "<" + name + ">" : found.group(1) + name;
    findings.insert(
        position,
        construct,
        "command line",
        decision.left().orElse(Action.MANUAL),
        decision.left().isPresent() && !decision.reason().isEmpty()
            ? decision.reason()
            : "not edited here: "
                + changes.advice(
                    0,
                    found.group(1).replace("<", ""),
                    value.equals(VariableScope.ELSEWHERE) ? "" : value));
  }
}
