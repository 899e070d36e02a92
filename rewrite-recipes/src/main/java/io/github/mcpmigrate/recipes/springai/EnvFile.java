package io.github.mcpmigrate.recipes.springai;

import io.github.mcpmigrate.recipes.configuration.KeyPositions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of environment variables, one a line, as docker and docker compose read them.
 *
 * @param named the variables that other places know by their names
 */
record EnvFile(String text, Set<String> named) {

  private static final Pattern NAME = Pattern.compile(".*\\.env(\\..+)?");

  private static final Pattern LINE =
      Pattern.compile(
          "(?m)^([ \\t]*(?:export[ \\t]+)?)([A-Za-z_][\\w.-]*)(?:([ \\t]*=[ \\t]*)(\"[^\"\\r\\n]*\"|'[^'\\r\\n]*'|[^\\r\\n]*?))?([ \\t]*|[ \\t]+#[^\\r\\n]*)(\\r?\\n|\\z)");

  static boolean is(Path path) {
    return NAME.matcher(path.getFileName().toString()).matches();
  }

  String change(Function<VariableScope, VariableChanges> judge) {
    List<VariableScope.Variable> variables = new ArrayList<>();
    Matcher line = LINE.matcher(text);
    while (line.find()) {
      String value = line.group(4) == null ? VariableScope.ELSEWHERE : unquoted(line.group(4));
      variables.add(
          new VariableScope.Variable(
              line.group(2), value, KeyPositions.Position.after(text.substring(0, line.start(2)))));
    }
    VariableChanges changes =
        judge.apply(new VariableScope(variables, Optional.empty(), Optional.empty(), named));
    StringBuilder changed = new StringBuilder();
    int end = 0;
    int index = 0;
    line.reset();
    while (line.find()) {
      changed.append(text, end, line.start());
      end = line.end();
      changed.append(changes.changes(index) ? written(line, changes.of(index)) : line.group());
      index++;
    }
    return changed.append(text.substring(end)).toString();
  }

  private String written(Matcher line, VariableChanges.Fate fate) {
    if (fate.goes()) {
      return "";
    }
    StringBuilder lines = new StringBuilder();
    String lineEnd = line.group(6).isEmpty() ? "\n" : line.group(6);
    fate.comment().ifPresent(comment -> lines.append('#').append(comment).append(lineEnd));
    String equals = line.group(3) == null ? "=" : line.group(3);
    for (VariableChanges.Written added : fate.before()) {
      lines
          .append(line.group(1))
          .append(added.name())
          .append(equals)
          .append(quoted(line.group(4), added.value()))
          .append(lineEnd);
    }
    lines.append(line.group(1)).append(fate.name().orElseThrow());
    if (line.group(3) != null || fate.value().isPresent()) {
      String old = line.group(4) == null ? "" : line.group(4);
      lines.append(equals).append(fate.value().map(value -> quoted(old, value)).orElse(old));
    }
    return lines.append(line.group(5)).append(line.group(6)).toString();
  }

  private static String unquoted(String value) {
    return quote(value).isEmpty() ? value : value.substring(1, value.length() - 1);
  }

  private static String quoted(String like, String value) {
    return quote(like) + value + quote(like);
  }

  private static String quote(String value) {
    boolean quoted = value != null && value.length() > 1 && "\"'".indexOf(value.charAt(0)) >= 0;
    return quoted ? value.substring(0, 1) : "";
  }
}
