package io.github.mcpmigrate.maven;

import io.github.mcpmigrate.maven.report.Action;
import io.github.mcpmigrate.maven.report.Assessment;
import io.github.mcpmigrate.maven.report.Finding;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A migration from first look to last line: find, dry run, check, run. Nothing is written to the
 * project before it is certain that all of it can be.
 */
final class MigrationTask {

  /** What the task asks of OpenRewrite. */
  interface Steps {

    /** Exports the data table of all uses. */
    void find() throws MigrationException;

    /** Leaves the patch at the given place when there is something to change. */
    void dryRun(Path patch) throws MigrationException;

    /** Changes the project. */
    void run() throws MigrationException;
  }

  /** Who hears what the user is to know. */
  interface Told {

    /** A phase begins. */
    void phase(String what);

    /** Something to read. */
    void line(String text);

    /** What to type next; said when everything else is. */
    void next(String text);
  }

  /** Begins the line after which files are written. */
  static final String CHANGING = "Changing ";

  private static final Set<String> NOT_SOURCES = Set.of("target", "build", ".git", "node_modules");

  private final Path root;
  private final List<Path> folders;
  private final NextCommand next;
  private final Steps steps;
  private final Safeguard safeguard;
  private final MigrationReports reports;
  private final Told out;
  private final Path repository;

  /**
   * @param root the folder of the build's top project
   * @param folders of the modules that are migrated: only the root if all are
   * @param next what the user types after this
   * @param safeguard asked before anything is written
   */
  MigrationTask(
      Path root,
      List<Path> folders,
      NextCommand next,
      Steps steps,
      Safeguard safeguard,
      MigrationReports reports,
      Told out) {
    this.root = root;
    this.folders = List.copyOf(folders);
    this.next = next;
    this.steps = steps;
    this.safeguard = safeguard;
    this.reports = reports;
    this.out = out;
    repository = WorkTree.topOf(root);
  }

  static Path patchOf(Path root) {
    return root.resolve("target/mcp-migrate/migration.patch");
  }

  /**
   * Migrates.
   *
   * @param dryRun whether to leave the project as it is
   * @param failOnManual whether to leave it so, and to fail, if anything does not move by itself
   * @param only the one library to migrate
   */
  void migrate(boolean dryRun, boolean failOnManual, Optional<Library> only)
      throws MigrationException, IOException {
    Path patchFile = patchOf(root);
    Files.createDirectories(patchFile.getParent());
    Files.deleteIfExists(patchFile);
    out.phase("Looking for HTTP+SSE");
    Path tables = root.resolve("target/rewrite/datatables");
    Set<Path> earlier = Findings.runs(tables);
    steps.find();
    if (!Findings.anyNew(tables, earlier)) {
      throw new MigrationException(
          "OpenRewrite read none of the project's files. It leaves alone what Git ignores;"
              + " 'git check-ignore -v pom.xml' says whether that is so. Nothing was changed.");
    }
    Findings findings = Findings.readNew(tables, earlier).and(unread(tables, earlier));
    out.phase("Working out the changes");
    Set<Path> found = Findings.runs(tables);
    steps.dryRun(patchFile);
    findings = findings.asMoved(tables, found).and(Findings.readLeftByMove(tables, found));
    Patch patch = Patch.read(patchFile);
    if (only.isPresent()) {
      findings = only.get().of(findings, patch);
    }
    RulesOfFiles rules = RulesOfFiles.readNew(tables, found);
    Assessment before = reports.before();
    int files = countFiles();
    boolean failed = failOnManual && !findings.left().isEmpty();
    boolean dry = dryRun || failed || patch.isEmpty();
    if (!dry) {
      safeguard.require(patch);
      out.phase(CHANGING + patch.changedFiles().size() + " files");
      steps.run();
    }
    out.phase("Writing the reports");
    reports.write(before, findings, files, patch, rules, dry);
    patch.changedFiles().forEach(file -> out.line((dry ? "would change " : "changed ") + file));
    tellWhatIsLeft(findings);
    if (!findings.rows().isEmpty()) {
      out.line("Reports: target/mcp-migrate/report.html, report.md, .json, .sarif");
      out.line(counts(files, patch, findings));
    }
    if (failed) {
      throw new MigrationException(
          "failOnManual: "
              + findings.left().size()
              + " uses of HTTP+SSE do not move by themselves; nothing was changed.");
    }
    out.next(patch.isEmpty() ? whyNothing(findings) : after(dry));
  }

  /** What the recipes cannot have found: in files that were not read. */
  private List<Finding> unread(Path tables, Set<Path> earlier) throws IOException {
    Set<String> read = Findings.readFiles(tables, earlier);
    List<Finding> unread = new ArrayList<>();
    for (Path folder : folders) {
      unread.addAll(TextScan.unread(repository, folder, NOT_SOURCES, read));
    }
    return unread;
  }

  private String whyNothing(Findings findings) {
    if (findings.rows().isEmpty()) {
      return "No use of MCP over HTTP+SSE was found; nothing was changed.";
    }
    if (next.transport() == Transport.DROP_LEGACY) {
      return "Nothing was changed: no server serves both transports yet. First run: "
          + next.moveTo(Transport.DUAL);
    }
    return findings.moved().isEmpty()
        ? "Nothing moves by itself; see the lines above."
        : "Nothing was changed, although HTTP+SSE is used in "
            + findings.moved().size()
            + " places; target/mcp-migrate/maven.log says what OpenRewrite made of it.";
  }

  private void tellWhatIsLeft(Findings findings) {
    for (Finding row : findings.left()) {
      out.line("needs a hand: " + row.file() + ":" + row.line() + " " + row.reason());
    }
    if (next.transport() == Transport.DROP_LEGACY) {
      for (Finding row : findings.moved()) {
        out.line("HTTP+SSE only: " + row.file() + ":" + row.line() + " " + row.snippet());
      }
    }
  }

  private static String counts(int files, Patch patch, Findings findings) {
    return "%d files read, %d changed, %d need a hand, %d not understood"
        .formatted(
            files,
            patch.changedFiles().size(),
            findings.count(Action.MANUAL),
            findings.count(Action.UNKNOWN));
  }

  private String after(boolean dryRun) {
    if (dryRun) {
      return "Nothing was changed. Read target/mcp-migrate/migration.patch, then run: "
          + next.apply();
    }
    String prove = "Next: mvn verify; then start the server and run " + next.verify();
    return next.transport() == Transport.DUAL
        ? prove + "; and when every client has moved: " + next.moveTo(Transport.DROP_LEGACY)
        : prove;
  }

  private int countFiles() throws IOException {
    AtomicInteger files = new AtomicInteger();
    for (Path folder : folders) {
      countFiles(folder, files);
    }
    return files.get();
  }

  private static void countFiles(Path root, AtomicInteger files) throws IOException {
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return NOT_SOURCES.contains(String.valueOf(folder.getFileName()))
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            files.incrementAndGet();
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
