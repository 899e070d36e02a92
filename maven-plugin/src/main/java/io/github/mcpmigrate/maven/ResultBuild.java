package io.github.mcpmigrate.maven;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;

/**
 * Compiles what a migration has made, main code and tests. Running the tests is left to the user:
 * they may need a database, or an hour.
 */
final class ResultBuild {

  private static final int SHOWN_ERRORS = 10;

  private final ChildBuild build;
  private final WorkTree before;
  private final Undo undo;
  private final RulesOfFiles rules;

  /**
   * @param before the work tree as it was before the migration
   * @param rules which recipes changed which file
   */
  ResultBuild(ChildBuild build, WorkTree before, Undo undo, RulesOfFiles rules) {
    this.build = build;
    this.before = before;
    this.undo = undo;
    this.rules = rules;
  }

  /**
   * Makes Maven compile everything: its compiler plugin looks at sources only, and would keep the
   * classes of a module of which nothing but a dependency changed.
   *
   * @param folder where a module is built
   */
  static void forgetWhatIsCompiled(Path folder) throws IOException {
    Path status = folder.resolve("maven-status");
    if (!Files.isDirectory(status)) {
      return;
    }
    Files.walkFileTree(
        status,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path inner, IOException e) throws IOException {
            Files.delete(inner);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /**
   * Builds.
   *
   * @param properties those that the user gave
   * @throws MigrationException if the result does not compile, with the places, the rules and the
   *     way back
   */
  void run(Map<String, String> properties, Progress progress)
      throws MigrationException, IOException {
    if (build.run(List.of("test-compile"), properties, progress) == 0) {
      return;
    }
    List<String> log = Files.readAllLines(build.log(), StandardCharsets.UTF_8);
    List<CompilerError> errors = CompilerError.in(log);
    StringBuilder told = new StringBuilder("The migrated project does not build. ");
    told.append("The files are left as the migration changed them.");
    if (errors.isEmpty()) {
      told.append(" The build said:").append(ChildBuild.errors(log));
      rules.byFile().keySet().stream()
          .filter(file -> file.equals("pom.xml") || file.endsWith("/pom.xml"))
          .forEach(
              file -> line(told, file + ": changed by " + String.join(", then ", rules.of(file))));
    } else {
      told.append(" The compiler said:");
      errors.stream().limit(SHOWN_ERRORS).forEach(error -> tell(error, told));
      if (errors.size() > SHOWN_ERRORS) {
        line(told, "and " + (errors.size() - SHOWN_ERRORS) + " more errors");
      }
    }
    line(told, "All of it is in " + build.log() + ".");
    String back = undo.advice(MigrateMojo.GIT);
    line(told, "To take the migration back: " + back);
    if (!undo.checkout().isEmpty() && !undo.checkout().equals(back)) {
      line(told, "or: " + undo.checkout());
    }
    throw new MigrationException(told.toString());
  }

  private void tell(CompilerError error, StringBuilder told) {
    Path file = Path.of(error.file()).toAbsolutePath().normalize();
    String name =
        file.startsWith(before.top())
            ? before.top().relativize(file).toString().replace('\\', '/')
            : error.file();
    line(told, name + ":" + error.line() + " " + error.message());
    List<String> by = rules.of(name);
    line(
        told,
        by.isEmpty()
            ? "  no rule changed this file; what it uses was changed elsewhere"
            : "  changed by "
                + String.join(", then ", by)
                + (by.size() > 1 ? " (the last one last)" : ""));
  }

  private static void line(StringBuilder told, String text) {
    told.append(System.lineSeparator()).append("  ").append(text);
  }
}
