package io.github.mcpmigrate.maven.report;

/** What the goal {@code migrate} does about a finding. */
public enum Action {
  CHANGED("changed", "moves by itself"),
  MANUAL("manual", "needs a decision"),
  /** No recipe knows this kind of code today. */
  NOT_YET("not yet", "not migrated yet"),
  UNKNOWN("unknown", "not understood");

  private final String word;
  private final String label;

  Action(String word, String label) {
    this.word = word;
    this.label = label;
  }

  /** What the table {@code LegacySseUses} and the JSON report call it. */
  public String word() {
    return word;
  }

  @Override
  public String toString() {
    return word;
  }

  /** What people read. */
  public String label() {
    return label;
  }

  /**
   * @throws IllegalArgumentException for an unknown word
   */
  public static Action of(String word) {
    for (Action action : values()) {
      if (action.word.equals(word)) {
        return action;
      }
    }
    throw new IllegalArgumentException("Unknown action '" + word + "'");
  }
}
