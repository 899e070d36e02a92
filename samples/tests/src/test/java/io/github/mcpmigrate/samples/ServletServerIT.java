package io.github.mcpmigrate.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpmigrate.samples.Project.Result;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The shipped commands on {@code samples/servlet-server}. */
class ServletServerIT {

  private static final String BEFORE = "servlet-server/before";
  private static final String AFTER = "servlet-server/after";
  private static final String DUAL = "servlet-server/after-dual";

  @Test
  void streamableMakesAfterAndASecondRunChangesNothing() throws Exception {
    Project project = Project.copyOf(BEFORE, "streamable");
    Result run = project.migrateAndBuild("-DdryRun=false");
    assertThat(run.exit()).as(run.output()).isZero();
    assertThat(run.output())
        .containsSubsequence(
            " s] Compiling the project",
            " s] Looking for HTTP+SSE",
            " s] Working out the changes",
            " s] Changing 3 files",
            "5 files read, 3 changed, 0 need a hand, 0 not understood",
            " s] Building the result",
            " s] The result compiles",
            "To take it back: git apply -R target/mcp-migrate/migration.patch",
            "Next: mvn verify");
    assertThat(project.contents()).isEqualTo(expected(AFTER));
    Result again = project.migrate("-DdryRun=false");
    assertThat(again.output()).contains("nothing was changed");
    assertThat(project.contents()).isEqualTo(expected(AFTER));
    assertBuilds(project);
  }

  @Test
  void dualMakesAfterDualAndDropLegacyMakesAfter() throws Exception {
    Project project = Project.copyOf(BEFORE, "dual");
    Result run = project.migrate("-DdryRun=false", "-Dtransport=dual");
    assertThat(run.exit()).as(run.output()).isZero();
    assertThat(project.contents()).isEqualTo(expected(DUAL));
    assertBuilds(project);
    Result again = project.migrate("-DdryRun=false", "-Dtransport=dual");
    assertThat(again.output()).contains("nothing was changed");
    assertThat(project.contents()).isEqualTo(expected(DUAL));
    Result drop = project.migrate("-DdryRun=false", "-Dtransport=drop-legacy");
    assertThat(drop.exit()).as(drop.output()).isZero();
    assertThat(project.contents()).isEqualTo(expected(AFTER));
  }

  @Test
  void aDryRunChangesNothingAndItsPatchAppliesWithGit() throws Exception {
    Project project = Project.copyOf(BEFORE, "dry-run");
    Result dryRun = project.migrate("-Dtransport=dual");
    assertThat(dryRun.exit()).as(dryRun.output()).isZero();
    assertThat(dryRun.output()).contains("-DdryRun=false -Dtransport=dual");
    assertThat(project.contents()).isEqualTo(expected(BEFORE));
    Result applied = project.run(List.of("git", "apply", "target/mcp-migrate/migration.patch"));
    assertThat(applied.exit()).as(applied.output()).isZero();
    assertThat(project.contents()).isEqualTo(expected(DUAL));
  }

  /** By the project's own {@code rewrite.yml}, with the options that IntelliJ IDEA gives. */
  @Test
  void openRewritesOwnPluginMakesTheSame() throws Exception {
    Project project = Project.copyOf(BEFORE, "openrewrite");
    Result run =
        project.maven(
            "org.openrewrite.maven:rewrite-maven-plugin:"
                + System.getProperty("samples.rewrite")
                + ":run",
            "-Drewrite.recipeArtifactCoordinates=io.github.mcpmigrate:mcp-migrate-recipes:"
                + System.getProperty("samples.version"),
            "-Drewrite.configLocation=" + project.file("rewrite.yml"),
            "-Drewrite.activeRecipes=com.example.mcp.ServeBothTransports");
    assertThat(run.exit()).as(run.output()).isZero();
    assertThat(project.contents()).isEqualTo(expected(DUAL));
  }

  @Test
  void optionsReachTheRecipe() throws Exception {
    Project project = Project.copyOf(BEFORE, "endpoint");
    Result run = project.migrate("-DmcpEndpoint=/api/mcp");
    assertThat(run.exit()).as(run.output()).isZero();
    assertThat(Files.readString(project.file("target/mcp-migrate/migration.patch")))
        .contains(".mcpEndpoint(\"/api/mcp\")");
  }

  @Test
  void modulesAreMigratedFromTheirRoot() throws Exception {
    Project project = Project.empty("reactor");
    project.write(
        "pom.xml",
        pom()
            .replace("<version>1</version>", "<version>1</version><packaging>pom</packaging>")
            .replace(
                "<build>",
                "<modules><module>library</module><module>notes</module></modules><build>"));
    project.write("library/pom.xml", pom().replace("other", "library"));
    project.write("library/src/main/java/Library.java", "public class Library {}\n");
    for (Map.Entry<String, String> file : expected(BEFORE).entrySet()) {
      project.write("notes/" + file.getKey(), withLibrary(file.getValue()));
    }
    Result run = project.migrateAndBuild("-DdryRun=false", "-Dtransport=dual");
    assertThat(run.exit()).as(run.output()).isZero();
    assertThat(run.output()).contains("changed notes/pom.xml", "3 changed", "The result compiles");
    for (Map.Entry<String, String> file : expected(DUAL).entrySet()) {
      if (file.getKey().endsWith(".java")) {
        assertThat(project.contents()).containsEntry("notes/" + file.getKey(), file.getValue());
      }
    }
    assertThat(project.contents().get("notes/pom.xml"))
        .contains("<artifactId>mcp-compat-sdk</artifactId>", "<mcp.version>0.18.4</mcp.version>");
    assertThat(project.contents().get("library/pom.xml")).doesNotContain("compat");
  }

