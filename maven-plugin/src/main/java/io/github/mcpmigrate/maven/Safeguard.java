package io.github.mcpmigrate.maven;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** What has to hold before a migration writes to a project: that all of it can be taken back. */
final class Safeguard {

  /** A terminal's worth; 'git status' has them all. */
  static final int SHOWN = 10;

  private static final String FORCE = "or give -Dforce; nothing was changed.";

  private final Path root;
  private final WorkTree tree;
  private final boolean force;
  private final Predicate<Path> writable;

  /**
   * @param root the folder of the build's top project
   * @param force whether changes that are not committed are no reason to stop
   * @param writable whether a file can be changed
   */
  Safeguard(Path root, WorkTree tree, boolean force, Predicate<Path> writable) {
    this.root = root;
    this.tree = tree;
    this.force = force;
    this.writable = writable;
  }

  /**
   * Asked first, before a build that takes long: tracked files of the build that are not committed.
   *
   * @param out told if there is nothing to go back to
   */
  void requireCommitted(Consumer<String> out) throws MigrationException {
    List<String> changed = tree.changedIn(root);
    if (!tree.isThere()) {
      out.accept(
          "There is nothing to go back to but target/mcp-migrate/migration.patch, which will undo"
              + " what is changed: "
              + tree.unknown()
              + ".");
    } else if (!changed.isEmpty() && force) {
      out.accept(
          "Not committed, and -Dforce was given: "
              + shown(changed)
              + ". 'git checkout' would take back more than this migration.");
    } else if (!changed.isEmpty()) {
      throw new MigrationException(
          "Not everything is committed: "
              + shown(changed)
              + ". Commit or stash these changes ('git stash'), so that those of the migration can"
              + " be told from them and taken back, "
              + FORCE);
    }
  }

  /** Asked when it is known what will be written. */
  void require(Patch patch) throws MigrationException {
    List<String> locked =
        patch.changedFiles().stream().filter(file -> !writable.test(existing(file))).toList();
    if (!locked.isEmpty()) {
      throw new MigrationException(
          "These files cannot be written: "
              + String.join(", ", locked)
              + ". Make them writable and run again; nothing was changed.");
    }
    if (!force) {
      requireInGit(patch);
    }
  }

  private void requireInGit(Patch patch) throws MigrationException {
    List<String> unknown =
        patch.changedFiles().stream().filter(tree.untracked()::contains).toList();
    if (!unknown.isEmpty()) {
      throw new MigrationException(
          "Git does not know files that would be changed, and could not bring them back: "
              + shown(unknown)
              + ". Commit them ('git add', 'git commit'), "
              + FORCE);
    }
    List<String> changed = patch.changedFiles().stream().filter(tree.changed()::contains).toList();
    if (!changed.isEmpty()) {
      throw new MigrationException(
          "Not everything is committed that would be changed: "
              + shown(changed)
              + ". Commit or stash these changes ('git stash'), "
              + FORCE);
    }
  }

  /** The file, or for one that is yet to be made the folder that it will be in. */
  private Path existing(String file) {
    Path path = tree.top().resolve(file);
    while (!Files.exists(path) && !path.equals(tree.top())) {
      path = path.getParent();
    }
    return path;
  }

  /** The first of many files. */
  static String shown(List<String> files) {
    String first = String.join(", ", files.subList(0, Math.min(SHOWN, files.size())));
    return files.size() <= SHOWN ? first : first + " and " + (files.size() - SHOWN) + " more";
  }
}
