package io.github.mcpmigrate.maven.report;

import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** The report in a terminal: short, and its last line is the next command. */
public final class ConsoleReport {

  /** More lines than this nobody reads; the files have them all. */
  static final int MAX_FINDINGS = 50;

  static final int MAX_SKIPPED = 10;

  private ConsoleReport() {}

  /** Tells the verdict, what needs a hand, the counts and the next command. */
  public static void tell(Assessment assessment, List<Finding> newOnes, Consumer<String> out) {
    Verdict verdict = assessment.verdict();
    out.accept(
        "HTTP+SSE in "
            + assessment.name()
            + ": "
            + Verdict.sentence(verdict.servers(), "server")
            + ", "
            + Verdict.sentence(verdict.clients(), "client")
            + (verdict.testUses() == 0 ? "" : ", " + verdict.testUses() + " more in tests"));
    if (!verdict.versions().isEmpty()) {
      out.accept("Libraries: " + String.join(", ", verdict.versions()));
    }
    List<Finding> left =
        assessment.findings().stream()
            .filter(finding -> finding.action() != Action.CHANGED)
            .sorted(Comparator.comparing(Finding::severity))
            .toList();
    left.stream()
        .limit(MAX_FINDINGS)
        .forEach(
            finding ->
                out.accept(
                    finding.action().label() + ": " + finding.position() + " " + finding.reason()));
    more(left.size() - MAX_FINDINGS, "findings", out);
    assessment.skipped().stream()
        .limit(MAX_SKIPPED)
        .forEach(skipped -> out.accept("skipped: " + skipped.file() + " " + skipped.reason()));
    more(assessment.skipped().size() - MAX_SKIPPED, "skipped files", out);
    out.accept("Recommended: " + verdict.way().label() + ". " + verdict.because());
    if (newOnes.size() < assessment.findings().size()) {
      out.accept(newOnes.size() + " of the findings are new");
    }
    out.accept(assessment.counts());
    out.accept("Next: " + verdict.next());
  }

  private static void more(int count, String what, Consumer<String> out) {
    if (count > 0) {
      out.accept("and " + count + " more " + what + "; see the reports");
    }
  }
}
