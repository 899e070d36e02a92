package io.github.mcpmigrate.maven;

import io.github.mcpmigrate.maven.inventory.Assessor;
import io.github.mcpmigrate.maven.inventory.Tree;
import io.github.mcpmigrate.maven.report.Action;
import io.github.mcpmigrate.maven.report.Assessment;
import io.github.mcpmigrate.maven.report.Baseline;
import io.github.mcpmigrate.maven.report.ConsoleReport;
import io.github.mcpmigrate.maven.report.Finding;
import io.github.mcpmigrate.maven.report.HtmlReport;
import io.github.mcpmigrate.maven.report.JsonReport;
import io.github.mcpmigrate.maven.report.MarkdownReport;
import io.github.mcpmigrate.maven.report.SarifReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** An assessment from first look to last line, with its reports. */
final class AssessTask {

  /** What makes a build fail. */
  record Limits(boolean findings, boolean manual, boolean parseErrors) {}

  private final Assessor assessor;
  private final Limits limits;
  private final Consumer<String> out;

  /**
   * @param out takes what the user is told, line by line
   */
  AssessTask(Assessor assessor, Limits limits, Consumer<String> out) {
    this.assessor = assessor;
    this.limits = limits;
    this.out = out;
  }

  Assessment assess(Tree tree) throws IOException {
    return assessor.assess(tree);
  }

  /**
   * Writes the reports, tells the summary and checks the limits.
   *
   * @param baselineFile the findings that are known
   * @param writesBaseline whether to write that file and not to read it
   * @throws MigrationException if a limit is passed; the reports are there then, too
   */
  void report(
      Assessment assessment, Path folder, Optional<Path> baselineFile, boolean writesBaseline)
      throws IOException, MigrationException {
    Baseline baseline = Baseline.none();
    if (baselineFile.isPresent()) {
      if (writesBaseline) {
        Files.createDirectories(baselineFile.get().toAbsolutePath().getParent());
        write(baselineFile.get(), Baseline.of(assessment));
      }
      baseline = Baseline.read(baselineFile.get());
    }
    Files.createDirectories(folder);
    write(folder.resolve("report.html"), HtmlReport.of(assessment, baseline));
    write(folder.resolve("report.md"), MarkdownReport.of(assessment));
    write(folder.resolve("report.json"), JsonReport.of(assessment, baseline));
    write(folder.resolve("report.sarif"), SarifReport.of(assessment, baseline));
    List<Finding> newOnes = baseline.newOnes(assessment.findings());
    out.accept("Reports: " + folder.resolve("report.html") + ", report.md, .json, .sarif");
    ConsoleReport.tell(assessment, newOnes, out);
    check(assessment, newOnes);
  }

  private void check(Assessment assessment, List<Finding> newOnes) throws MigrationException {
    long left = newOnes.stream().filter(one -> one.action() != Action.CHANGED).count();
    if (limits.findings && !newOnes.isEmpty()) {
      throw new MigrationException(
          "failOnFindings: "
              + newOnes.size()
              + " new uses of HTTP+SSE, the first at "
              + newOnes.get(0).position());
    }
    if (limits.manual && left > 0) {
      throw new MigrationException(
          "failOnManual: " + left + " new uses of HTTP+SSE do not move by themselves");
    }
    if (limits.parseErrors && assessment.parseErrors() > 0) {
      throw new MigrationException(
          "failOnParseErrors: " + assessment.parseErrors() + " files could not be parsed");
    }
  }

  private static void write(Path file, String text) throws IOException {
    Files.writeString(file, text, StandardCharsets.UTF_8);
  }
}
