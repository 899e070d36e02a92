package io.github.mcpmigrate.recipes.infrastructure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A command that asks whether a server is well. Only what does nothing but ask one URL is
 * understood: what hides that a stream never ends, such as {@code || exit 0}, is not.
 */
final class HealthCommand {

  /** A word of a command, where it stands in a text. */
  record Word(String text, int start) {}

  private static final Pattern WORD =
      Pattern.compile("\"([^\"\\\\]*)\"|'([^']*)'|(\\|\\||&&|;|\\||2?>&?\\d?|[^\\s;|&\"'>]+)");

  private static final Pattern CURL_FLAG =
      Pattern.compile(
          "-[fsSLkN4]+|--(?:fail|silent|show-error|location|insecure|no-buffer|ipv4|fail-with-body)");

  private static final Set<String> CURL_OPTIONS =
      Set.of(
          "-m",
          "--max-time",
          "--connect-timeout",
          "--retry",
          "--retry-delay",
          "--retry-max-time",
          "-o",
          "--output",
          "-so",
          "-fo",
          "-sfo",
          "-fso",
          "-sSfo",
          "-fsSo");

  private static final Pattern WGET_FLAG =
      Pattern.compile(
          "-q|-nv|-qO-|-O-|-S|--(?:quiet|no-verbose|spider|no-check-certificate|(?:tries|timeout)=\\d+)|-[tT]\\d+");

  private static final Set<String> WGET_OPTIONS = Set.of("-O", "-qO", "-t", "-T");

  private static final List<List<String>> ENDINGS =
      List.of(List.of(), List.of("||", "exit", "1"), List.of("||", "false"));

  private HealthCommand() {}

  /** The one URL that a line for a shell asks, if it does nothing else. */
  static Optional<Word> url(String line, int offset) {
    List<Word> words = new ArrayList<>();
    Matcher word = WORD.matcher(line);
    int end = 0;
    while (word.find()) {
      if (!line.substring(end, word.start()).replace("\\\n", "").isBlank()) {
        return Optional.empty();
      }
      for (int group = 1; group <= 3; group++) {
        if (word.group(group) != null) {
          words.add(new Word(word.group(group), offset + word.start(group)));
        }
      }
      end = word.end();
    }
    return line.substring(end).isBlank() ? url(words) : Optional.empty();
  }

  /** The one URL that some words ask, if they do nothing else. */
  static Optional<Word> url(List<Word> words) {
    String program = words.isEmpty() ? "" : words.get(0).text().replaceFirst(".*/", "");
    if (!program.equals("curl") && !program.equals("wget")) {
      return Optional.empty();
    }
    boolean curl = program.equals("curl");
    Word url = null;
    int i = 1;
    for (; i < words.size() && !words.get(i).text().matches("\\|\\|"); i++) {
      String text = words.get(i).text();
      if ((curl ? CURL_OPTIONS : WGET_OPTIONS).contains(text)) {
        i++;
      } else if (text.equals(">") && i + 1 < words.size()) {
        i++;
      } else if (!(curl ? CURL_FLAG : WGET_FLAG).matcher(text).matches() && !text.equals("2>&1")) {
        if (url != null || text.startsWith("-")) {
          return Optional.empty();
        }
        url = words.get(i);
      }
    }
    List<String> ending =
        words.subList(Math.min(i, words.size()), words.size()).stream().map(Word::text).toList();
    return ENDINGS.contains(ending) ? Optional.ofNullable(url) : Optional.empty();
  }
}