  /** The notes need a module that only a build of the whole reactor can find. */
  static String withLibrary(String text) {
    return text.replaceFirst(
        "(?s)(.*)( {4}</dependencies>)",
        "$1        <dependency>\n            <groupId>com.example</groupId>\n"
            + "            <artifactId>library</artifactId>\n"
            + "            <version>1</version>\n        </dependency>\n$2");
  }

  @Test
  void aProjectWithoutMcpIsToldSo() throws Exception {
    Project project = Project.empty("no-mcp");
    project.write("pom.xml", pom());
    project.write("src/main/java/Main.java", "class Main {}\n");
    Result run = project.migrate("-DdryRun=false");
    assertThat(run.exit()).as(run.output()).isZero();
    assertThat(run.output())
        .contains("No use of MCP over HTTP+SSE was found; nothing was changed.");
  }

  @Test
  void aProjectThatDoesNotCompileIsToldWhatToDo() throws Exception {
    Project project = Project.empty("broken");
    project.write("pom.xml", pom());
    project.write("src/main/java/Main.java", "class Main { Missing missing; }\n");
    Map<String, String> before = project.contents();
    Result run = project.migrate("-DdryRun=false");
    assertThat(run.exit()).isNotZero();
    assertThat(run.output())
        .contains("The project does not compile", "Main.java", "nothing was changed");
    assertThat(project.contents()).isEqualTo(before);
  }

  @Test
  void optionsThatCannotBeMeantChangeNothing() throws Exception {
    Project project = Project.copyOf(BEFORE, "bad-options");
    refused(
        project,
        "Unknown transport 'duel'. Use one of streamable, dual, drop-legacy."
            + " Did you mean -Dtransport=dual?",
        "-DdryRun=false",
        "-Dtransport=duel");
    refused(project, "-DdryRun is true or false, not 'yes'", "-DdryRun=yes");
    refused(
        project,
        "Version 0.18.999 of the MCP Java SDK cannot be had.",
        "-DdryRun=false",
        "-DsdkVersion=0.18.999");
    refused(
        project,
        "-DmcpEndpoint: must be a path such as /mcp",
        "-DdryRun=false",
        "-DmcpEndpoint=mcp");
  }

  @Test
  void droppingHttpSseFromAServerThatIsNotDualNamesTheStepBefore() throws Exception {
    Project project = Project.copyOf(BEFORE, "drop-too-early");
    Result run = project.migrate("-DdryRun=false", "-Dtransport=drop-legacy");
    assertThat(run.exit()).as(run.output()).isZero();
    assertThat(run.output())
        .contains("no server serves both transports yet", "-DdryRun=false -Dtransport=dual");
    assertThat(project.contents()).isEqualTo(expected(BEFORE));
  }

  @Test
  void aProjectThatGitIgnoresIsNotCalledFreeOfMcp() throws Exception {
    Project project = Project.uncommitted(BEFORE, "ignored");
    project.write(".gitignore", "*\n");
    Result run = project.migrateAsItIs();
    assertThat(run.exit()).isNotZero();
    assertThat(run.output()).contains("OpenRewrite read none of the project's files.");
  }

  private static void refused(Project project, String sentence, String... arguments)
      throws Exception {
    Result run = project.migrate(arguments);
    assertThat(run.exit()).as(run.output()).isNotZero();
    assertThat(run.output()).contains(sentence);
    assertThat(project.contents()).isEqualTo(expected(BEFORE));
  }

  private static void assertBuilds(Project project) throws Exception {
    Result build = project.maven("-q", "package");
    assertThat(build.exit()).as(build.output()).isZero();
  }

  static Map<String, String> expected(String sample) {
    return Project.contents(Project.sample(sample));
  }

  static String pom() {
    return """
    <project xmlns="http://maven.apache.org/POM/4.0.0">
      <modelVersion>4.0.0</modelVersion>
      <groupId>com.example</groupId>
      <artifactId>other</artifactId>
      <version>1</version>
      <properties>
        <maven.compiler.source>17</maven.compiler.source>
        <maven.compiler.target>17</maven.compiler.target>
        <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
      </properties>
      <build>
        <plugins>
          <plugin>
            <groupId>org.apache.maven.plugins</groupId>
            <artifactId>maven-compiler-plugin</artifactId>
            <version>3.15.0</version>
          </plugin>
        </plugins>
      </build>
    </project>
    """;
  }
}
