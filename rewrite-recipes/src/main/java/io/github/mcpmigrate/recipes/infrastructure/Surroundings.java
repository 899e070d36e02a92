package io.github.mcpmigrate.recipes.infrastructure;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** The lines of a file, with what each of them is a part of. */
final class Surroundings {

  private static final Pattern COMMENT = Pattern.compile("\\s*(?:#|//|;|<!--|::|(?i:rem)\\b).*");

  /** How far the keys around a line are looked for. In lines. */
  private static final int FAR = 60;

  private final List<String> lines;

  Surroundings(String text) {
    this.lines = Arrays.asList(text.split("\n", -1));
  }

  int count() {
    return lines.size();
  }

  String line(int index) {
    return lines.get(index);
  }

  boolean isComment(int index) {
    return COMMENT.matcher(line(index)).matches();
  }

  /** Some lines from one on, as one. */
  String next(int index, int count) {
    return String.join(" ", lines.subList(index, Math.min(count(), index + count)));
  }

  /**
   * What a line is a part of: the keys above it that are less indented, in YAML, and the lines that
   * it goes on with.
   */
  String around(int index) {
    StringBuilder around = new StringBuilder();
    int indent = indent(line(index));
    for (int above = index - 1; above >= 0 && above > index - FAR; above--) {
      String line = line(above);
      if (line.isBlank() || isComment(above)) {
        continue;
      }
      boolean goesOn =
          line.stripTrailing().endsWith("\\") && above == index - 1 - skipped(above, index);
      int outer = indent(line);
      if (goesOn
          || outer < indent
          || outer == indent
              && line(index).strip().startsWith("- ")
              && line.strip().endsWith(":")) {
        around.append(line).append('\n');
        indent = goesOn ? indent : Math.min(indent, outer);
      }
      if (outer == 0 && !goesOn) {
        break;
      }
    }
    return around.toString();
  }

  /** How many lines between two all go on with a backslash. */
  private int skipped(int above, int index) {
    int between = 0;
    for (int i = above + 1; i < index && line(i).stripTrailing().endsWith("\\"); i++) {
      between++;
    }
    return between;
  }

  private static int indent(String line) {
    int indent = 0;
    while (indent < line.length() && " \t".indexOf(line.charAt(indent)) >= 0) {
      indent++;
    }
    return indent;
  }

  /** The text of the YAML document that a line is in. */
  String document(int index) {
    int first = index;
    while (first > 0 && !line(first).startsWith("---")) {
      first--;
    }
    int last = index + 1;
    while (last < count() && !line(last).startsWith("---")) {
      last++;
    }
    return String.join("\n", lines.subList(first, last));
  }
}
