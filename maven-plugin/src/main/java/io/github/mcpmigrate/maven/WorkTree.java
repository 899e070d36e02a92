package io.github.mcpmigrate.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
    Optional<GitProgram.Answer> said;
    try {
      said =
          new GitProgram(program)
              .ask(top, "status", "--porcelain=v1", "-z", "--untracked-files=all");
    } catch (IOException e) {
      throw new MigrationException("What Git says could not be read: " + e.getMessage(), e);
    }
    if (said.isEmpty()) {
      return none(top, "the program git is not there");
    }
    if (said.get().exit() != 0) {
      throw silent(said.get().errors().strip());
    }
    return parse(top, said.get().output());
  }

  /** For runs that change nothing, or whatever Git says. */
  static WorkTree unasked(Path folder) {
    return none(topOf(folder), "");
  }

  private static WorkTree none(Path top, String why) {
    return new WorkTree(top, List.of(), Set.of(), why);
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
