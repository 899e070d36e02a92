package io.github.mcpmigrate.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mcpmigrate.maven.AssessTask.Limits;
import io.github.mcpmigrate.maven.inventory.Assessor;
import io.github.mcpmigrate.maven.inventory.Inventory;
import io.github.mcpmigrate.maven.inventory.Tree;
import io.github.mcpmigrate.maven.report.Assessment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AssessTaskTest {

  private static final Limits NONE = new Limits(false, false, false);

  private static final String SERVER =
      """
      import io.modelcontextprotocol.server.transport.HttpServletSseServerTransportProvider;
      class Server {
        Object a = HttpServletSseServerTransportProvider.builder().messageEndpoint("/m").build();
      }
      """;

  @TempDir Path root;

  private final List<String> lines = new ArrayList<>();

  private Path reports() {
    return root.resolve("target/mcp-migrate");
  }

  private void run(Limits limits, Optional<Path> baseline, boolean writes) throws Exception {
    AssessTask task =
        new AssessTask(
            new Assessor(
                new Inventory(2),
                "0.1.0",
                transport ->
                    new NextCommand("g:a:v:migrate", Transport.of(transport), Map.of()).look()),
            limits,
            lines::add);
    Assessment assessment = task.assess(new Tree(root, reports(), List.of(), List.of()));
    task.report(assessment, reports(), baseline, writes);
  }

  @Test
  void reportsAreWrittenAndNothingElse() throws Exception {
    Files.writeString(root.resolve("pom.xml"), "<project/>");
    Files.writeString(root.resolve("Server.java"), SERVER);
    run(NONE, Optional.empty(), false);

    assertThat(root).isDirectoryRecursivelyContaining("glob:**/report.html");
    try (var files = Files.walk(root)) {
      assertThat(files.filter(Files::isRegularFile).map(file -> root.relativize(file).toString()))
          .containsExactlyInAnyOrder(
              "pom.xml",
              "Server.java",
              "target/mcp-migrate/report.html",
              "target/mcp-migrate/report.md",
              "target/mcp-migrate/report.json",
              "target/mcp-migrate/report.sarif");
    }
    assertThat(lines)
        .endsWith(
            "2 files read, 0 skipped; 1 findings: 1 move by themselves, 0 need a decision, 0 not migrated"
                + " yet, 0 not understood",
            "Next: mvn g:a:v:migrate -Dtransport=dual");
  }

  @Test
  void aSecondRunSaysTheSame() throws Exception {
    Files.writeString(root.resolve("Server.java"), SERVER);
    run(NONE, Optional.empty(), false);
    String first = Files.readString(reports().resolve("report.json"));
    run(NONE, Optional.empty(), false);
    assertThat(reports().resolve("report.json")).hasContent(first);
  }

  @Test
  void findingsFailOnlyIfAsked() throws Exception {
    Files.writeString(root.resolve("Server.java"), SERVER);

    assertThatThrownBy(() -> run(new Limits(true, false, false), Optional.empty(), false))
        .isInstanceOf(MigrationException.class)
        .hasMessage("failOnFindings: 1 new uses of HTTP+SSE, the first at Server.java:3:14");
    assertThat(reports().resolve("report.html")).exists();
    assertThatCode(() -> run(new Limits(false, true, true), Optional.empty(), false))
        .doesNotThrowAnyException();
  }

  @Test
  void whatNeedsADecisionFailsIfAsked() throws Exception {
    Files.writeString(root.resolve("Server.java"), SERVER.replace(".build()", ""));

    assertThatThrownBy(() -> run(new Limits(false, true, false), Optional.empty(), false))
        .isInstanceOf(MigrationException.class)
        .hasMessageStartingWith("failOnManual: 1 ");
  }

  @Test
  void parseErrorsFailIfAsked() throws Exception {
    Files.writeString(root.resolve("Server.java"), SERVER + "}");

    assertThatThrownBy(() -> run(new Limits(false, false, true), Optional.empty(), false))
        .isInstanceOf(MigrationException.class)
        .hasMessage("failOnParseErrors: 1 files could not be parsed");
  }

  @Test
  void aBaselineLetsOnlyNewUsesFail() throws Exception {
    Optional<Path> baseline = Optional.of(root.resolve("known/known.txt"));
    Files.writeString(root.resolve("Server.java"), SERVER);
    run(NONE, baseline, true);
    Limits strict = new Limits(true, true, false);
    Files.writeString(root.resolve("Server.java"), "// moved down\n\n" + SERVER);
    assertThatCode(() -> run(strict, baseline, false)).doesNotThrowAnyException();

    Files.writeString(root.resolve("Other.java"), SERVER);
    assertThatThrownBy(() -> run(strict, baseline, false))
        .hasMessage("failOnFindings: 1 new uses of HTTP+SSE, the first at Other.java:3:14");
  }
}
