package io.github.mcpmigrate.maven;

import io.github.mcpmigrate.maven.report.Action;
import io.github.mcpmigrate.maven.report.Finding;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The libraries of which a migration can move one alone. */
enum Library {
  SDK("sdk"),
  SPRING_AI("springai"),
  QUARKUS("quarkus");

  private final String word;

  Library(String word) {
    this.word = word;
  }

  /** What the parameter {@code only} and the recipes' option of that name call it. */
  String word() {
    return word;
  }

  /**
   * @param word null for all libraries
   * @throws IllegalArgumentException for an unknown word, listing the known ones
   */
  static Optional<Library> of(String word) {
    if (word == null) {
      return Optional.empty();
    }
    List<String> words = Arrays.stream(values()).map(Library::word).toList();
    String known = new KnownWords("library", "only", words).require(word);
    return Arrays.stream(values()).filter(one -> one.word.equals(known)).findFirst();
  }

  /** Whether a finding is of this library, by the recipe that is responsible for it. */
  private boolean has(Finding finding) {
    String rule = finding.rule();
    Library library =
        rule.contains(".springai.") || rule.contains("OfSpringAi")
            ? SPRING_AI
            : rule.contains(".quarkus.") ? QUARKUS : SDK;
    return !rule.startsWith("io.github.mcpmigrate.") || library == this;
  }

  /**
   * What was found of this library. Clients that may talk to a server of another library stay with
   * it, and so are not called moved.
   */
  Findings of(Findings all, Patch patch) {
    String reason =
        "stays on HTTP+SSE: it may talk to a server of this project that -Donly="
            + word
            + " leaves there";
    return new Findings(
        all.rows().stream()
            .filter(this::has)
            .map(
                row ->
                    row.action() == Action.CHANGED && !patch.changedFiles().contains(row.file())
                        ? row.with(Action.MANUAL, reason)
                        : row)
            .toList());
  }
}
