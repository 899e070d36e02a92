package io.github.mcpmigrate.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
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
class ChildBuildTest {

  @TempDir Path root;

  private final MavenExecutionRequest request = new DefaultMavenExecutionRequest();
  private final List<String> out = new ArrayList<>();
  private final Progress progress = new Progress(out::add, () -> 0);
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
  void theUserSeesWhatOurGoalTellsAndTheLogHasAll() throws Exception {
    maven.prints(
        0,
        "[INFO] Building",
        "[INFO] mcp-migrate: Looking",
        "[INFO] mcp-migrate> 1 read",
        "[INFO] mcp-migrate= Next",
        "[INFO] BUILD SUCCESS");
    ChildBuild child = run();
    assertThat(out).containsExactly("[  0 s] Looking", "1 read");
    assertThat(child.next()).contains("Next");
    assertThat(child.hasChanged()).isFalse();
    assertThat(root.resolve("target/mcp-migrate/maven.log"))
        .content()
        .contains("[INFO] Building", "BUILD SUCCESS");
  }

  @Test
  void aCompileErrorIsNamed() throws Exception {
    maven.prints(
        1, "[ERROR] COMPILATION ERROR : ", "[ERROR] /a/Main.java:[1,15] cannot find symbol");
    assertThatThrownBy(this::run)
        .hasMessageStartingWith("The project does not compile")
        .hasMessageContaining("nothing was changed")
        .hasMessageContaining("/a/Main.java:[1,15] cannot find symbol");
  }

  @Test
  void anotherFailureIsNotCalledACompileError() throws Exception {
    maven.prints(1, "[ERROR] Could not resolve dependencies for project a:b");
    assertThatThrownBy(this::run)
        .hasMessageStartingWith("The project could not be built")
        .hasMessageContaining("Could not resolve dependencies for project a:b");
  }

  @Test
  void theSentenceOfOurGoalIsTheReason() throws Exception {
    maven.prints(
        1, "[ERROR] mcp-migrate! These files cannot be written: A.java.", "[ERROR] BUILD FAILURE");
    assertThatThrownBy(this::run).hasMessage("These files cannot be written: A.java.");
  }

  @Test
  void anOptionThatARecipeRefusesIsNamedOnceWithTheReason() throws Exception {
    maven.prints(
        1,
        "[ERROR] Recipe validation error in io.a.Run for property mcpEndpoint: must be a path",
        "[ERROR] Recipe validation error in io.a.Run for property mcpEndpoint: must be a path",
        "[ERROR] mcp-migrate! OpenRewrite could not run io.a.Run.");
    assertThatThrownBy(this::run)
        .hasMessage(
            "OpenRewrite could not run io.a.Run."
                + System.lineSeparator()
                + "-DmcpEndpoint: must be a path");
  }

  @Test
  void aBuildThatEndsWhileFilesAreWrittenDoesNotClaimThatNothingChanged() throws Exception {
    maven.prints(1, "[INFO] mcp-migrate: Changing 3 files", "[ERROR] Java heap space");
    assertThatThrownBy(this::run)
        .hasMessageStartingWith("The build ended while files were being written.")
        .hasMessageContaining("Java heap space")
        .hasMessageNotContaining("nothing was changed");
  }

  @Test
  void theChildTakesOverWhatTheUserTyped() throws Exception {
    Path pom = Files.createFile(root.resolve("other.xml"));
    Path settings = Files.createFile(root.resolve("settings.xml"));
    request.setPom(pom.toFile());
    request.setUserSettingsFile(settings.toFile());
    request.setUserToolchainsFile(root.resolve("missing.xml").toFile());
    request.setOffline(true);
    request.addActiveProfile("on");
    request.addInactiveProfile("off");
    request.setRecursive(false);
    Map<String, String> properties = new HashMap<>();
    properties.put("revision", "7");
    properties.put("sdkVersion", null);
    ChildBuild.Modules modules = new ChildBuild.Modules(List.of("g:a", "g:b"), Optional.empty());
    List<String> command =
        new ChildBuild(request, root, modules, "a.log")
            .command(List.of("process-test-classes", "g:a:1:goal"), properties);
    assertThat(command)
        .containsSubsequence("process-test-classes", "g:a:1:goal")
        .containsSubsequence("-f", pom.toString())
        .containsSubsequence("-s", settings.toString())
        .contains("-o", "-Pon", "-P!off", "-Drevision=7", "-N")
        .containsSubsequence("-pl", "g:a,g:b", "-am")
        .doesNotContain("-t", "-DsdkVersion=null");
  }

  @Test
  void modulesAreToldWhenTheyTakeLong() throws Exception {
    maven.prints(
        0,
        "[INFO] Building one 1.0                  [1/2]",
        "[INFO] Building two: it's long 1.0-SNAPSHOT [2/2]",
        "[INFO] Building war: a.war",
        "[INFO] Project [one] Parsing source files",
        "[INFO] Project [two] Parsing source files");
    long[] seconds = {0};
    Progress slow = new Progress(out::add, () -> TimeUnit.SECONDS.toNanos(seconds[0] += 3));
    new ChildBuild(request, root, ChildBuild.Modules.ALL, "maven.log")
        .migrate("goal", Map.of(), slow);
    assertThat(out)
        .containsExactly(
            "[  6 s]   module 2 of 2: two: it's long 1.0-SNAPSHOT", "[ 12 s]   reading two");
  }

  @Test
  void aModuleThatMissesItsSiblingsIsSentToTheirBuild() throws Exception {
    Path module = Files.createDirectories(root.resolve("servers/notes"));
    maven.prints(1, "[ERROR] Could not resolve dependencies for project a:notes:jar:1");
    ChildBuild child =
        new ChildBuild(
            request, module, new ChildBuild.Modules(List.of(), Optional.of(root)), "maven.log");
    assertThatThrownBy(() -> child.migrate("goal", Map.of(), progress))
        .hasMessageContaining("It is a module of the build in " + root)
        .hasMessageContaining("run there, with -pl servers/notes.");
  }

  private ChildBuild run() throws MigrationException {
    ChildBuild child = new ChildBuild(request, root, ChildBuild.Modules.ALL, "maven.log");
    child.migrate("goal", Map.of(), progress);
    return child;
  }
}
