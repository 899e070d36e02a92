package io.github.mcpmigrate.recipes.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openrewrite.java.Assertions.java;
import static org.openrewrite.java.Assertions.mavenProject;
import static org.openrewrite.java.Assertions.srcMainJava;
import static org.openrewrite.maven.Assertions.pomXml;

import io.github.mcpmigrate.recipes.SdkJars;
import io.github.mcpmigrate.table.LegacySseUses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openrewrite.DocumentExample;
import org.openrewrite.InMemoryExecutionContext;
import org.openrewrite.java.JavaParser;
import org.openrewrite.maven.MavenExecutionContextView;
import org.openrewrite.maven.tree.MavenRepository;
import org.openrewrite.test.RecipeSpec;
import org.openrewrite.test.RewriteTest;

class UpgradeMcpSdkDependencyTest implements RewriteTest {

  @Override
  public void defaults(RecipeSpec spec) {
    spec.recipe(new UpgradeMcpSdkDependency(null));
  }

  @DocumentExample
  @Test
  void versionInAProperty() {
    rewriteRun(
        pomXml(
            withProperty("0.10.0", sdk("mcp", "${mcp.version}")),
            withProperty("0.18.4", sdk("mcp", "${mcp.version}"))));
  }

  @ParameterizedTest
  @CsvSource({"0.7.0, 0.18.4", "0.10.0, 0.18.4", "0.17.2, 0.18.4", "1.1.0, 1.1.5", "2.0.0, 2.1.0"})
  void staysOnItsLine(String from, String to) {
    rewriteRun(pomXml(pom(sdk("mcp", from)), pom(sdk("mcp", to))));
  }

  @Test
  void artifactsWereNotReleasedWithEveryVersion() {
    rewriteRun(
        pomXml(
            pom(
                sdk("mcp", "0.10.0"),
                sdk("mcp-spring-webmvc", "0.10.0"),
                sdk("mcp-spring-webflux", "0.10.0")),
            pom(
                sdk("mcp", "0.18.4"),
                sdk("mcp-spring-webmvc", "0.18.3"),
                sdk("mcp-spring-webflux", "0.18.1"))));
  }

  @ParameterizedTest
  @CsvSource({
    "mcp-spring-webmvc, mcp, 0.18.3",
    "mcp-spring-webflux, mcp, 0.18.1",
    "mcp-spring-webflux, mcp-spring-webmvc, 0.18.0"
  })
  void aPropertyThatArtifactsShareGoesWhereAllOfThemAre(String one, String other, String to) {
    String[] sdk =
        Stream.of(one, other, "mcp")
            .distinct()
            .map(artifact -> sdk(artifact, "${mcp.version}"))
            .toArray(String[]::new);
    rewriteRun(pomXml(withProperty("0.10.0", sdk), withProperty(to, sdk)));
  }

  @ParameterizedTest
  @CsvSource({
    "mcp, 0.10.0, 0.18.1",
    "mcp-spring-webmvc, 0.10.0, 0.18.0",
    "mcp-spring-webflux, 0.10.0, 0.18.1",
    "mcp, 1.1.0, 1.1.2",
    "mcp-core, 2.0.0, 2.0.1"
  })
  void theBomGoesWhereAllThatItManagesIs(String artifact, String from, String to) {
    String sdk =
        dependencies(
            Stream.of(artifact, "mcp")
                .distinct()
                .map(name -> sdk(name, null))
                .toArray(String[]::new));
    rewriteRun(pomXml(pom(bom(from), sdk), pom(bom(to), sdk)));
  }

  @Test
  void managedVersion() {
    rewriteRun(
        pomXml(
            pom(managed(sdk("mcp", "0.10.0")), dependencies(sdk("mcp", null))),
            pom(managed(sdk("mcp", "0.18.4")), dependencies(sdk("mcp", null)))));
  }

  @Test
  void propertyOfAProperty() {
    String sdk = dependencies(sdk("mcp", "${sdk}"));
    rewriteRun(
        pomXml(
            pom(properties("<mcp>0.10.0</mcp>", "<sdk>${mcp}</sdk>"), sdk),
            pom(properties("<mcp>0.18.4</mcp>", "<sdk>${mcp}</sdk>"), sdk)));
  }

  @Test
  void aPropertyThatSomethingElseUsesStays() {
    String properties = properties("<shared>0.10.0</shared>");
    String name = "<name>Server ${shared}</name>\n";
    rewriteRun(
        pomXml(
            pom(name, properties, dependencies(sdk("mcp", "${shared}"))),
            pom(name, properties, dependencies(sdk("mcp", "0.18.4")))));
  }

