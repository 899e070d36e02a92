package io.github.mcpmigrate.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationTaskTest {

  private static final String PATCH =
      """
      diff --git a/pom.xml b/pom.xml
      index 1..2
      --- a/pom.xml
      +++ b/pom.xml
      @@ -1 +1 @@ io.github.mcpmigrate.run.MigrateToDualTransport
      -a
      +b

      diff --git a/src/Main.java b/src/Main.java
      index 1..2
      """;

  private static final String ROW =
      "src/Main.java,3,5,\"new X(\"\"a\"\", b)\",construction,%s,rule,\"because, of this\",doc";

  @TempDir Path root;

  private final FakeSteps steps = new FakeSteps();
  private final List<Path> modules = new ArrayList<>();
  private final List<String> phases = new ArrayList<>();
  private final List<String> out = new ArrayList<>();

  @BeforeEach
  void files() throws IOException {
    steps.at = root;
    Files.createDirectories(root.resolve("src"));
    Files.writeString(root.resolve("pom.xml"), "a");
    Files.writeString(root.resolve("src/Main.java"), "a");
    Files.createDirectories(root.resolve("target/classes"));
    Files.writeString(root.resolve("target/classes/Main.class"), "not read");
  }

  @Test
  void aDryRunLeavesThePatchAndChangesNothing() throws Exception {
    steps.patch = PATCH;
    steps.rows = List.of(ROW.formatted("changed"));
    task(Transport.DUAL).migrate(true, false, Optional.empty());
    assertThat(steps.done).containsExactly("find", "dryRun");
    assertThat(root.resolve("target/mcp-migrate/migration.patch")).hasContent(PATCH);
    assertThat(out)
        .contains(
            "would change pom.xml", "2 files read, 2 changed, 0 need a hand, 0 not understood")
        .last()
        .asString()
        .endsWith("mvn g:a:1:migrate -DdryRun=false -Dtransport=dual -DmcpEndpoint=/api/mcp");
  }

  @Test
  void aRunChangesAndSaysWhatIsLeft() throws Exception {
    steps.patch = PATCH;
    steps.rows =
        List.of(ROW.formatted("changed"), ROW.formatted("manual"), ROW.formatted("unknown"));
    task(Transport.DUAL).migrate(false, false, Optional.empty());
    assertThat(steps.done).containsExactly("find", "dryRun", "run");
    assertThat(phases)
        .containsExactly(
            "Looking for HTTP+SSE",
            "Working out the changes",
            "Changing 2 files",
            "Writing the reports");
    assertThat(out)
        .contains(
            "changed pom.xml",
            "needs a hand: src/Main.java:3 because, of this",
            "2 files read, 2 changed, 1 need a hand, 1 not understood")
        .last()
        .asString()
        .contains("mvn verify", "-Dtransport=drop-legacy");
  }

  @Test
  void whatOnlyTheMoveKnowsIsSaid() throws Exception {
    steps.patch = PATCH;
    steps.rows = List.of(ROW.formatted("changed"));
    steps.rowsOfTheMove =
        List.of(
            "pom.xml,9,5,mcp,build,manual,rule,a parent decides on the version,doc",
            "src/Main.java,7,5,call(),removed API,manual,rule,this is gone,doc",
            "src/MainTest.java,8,5,/sse,path,manual,io.github.mcpmigrate.recipes.sdk.ReportSseProbes,/sse is gone,doc",
            ROW.formatted("changed"));
    task(Transport.DUAL).migrate(true, false, Optional.empty());
    assertThat(out)
        .contains(
            "needs a hand: pom.xml:9 a parent decides on the version",
            "needs a hand: src/Main.java:7 this is gone",
            "needs a hand: src/MainTest.java:8 /sse is gone",
            "2 files read, 2 changed, 3 need a hand, 0 not understood");
  }

  @Test
  void whatTheFinderKnowsIsNotSaidTwice() throws Exception {
    steps.patch = PATCH;
    steps.rows = List.of(ROW.formatted("manual"));
    steps.rowsOfTheMove = List.of(ROW.formatted("manual"));
    task(Transport.DUAL).migrate(true, false, Optional.empty());
    assertThat(out)
        .containsOnlyOnce("needs a hand: src/Main.java:3 because, of this")
        .contains("2 files read, 2 changed, 1 need a hand, 0 not understood");
  }

  @Test
  void whatTheMoveSaysOfAPlaceCountsMoreThanWhatTheFinderDid() throws Exception {
    steps.patch = PATCH;
    steps.rows =
        List.of(
            "src/Main.java,3,5,path,path,manual,finder,/sse is no longer served,doc",
            "src/Main.java,4,5,rule,path,manual,finder,stays,doc",
            "src/Main.java,5,5,other,path,manual,finder,only the finder knows,doc");
    steps.rowsOfTheMove =
        List.of(
            "src/Main.java,3,5,path,path,manual,move,/mcp may have to be named beside /sse,doc",
            "src/Main.java,4,5,rule,path,changed,move,follows,doc");
    task(Transport.DUAL).migrate(true, false, Optional.empty());
    assertThat(out)
        .contains(
            "needs a hand: src/Main.java:3 /mcp may have to be named beside /sse",
            "needs a hand: src/Main.java:5 only the finder knows",
            "2 files read, 2 changed, 2 need a hand, 0 not understood")
        .noneMatch(line -> line.contains("no longer served"));
  }

  @Test
  void aFileThatCannotBeWrittenStopsTheRunBeforeAnythingIs() {
    steps.patch = PATCH;
    MigrationTask task = task(root, Transport.STREAMABLE, file -> !file.endsWith("Main.java"));
    assertThatThrownBy(() -> task.migrate(false, false, Optional.empty()))
        .isInstanceOf(MigrationException.class)
        .hasMessage(
            "These files cannot be written: src/Main.java. Make them writable and run again;"
                + " nothing was changed.");
    assertThat(steps.done).doesNotContain("run");
  }

  @Test
  void aBuildInAFolderOfItsRepositoryIsNamedFromTheRepository() throws Exception {
    Path build = Files.createDirectories(root.resolve("server/src")).getParent();
    Files.createDirectories(root.resolve(".git"));
    Files.writeString(build.resolve("src/Main.java"), "WebFluxSseClientTransport");
    Files.writeString(build.resolve("src/Other.java"), "WebFluxSseClientTransport");
    steps.at = build;
    steps.patch = PATCH.replace("/src/", "/server/src/").replace("/pom.xml", "/server/pom.xml");
    steps.read = List.of("server/src/Main.java");
    List<Path> asked = new ArrayList<>();
    MigrationTask task = task(build, Transport.STREAMABLE, asked::add);
    task.migrate(false, false, Optional.empty());
    assertThat(asked).containsExactly(build, build.resolve("src/Main.java"));
    assertThat(out)
        .anyMatch(line -> line.startsWith("needs a hand: server/src/Other.java:1 "))
        .noneMatch(line -> line.startsWith("needs a hand: server/src/Main.java"));
  }

  @Test
  void aProjectWithoutMcpIsToldSo() throws Exception {
    task(Transport.STREAMABLE).migrate(false, false, Optional.empty());
    assertThat(steps.done).doesNotContain("run");
    assertThat(out).last().isEqualTo("No use of MCP over HTTP+SSE was found; nothing was changed.");
  }

  @Test
  void usesThatShouldHaveMovedAndDidNotAreNotCalledSuccess() throws Exception {
    steps.rows = List.of(ROW.formatted("changed"));
    task(Transport.DUAL).migrate(false, false, Optional.empty());
    assertThat(out)
        .last()
        .asString()
        .startsWith("Nothing was changed, although HTTP+SSE is used in 1 places;");
    assertThat(report("report.json")).contains("\"dryRun\" : true", "0 files would change");
    assertThat(report("report.md")).doesNotContain("moved");
  }

  @Test
  void droppingWhatWasNeverDualNamesTheStepBefore() throws Exception {
    steps.rows = List.of(ROW.formatted("changed"));
    task(Transport.DROP_LEGACY).migrate(false, false, Optional.empty());
    assertThat(out)
        .contains("HTTP+SSE only: src/Main.java:3 new X(\"a\", b)")
        .last()
        .asString()
        .startsWith("Nothing was changed: no server serves both transports yet.")
        .endsWith("mvn g:a:1:migrate -DdryRun=false -Dtransport=dual");
  }

  @Test
  void whatDroppingLeavesOnHttpSseIsTold() throws Exception {
    steps.patch = PATCH;
    steps.rows = List.of(ROW.formatted("changed"));
    task(Transport.DROP_LEGACY).migrate(false, false, Optional.empty());
    assertThat(steps.done).contains("run");
    assertThat(out).contains("HTTP+SSE only: src/Main.java:3 new X(\"a\", b)");
  }

  @Test
  void theFindingsOfAnEarlierRunDoNotCount() throws Exception {
    steps.table("2026-01-01", List.of(ROW.formatted("manual")));
    task(Transport.STREAMABLE).migrate(true, false, Optional.empty());
    assertThat(out).last().isEqualTo("No use of MCP over HTTP+SSE was found; nothing was changed.");
  }

  @Test
  void usesThatOnlyAPersonCanMoveAreNotSilence() throws Exception {
    steps.rows = List.of(ROW.formatted("manual"));
    task(Transport.DUAL).migrate(false, false, Optional.empty());
    assertThat(out)
        .contains("needs a hand: src/Main.java:3 because, of this")
        .last()
        .isEqualTo("Nothing moves by itself; see the lines above.");
  }

  @Test
  void anOldPatchDoesNotSurvive() throws Exception {
    Path old = MigrationTask.patchOf(root);
    Files.createDirectories(old.getParent());
    Files.writeString(old, PATCH);
    task(Transport.STREAMABLE).migrate(true, false, Optional.empty());
    assertThat(old).doesNotExist();
  }

  @Test
  void aProjectOfWhichNothingWasReadIsNotCalledFreeOfMcp() {
    steps.reads = false;
    steps.table("2026-01-01", List.of(ROW.formatted("changed")));
    assertThatThrownBy(() -> task(Transport.DUAL).migrate(false, false, Optional.empty()))
        .isInstanceOf(MigrationException.class)
        .hasMessageStartingWith("OpenRewrite read none of the project's files.")
        .hasMessageContaining("git check-ignore");
    assertThat(steps.done).containsExactly("find");
  }

  @Test
  void aFileThatIsYetToBeMadeIsAskedOfItsFolder() throws Exception {
    steps.patch = "diff --git a/src/new/a b/B.java b/src/new/a b/B.java\nnew file mode 100644\n";
    List<Path> asked = new ArrayList<>();
    task(root, Transport.DUAL, asked::add).migrate(false, false, Optional.empty());
    assertThat(asked).containsExactly(root.resolve("src"));
    assertThat(out).contains("changed src/new/a b/B.java");
  }

  @Test
  void theReportsTellWhatWouldChangeAndByWhichRule() throws Exception {
    steps.patch = PATCH;
    steps.rows = List.of(ROW.formatted("changed"), ROW.formatted("manual"));
    steps.rules = List.of("src/Main.java,src/Main.java,,io.github.mcpmigrate.X,300,1");
    task(Transport.DUAL).migrate(true, false, Optional.empty());
    assertThat(out).contains("Reports: target/mcp-migrate/report.html, report.md, .json, .sarif");
    assertThat(report("report.json"))
        .containsSubsequence(
            "\"changed\" : 1",
            "\"manual\" : 1",
            "\"way\" : \"dual\"",
            "2 files would change; 1 place needs a hand.",
            "-DdryRun=false -Dtransport=dual",
            "\"dryRun\" : true",
            "\"transport\" : \"dual\"",
            "\"file\" : \"pom.xml\"",
            "\"rules\" : [ ]",
            "\"file\" : \"src/Main.java\"",
            "\"rules\" : [ \"X\" ]");
    assertThat(report("report.md")).startsWith("## Dry run of the migration of ");
    assertThat(report("report.html")).contains("moves by itself", "2 files would change");
    assertThat(report("report.sarif")).contains("moves by itself: ", "needs a decision: ");
  }

  @Test
  void theReportsOfARealRunTellWhatMoved() throws Exception {
    steps.patch = PATCH;
    steps.rows = List.of(ROW.formatted("changed"), ROW.formatted("manual"));
    task(Transport.STREAMABLE).migrate(false, false, Optional.empty());
    assertThat(report("report.json"))
        .contains("2 files changed; 1 place needs a hand.", "\"next\" : \"mvn verify\"")
        .contains("\"dryRun\" : false", "\"way\" : \"cut-over\"");
    assertThat(report("report.md")).startsWith("## Migration of ").contains("| moved | 1 |");
    assertThat(report("report.html")).contains("<h2>2 files changed</h2>", "</b> moved</li>");
    assertThat(report("report.sarif"))
        .contains("needs a decision: ")
        .doesNotContain("\"text\" : \"moved: ");
  }

  @Test
  void aBuildInAFolderIsReportedByPathsInIt() throws Exception {
    Path build = Files.createDirectories(root.resolve("server/src")).getParent();
    Files.createDirectories(root.resolve(".git"));
    steps.at = build;
    steps.patch = PATCH.replace("/src/", "/server/src/").replace("/pom.xml", "/server/pom.xml");
    steps.rows = List.of("server/" + ROW.formatted("changed"));
    task(build, Transport.DUAL, file -> true).migrate(true, false, Optional.empty());
    String json = Files.readString(build.resolve("target/mcp-migrate/report.json"));
    assertThat(json).contains("\"file\" : \"src/Main.java\"").doesNotContain("server/src");
    assertThat(Files.readString(build.resolve("target/mcp-migrate/report.sarif")))
        .contains("server/src/Main.java", "mcp-migrate-run/server/");
  }

  @Test
  void whatDroppingLeavesIsNotReportedAsMoved() throws Exception {
    steps.patch = PATCH;
    steps.rows =
        List.of(ROW.formatted("changed"), ROW.formatted("changed").replace("Main", "Other"));
    task(Transport.DROP_LEGACY).migrate(false, false, Optional.empty());
    assertThat(report("report.json"))
        .contains("\"changed\" : 1", "\"manual\" : 1", "first move it with -Dtransport=dual");
  }

  @Test
  void failOnManualChangesNothingAndFailsWithTheReportsThere() {
    steps.patch = PATCH;
    steps.rows = List.of(ROW.formatted("changed"), ROW.formatted("unknown"));
    assertThatThrownBy(() -> task(Transport.DUAL).migrate(false, true, Optional.empty()))
        .isInstanceOf(MigrationException.class)
        .hasMessage(
            "failOnManual: 1 uses of HTTP+SSE do not move by themselves; nothing was changed.");
    assertThat(steps.done).containsExactly("find", "dryRun");
    assertThat(out)
        .contains("would change pom.xml", "needs a hand: src/Main.java:3 because, of this");
    assertThat(root.resolve("target/mcp-migrate/report.html")).exists();
  }

  @Test
  void failOnManualLetsPassWhatMovesByItself() throws Exception {
    steps.patch = PATCH;
    steps.rows = List.of(ROW.formatted("changed"));
    task(Transport.DUAL).migrate(false, true, Optional.empty());
    assertThat(steps.done).contains("run");
  }

  @Test
  void onlyOneLibrarysFindingsAreToldAndWhatStaysIsNotCalledMoved() throws Exception {
    steps.patch = PATCH;
    String row = "src/%s,3,5,x,construction,changed,io.github.mcpmigrate.recipes.%s,because,doc";
    steps.rows =
        List.of(
            row.formatted("Main.java", "sdk.SseServerToDual"),
            row.formatted("Client.java", "sdk.SseClientToStreamable"),
            row.formatted("a.yml", "springai.SpringAiServerToDual"),
            row.formatted("Rules.java", "sdk.AccessRulesOfSpringAi"));
    task(Transport.DUAL).migrate(true, false, Optional.of(Library.SDK));
    assertThat(out)
        .contains(
            "needs a hand: src/Client.java:3 stays on HTTP+SSE: it may talk to a server of this"
                + " project that -Donly=sdk leaves there",
            "2 files read, 2 changed, 1 need a hand, 0 not understood");
    assertThat(report("report.json")).doesNotContain("a.yml", "Rules.java");
  }

  @Test
  void filesOfModulesThatAreNotSelectedAreNotMissed() throws Exception {
    for (String module : List.of("one", "two")) {
      Files.createDirectories(root.resolve(module));
      Files.writeString(root.resolve(module).resolve("A.java"), "WebFluxSseClientTransport");
    }
    modules.add(root.resolve("one"));
    task(Transport.STREAMABLE).migrate(true, false, Optional.empty());
    assertThat(out)
        .anyMatch(line -> line.startsWith("needs a hand: one/A.java:1 "))
        .noneMatch(line -> line.contains("two/A.java"))
        .contains("1 files read, 0 changed, 0 need a hand, 1 not understood");
  }

  @Test
  void aMoveSaysBetterThanTheFinderWhatBecomesOfAPlace() throws Exception {
    steps.patch = PATCH;
    steps.rows = List.of(ROW.formatted("changed"));
    steps.rowsOfTheMove =
        List.of(ROW.formatted("changed").replace("because, of this", "becomes dual"));
    task(Transport.DUAL).migrate(true, false, Optional.empty());
    assertThat(report("report.json")).contains("becomes dual").doesNotContain("because, of this");
  }

  private String report(String name) throws IOException {
    return Files.readString(root.resolve("target/mcp-migrate").resolve(name));
  }

  private MigrationTask task(Transport transport) {
    return task(root, transport, file -> true);
  }

  private MigrationTask task(Path build, Transport transport, Predicate<Path> writable) {
    List<Path> folders = modules.isEmpty() ? List.of(build) : modules;
    Safeguard safeguard = new Safeguard(build, WorkTree.unasked(build), false, writable);
    MigrationReports reports = new MigrationReports(build, folders, "0.1.0", next(transport));
    return new MigrationTask(
        build, folders, next(transport), steps, safeguard, reports, new Told());
  }

  private final class Told implements MigrationTask.Told {
    @Override
    public void phase(String what) {
      phases.add(what);
    }

    @Override
    public void line(String text) {
      out.add(text);
    }

    @Override
    public void next(String text) {
      out.add(text);
    }
  }

  private static NextCommand next(Transport transport) {
    return new NextCommand("g:a:1:migrate", transport, Map.of("mcpEndpoint", "/api/mcp"));
  }

  private final class FakeSteps implements MigrationTask.Steps {
    final List<String> done = new ArrayList<>();
    List<String> rows = List.of();
    List<String> rowsOfTheMove = List.of();
    List<String> rules = List.of();
    List<String> read = List.of();
    boolean reads = true;
    String patch;
    Path at;

    @Override
    public void find() {
      done.add("find");
      if (!reads) {
        makeFolder(tables("2026-11-21"));
      } else {
        // OpenRewrite leaves the statistics of every run, and a table only of what was found.
        write(tables("2026-11-21").resolve("org.openrewrite.table.RecipeRunStats.csv"), "");
      }
      if (!read.isEmpty()) {
        write(
            tables("2026-11-21").resolve("io.github.mcpmigrate.table.SourcesWithMentions.csv"),
            "file\n" + String.join("\n", read) + "\n");
      }
      if (!rows.isEmpty()) {
        table("2026-11-21", rows);
      }
    }

    private Path tables(String run) {
      return at.resolve("target/rewrite/datatables").resolve(run);
    }

    void table(String run, List<String> lines) {
      String head =
          "# @name io.github.mcpmigrate.table.LegacySseUses\n# @group \n"
              + "file,line,column,construct,shape,action,rule,reason,documentation\n";
      write(
          tables(run).resolve("io.github.mcpmigrate.table.LegacySseUses.csv"),
          head + String.join("\n", lines) + "\n");
    }

    @Override
    public void dryRun(Path file) {
      done.add("dryRun");
      if (!rowsOfTheMove.isEmpty()) {
        table("2026-11-22", rowsOfTheMove);
      }
      if (!rules.isEmpty()) {
        write(
            tables("2026-11-22").resolve("org.openrewrite.table.SourcesFileResults.csv"),
            "# @name x\nsourcePath,afterSourcePath,parentRecipe,recipe,estimatedTimeSaving,cycle\n"
                + String.join("\n", rules)
                + "\n");
      }
      if (patch != null) {
        write(file, patch);
      }
    }

    @Override
    public void run() {
      done.add("run");
    }

    private void makeFolder(Path folder) {
      try {
        Files.createDirectories(folder);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private void write(Path file, String text) {
      makeFolder(file.getParent());
      try {
        Files.writeString(file, text);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
