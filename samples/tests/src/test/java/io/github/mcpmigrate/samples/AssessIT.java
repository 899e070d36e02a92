package io.github.mcpmigrate.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpmigrate.samples.Project.Result;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The goal {@code assess} as users run it: without a network, on a sample and on any folder. */
class AssessIT {

  private static final String CONFIGURATION =
      """
      {
        "mcpServers": {
          "notes": { "type": "sse", "url": "http://localhost:8080/sse" }
        }
      }
      """;

  @Test
  void aServerIsFoundAndItsSourcesStay() throws Exception {
    Project project = Project.copyOf("servlet-server/before", "assess-server");
    Map<String, String> before = project.contents();
    Result run = project.assess("-DfailOnParseErrors=true");

    assertThat(run.exit()).as(run.output()).isZero();
    assertThat(run.output())
        .contains(
            "1 server (1 MCP Java SDK, servlet), 0 clients",
            "Recommended: serve both transports",
            ":migrate -Dtransport=dual");
    assertThat(project.contents()).isEqualTo(before);
    assertThat(project.file("target")).isDirectoryNotContaining("glob:**/classes");
    for (String report : new String[] {"html", "md", "json", "sarif"}) {
      assertThat(project.file("target/mcp-migrate/report." + report)).isNotEmptyFile();
    }
  }

  /** What assess foretells of a sample that moves whole is what migrate does with it. */
  @Test
  void whatItForetellsComesTrue() throws Exception {
    Project project = Project.copyOf("jdk-client/before", "assess-client");
    Result run = project.assess("-DfailOnManual=true");

    assertThat(run.exit()).as(run.output()).isZero();
    assertThat(run.output()).contains("0 need a decision, 0 not migrated yet, 0 not understood");
  }

  @Test
  void aFolderThatIsNoProjectIsAssessedAndABuildFailsIfAsked() throws Exception {
    Project project = Project.empty("assess-folder");
    project.write(".mcp.json", CONFIGURATION);
    Result run = project.assess("-DfailOnFindings=true");

    assertThat(run.exit()).as(run.output()).isNotZero();
    assertThat(run.output())
        .contains("failOnFindings: 1 new uses of HTTP+SSE, the first at .mcp.json:3:");
    String known = project.file("known.txt").toString();
    Result write = project.assess("-Dbaseline=" + known, "-DwriteBaseline=true");
    assertThat(write.exit()).as(write.output()).isZero();
    assertThat(Files.readString(project.file("known.txt"), StandardCharsets.UTF_8))
        .contains("client-file .mcp.json");
    Result again = project.assess("-Dbaseline=" + known, "-DfailOnFindings=true");
    assertThat(again.exit()).as(again.output()).isZero();
  }
}
