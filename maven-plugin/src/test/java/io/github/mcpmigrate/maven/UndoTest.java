package io.github.mcpmigrate.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UndoTest {

  @TempDir Path root;

  @Test
  void thePatchIsTakenBackFromTheBuildsFolder() throws Exception {
    Undo undo = undo(root.resolve("server"), clean(), "server/a b.java", "server/B.java");
    assertThat(undo.command()).isEqualTo("git apply -R target/mcp-migrate/migration.patch");
    assertThat(undo.checkout()).isEqualTo("git checkout -- 'a b.java' B.java");
  }

  @Test
  void filesOutsideOfTheBuildsFolderAreNamedFromTheTop() throws Exception {
    Path server = root.resolve("server");
    Undo undo = undo(server, clean(), "server/A.java", "other/B.java");
    assertThat(undo.command())
        .isEqualTo(
            "git -C " + root + " apply -R " + server + "/target/mcp-migrate/migration.patch");
    assertThat(undo.checkout()).isEqualTo("git checkout -- A.java ../other/B.java");
  }

  @Test
  void aCheckoutThatWouldTakeBackMoreOrLessIsNotOffered() throws Exception {
    assertThat(undo(root, new WorkTree(root, List.of("x"), Set.of(), ""), "A.java").checkout())
        .isEmpty();
    assertThat(undo(root, new WorkTree(root, List.of(), Set.of("A.java"), ""), "A.java").checkout())
        .isEmpty();
    assertThat(undo(root, new WorkTree(root, List.of(), Set.of(), "no Git"), "A.java").checkout())
        .isEmpty();
    assertThat(undo(root, clean(), "A.java b/A.java\nnew file mode 100644").checkout()).isEmpty();
  }

  @Test
  void withoutAWorkTreeThereIsAnotherProgram() throws Exception {
    assertThat(undo(root, new WorkTree(root, List.of(), Set.of(), "no Git"), "A.java").command())
        .isEqualTo(
            "git apply -R target/mcp-migrate/migration.patch (or: patch -R -p1 -i"
                + " target/mcp-migrate/migration.patch)");
  }

  @Test
  void aPatchThatGitCannotTakeBackIsNotAdvised() throws Exception {
    Path file = Files.writeString(root.resolve("A.java"), "new\n");
    Git.init(root).commit();
    Path patch = MigrationTask.patchOf(root);
    Files.createDirectories(patch.getParent());
    String text =
        "diff --git a/A.java b/A.java\n--- a/A.java\n+++ b/A.java\n@@ -1 +1 @@\n-old\n+new\n";
    Files.writeString(patch, text);
    Undo undo = new Undo(root, clean(), Patch.read(patch));
    assertThat(undo.advice("git")).isEqualTo("git apply -R target/mcp-migrate/migration.patch");
    assertThat(undo.works("no-such-program")).isTrue();

    Files.writeString(file, "\uFEFFnew\n");
    assertThat(undo.advice("git")).isEqualTo("git checkout -- A.java");
    WorkTree dirty = new WorkTree(root, List.of("B.java"), Set.of(), "");
    assertThat(new Undo(root, dirty, Patch.read(patch)).advice("git"))
        .isEqualTo("the patch cannot do it; compare with what you have elsewhere");
    assertThat(file).content().isEqualTo("\uFEFFnew\n");
  }

  private WorkTree clean() {
    return new WorkTree(root, List.of(), Set.of(), "");
  }

  private Undo undo(Path build, WorkTree before, String... files) throws Exception {
    StringBuilder text = new StringBuilder();
    for (String file : files) {
      text.append("diff --git a/" + file + " b/" + file + "\n");
    }
    Path patch = Files.writeString(root.resolve("a.patch"), text);
    return new Undo(build, before, Patch.read(patch));
  }
}
