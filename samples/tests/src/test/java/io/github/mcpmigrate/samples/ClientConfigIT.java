package io.github.mcpmigrate.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpmigrate.samples.Project.Result;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The shipped commands on {@code samples/client-config}: a file of each client. */
class ClientConfigIT {

  private static final String BEFORE = "client-config/before";

  @Test
  void streamableMakesAfterAndASecondRunChangesNothing() throws Exception {
    Project project = Project.copyOf(BEFORE, "client-config-streamable");
    Result run = project.migrate("-DdryRun=false");
    assertThat(run.exit()).as(run.output()).isZero();
    assertThat(run.output())
        .contains(
            ".mcp.json:10 this is no server of this project",
            "server.json:5 the registry takes no change of a version that is published")
        .contains("19 changed, 2 need a hand, 0 not understood");
    assertThat(project.contents()).isEqualTo(expected("after"));
    Result again = project.migrate("-DdryRun=false");
    assertThat(again.output()).contains("0 changed, 1 need a hand, 0 not understood");
    assertThat(project.contents()).isEqualTo(expected("after"));
  }

  @Test
  void dualMakesAfterDual() throws Exception {
    Project project = Project.copyOf(BEFORE, "client-config-dual");
    Result run = project.migrate("-DdryRun=false", "-Dtransport=dual");
    assertThat(run.exit()).as(run.output()).isZero();
    assertThat(run.output()).contains("20 changed, 2 need a hand, 0 not understood");
    assertThat(project.contents()).isEqualTo(expected("after-dual"));
  }

  private static Map<String, String> expected(String folder) {
    return Project.contents(Project.sample("client-config/" + folder));
  }
}