  @Test
  void propertyOfAParent() {
    rewriteRun(
        pomXml(parent("0.10.0"), parent("0.18.4")),
        pomXml(
            module(dependencies(sdk("mcp", "${mcp.version}"))),
            spec -> spec.path("server/pom.xml")));
  }

  @Test
  void modulesThatShareAPropertyDecideTogether() {
    rewriteRun(
        pomXml(parent("0.10.0"), parent("0.18.3")),
        pomXml(
            module(dependencies(sdk("mcp", "${mcp.version}"))),
            spec -> spec.path("server/pom.xml")),
        pomXml(
            module(dependencies(sdk("mcp-spring-webmvc", "${mcp.version}")))
                .replace(">server<", ">web<"),
            module(
                    dependencies(
                        sdk("mcp-json-jackson2", "${mcp.version}"),
                        sdk("mcp-spring-webmvc", "${mcp.version}")))
                .replace(">server<", ">web<"),
            spec -> spec.path("web/pom.xml")));
  }

  @Test
  void inAProfile() {
    String profile =
        "<profiles>\n<profile>\n<id>mcp</id>\n%s</profile>\n</profiles>\n"
            .formatted(dependencies(sdk("mcp", "VERSION")));
    rewriteRun(
        pomXml(
            pom(profile.replace("VERSION", "0.10.0")), pom(profile.replace("VERSION", "0.18.4"))));
  }

  @Test
  void jsonBecamePartOfTheCore() {
    rewriteRun(
        pomXml(
            pom(sdk("mcp-core", "0.17.2"), sdk("mcp-json", "0.17.2")),
            pom(sdk("mcp-core", "0.18.4"))));
  }

  @Test
  void springAiBesideItHasToBeNewer() {
    String springAi = dependency("org.springframework.ai", "spring-ai-mcp", "1.0.0");
    rewriteRun(
        spec ->
            spec.dataTable(
                LegacySseUses.Row.class,
                rows ->
                    assertThat(rows)
                        .singleElement()
                        .satisfies(row -> assertThat(row.getAction()).isEqualTo("manual"))),
        pomXml(
            pom(springAi, sdk("mcp", "0.10.0")),
            pom(
                springAi,
                """
                <!-- TODO mcp-migrate: Spring AI 1.0.0 in this project was made for an older SDK; with 0.18.4 it needs to be newer, too: 1.1.8 for SDK 0.18 -->
                """
                    + sdk("mcp", "0.18.4"))));
  }

  /** Up to 0.17.2 the Spring transports bring mcp, from 0.18.0 on mcp-core only. */
  @Nested
  class SpringTransportsLoseTheirJson {

    @ParameterizedTest
    @CsvSource({
      "mcp-spring-webmvc, 0.7.0, 0.18.3",
      "mcp-spring-webmvc, 0.10.0, 0.18.3",
      "mcp-spring-webmvc, 0.17.2, 0.18.3",
      "mcp-spring-webflux, 0.12.1, 0.18.1"
    })
    void theNewestIsAdded(String artifact, String from, String to) {
      rewriteRun(
          pomXml(
              pom(sdk(artifact, from), dependency("org.slf4j", "slf4j-api", "2.0.16")),
              pom(
                  sdk("mcp-json-jackson2", "0.18.4"),
                  sdk(artifact, to),
                  dependency("org.slf4j", "slf4j-api", "2.0.16"))));
    }

    @Test
    void aPropertyOfTheirs() {
      rewriteRun(
          pomXml(
              withProperty("0.10.0", sdk("mcp-spring-webmvc", "${mcp.version}")),
              withProperty(
                  "0.18.3",
                  sdk("mcp-json-jackson2", "${mcp.version}"),
                  sdk("mcp-spring-webmvc", "${mcp.version}"))));
    }

    @Test
    void aPropertyThatSomethingElseUses() {
      String properties = properties("<shared>0.10.0</shared>");
      String name = "<name>Server ${shared}</name>\n";
      rewriteRun(
          pomXml(
              pom(name, properties, dependencies(sdk("mcp-spring-webmvc", "${shared}"))),
              pom(
                  name,
                  properties,
                  dependencies(
                      sdk("mcp-json-jackson2", "0.18.4"), sdk("mcp-spring-webmvc", "0.18.3")))));
    }

    @Test
    void onceForBothOfThem() {
      rewriteRun(
          pomXml(
              pom(sdk("mcp-spring-webflux", "0.10.0"), sdk("mcp-spring-webmvc", "0.10.0")),
              pom(
                  sdk("mcp-spring-webflux", "0.18.1"),
                  sdk("mcp-json-jackson2", "0.18.4"),
                  sdk("mcp-spring-webmvc", "0.18.3"))));
    }

