package io.github.mcpmigrate.maven;

import io.github.mcpmigrate.maven.inventory.Assessor;
import io.github.mcpmigrate.maven.inventory.Inventory;
import io.github.mcpmigrate.maven.inventory.Tree;
import io.github.mcpmigrate.maven.report.Action;
import io.github.mcpmigrate.maven.report.Assessment;
import io.github.mcpmigrate.maven.report.Baseline;
import io.github.mcpmigrate.maven.report.Finding;
import io.github.mcpmigrate.maven.report.HtmlReport;
import io.github.mcpmigrate.maven.report.JsonReport;
import io.github.mcpmigrate.maven.report.MarkdownReport;
import io.github.mcpmigrate.maven.report.Migration;
import io.github.mcpmigrate.maven.report.SarifReport;
import io.github.mcpmigrate.maven.report.Verdict;
import io.github.mcpmigrate.maven.report.Way;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The reports of a migration: those of {@code assess}, with what the recipes found and did. */
final class MigrationReports {

  private final Path root;
  private final List<Path> folders;
  private final String version;
  private final NextCommand next;

  /**
   * @param root the folder of the build's top project
   * @param folders of the modules that are migrated: only the root if all are
   * @param version of this tool
   */
  MigrationReports(Path root, List<Path> folders, String version, NextCommand next) {
    this.root = root.toAbsolutePath().normalize();
    this.folders = List.copyOf(folders);
    this.version = version;
    this.next = next;
  }

  /** Which servers, clients and libraries there are; to be asked before anything is changed. */
  Assessment before() throws IOException {
    Inventory inventory = new Inventory(Runtime.getRuntime().availableProcessors());
    return new Assessor(inventory, version, transport -> next.look())
        .assess(new Tree(root, folder(), modules(), List.of()));
  }

  /** Globs of the modules; none if all are meant. */
  private List<String> modules() {
    return folders.stream()
        .map(folder -> root.relativize(folder.toAbsolutePath().normalize()).toString())
        .filter(folder -> !folder.isEmpty())
        .map(folder -> folder.replace('\\', '/') + "/**")
        .toList();
  }

  private Path folder() {
    return root.resolve("target/mcp-migrate");
  }

  /**
   * Writes all reports.
   *
   * @param before what {@link #before} said
   * @param files how many files were read
   * @param patch what was changed, or would be
   */
  void write(
      Assessment before,
      Findings findings,
      int files,
      Patch patch,
      RulesOfFiles rules,
      boolean dryRun)
      throws IOException {
    Migration migration =
        new Migration(
            dryRun,
            next.transport().word(),
            patch.changedFiles().stream()
                .map(file -> new Migration.Changed(inside(before, file), rules.of(file)))
                .toList());
    Assessment assessment =
        new Assessment(
            before.name(),
            before.prefix(),
            version,
            verdict(before.verdict(), findings, migration),
            findings.rows().stream().map(row -> named(before, row, patch)).toList(),
            List.of(),
            files,
            Optional.of(migration));
    Files.createDirectories(folder());
    Files.writeString(folder().resolve("report.html"), HtmlReport.of(assessment, Baseline.none()));
    Files.writeString(folder().resolve("report.md"), MarkdownReport.of(assessment));
    Files.writeString(folder().resolve("report.json"), JsonReport.of(assessment, Baseline.none()));
    Files.writeString(
        folder().resolve("report.sarif"), SarifReport.of(assessment, Baseline.none()));
  }

  /** OpenRewrite names files from the repository's top, reports from the build's folder. */
  private static String inside(Assessment before, String file) {
    return file.startsWith(before.prefix()) ? file.substring(before.prefix().length()) : file;
  }

  private Finding named(Assessment before, Finding row, Patch patch) {
    Finding named =
        new Finding(
            inside(before, row.file()),
            Math.max(1, row.line()),
            Math.max(1, row.column()),
            row.snippet(),
            row.rule(),
            row.shape(),
            row.severity(),
            row.action(),
            row.reason(),
            row.page());
    boolean stays =
        next.transport() == Transport.DROP_LEGACY
            && row.action() == Action.CHANGED
            && !patch.changedFiles().contains(row.file());
    return stays
        ? named.with(Action.MANUAL, "is on HTTP+SSE only; first move it with -Dtransport=dual")
        : named;
  }

  private Verdict verdict(Verdict before, Findings findings, Migration migration) {
    boolean none = migration.files().isEmpty();
    long left = findings.left().size();
    Way way =
        findings.rows().isEmpty()
            ? Way.NOTHING
            : none ? Way.BY_HAND : next.transport() == Transport.DUAL ? Way.DUAL : Way.CUT_OVER;
    String because =
        findings.rows().isEmpty()
            ? "No use of MCP over HTTP+SSE was found."
            : migration.sentence()
                + (left == 0 ? "." : "; " + left + (left == 1 ? " place needs" : " places need"))
                + (left == 0 ? "" : " a hand.");
    return new Verdict(
        before.servers(),
        before.clients(),
        before.testUses(),
        before.versions(),
        way,
        because,
        none ? "nothing to run" : migration.dryRun() ? next.apply() : "mvn verify");
  }
}
