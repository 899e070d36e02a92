package io.github.mcpmigrate.maven.report;

import java.util.List;

/**
 * All that is known of a tree.
 *
 * @param name of the folder that was looked at
 * @param prefix of that folder in its Git repository, empty or with a slash at its end
 * @param version of this tool
 * @param findings by file, line and column
 * @param files how many files were looked at
 */
public record Assessment(
    String name,
    String prefix,
    String version,
    Verdict verdict,
    List<Finding> findings,
    List<Skipped> skipped,
    int files) {

  public Assessment {
    findings = List.copyOf(findings);
    skipped = List.copyOf(skipped);
  }

  /** How many findings have this fate. */
  public int count(Action action) {
    return (int) findings.stream().filter(finding -> finding.action() == action).count();
  }

  /** How many files should have been understood and were not. */
  public int parseErrors() {
    return (int) skipped.stream().filter(Skipped::parseError).count();
  }

  /** The last line but one of a run. */
  public String counts() {
    return "%d files read, %d skipped; %d findings: %d move by themselves, %d need a decision, %d not migrated yet, %d not understood"
        .formatted(
            files,
            skipped.size(),
            findings.size(),
            count(Action.CHANGED),
            count(Action.MANUAL),
            count(Action.NOT_YET),
            count(Action.UNKNOWN));
  }
}
