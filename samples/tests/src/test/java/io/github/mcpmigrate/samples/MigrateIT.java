package io.github.mcpmigrate.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpmigrate.samples.Project.Result;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the goal {@code migrate} does around a migration, on {@code samples/servlet-server}. */
class MigrateIT {

  private static final String BEFORE = "servlet-server/before";
  private static final String AFTER = "servlet-server/after";

  @Test
  void theSelectedModuleIsMigratedAloneWithWhatItNeeds() throws Exception {
    Project project = Project.empty("selected");
    project.write(
        "pom.xml",
        ServletServerIT.pom()
            .replace("<version>1</version>", "<version>1</version><packaging>pom</packaging>")
            .replace(
                "<build>",
                "<modules><module>notes</module><module>library</module></modules><build>"));
    Map<String, String> before = ServletServerIT.expected(BEFORE);
    for (Map.Entry<String, String> file : before.entrySet()) {
      String text = file.getValue();
      project.write("notes/" + file.getKey(), ServletServerIT.withLibrary(text));
      project.write(
          "library/" + file.getKey(),
          text.replaceFirst(">notes-server<", ">library<").replaceFirst(">1.0.0<", ">1<"));
    }
    Map<String, String> all = project.contents();
    Result run = project.migrateAndBuild("-pl", "notes", "-DdryRun=false", "-Dtransport=dual");
    assertThat(run.exit()).as(run.output()).isZero();
    assertThat(run.output())
        .contains("changed notes/pom.xml", "3 changed", "The result compiles")
        .contains(":migrate -pl com.example:notes-server -DdryRun=false -Dtransport=drop-legacy");
    Map<String, String> changed = project.contents();
    changed.keySet().removeIf(file -> file.startsWith("notes/") || file.contains("/target/"));
    all.keySet().removeIf(file -> file.startsWith("notes/"));
    assertThat(changed).isEqualTo(all);
  }

  @Test
  void whatIsNotCommittedIsNotTouched() throws Exception {
    Project project = Project.uncommitted(BEFORE, "dirty");
    Result untracked = project.migrateAsItIs("-DdryRun=false");
    assertThat(untracked.exit()).isNotZero();
    assertThat(untracked.output())
        .contains("Git does not know files that would be changed", "NotesServer.java");
    project.run(List.of("git", "add", "-A"));
    Result staged = project.migrateAsItIs("-DdryRun=false");
    assertThat(staged.exit()).isNotZero();
    assertThat(staged.output())
        .contains("Not everything is committed: ", "pom.xml", "-Dforce; nothing was changed.")
        .doesNotContain("Compiling the project");
    assertThat(project.contents()).isEqualTo(ServletServerIT.expected(BEFORE));
    Result forced = project.migrateAsItIs("-DdryRun=false", "-Dforce", "-DskipBuild");
    assertThat(forced.exit()).as(forced.output()).isZero();
    assertThat(project.contents()).isEqualTo(ServletServerIT.expected(AFTER));
  }

  @Test
  void aMigrationIsTakenBackByItsPatchWhateverTheSourcesAreIn() throws Exception {
    Project project = Project.copyOf(BEFORE, "undo");
    String server = "src/main/java/com/example/notes/NotesServer.java";
    project.write(
        "pom.xml",
        ServletServerIT.expected(BEFORE).get("pom.xml").replace(">UTF-8<", ">ISO-8859-1<"));
    project.write(
        server,
        ServletServerIT.expected(BEFORE)
            .get(server)
            .replaceFirst("(\n)( +HttpServletSse)", "$1        // gr\u00fc\u00dfe\n$2")
            .replace("\n", "\r\n"));
    Map<String, String> before = project.contents();
    assertThat(before.get(server)).contains("\u00fc");
    Result run = project.migrate("-DdryRun=false", "-Dtransport=dual");
    assertThat(run.exit()).as(run.output()).isZero();
    assertThat(project.contents().get(server)).contains("DualTransportProvider", "\u00fc");
    Result undone =
        project.run(List.of("git", "apply", "-R", "target/mcp-migrate/migration.patch"));
    assertThat(undone.exit()).as(undone.output()).isZero();
    assertThat(project.contents()).isEqualTo(before);
  }

  @Test
  void aResultThatDoesNotBuildNamesThePlaceTheRuleAndTheWayBack() throws Exception {
    Project project = Project.copyOf(BEFORE, "does-not-build");
    String own = "src/main/java/com/example/notes/Own.java";
    project.write(
        own,
        """
        package com.example.notes;

        import io.modelcontextprotocol.client.transport.FlowSseClient;

        class Own {
            FlowSseClient client;
        }
        """);
    Result run = project.migrateAndBuild("-DdryRun=false");
    assertThat(run.exit()).isNotZero();
    assertThat(run.output())
        .containsSubsequence(
            "needs a hand: " + own,
            "The migrated project does not build. The files are left as the migration changed them.",
            own + ":",
            "FlowSseClient",
            "changed by ",
            "ReportRemovedApi",
            "To take the migration back: git apply -R target/mcp-migrate/migration.patch",
            "or: git checkout -- ");
    assertThat(project.contents().get("src/main/java/com/example/notes/NotesServer.java"))
        .isEqualTo(
            ServletServerIT.expected(AFTER)
                .get("src/main/java/com/example/notes/NotesServer.java"));
  }
}
