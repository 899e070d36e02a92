package io.github.mcpmigrate.maven.report;

import java.util.List;

/** The report for a pull request. */
public final class MarkdownReport {

  /** A comment on GitHub has at most 65,536 characters. */
  static final int MAX_ROWS = 150;

  private MarkdownReport() {}

  /** The report as Markdown of GitHub's flavour. */
  public static String of(Assessment assessment) {
    Verdict verdict = assessment.verdict();
    StringBuilder text = new StringBuilder();
    text.append("## ").append(inline(assessment.title())).append("\n\n");
    text.append(Verdict.sentence(verdict.servers(), "server"))
        .append(", ")
        .append(Verdict.sentence(verdict.clients(), "client"))
        .append(", ")
        .append(verdict.testUses())
        .append(" more in tests.\n\n");
    text.append("**" + assessment.wayTitle() + ": ").append(verdict.way().label()).append(".** ");
    text.append(inline(verdict.because())).append("\n\n");
    text.append("Next: `").append(verdict.next()).append("`\n\n");
    text.append("| | findings |\n|---|---:|\n");
    for (Action action : Action.values()) {
      text.append("| ")
          .append(assessment.label(action))
          .append(" | ")
          .append(assessment.count(action))
          .append(" |\n");
    }
    versions(text, verdict.versions());
    assessment.migration().ifPresent(migration -> files(text, migration));
    findings(text, assessment);
    skipped(text, assessment.skipped());
    return text.append("\n").append(assessment.counts()).append(".\n").toString();
  }

  private static void versions(StringBuilder text, List<String> versions) {
    if (!versions.isEmpty()) {
      text.append("\nLibraries: ");
      text.append(String.join(", ", versions.stream().map(MarkdownReport::code).toList()));
      text.append("\n");
    }
  }

  private static void files(StringBuilder text, Migration migration) {
    text.append("\n<details><summary>").append(migration.sentence()).append("</summary>\n\n");
    migration.files().stream()
        .limit(MAX_ROWS)
        .forEach(
            one ->
                text.append("- ")
                    .append(code(one.file()))
                    .append(' ')
                    .append(inline(String.join(", ", one.rules())))
                    .append("\n"));
    if (migration.files().size() > MAX_ROWS) {
      text.append("- and ").append(migration.files().size() - MAX_ROWS).append(" more\n");
    }
    text.append("\n</details>\n");
  }

  private static void findings(StringBuilder text, Assessment assessment) {
    for (Action action : List.of(Action.MANUAL, Action.UNKNOWN, Action.NOT_YET, Action.CHANGED)) {
      List<Finding> some =
          assessment.findings().stream().filter(one -> one.action() == action).toList();
      if (some.isEmpty()) {
        continue;
      }
      text.append("\n<details")
          .append(action == Action.MANUAL ? " open" : "")
          .append("><summary>")
          .append(some.size())
          .append(some.size() == 1 ? " finding: " : " findings: ")
          .append(assessment.label(action))
          .append("</summary>\n\n| where | what | |\n|---|---|---|\n");
      some.stream().limit(MAX_ROWS).forEach(one -> row(text, one));
      if (some.size() > MAX_ROWS) {
        text.append("| and ").append(some.size() - MAX_ROWS).append(" more | | |\n");
      }
      text.append("\n</details>\n");
    }
  }

  private static void row(StringBuilder text, Finding finding) {
    text.append("| ")
        .append(code(finding.file() + ":" + finding.line()))
        .append(" | ")
        .append(code(finding.snippet()))
        .append(" | ")
        .append(inline(finding.reason()))
        .append(" |\n");
  }

  private static void skipped(StringBuilder text, List<Skipped> skipped) {
    if (skipped.isEmpty()) {
      return;
    }
    text.append("\n<details><summary>").append(skipped.size()).append(" skipped</summary>\n\n");
    skipped.stream()
        .limit(MAX_ROWS)
        .forEach(
            one ->
                text.append("- ")
                    .append(code(one.file()))
                    .append(' ')
                    .append(inline(one.reason()))
                    .append("\n"));
    text.append("\n</details>\n");
  }

  /** Code in a cell of a table: a bar would end the cell, a backtick the code. */
  static String code(String code) {
    return "`" + code.replace('`', '\'').replace("|", "\\|").replace("\n", " ") + "`";
  }

  /** Text in which nothing is markup, and nobody is mentioned. */
  static String inline(String text) {
    return text.replaceAll("([\\\\`*_{}\\[\\]<>#|~])", "\\\\$1")
        .replace("@", "@\u200b")
        .replace("\n", " ");
  }
}
