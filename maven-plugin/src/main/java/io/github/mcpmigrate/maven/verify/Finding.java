package io.github.mcpmigrate.maven.verify;

/**
 * What a check found.
 *
 * @param evidence what was seen
 * @param repair what to do, in a sentence; empty if there is nothing to do
 */
record Finding(Outcome outcome, String evidence, String repair) {

  static Finding pass(String evidence) {
    return new Finding(Outcome.PASS, evidence, "");
  }

  static Finding warn(String evidence, String repair) {
    return new Finding(Outcome.WARN, evidence, repair);
  }

  static Finding fail(String evidence, String repair) {
    return new Finding(Outcome.FAIL, evidence, repair);
  }

  static Finding notApplicable(String why) {
    return new Finding(Outcome.NOT_APPLICABLE, why, "");
  }
}