    @Test
    void theBomHasAVersionForIt() {
      rewriteRun(
          pomXml(
              pom(bom("0.10.0"), dependencies(sdk("mcp-spring-webmvc", null))),
              pom(
                  bom("0.18.0"),
                  dependencies(sdk("mcp-json-jackson2", null), sdk("mcp-spring-webmvc", null)))));
    }

    @Test
    void managementHasNoneForIt() {
      rewriteRun(
          pomXml(
              pom(
                  managed(sdk("mcp-spring-webmvc", "0.10.0")),
                  dependencies(sdk("mcp-spring-webmvc", null))),
              pom(
                  managed(sdk("mcp-spring-webmvc", "0.18.3")),
                  dependencies(
                      sdk("mcp-json-jackson2", "0.18.4"), sdk("mcp-spring-webmvc", null)))));
    }

    @Test
    void whatTheyExcludeIsNotRepeated() {
      String exclusions =
          "  <exclusions>\n    <exclusion>\n      <groupId>org.slf4j</groupId>\n      <artifactId>slf4j-api</artifactId>\n    </exclusion>\n  </exclusions>\n</dependency>";
      rewriteRun(
          pomXml(
              pom(sdk("mcp-spring-webmvc", "0.10.0").replace("</dependency>", exclusions)),
              pom(
                  sdk("mcp-json-jackson2", "0.18.4"),
                  sdk("mcp-spring-webmvc", "0.18.3").replace("</dependency>", exclusions))));
    }

    @ParameterizedTest
    @CsvSource({
      "0.10.0, mcp, 0.10.0, 0.18.4",
      "0.17.2, mcp-json-jackson2, 0.17.2, 0.18.4",
      "0.17.2, mcp-json-jackson3, 0.18.4, 0.18.4"
    })
    void notWhereOneStandsBesideThem(String from, String json, String jsonFrom, String jsonTo) {
      rewriteRun(
          pomXml(
              pom(sdk("mcp-spring-webmvc", from), sdk(json, jsonFrom)),
              pom(sdk("mcp-spring-webmvc", "0.18.3"), sdk(json, jsonTo))));
    }

    @Test
    void notWhereAParentDeclaresOne() {
      rewriteRun(
          pomXml(
              parent("0.10.0", dependencies(sdk("mcp", "${mcp.version}"))),
              parent("0.18.3", dependencies(sdk("mcp", "${mcp.version}")))),
          pomXml(
              module(dependencies(sdk("mcp-spring-webmvc", "${mcp.version}"))),
              spec -> spec.path("server/pom.xml")));
    }

    @Test
    void notInDependencyManagement() {
      rewriteRun(
          pomXml(
              pom(managed(sdk("mcp-spring-webmvc", "0.10.0"))),
              pom(managed(sdk("mcp-spring-webmvc", "0.18.3")))));
    }

    @Test
    void notWhereTheyNeverHadAny() {
      rewriteRun(
          pomXml(pom(sdk("mcp-spring-webmvc", "0.18.0")), pom(sdk("mcp-spring-webmvc", "0.18.3"))));
    }

    @Test
    void notWhereTheyKeepIt() {
      rewriteRun(
          spec -> spec.recipe(new UpgradeMcpSdkDependency("0.17.2")),
          pomXml(pom(sdk("mcp-spring-webmvc", "0.10.0")), pom(sdk("mcp-spring-webmvc", "0.17.2"))));
    }

    @Test
    void notOnCoresAndBindings() {
      rewriteRun(pomXml(pom(sdk("mcp-core", "0.17.2")), pom(sdk("mcp-core", "0.18.4"))));
    }
  }

  @Nested
  class ToTheVersionAskedFor {

    @Test
    void mcpBringsJackson3() {
      rewriteRun(
          spec -> spec.recipe(new UpgradeMcpSdkDependency("1.1.5")),
          pomXml(pom(sdk("mcp", "0.10.0")), pom(sdk("mcp", "1.1.5"))));
    }

    @ParameterizedTest
    @CsvSource({"1.1.5, 1.1.3", "2.1.0, 2.1.0"})
    void codeOnJackson2NeedsTheOtherBinding(String version, String jackson2) {
      rewriteRun(
          spec ->
              spec.recipe(new UpgradeMcpSdkDependency(version))
                  .parser(JavaParser.fromJavaVersion().classpath(SdkJars.LEGACY)),
          mavenProject(
              "server",
              srcMainJava(
                  java(
                      """
                      class Json {
                          Object mapper = new com.fasterxml.jackson.databind.ObjectMapper();
                      }
                      """)),
              pomXml(
                  pom(sdk("mcp", "0.10.0")),
                  pom(sdk("mcp-core", version), sdk("mcp-json-jackson2", jackson2)))));
    }

