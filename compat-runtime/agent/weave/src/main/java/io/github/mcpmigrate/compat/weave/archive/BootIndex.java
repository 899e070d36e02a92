package io.github.mcpmigrate.compat.weave.archive;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Adds a jar to Spring Boot's {@code classpath.idx} and {@code layers.idx}. Both are YAML of one
 * form: {@code - "path"}, in the latter below {@code - "layer":}.
 */
final class BootIndex {

  private static final Pattern ITEM = Pattern.compile("(\\s*)- \"([^\"]+)\"\\s*");

  private BootIndex() {}

  /**
   * A list with one more path, behind another one or, when that is not there, at the end of the
   * list.
   *
   * @param beside a jar in the list
   * @return the bytes as they are when a path in it covers the new one already
   */
  static byte[] with(byte[] index, String added, String beside) {
    List<String> lines =
        new ArrayList<>(List.of(new String(index, StandardCharsets.UTF_8).split("(?<=\n)", -1)));
    if (lines.get(lines.size() - 1).isEmpty()) {
      lines.remove(lines.size() - 1);
    }
    int at = -1;
    String indent = "";
    boolean found = false;
    for (int i = 0; i < lines.size(); i++) {
      Matcher item = ITEM.matcher(lines.get(i));
      if (!item.matches()) {
        continue;
      }
      String path = item.group(2);
      if (path.equals(added) || path.endsWith("/") && added.startsWith(path)) {
        return index;
      }
      boolean library = path.endsWith(".jar");
      if (path.equals(beside) || library && !found) {
        at = i;
        indent = item.group(1);
        found = path.equals(beside);
      }
    }
    if (at < 0) {
      return index; // no jar is in it: it says nothing of them
    }
    String end = lines.get(at).endsWith("\r\n") ? "\r\n" : "\n";
    if (!lines.get(at).endsWith("\n")) {
      lines.set(at, lines.get(at) + end);
    }
    lines.add(at + 1, indent + "- \"" + added + "\"" + end);
    return String.join("", lines).getBytes(StandardCharsets.UTF_8);
  }
}
