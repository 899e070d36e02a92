package io.github.mcpmigrate.maven;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** How a migration is taken back. */
final class Undo {

  private final Path root;
  private final WorkTree before;
  private final Patch patch;

  /**
   * @param before the work tree as it was before the migration
   * @param patch what was changed
   */
  Undo(Path root, WorkTree before, Patch patch) {
    this.root = root.toAbsolutePath().normalize();
    this.before = before;
    this.patch = patch;
  }

  /**
   * Whether the patch takes back what was changed, down to the last byte of the files it names. A
   * patch shows lines: what no line shows, such as a mark at the beginning of a file, can make it
   * useless. Without Git's program nobody knows, and it is taken for good.
   *
   * @param program the name or path of {@code git}
   */
  boolean works(String program) throws IOException, MigrationException {
    return new GitProgram(program)
        .ask(before.top(), "apply", "-R", "--check", MigrationTask.patchOf(root).toString())
        .map(answer -> answer.exit() == 0)
        .orElse(true);
  }

  /** The best way back, in words. */
  String advice(String program) throws IOException, MigrationException {
    if (works(program)) {
      return command();
    }
    return checkout().isEmpty()
        ? "the patch cannot do it; compare with what you have elsewhere"
        : checkout();
  }

  /** The command that takes back exactly what was changed, to be typed in the build's folder. */
  String command() {
    Path file = MigrationTask.patchOf(root);
    boolean inside =
        patch.changedFiles().stream().allMatch(one -> before.top().resolve(one).startsWith(root));
    String name = (inside ? root.relativize(file) : file).toString().replace('\\', '/');
    String git = inside ? "git apply -R " : "git -C " + before.top() + " apply -R ";
    return before.isThere() ? git + name : git + name + " (or: patch -R -p1 -i " + name + ")";
  }

  /**
   * The other way, which needs no patch; empty if it would take back more than the migration, or
   * less.
   */
  String checkout() {
    List<String> files = patch.changedFiles();
    boolean committed = files.stream().noneMatch(before.untracked()::contains);
    if (!before.isThere()
        || !committed
        || !before.changedIn(root).isEmpty()
        || patch.makesFiles()) {
      return "";
    }
    return files.size() > Safeguard.SHOWN
        ? "git checkout -- ."
        : "git checkout -- " + String.join(" ", files.stream().map(this::fromRoot).toList());
  }

  private String fromRoot(String file) {
    String path = root.relativize(before.top().resolve(file)).toString().replace('\\', '/');
    return path.contains(" ") ? "'" + path + "'" : path;
  }
}
