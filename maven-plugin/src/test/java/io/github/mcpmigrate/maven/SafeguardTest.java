package io.github.mcpmigrate.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafeguardTest {

  @TempDir Path root;

  private final List<String> out = new ArrayList<>();

  @Test
  void changesThatAreNotCommittedStopARun() {
    assertThatThrownBy(() -> changed("a.txt", "b.txt").requireCommitted(out::add))
        .isInstanceOf(MigrationException.class)
        .hasMessage(
            "Not everything is committed: a.txt, b.txt. Commit or stash these changes ('git"
                + " stash'), so that those of the migration can be told from them and taken back,"
                + " or give -Dforce; nothing was changed.");
  }

  @Test
  void theFirstTenAreNamed() {
    String[] files = IntStream.rangeClosed(1, 12).mapToObj(i -> "f" + i).toArray(String[]::new);
    assertThatThrownBy(() -> changed(files).requireCommitted(out::add))
        .hasMessageContaining(": f1, f2, ")
        .hasMessageContaining(", f10 and 2 more. ");
  }

  @Test
  void forceGoesOnAndSaysWhatThatMeans() throws Exception {
    new Safeguard(root, tree(List.of("a.txt"), Set.of()), true, file -> true)
        .requireCommitted(out::add);
    assertThat(out)
        .singleElement()
        .asString()
        .startsWith("Not committed, and -Dforce was given: a");
  }

  @Test
  void anUntrackedFileThatNothingTouchesIsNoChange() throws Exception {
    Safeguard guard =
        new Safeguard(root, tree(List.of(), Set.of("notes.txt")), false, file -> true);
    guard.requireCommitted(out::add);
    assertThat(out).isEmpty();
    assertThatCode(() -> guard.require(patch("src/A.java"))).doesNotThrowAnyException();
  }

  @Test
  void anUntrackedFileThatWouldBeChangedStopsARun() {
    Safeguard guard =
        new Safeguard(root, tree(List.of(), Set.of("src/A.java")), false, file -> true);
    assertThatThrownBy(() -> guard.require(patch("src/A.java")))
        .hasMessage(
            "Git does not know files that would be changed, and could not bring them back:"
                + " src/A.java. Commit them ('git add', 'git commit'), or give -Dforce; nothing was"
                + " changed.");
  }

  @Test
  void aModuleElsewhereIsAskedForWhenItIsKnownToChange() throws Exception {
    Path build = Files.createDirectories(root.resolve("build"));
    WorkTree tree = tree(List.of("other/A.java"), Set.of());
    Safeguard guard = new Safeguard(build, tree, false, file -> true);
    guard.requireCommitted(out::add);
    assertThatCode(() -> guard.require(patch("build/A.java"))).doesNotThrowAnyException();
    assertThatThrownBy(() -> guard.require(patch("other/A.java")))
        .hasMessageStartingWith("Not everything is committed that would be changed: other/A.java.");
    assertThatCode(() -> new Safeguard(build, tree, true, f -> true).require(patch("other/A.java")))
        .doesNotThrowAnyException();
  }

  @Test
  void withoutGitARunGoesOnWithAWord() throws Exception {
    WorkTree tree = new WorkTree(root, List.of(), Set.of(), "the program git is not there");
    new Safeguard(root, tree, false, file -> true).requireCommitted(out::add);
    assertThat(out)
        .containsExactly(
            "There is nothing to go back to but target/mcp-migrate/migration.patch, which will undo"
                + " what is changed: the program git is not there.");
  }

  @Test
  void aFileThatCannotBeWrittenStopsEvenWithForce() {
    Safeguard guard =
        new Safeguard(root, tree(List.of(), Set.of()), true, file -> !file.endsWith("src"));
    assertThatThrownBy(() -> guard.require(patch("src/new/A.java", "src/B.java")))
        .hasMessageStartingWith("These files cannot be written: src/new/A.java, src/B.java. ");
  }

  private Safeguard changed(String... files) {
    return new Safeguard(root, tree(List.of(files), Set.of()), false, file -> true);
  }

  private WorkTree tree(List<String> changed, Set<String> untracked) {
    return new WorkTree(root, changed, untracked, "");
  }

  private Patch patch(String... files) throws Exception {
    Files.createDirectories(root.resolve("src"));
    StringBuilder text = new StringBuilder();
    for (String file : files) {
      text.append("diff --git a/" + file + " b/" + file + "\n");
    }
    return Patch.read(Files.writeString(root.resolve("a.patch"), text));
  }
}
