package io.github.mcpmigrate.maven.report;

import java.util.List;
import java.util.Optional;

/**
 * All that is known of a tree.
 *
 * @param name of the folder that was looked at
 * @param prefix of that folder in its Git repository, empty or with a slash at its end
 * @param version of this tool
 * @param findings by file, line and column
 * @param files how many files were looked at
 * @param migration what a migration did or would do; empty if only files were read
 */
public record Assessment(
    String name,
    String prefix,
    String version,
    Verdict verdict,
    List<Finding> findings,
    List<Skipped> skipped,
    int files,
    Optional<Migration> migration) {

  /** A forecast: only files were read. */
  public Assessment(
      String name,
      String prefix,
      String version,
      Verdict verdict,
      List<Finding> findings,
      List<Skipped> skipped,
      int files) {
    this(name, prefix, version, verdict, findings, skipped, files, Optional.empty());
  }

  public Assessment {
    findings = List.copyOf(findings);
    skipped = List.copyOf(skipped);
  }

  /** How many findings have this fate. */
  public int count(Action action) {
    return (int) findings.stream().filter(finding -> finding.action() == action).count();
  }

  /** Whether what moves by itself has moved. */
  public boolean isDone() {
    return migration.filter(run -> !run.dryRun()).isPresent();
  }

  /** What people read of a fate. */
  public String label(Action action) {
    return action == Action.CHANGED && isDone() ? "moved" : action.label();
  }

  /** What people read first. */
  String title() {
    return migration
        .map(run -> run.dryRun() ? "Dry run of the migration of " : "Migration of ")
        .orElse("HTTP+SSE in ")
        .concat(name);
  }

  /** Whether the way is advice, or was chosen by whoever ran the migration. */
  String wayTitle() {
    return migration.isPresent() ? "Chosen" : "Recommended";
  }

  /** How many files should have been understood and were not. */
  public int parseErrors() {
    return (int) skipped.stream().filter(Skipped::parseError).count();
  }

  /** The last line but one of a run. */
  public String counts() {
    return "%d files read, %d skipped; %d findings: %d %s, %d need a decision, %d not migrated yet, %d not understood"
        .formatted(
            files,
            skipped.size(),
            findings.size(),
            count(Action.CHANGED),
            isDone() ? "moved" : "move by themselves",
            count(Action.MANUAL),
            count(Action.NOT_YET),
            count(Action.UNKNOWN));
  }
}
