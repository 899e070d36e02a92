package io.github.mcpmigrate.maven.verify;

/** How a check ended. */
enum Outcome {
  PASS("pass"),
  /** Against the specification or not provable from outside, but no client breaks by it. */
  WARN("warn"),
  /** A client breaks, the transports differ, or a foreign web page gets in. */
  FAIL("fail"),
  NOT_APPLICABLE("n/a");

  private final String word;

  Outcome(String word) {
    this.word = word;
  }

  String word() {
    return word;
  }
}
