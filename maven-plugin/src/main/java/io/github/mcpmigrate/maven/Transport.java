package io.github.mcpmigrate.maven;

import java.util.Arrays;
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
    for (Transport transport : values()) {
      boolean near =
          !wanted.isEmpty()
              && (transport.word.startsWith(wanted.substring(0, Math.min(3, wanted.length())))
                  || wanted.contains(transport.word));
      if (near) {
        return " Did you mean -Dtransport=" + transport.word + "?";
      }
    }
    return "";
  }
}