    @ParameterizedTest
    @CsvSource({"1.1.5, 2.0.0-M3", "2.1.0, 2.0.0"})
    void springTransportsMoveToSpringAi(String version, String springAi) {
      rewriteRun(
          spec -> spec.recipe(new UpgradeMcpSdkDependency(version)),
          pomXml(
              pom(sdk("mcp-spring-webmvc", "0.10.0")),
              pom(
                  sdk("mcp", version),
                  dependency("org.springframework.ai", "mcp-spring-webmvc", springAi))));
    }

    @Test
    void springTransportsTogetherNeedTheSdkOnce() {
      rewriteRun(
          spec -> spec.recipe(new UpgradeMcpSdkDependency("1.1.5")),
          pomXml(
              pom(sdk("mcp-spring-webflux", "0.10.0"), sdk("mcp-spring-webmvc", "0.10.0")),
              pom(
                  dependency("org.springframework.ai", "mcp-spring-webflux", "2.0.0-M3"),
                  sdk("mcp", "1.1.5"),
                  dependency("org.springframework.ai", "mcp-spring-webmvc", "2.0.0-M3"))));
    }

    @Test
    void springTransportsOfABom() {
      rewriteRun(
          spec -> spec.recipe(new UpgradeMcpSdkDependency("1.1.5")),
          pomXml(
              pom(bom("0.10.0"), dependencies(sdk("mcp", null), sdk("mcp-spring-webflux", null))),
              pom(
                  bom("1.1.2"),
                  dependencies(
                      sdk("mcp", null),
                      dependency("org.springframework.ai", "mcp-spring-webflux", "2.0.0-M3")))));
    }

    @Test
    void springTransportsNeedSpring7() {
      String spring = dependency("org.springframework", "spring-web", "6.2.14");
      rewriteRun(
          spec ->
              spec.recipe(new UpgradeMcpSdkDependency("2.1.0"))
                  .dataTable(
                      LegacySseUses.Row.class,
                      rows ->
                          assertThat(rows)
                              .singleElement()
                              .satisfies(row -> assertThat(row.getLine()).isEqualTo(16))),
          pomXml(
              pom(spring, sdk("mcp", "0.18.3"), sdk("mcp-spring-webmvc", "0.18.3")),
              pom(
                  spring,
                  sdk("mcp", "2.1.0"),
                  """
                  <!-- TODO mcp-migrate: Spring AI's mcp-spring-webmvc needs Spring Framework 7, and this project is on 6.2.14 -->
                  """
                      + dependency("org.springframework.ai", "mcp-spring-webmvc", "2.0.0"))));
    }
  }

  @Nested
  class DoesNotTouch {

    @TempDir Path repository;

    @ParameterizedTest
    @ValueSource(strings = {"0.18.4", "1.1.5", "2.1.0"})
    void theNewestOfItsLine(String version) {
      rewriteRun(pomXml(pom(sdk("mcp", version))));
    }

    @Test
    void theNewestThatAnArtifactWasReleasedWith() {
      rewriteRun(
          pomXml(
              withProperty(
                  "0.18.3",
                  sdk("mcp", "${mcp.version}"),
                  sdk("mcp-spring-webmvc", "${mcp.version}"))));
    }

    @Test
    void whatIsNewerThanAskedFor() {
      rewriteRun(
          spec -> spec.recipe(new UpgradeMcpSdkDependency("0.18.3")),
          pomXml(pom(sdk("mcp", "1.1.5"))));
    }

    @Test
    void projectsThatGetTheSdkFromALibrary() {
      rewriteRun(pomXml(pom(dependency("org.springframework.ai", "spring-ai-mcp", "1.0.0"))));
    }

    @Test
    void projectsWithoutTheSdk() {
      rewriteRun(pomXml(withProperty("0.10.0", dependency("org.slf4j", "slf4j-api", "2.0.16"))));
    }

    @Test
    void otherGroupsWithArtifactsOfTheSameName() {
      rewriteRun(
          pomXml(pom(dependency("org.springframework.ai", "mcp-spring-webmvc", "2.0.0-M3"))));
    }

