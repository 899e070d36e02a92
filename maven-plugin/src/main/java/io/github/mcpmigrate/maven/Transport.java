package io.github.mcpmigrate.maven;

import java.util.Arrays;
import java.util.List;

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
    List<String> words = Arrays.stream(values()).map(Transport::word).toList();
    String known = new KnownWords("transport", "transport", words).require(word);
    return Arrays.stream(values()).filter(one -> one.word.equals(known)).findFirst().orElseThrow();
  }
}
