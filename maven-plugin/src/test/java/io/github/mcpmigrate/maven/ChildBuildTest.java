package io.github.mcpmigrate.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
  private String home;

  @BeforeEach
  void rememberMaven() {
    home = System.getProperty("maven.home");
    request.setLocalRepositoryPath(root.resolve("repository").toFile());
  }

  @AfterEach
  void putMavenBack() {
    if (home == null) {
      System.clearProperty("maven.home");
    } else {
      System.setProperty("maven.home", home);
    }
  }

  @Test
  void theUserSeesWhatOurGoalTellsAndTheLogHasAll() throws Exception {
    maven(0, "[INFO] Building", "[INFO] mcp-migrate> Looking for HTTP+SSE", "[INFO] BUILD SUCCESS");
    run();
    assertThat(out).containsExactly("Looking for HTTP+SSE");
    assertThat(root.resolve("target/mcp-migrate/maven.log"))
        .content()
        .contains("[INFO] Building", "BUILD SUCCESS");
  }

  @Test
  void aCompileErrorIsNamed() throws Exception {
    maven(1, "[ERROR] COMPILATION ERROR : ", "[ERROR] /a/Main.java:[1,15] cannot find symbol");
    assertThatThrownBy(this::run)
        .hasMessageStartingWith("The project does not compile")
        .hasMessageContaining("nothing was changed")
        .hasMessageContaining("/a/Main.java:[1,15] cannot find symbol");
  }

  @Test
  void anotherFailureIsNotCalledACompileError() throws Exception {
    maven(1, "[ERROR] Could not resolve dependencies for project a:b");
    assertThatThrownBy(this::run)
        .hasMessageStartingWith("The project could not be built")
        .hasMessageContaining("Could not resolve dependencies for project a:b");
  }

  @Test
  void theSentenceOfOurGoalIsTheReason() throws Exception {
    maven(
        1, "[ERROR] mcp-migrate! These files cannot be written: A.java.", "[ERROR] BUILD FAILURE");
    assertThatThrownBy(this::run).hasMessage("These files cannot be written: A.java.");
  }

  @Test
  void anOptionThatARecipeRefusesIsNamedOnceWithTheReason() throws Exception {
    maven(
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
    maven(1, "[INFO] mcp-migrate> Changing 3 files", "[ERROR] Java heap space");
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
    request.setSelectedProjects(List.of("a", "b"));
    Map<String, String> properties = new HashMap<>();
    properties.put("revision", "7");
    properties.put("sdkVersion", null);
    List<String> command = new ChildBuild(request, root).command("g:a:1:goal", properties);
    assertThat(command)
        .containsSubsequence("process-test-classes", "g:a:1:goal")
        .containsSubsequence("-f", pom.toString())
        .containsSubsequence("-s", settings.toString())
        .contains("-o", "-Pon", "-P!off", "-Drevision=7")
        .containsSubsequence("-pl", "a,b", "-am")
        .doesNotContain("-t", "-DsdkVersion=null");
  }

  private void run() throws MigrationException {
    new ChildBuild(request, root).run("goal", Map.of(), out::add);
  }

  private void maven(int exit, String... lines) throws IOException {
    Path bin = Files.createDirectories(root.resolve("maven/bin"));
    Path output = Files.write(root.resolve("output"), List.of(lines));
    Path script = bin.resolve("mvn");
    Files.writeString(script, "#!/bin/sh\ncat '" + output + "'\nexit " + exit + "\n");
    if (!script.toFile().setExecutable(true)) {
      throw new IOException("not executable: " + script);
    }
    System.setProperty("maven.home", root.resolve("maven").toString());
  }
}