    @Test
    void aVersionThatAnotherBomManages() throws IOException {
      publish("platform", managed(sdk("mcp", "0.10.0")));
      String managed =
          managed(
              dependency("com.example", "platform", "1")
                  .replace(
                      "</dependency>",
                      "  <type>pom</type>\n  <scope>import</scope>\n</dependency>"));
      staysWith(
          "comes from com.example:platform:1",
          "the version of this dependency, 0.10.0, comes from com.example:platform:1; the migrated code needs 0.18.4",
          managed,
          null);
    }

    @Test
    void aPropertyThatIsNotOfThisBuild() throws IOException {
      publish("platform", properties("<mcp.version>0.10.0</mcp.version>"));
      staysWith(
          "comes from ${mcp.version}",
          "the version of this dependency, 0.10.0, comes from ${mcp.version}, which this build does not set; the migrated code needs 0.18.4",
          "<parent>\n  <groupId>com.example</groupId>\n  <artifactId>platform</artifactId>\n  <version>1</version>\n  <relativePath/>\n</parent>\n",
          "${mcp.version}");
    }

    private void staysWith(String reason, String todo, String beside, String version) {
      MavenExecutionContextView ctx =
          MavenExecutionContextView.view(new InMemoryExecutionContext());
      ctx.setRepositories(
          List.of(
              MavenRepository.builder()
                  .id("test")
                  .uri(repository.toUri().toString())
                  .knownToExist(true)
                  .build(),
              MavenRepository.MAVEN_CENTRAL));
      rewriteRun(
          spec ->
              spec.executionContext(ctx)
                  .dataTable(
                      LegacySseUses.Row.class,
                      rows ->
                          assertThat(rows)
                              .singleElement()
                              .satisfies(
                                  row -> {
                                    assertThat(row.getAction()).isEqualTo("manual");
                                    assertThat(row.getReason()).contains(reason);
                                  })),
          pomXml(
              pom(beside, dependencies(sdk("mcp", version))),
              pom(
                  beside,
                  dependencies("<!-- TODO mcp-migrate: " + todo + " -->\n", sdk("mcp", version)))));
    }

    private void publish(String artifact, String content) throws IOException {
      Path folder = repository.resolve("com/example/" + artifact + "/1");
      Files.createDirectories(folder);
      Files.writeString(
          folder.resolve(artifact + "-1.pom"),
          pom(content, "<packaging>pom</packaging>\n")
              .replace("<project>", "<project><modelVersion>4.0.0</modelVersion>")
              .replace(">server<", ">" + artifact + "<"));
    }
  }

  private static String sdk(String artifact, String version) {
    return dependency("io.modelcontextprotocol.sdk", artifact, version);
  }

  private static String dependency(String group, String artifact, String version) {
    return """
        <dependency>
          <groupId>%s</groupId>
          <artifactId>%s</artifactId>
        %s</dependency>
        """
        .formatted(
            group, artifact, version == null ? "" : "  <version>" + version + "</version>\n");
  }

  private static String bom(String version) {
    return managed(
        sdk("mcp-bom", version)
            .replace(
                "</dependency>", "  <type>pom</type>\n  <scope>import</scope>\n</dependency>"));
  }

  private static String managed(String... dependencies) {
    return "<dependencyManagement>\n"
        + dependencies(dependencies).indent(2)
        + "</dependencyManagement>\n";
  }

  private static String dependencies(String... dependencies) {
    return "<dependencies>\n" + String.join("", dependencies).indent(2) + "</dependencies>\n";
  }

  private static String properties(String... properties) {
    return "<properties>\n" + String.join("\n", properties).indent(2) + "</properties>\n";
  }

  private static String withProperty(String version, String... dependencies) {
    return pom(
        properties("<mcp.version>" + version + "</mcp.version>"), dependencies(dependencies));
  }

  private static String parent(String version, String... more) {
    return pom(
            "<packaging>pom</packaging>\n",
            "<modules>\n  <module>server</module>\n</modules>\n",
            properties("<mcp.version>" + version + "</mcp.version>"),
            String.join("", more))
        .replace(">server</artifactId>", ">parent</artifactId>");
  }

  private static String module(String content) {
    return """
        <project>
          <parent>
            <groupId>com.example</groupId>
            <artifactId>parent</artifactId>
            <version>1</version>
          </parent>
          <artifactId>server</artifactId>
        """
        + content.indent(2)
        + "</project>\n";
  }

  /** A project of the given parts; dependencies may come without what is around them. */
  private static String pom(String... parts) {
    String content = String.join("", parts);
    boolean bare = !content.contains("<dependencies>") && content.contains("<dependency>");
    return """
        <project>
          <groupId>com.example</groupId>
          <artifactId>server</artifactId>
          <version>1</version>
        """
        + (bare ? dependencies(content) : content).indent(2)
        + "</project>\n";
  }
}
