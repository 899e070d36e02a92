package io.github.mcpmigrate.maven.inventory;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The keys of a {@code .properties} or YAML file with their places. Reads what configuration files
 * of applications are made of, line by line, so that a file that is not quite YAML is read too; no
 * anchors, and flow collections as plain values.
 */
final class Keys {

  /**
   * One key with its value.
   *
   * @param path its parts joined by dots; an item of a list is {@code []}
   * @param column the first being 1
   */
  record Entry(String path, String value, int line, int column) {}

  private record Level(int indent, String path) {}

  private static final Pattern PROPERTY =
      Pattern.compile("\\s*((?:\\\\.|[^\\s=:\\\\])+)\\s*[=:\\s]\\s*(.*)");

  private static final Pattern YAML_KEY =
      Pattern.compile("(\"[^\"]*\"|'[^']*'|[^\\s#:\"'{\\[][^:#]*?)\\s*:(?:\\s+(.*))?");

  private static final Pattern BLOCK = Pattern.compile("[|>][+-]?\\d?[+-]?");

  private static final Pattern PROPERTY_OF_MAP = Pattern.compile("([\\w.%-]+)\\s*=\\s*(.*)");

  private static final Pattern EMBEDDED =
      Pattern.compile(".*\\b(?:application|bootstrap)(?:-[^.]+)?\\.(?:properties|ya?ml)");

  private Keys() {}

  static List<Entry> ofProperties(SourceText source) {
    List<Entry> entries = new ArrayList<>();
    boolean continued = false;
    for (int number = 1; number <= source.lines(); number++) {
      String line = source.line(number);
      String stripped = line.strip();
      boolean continues = stripped.endsWith("\\");
      if (!continued && !stripped.startsWith("#") && !stripped.startsWith("!")) {
        Matcher property = PROPERTY.matcher(line);
        if (property.matches()) {
          entries.add(
              new Entry(
                  property.group(1).replace("\\", ""),
                  property.group(2).strip(),
                  number,
                  property.start(1) + 1));
        }
      }
      continued = continues && (continued || !stripped.startsWith("#"));
    }
    return entries;
  }

  static List<Entry> ofYaml(SourceText source) {
    List<Entry> entries = new ArrayList<>();
    List<Level> levels = new ArrayList<>();
    int blockIndent = -1;
    for (int number = 1; number <= source.lines(); number++) {
      String line = withoutComment(source.line(number));
      int indent = indentOf(line);
      if (line.isBlank() || blockIndent >= 0 && indent > blockIndent) {
        continue;
      }
      blockIndent = -1;
      if (line.startsWith("---")) {
        levels.clear();
        continue;
      }
      String rest = line.substring(indent);
      while (rest.startsWith("- ") || rest.equals("-")) {
        leaveForItem(levels, indent);
        levels.add(new Level(indent, child(levels, "[]")));
        int skipped = 1 + indentOf(rest.substring(1));
        rest = rest.substring(Math.min(skipped, rest.length()));
        indent += skipped;
      }
      Matcher key = YAML_KEY.matcher(rest);
      Matcher property = PROPERTY_OF_MAP.matcher(rest);
      if (!levels.isEmpty()
          && levels.get(levels.size() - 1).path.endsWith(".properties")
          && property.matches()) {
        entries.add(
            new Entry(
                levels.get(levels.size() - 1).path + "." + property.group(1),
                property.group(2),
                number,
                indent + 1));
        continue;
      }
      if (!key.matches()) {
        if (!rest.isEmpty() && !levels.isEmpty()) {
          entries.add(
              new Entry(levels.get(levels.size() - 1).path, unquoted(rest), number, indent + 1));
        }
        continue;
      }
      leave(levels, indent);
      String path = child(levels, unquoted(key.group(1)));
      levels.add(new Level(indent, path));
      String value = key.group(2) == null ? "" : key.group(2).strip();
      if (BLOCK.matcher(value).matches()) {
        // A file within a ConfigMap is read as what it is.
        blockIndent = EMBEDDED.matcher(path).matches() ? -1 : indent;
      } else if (!value.isEmpty()) {
        entries.add(new Entry(path, unquoted(value), number, indent + 1));
      }
    }
    return entries;
  }

  private static int indentOf(String line) {
    int indent = 0;
    while (indent < line.length() && line.charAt(indent) == ' ') {
      indent++;
    }
    return indent;
  }

  private static void leave(List<Level> levels, int indent) {
    while (!levels.isEmpty() && levels.get(levels.size() - 1).indent >= indent) {
      levels.remove(levels.size() - 1);
    }
  }

  /** An item may stand as far left as the key of its list. */
  private static void leaveForItem(List<Level> levels, int indent) {
    leave(levels, indent + 1);
    Level last = levels.isEmpty() ? null : levels.get(levels.size() - 1);
    if (last != null && last.indent == indent && last.path.endsWith("[]")) {
      levels.remove(last);
    }
  }

  private static String child(List<Level> levels, String key) {
    return levels.isEmpty() ? key : levels.get(levels.size() - 1).path + "." + key;
  }

  private static String withoutComment(String line) {
    char quote = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '#' && (i == 0 || Character.isWhitespace(line.charAt(i - 1)))) {
        return line.substring(0, i).stripTrailing();
      }
    }
    return line.stripTrailing();
  }

  static String unquoted(String value) {
    String text = value.strip();
    boolean quoted =
        text.length() > 1
            && (text.startsWith("\"") && text.endsWith("\"")
                || text.startsWith("'") && text.endsWith("'"));
    return quoted ? text.substring(1, text.length() - 1) : text;
  }
}
