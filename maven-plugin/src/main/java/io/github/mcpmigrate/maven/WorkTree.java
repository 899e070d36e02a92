package io.github.mcpmigrate.maven;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * What Git says of the work tree that a build is in, by the program {@code git}: changes that were
 * not committed would mix with those of a migration, and could not be told from them afterwards.
 *
 * @param top the folder that Git names files relative to; the build's own without a work tree
 * @param changed tracked files that are changed, added or deleted and not committed, relative to
 *     the top
 * @param untracked files that Git does not know and does not ignore, relative to the top
 * @param unknown why Git cannot bring anything back, in a few words; empty if it can
 */
record WorkTree(Path top, List<String> changed, Set<String> untracked, String unknown) {

  /** A status takes seconds; this ends one that hangs. In seconds. */
  private static final int TIMEOUT = 120;

  WorkTree {
    changed = List.copyOf(changed);
    untracked = Set.copyOf(untracked);
  }

  /** Whether Git can bring back what was committed. */
  boolean isThere() {
    return unknown.isEmpty();
  }

  /**
   * The folder that has {@code .git} in it, at or above a folder: what OpenRewrite and Git name
   * files relative to. The folder itself where there is none.
   */
  static Path topOf(Path folder) {
    for (Path top = folder.toAbsolutePath().normalize(); top != null; top = top.getParent()) {
      if (Files.exists(top.resolve(".git"))) {
        return top;
      }
    }
    return folder.toAbsolutePath().normalize();
  }

  /**
   * Asks Git.
   *
   * @param program the name or path of {@code git}
   * @param force whether to go on although Git cannot say how the work tree is
   * @throws MigrationException if there is a work tree, and Git cannot say how it is
   */
  static WorkTree of(Path folder, String program, boolean force) throws MigrationException {
    try {
      return ask(folder, program);
    } catch (MigrationException e) {
      if (force) {
        return none(topOf(folder), "'git status' does not work here");
      }
      throw e;
    }
  }

  private static WorkTree ask(Path folder, String program) throws MigrationException {
    Path top = topOf(folder);
    if (!Files.exists(top.resolve(".git"))) {
      return none(top, "the project is in no Git work tree");
    }
    try {
      Path said = Files.createTempFile("mcp-migrate-git", ".txt");
      Path errors = Files.createTempFile("mcp-migrate-git", ".err");
      try {
        return read(top, program, said, errors);
      } finally {
        Files.delete(said);
        Files.delete(errors);
      }
    } catch (IOException e) {
      throw new MigrationException("What Git says could not be read: " + e.getMessage(), e);
    }
  }

  /** For runs that change nothing, or whatever Git says. */
  static WorkTree unasked(Path folder) {
    return none(topOf(folder), "");
  }

  private static WorkTree none(Path top, String why) {
    return new WorkTree(top, List.of(), Set.of(), why);
  }

  private static WorkTree read(Path top, String program, Path said, Path errors)
      throws IOException, MigrationException {
    ProcessBuilder status =
        new ProcessBuilder(program, "status", "--porcelain=v1", "-z", "--untracked-files=all")
            .directory(top.toFile())
            .redirectOutput(said.toFile())
            .redirectError(errors.toFile());
    // Only looks: another Git that is at work here shall not find the index locked.
    status.environment().put("GIT_OPTIONAL_LOCKS", "0");
    Process process;
    try {
      process = status.start();
    } catch (IOException e) {
      return none(top, "the program git is not there");
    }
    process.getOutputStream().close();
    try {
      if (!process.waitFor(TIMEOUT, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw silent("it did not answer within " + TIMEOUT + " s");
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new MigrationException("Interrupted while Git was asked", e);
    }
    if (process.exitValue() != 0) {
      throw silent(Files.readString(errors, StandardCharsets.UTF_8).strip());
    }
    return parse(top, Files.readString(said, StandardCharsets.UTF_8));
  }

  private static MigrationException silent(String why) {
    return new MigrationException(
        "Git does not say whether everything is committed: "
            + why.replaceAll("\\s+", " ")
            + ". Make 'git status' work here, or give -Dforce; nothing was changed.");
  }

  /** Entries as {@code git status -z} prints them; a renamed file is followed by its old name. */
  static WorkTree parse(Path top, String status) {
    List<String> changed = new ArrayList<>();
    List<String> untracked = new ArrayList<>();
    String[] entries = status.split("\0");
    for (int i = 0; i < entries.length; i++) {
      if (entries[i].length() < 4) {
        continue;
      }
      String path = entries[i].substring(3);
      if (entries[i].startsWith("??")) {
        untracked.add(path);
      } else {
        changed.add(path);
        boolean hasOldName = entries[i].charAt(0) == 'R' || entries[i].charAt(0) == 'C';
        i += hasOldName ? 1 : 0;
      }
    }
    return new WorkTree(top, changed, Set.copyOf(untracked), "");
  }

  /** The changed files below a folder of the work tree. */
  List<String> changedIn(Path folder) {
    Path inside = folder.toAbsolutePath().normalize();
    return changed.stream().filter(file -> top.resolve(file).startsWith(inside)).toList();
  }
}
