package io.github.mcpmigrate.maven.report;

/** How much depends on a finding. */
public enum Severity {
  /** Who may do what, or whether the product still starts, depends on it. */
  HIGH("error"),
  /** A server or client that has to move. */
  MEDIUM("warning"),
  /** Follows from others, or breaks nothing. */
  LOW("note");

  private final String level;

  Severity(String level) {
    this.level = level;
  }

  /** The word of SARIF 2.1.0, section 3.27.10. */
  public String level() {
    return level;
  }
}
