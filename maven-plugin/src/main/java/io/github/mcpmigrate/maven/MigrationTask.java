package io.github.mcpmigrate.maven;

import io.github.mcpmigrate.maven.report.Action;
import io.github.mcpmigrate.maven.report.Finding;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;

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

  /** Begins the line after which files are written. */
  static final String CHANGING = "Changing ";

  private static final Set<String> NOT_SOURCES = Set.of("target", "build", ".git", "node_modules");

  private final Path root;
  private final Path repository;
  private final NextCommand next;
  private final Steps steps;
  private final Predicate<Path> writable;
  private final Consumer<String> out;

  /**
   * @param root the folder of the build's top project
   * @param next what the user types after this
   * @param writable whether a file can be changed
   * @param out takes what the user is told, line by line
   */
  MigrationTask(
      Path root, NextCommand next, Steps steps, Predicate<Path> writable, Consumer<String> out) {
    this.root = root;
    this.repository = repositoryOf(root);
    this.next = next;
    this.steps = steps;
    this.writable = writable;
    this.out = out;
  }

  static Path patchOf(Path root) {
    return root.resolve("target/mcp-migrate/migration.patch");
  }

  /**
   * What OpenRewrite names files relative to: the Git repository that a build is in, which may be
   * the folder of only one of its projects, or the build itself.
   */
  private static Path repositoryOf(Path root) {
    for (Path folder = root.toAbsolutePath(); folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve(".git"))) {
        return folder;
      }
    }
    return root;
  }

  /**
   * @param dryRun whether to leave the project as it is
   */
  void migrate(boolean dryRun) throws MigrationException, IOException {
    Path patchFile = patchOf(root);
    Files.createDirectories(patchFile.getParent());
    Files.deleteIfExists(patchFile);
    out.accept("Looking for HTTP+SSE");
    Path tables = root.resolve("target/rewrite/datatables");
    Set<Path> earlier = Findings.runs(tables);
    steps.find();
    if (!Findings.anyNew(tables, earlier)) {
      throw new MigrationException(
          "OpenRewrite read none of the project's files. It leaves alone what Git ignores;"
              + " 'git check-ignore -v pom.xml' says whether that is so. Nothing was changed.");
    }
    Findings findings =
        Findings.readNew(tables, earlier)
            .and(
                TextScan.unread(
                    repository, root, NOT_SOURCES, Findings.readFiles(tables, earlier)));
    out.accept("Working out the changes");
    Set<Path> found = Findings.runs(tables);
    steps.dryRun(patchFile);
    findings = findings.and(Findings.readLeftByMove(tables, found));
    Patch patch = Patch.read(patchFile);
    if (patch.isEmpty()) {
      nothingToChange(findings);
      return;
    }
    if (!dryRun) {
      requireWritable(patch);
      out.accept(CHANGING + patch.changedFiles().size() + " files");
      steps.run();
    }
    patch
        .changedFiles()
        .forEach(file -> out.accept((dryRun ? "would change " : "changed ") + file));
    tellWhatIsLeft(findings);
    out.accept(counts(patch, findings));
    out.accept(after(dryRun));
  }

  /** Moves the patch from where OpenRewrite writes it to where users find it. */
  static void publish(Path written, Path patch) throws IOException {
    if (Files.exists(written)) {
      Files.move(written, patch, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private void requireWritable(Patch patch) throws MigrationException {
    List<String> locked =
        patch.changedFiles().stream().filter(file -> !writable.test(existing(file))).toList();
    if (!locked.isEmpty()) {
      throw new MigrationException(
          "These files cannot be written: "
              + String.join(", ", locked)
              + ". Make them writable and run again; nothing was changed.");
    }
  }

  /** The file, or for one that is yet to be made the folder that it will be in. */
  private Path existing(String file) {
    Path path = repository.resolve(file);
    while (!Files.exists(path) && !path.equals(repository)) {
      path = path.getParent();
    }
    return path;
  }

  private void nothingToChange(Findings findings) throws IOException {
    if (findings.rows().isEmpty()) {
      out.accept("No use of MCP over HTTP+SSE was found; nothing was changed.");
      return;
    }
    tellWhatIsLeft(findings);
    out.accept(counts(null, findings));
    if (next.transport() == Transport.DROP_LEGACY) {
      out.accept(
          "Nothing was changed: no server serves both transports yet. First run: "
              + next.moveTo(Transport.DUAL));
    } else if (findings.moved().isEmpty()) {
      out.accept("Nothing moves by itself; see the lines above.");
    } else {
      out.accept(
          "Nothing was changed, although HTTP+SSE is used in "
              + findings.moved().size()
              + " places; target/mcp-migrate/maven.log says what OpenRewrite made of it.");
    }
  }

  private void tellWhatIsLeft(Findings findings) {
    for (Finding row : findings.left()) {
      out.accept("needs a hand: " + row.file() + ":" + row.line() + " " + row.reason());
    }
    if (next.transport() == Transport.DROP_LEGACY) {
      for (Finding row : findings.moved()) {
        out.accept("HTTP+SSE only: " + row.file() + ":" + row.line() + " " + row.snippet());
      }
    }
  }

  private String counts(Patch patch, Findings findings) throws IOException {
    return "%d files read, %d changed, %d need a hand, %d not understood"
        .formatted(
            countFiles(),
            patch == null ? 0 : patch.changedFiles().size(),
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
    return files.get();
  }
}
