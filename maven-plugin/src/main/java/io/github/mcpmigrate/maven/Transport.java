package io.github.mcpmigrate.maven;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;

/** Where a migration leads, and the recipe that leads there. */
enum Transport {
  STREAMABLE("streamable", "io.github.mcpmigrate.MigrateToStreamableHttp"),
  DUAL("dual", "io.github.mcpmigrate.MigrateToDualTransport"),
  DROP_LEGACY("drop-legacy", "io.github.mcpmigrate.DropLegacySse");

  private final String word;
  private final String recipe;

  Transport(String word, String recipe) {
    this.word = word;
    this.recipe = recipe;
  }

  String recipe() {
    return recipe;
  }

  String word() {
    return word;
  }

  /**
   * @throws IllegalArgumentException for an unknown word, listing the known ones
   */
  static Transport of(String word) {
    String wanted = word.strip().toLowerCase(Locale.ROOT);
    for (Transport transport : values()) {
      if (transport.word.equals(wanted)) {
        return transport;
      }
    }
    String known = Arrays.stream(values()).map(t -> t.word).collect(Collectors.joining(", "));
    throw new IllegalArgumentException(
        "Unknown transport '" + word + "'. Use one of " + known + "." + suggestion(wanted));
  }

  private static String suggestion(String wanted) {
    return Arrays.stream(values())
        .map(transport -> transport.word)
        .filter(word -> near(wanted, word))
        .min(Comparator.comparingInt(word -> edits(wanted, word)))
        .map(word -> " Did you mean -Dtransport=" + word + "?")
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
