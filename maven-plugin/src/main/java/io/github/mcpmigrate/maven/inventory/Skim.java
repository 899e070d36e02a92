package io.github.mcpmigrate.maven.inventory;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Takes out of Java what a parser need not see: the bodies of methods, and the blocks of
 * statements, in which no word of interest is. Most of a file goes, every place stays where it was,
 * and a parser has a tenth of the work.
 */
final class Skim {

  private static final Pattern THROWS = Pattern.compile("\\)\\s*throws\\s[\\w\\s.,@<>]*$");

  /** A header with a throws clause that is longer than this is read in full. In characters. */
  private static final int LONGEST_HEADER = 300;

  /** A block that is open: where it begins, and whether it may go. */
  private record Block(int start, boolean mayGo) {}

  private record Range(int start, int end) {}

  private final String text;
  private final int[] words;
  private final List<Range> gone = new ArrayList<>();

  private Skim(String text, int[] words) {
    this.text = text;
    this.words = words;
  }

  /** The text without what is not of interest; all that is left is on its line and column. */
  static String of(String text, Needles interest) {
    Skim skim = new Skim(text, interest.places(text));
    return skim.scan() ? skim.blanked() : text;
  }

  /** Whether all braces have a partner; of what else is amiss the parser will say more. */
  private boolean scan() {
    Deque<Block> open = new ArrayDeque<>();
    int last = 0;
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      int end = endOfToken(at, c);
      if (c == '/' && end > at + 1) {
        gone.add(new Range(at, end));
      } else if (end > at + 1 || Character.isWhitespace(c)) {
        last = Character.isWhitespace(c) ? last : at;
      } else if (c == '{') {
        open.push(new Block(at, isOfStatements(last, at)));
        last = at;
      } else if (c == '}') {
        if (open.isEmpty()) {
          return false;
        }
        close(open.pop(), at);
        last = at;
      } else {
        last = at;
      }
      at = end;
    }
    return open.isEmpty();
  }

  /** Where a comment or literal ends that begins here; the next character if none does. */
  private int endOfToken(int at, char c) {
    if (c == '/' && text.startsWith("//", at)) {
      int end = text.indexOf('\n', at);
      return end < 0 ? text.length() : end;
    }
    if (c == '/' && text.startsWith("/*", at)) {
      int end = text.indexOf("*/", at + 2);
      return end < 0 ? text.length() : end + 2;
    }
    if (c == '"' && text.startsWith("\"\"\"", at)) {
      return endOfQuoted(at + 3, "\"\"\"");
    }
    return c == '"' || c == '\'' ? endOfQuoted(at + 1, String.valueOf(c)) : at + 1;
  }

  private int endOfQuoted(int from, String quote) {
    int at = from;
    while (at < text.length() && !text.startsWith(quote, at)) {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    return Math.min(text.length(), at + quote.length());
  }

  /** Parameters or a condition stand before it, or parameters and a throws clause. */
  private boolean isOfStatements(int last, int brace) {
    return text.charAt(last) == ')'
        || Character.isJavaIdentifierPart(text.charAt(last))
            && THROWS.matcher(text.substring(Math.max(0, brace - LONGEST_HEADER), brace)).find();
  }

  private void close(Block block, int end) {
    if (block.mayGo && !isOfInterest(block.start, end)) {
      // What was in it is in it still.
      while (!gone.isEmpty() && gone.get(gone.size() - 1).start > block.start) {
        gone.remove(gone.size() - 1);
      }
      gone.add(new Range(block.start + 1, end));
    }
  }

  private boolean isOfInterest(int start, int end) {
    int found = Arrays.binarySearch(words, start);
    int first = found < 0 ? -found - 1 : found;
    return first < words.length && words[first] < end;
  }

  /**
   * A blank is a token to the parser: of what goes, only line ends and the last line's are kept.
   */
  private String blanked() {
    StringBuilder kept = new StringBuilder(text.length());
    int from = 0;
    for (Range range : gone) {
      kept.append(text, from, range.start);
      int line = range.start;
      for (int end = text.indexOf('\n', line);
          end >= 0 && end < range.end;
          end = text.indexOf('\n', line)) {
        kept.append('\n');
        line = end + 1;
      }
      boolean last = range.end == text.length() || text.charAt(range.end) == '\n';
      kept.append(" ".repeat(last ? 0 : range.end - line));
      from = range.end;
    }
    return kept.append(text, from, text.length()).toString();
  }
}
