package io.github.mcpmigrate.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkTreeTest {

  @TempDir Path root;

  @Test
  void whatIsCommittedIsClean() throws Exception {
    write("a.txt", "a");
    Git.init(root).commit();
    WorkTree tree = ask();
    assertThat(tree.isThere()).isTrue();
    assertThat(tree.changed()).isEmpty();
    assertThat(tree.untracked()).isEmpty();
  }

  @Test
  void changedStagedAddedDeletedAndMovedFilesAreNamed() throws Exception {
    for (String name : new String[] {"changed", "staged", "deleted", "moved", "same"}) {
      write(name, name + " with enough of a text to be known again");
    }
    Git git = Git.init(root);
    git.commit();
    write("changed", "b");
    write("staged", "b");
    git.run("add", "staged");
    Files.delete(root.resolve("deleted"));
    git.run("mv", "moved", "a b ü.txt");
    write("added", "b");
    git.run("add", "added");
    write("new", "b");
    WorkTree tree = ask();
    assertThat(tree.changed())
        .containsExactlyInAnyOrder("changed", "staged", "deleted", "a b ü.txt", "added");
    assertThat(tree.untracked()).containsExactly("new");
  }

  @Test
  void whatGitIgnoresIsNotThere() throws Exception {
    write(".gitignore", "target/\n");
    Git.init(root).commit();
    write("target/classes/A.class", "x");
    assertThat(ask().untracked()).isEmpty();
  }

  @Test
  void aBuildInAFolderHearsOfItsOwnFilesOnly() throws Exception {
    write("server/pom.xml", "a");
    write("server2/pom.xml", "a");
    Git.init(root).commit();
    write("server2/pom.xml", "b");
    WorkTree tree = WorkTree.of(root.resolve("server"), "git", false);
    assertThat(tree.top()).isEqualTo(root);
    assertThat(tree.changed()).containsExactly("server2/pom.xml");
    assertThat(tree.changedIn(root.resolve("server"))).isEmpty();
    assertThat(tree.changedIn(root)).containsExactly("server2/pom.xml");
  }

  @Test
  void withoutAWorkTreeGitIsNotAsked() throws Exception {
    WorkTree tree = WorkTree.of(root, "no-such-program", false);
    assertThat(tree.isThere()).isFalse();
    assertThat(tree.unknown()).isEqualTo("the project is in no Git work tree");
  }

  @Test
  void withoutTheProgramNothingIsKnown() throws Exception {
    Git.init(root);
    WorkTree tree = WorkTree.of(root, "no-such-program", false);
    assertThat(tree.isThere()).isFalse();
    assertThat(tree.unknown()).isEqualTo("the program git is not there");
  }

  @Test
  void aGitThatCannotSayIsNoLeaveToGoOn() throws Exception {
    write(".git", "gitdir: nowhere\n");
    assertThatThrownBy(this::ask)
        .isInstanceOf(MigrationException.class)
        .hasMessageStartingWith("Git does not say whether everything is committed: fatal: ")
        .hasMessageContaining("nowhere")
        .hasMessageEndingWith("Make 'git status' work here, or give -Dforce; nothing was changed.");
    assertThat(WorkTree.of(root, "git", true).isThere()).isFalse();
  }

  private WorkTree ask() throws MigrationException {
    return WorkTree.of(root, "git", false);
  }

  private void write(String name, String text) throws Exception {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
