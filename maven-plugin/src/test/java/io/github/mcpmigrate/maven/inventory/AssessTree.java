package io.github.mcpmigrate.maven.inventory;

import io.github.mcpmigrate.maven.report.Assessment;
import io.github.mcpmigrate.maven.report.Baseline;
import io.github.mcpmigrate.maven.report.HtmlReport;
import io.github.mcpmigrate.maven.report.JsonReport;
import io.github.mcpmigrate.maven.report.MarkdownReport;
import io.github.mcpmigrate.maven.report.SarifReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Measures {@code assess} on a tree: {@code java -Xmx1g -cp ... AssessTree FOLDER REPORTS}. Prints
 * the counts, the milliseconds that reading, weighing and writing took, and the process's peak
 * memory where the system tells it.
 */
final class AssessTree {

  private AssessTree() {}

  public static void main(String[] args) throws Exception {
    Path root = Path.of(args[0]);
    Path reports = Files.createDirectories(Path.of(args[1]));
    long start = System.nanoTime();
    Inventory inventory = new Inventory(Runtime.getRuntime().availableProcessors());
    Assessment assessment =
        new Assessor(inventory, "measured", transport -> "mvn migrate " + transport)
            .assess(new Tree(root, reports, List.of(), List.of()));
    Baseline none = Baseline.none();
    Files.writeString(reports.resolve("report.html"), HtmlReport.of(assessment, none));
    Files.writeString(reports.resolve("report.md"), MarkdownReport.of(assessment));
    Files.writeString(reports.resolve("report.json"), JsonReport.of(assessment, none));
    Files.writeString(reports.resolve("report.sarif"), SarifReport.of(assessment, none));
    long millis = (System.nanoTime() - start) / 1_000_000;
    System.out.println(assessment.counts());
    System.out.println(millis + " ms");
    Path status = Path.of("/proc/self/status");
    if (Files.exists(status)) {
      Files.readAllLines(status).stream()
          .filter(line -> line.startsWith("VmHWM"))
          .forEach(System.out::println);
    }
  }
}
