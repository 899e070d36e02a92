package io.github.mcpmigrate.maven;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * The words that a parameter takes.
 *
 * @param noun what they name
 * @param option the name of the parameter
 */
record KnownWords(String noun, String option, List<String> words) {

  KnownWords {
    words = List.copyOf(words);
  }

  /**
   * The known word that is meant, whatever its case.
   *
   * @throws IllegalArgumentException for an unknown word, listing the known ones and guessing
   */
  String require(String word) {
    String wanted = word.strip().toLowerCase(Locale.ROOT);
    if (words.contains(wanted)) {
      return wanted;
    }
    throw new IllegalArgumentException(
        "Unknown "
            + noun
            + " '"
            + word
            + "'. Use one of "
            + String.join(", ", words)
            + "."
            + suggestion(wanted));
  }

  private String suggestion(String wanted) {
    return words.stream()
        .filter(word -> near(wanted, word))
        .min(Comparator.comparingInt(word -> edits(wanted, word)))
        .map(word -> " Did you mean -D" + option + "=" + word + "?")
        .orElse("");
  }

  private static boolean near(String wanted, String word) {
    return edits(wanted, word) <= (word.length() + 2) / 3
        || wanted.length() >= 3 && (wanted.contains(word) || word.startsWith(wanted));
  }

  /** How many letters have to be put in, left out or replaced to make one word of the other. */
  private static int edits(String from, String to) {
    int[] row = new int[to.length() + 1];
    Arrays.setAll(row, i -> i);
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.length()];
  }
}
