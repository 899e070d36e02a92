package io.github.mcpmigrate.maven.inventory;

import java.util.Arrays;

/** The text of a file, and where its lines begin. */
final class SourceText {

  private static final int MAX_SNIPPET = 160;

  private static final int MAX_LINE = 4096;

  private final String file;
  private final String text;
  private final int[] starts;

  /**
   * @param file relative to the folder that is looked at, with slashes
   */
  SourceText(String file, String text) {
    this.file = file;
    this.text = text;
    int[] found = new int[16];
    int lines = 1;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) {
      if (lines == found.length) {
        found = Arrays.copyOf(found, 2 * lines);
      }
      found[lines++] = end + 1;
    }
    starts = Arrays.copyOf(found, lines);
  }

  String file() {
    return file;
  }

  String text() {
    return text;
  }

  int lines() {
    return starts.length;
  }

  /** The line that a character is in, the first being 1. */
  int lineAt(int offset) {
    int found = Arrays.binarySearch(starts, offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /** The column of a character, the first being 1. */
  int columnAt(int offset) {
    return offset - starts[lineAt(offset) - 1] + 1;
  }

  /** A line without its end; the first is 1. */
  String line(int number) {
    int end = number < starts.length ? starts[number] - 1 : text.length();
    int start = starts[number - 1];
    return text.substring(start, end > start && text.charAt(end - 1) == '\r' ? end - 1 : end);
  }

  /** A line as reports show it; of one without end, as generated files have them, the beginning. */
  String snippet(int number) {
    int start = starts[number - 1];
    int end = number < starts.length ? starts[number] : text.length();
    return shortened(text.substring(start, Math.min(end, start + MAX_LINE)));
  }

  static String shortened(String code) {
    String line = code.strip().replaceAll("\\s+", " ");
    return line.length() <= MAX_SNIPPET ? line : line.substring(0, MAX_SNIPPET - 1) + "…";
  }
}
