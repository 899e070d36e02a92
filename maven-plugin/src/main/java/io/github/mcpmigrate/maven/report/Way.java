package io.github.mcpmigrate.maven.report;

import java.util.Locale;

/** How a project gets to Streamable HTTP. */
public enum Way {
  NOTHING("nothing to do"),
  CUT_OVER("cut over"),
  DUAL("serve both transports"),
  GATEWAY("put a gateway in front"),
  BYTECODE("rewrite the bytecode"),
  BY_HAND("by hand");

  private final String label;

  Way(String label) {
    this.label = label;
  }

  /** What people read. */
  public String label() {
    return label;
  }

  /** What the JSON report calls it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
