package io.github.mcpmigrate.recipes.clientconfig;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A file in Markdown or AsciiDoc, in blocks: what is fenced, and what is read. */
final class MarkdownFile {

  /**
   * Lines that belong together.
   *
   * @param first the number of the first one, from 0
   * @param language of what is fenced; empty if none is given
   * @param fenced whether it is shown as it is
   * @param before what was read last before it
   */
  record Block(int first, List<String> lines, String language, boolean fenced, String before) {

    String text() {
      return String.join("\n", lines);
    }
  }

  private static final Pattern NAME =
      Pattern.compile("(?i)(?:.*/)?[^/]*\\.(?:md|mdx|markdown|adoc|asciidoc)");

  /** What tells of the past, and what others wrote. */
  private static final Pattern STAYS =
      Pattern.compile(
          "(?i)(?:.*/)?(?:(?:changelog|changes|history|release[-_]?notes|news)[^/]*"
              + "|(?:node_modules|vendor|third[_-]party)/.*)");

  private static final Pattern FENCE =
      Pattern.compile("^[ \\t>]*(?<marks>`{3,}|~{3,}|-{4,}(?=\\s*$))\\s*(?<language>[\\w+#-]*).*");

  private static final Pattern SOURCE = Pattern.compile("^\\[source,\\s*(\\w+).*");

  /** How much of what was read before a fence may say what is in it. In lines. */
  private static final int NEAR = 8;

  private MarkdownFile() {}

  static boolean is(Path path) {
    String name = path.toString().replace('\\', '/');
    return NAME.matcher(name).matches() && !STAYS.matcher(name).matches();
  }

  /** The blocks of a text; the lines of fences are those of what is read. */
  static List<Block> blocks(String text, boolean asciiDoc) {
    List<String> lines = Arrays.asList(text.split("\n", -1));
    List<Block> blocks = new ArrayList<>();
    int first = 0;
    for (int i = 0; i < lines.size(); i++) {
      Optional<Matcher> fence = fence(lines.get(i), asciiDoc);
      if (fence.isEmpty()) {
        continue;
      }
      int end = i + 1;
      while (end < lines.size() && !closes(lines.get(end), fence.get().group("marks"))) {
        end++;
      }
      blocks.add(new Block(first, lines.subList(first, i + 1), "", false, ""));
      String language = fence.get().group("language");
      if (asciiDoc && i > 0) {
        Matcher source = SOURCE.matcher(lines.get(i - 1).strip());
        language = source.matches() ? source.group(1) : language;
      }
      blocks.add(
          new Block(
              i + 1,
              lines.subList(i + 1, end),
              language.toLowerCase(Locale.ROOT),
              true,
              String.join("\n", lines.subList(Math.max(first, i + 1 - NEAR), i + 1))));
      first = end;
      i = end;
    }
    if (first < lines.size()) {
      blocks.add(new Block(first, lines.subList(first, lines.size()), "", false, ""));
    }
    return blocks;
  }

  private static Optional<Matcher> fence(String line, boolean asciiDoc) {
    Matcher fence = FENCE.matcher(line);
    return fence.matches() && fence.group("marks").startsWith("-") == asciiDoc
        ? Optional.of(fence)
        : Optional.empty();
  }

  private static boolean closes(String line, String marks) {
    return line.replaceFirst("^[ \\t>]+", "")
        .strip()
        .matches(Pattern.quote(marks) + marks.charAt(0) + "*");
  }
}
