package io.github.mcpmigrate.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.MavenExecutionRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher is a script that prints what a Maven would; the process is a real one. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a shell script")
class ResultBuildTest {

  @TempDir Path root;

  private final MavenExecutionRequest request = new DefaultMavenExecutionRequest();
  private ScriptedMaven maven;

  @BeforeEach
  void script() {
    maven = new ScriptedMaven(root);
    request.setLocalRepositoryPath(root.resolve("repository").toFile());
  }

  @AfterEach
  void putMavenBack() {
    maven.close();
  }

  @Test
  void aResultThatCompilesIsNoNews() throws Exception {
    maven.prints(0, "[INFO] BUILD SUCCESS");
    build();
    assertThat(root.resolve("target/mcp-migrate/build.log")).content().contains("BUILD SUCCESS");
    assertThat(root.resolve("arguments")).content().contains(" test-compile ", "-Drevision=7");
  }

  @Test
  void aFailureNamesThePlaceTheRulesAndTheWayBack() throws Exception {
    maven.prints(
        1,
        "[ERROR] " + root + "/server/src/A.java:[12,9] cannot find symbol",
        "[ERROR]   symbol:   class Gone",
        "[ERROR] " + root + "/server/src/B.java:[3,1] incompatible types");
    assertThatThrownBy(this::build)
        .isInstanceOf(MigrationException.class)
        .hasMessage(
            String.join(
                System.lineSeparator(),
                "The migrated project does not build. The files are left as the migration changed"
                    + " them. The compiler said:",
                "  server/src/A.java:12 cannot find symbol: class Gone",
                "    changed by SseServerToDual, then McpSdk013/ChangeType (the last one last)",
                "  server/src/B.java:3 incompatible types",
                "    no rule changed this file; what it uses was changed elsewhere",
                "  All of it is in " + root.resolve("target/mcp-migrate/build.log") + ".",
                "  To take the migration back: git apply -R target/mcp-migrate/migration.patch",
                "  or: git checkout -- server/src/A.java"));
  }

  @Test
  void aFailureWithoutAPlaceShowsWhatMavenSaid() throws Exception {
    maven.prints(1, "[ERROR] Could not resolve dependencies for project a:b: x:y:jar:7");
    assertThatThrownBy(this::build)
        .hasMessageContaining("The build said:" + System.lineSeparator())
        .hasMessageContaining("Could not resolve dependencies for project a:b: x:y:jar:7")
        .hasMessageContaining("  server/pom.xml: changed by UpgradeMcpSdkDependency")
        .hasMessageNotContaining("A.java: changed by")
        .hasMessageContaining("git apply -R");
  }

  @Test
  void theCompilerPluginForgetsWhatItSaw() throws Exception {
    Path list = root.resolve("target/maven-status/maven-compiler-plugin/compile/inputFiles.lst");
    Files.createDirectories(list.getParent());
    Files.writeString(list, "A.java");
    Path classes = Files.createDirectories(root.resolve("target/classes"));
    ResultBuild.forgetWhatIsCompiled(root.resolve("target"));
    assertThat(root.resolve("target/maven-status")).doesNotExist();
    assertThat(classes).exists();
    ResultBuild.forgetWhatIsCompiled(root.resolve("missing"));
  }

  private void build() throws Exception {
    WorkTree before = new WorkTree(root, List.of(), Set.of(), "");
    Path patch = MigrationTask.patchOf(root);
    Files.createDirectories(patch.getParent());
    Files.createDirectories(root.resolve("server/src"));
    Files.writeString(root.resolve("server/src/A.java"), "new\n");
    String name = "server/src/A.java";
    Files.writeString(
        patch,
        "diff --git a/%1$s b/%1$s\n--- a/%1$s\n+++ b/%1$s\n@@ -1 +1 @@\n-old\n+new\n"
            .formatted(name));
    ChildBuild child = new ChildBuild(request, root, ChildBuild.Modules.ALL, "build.log");
    RulesOfFiles rules =
        new RulesOfFiles(
            Map.of(
                "server/src/A.java",
                List.of("SseServerToDual", "McpSdk013/ChangeType"),
                "server/pom.xml",
                List.of("UpgradeMcpSdkDependency")));
    new ResultBuild(child, before, new Undo(root, before, Patch.read(patch)), rules)
        .run(Map.of("revision", "7"), new Progress(line -> {}, () -> 0));
  }
}
