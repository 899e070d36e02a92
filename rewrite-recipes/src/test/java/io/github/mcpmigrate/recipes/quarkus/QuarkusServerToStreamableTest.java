package io.github.mcpmigrate.recipes.quarkus;

import static io.github.mcpmigrate.recipes.quarkus.QuarkusProject.NEW;
import static io.github.mcpmigrate.recipes.quarkus.QuarkusProject.OLD;
import static io.github.mcpmigrate.recipes.quarkus.QuarkusProject.noRows;
import static io.github.mcpmigrate.recipes.quarkus.QuarkusProject.pom;
import static io.github.mcpmigrate.recipes.quarkus.QuarkusProject.rows;
import static io.github.mcpmigrate.recipes.quarkus.QuarkusProject.saying;
import static org.assertj.core.api.Assertions.assertThat;
import static org.openrewrite.gradle.Assertions.buildGradle;
import static org.openrewrite.gradle.Assertions.buildGradleKts;
import static org.openrewrite.java.Assertions.mavenProject;
import static org.openrewrite.maven.Assertions.pomXml;
import static org.openrewrite.properties.Assertions.properties;
import static org.openrewrite.toml.Assertions.toml;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openrewrite.DocumentExample;
import org.openrewrite.test.RecipeSpec;
import org.openrewrite.test.RewriteTest;

/** Artifact and version of the server, wherever they are written. */
class QuarkusServerToStreamableTest implements RewriteTest {

  @Override
  public void defaults(RecipeSpec spec) {
    spec.recipe(new QuarkusServerToStreamable(null));
  }

  @Nested
  class InMaven {

    @DocumentExample
    @Test
    void anOldServerRises() {
      rewriteRun(
          rows(
              rows ->
                  assertThat(rows)
                      .containsExactly(
                          "quarkus-mcp-server-sse: changed becomes quarkus-mcp-server-http 1.13.0, which serves"
                              + " Streamable HTTP at /mcp and HTTP+SSE as before",
                          "quarkus-mcp-server-sse on HTTP+SSE: manual Quarkus serves both transports and has no"
                              + " switch for HTTP+SSE: to end it, write"
                              + " quarkus.http.auth.permission.http-sse.paths=/mcp/sse,/mcp/messages/* and"
                              + " quarkus.http.auth.permission.http-sse.policy=deny, and add"
                              + " io.quarkus:quarkus-security, without which such rules do not count")),
          pomXml(OLD, NEW));
    }

    @ParameterizedTest
    @CsvSource({"1.8.0,3.27.1", "1.10.1,3.33.2"})
    void aServerThatKnowsTheNewNameKeepsItsVersion(String version, String quarkus) {
      rewriteRun(
          pomXml(
              pom("quarkus-mcp-server-sse", version, quarkus),
              pom("quarkus-mcp-server-http", version, quarkus)));
    }

    @Test
    void anOlderQuarkusGetsTheReleaseThatIsBuiltForIt() {
      rewriteRun(
          pomXml(
              pom("quarkus-mcp-server-sse", "1.7.3", "3.27.0"),
              pom("quarkus-mcp-server-http", "1.10.1", "3.27.0")));
    }

    @Test
    void propertyForServerAndTests() {
      String before =
          OLD.replace(
                  "<version>1</version>",
                  "<version>1</version>\n    <properties>\n        <mcp.version>1.7.3</mcp.version>\n    </properties>")
              .replace("<version>1.7.3</version>", "<version>${mcp.version}</version>")
              .replace(
                  "</dependencies>",
                  """
                      <dependency>
                              <groupId>io.quarkiverse.mcp</groupId>
                              <artifactId>quarkus-mcp-server-test</artifactId>
                              <version>${mcp.version}</version>
                              <scope>test</scope>
                          </dependency>
                      </dependencies>""");
      rewriteRun(
          pomXml(
              before,
              before
                  .replace("quarkus-mcp-server-sse", "quarkus-mcp-server-http")
                  .replace("<mcp.version>1.7.3", "<mcp.version>1.13.0")));
    }

    @Test
    void managedByAParentOfTheBuild() {
      String parent =
          """
          <project>
              <modelVersion>4.0.0</modelVersion>
              <groupId>com.example</groupId>
              <artifactId>parent</artifactId>
              <version>1</version>
              <packaging>pom</packaging>
              <dependencyManagement>
                  <dependencies>
                      <dependency>
                          <groupId>io.quarkiverse.mcp</groupId>
                          <artifactId>%s</artifactId>
                          <version>%s</version>
                      </dependency>
                      <dependency>
                          <groupId>io.quarkus</groupId>
                          <artifactId>quarkus-core</artifactId>
                          <version>3.33.2</version>
                      </dependency>
                  </dependencies>
              </dependencyManagement>
          </project>
          """;
      String module =
          """
          <project>
              <modelVersion>4.0.0</modelVersion>
              <parent>
                  <groupId>com.example</groupId>
                  <artifactId>parent</artifactId>
                  <version>1</version>
              </parent>
              <artifactId>server</artifactId>
              <dependencies>
                  <dependency>
                      <groupId>io.quarkiverse.mcp</groupId>
                      <artifactId>%s</artifactId>
                  </dependency>
              </dependencies>
          </project>
          """;
      rewriteRun(
          pomXml(
              parent.formatted("quarkus-mcp-server-sse", "1.7.3"),
              parent.formatted("quarkus-mcp-server-http", "1.13.0")),
          mavenProject(
              "server",
              pomXml(
                  module.formatted("quarkus-mcp-server-sse"),
                  module.formatted("quarkus-mcp-server-http"))));
    }

    @Test
    void theDeploymentArtifactOfAnExtension() {
      rewriteRun(
          pomXml(
              pom("quarkus-mcp-server-sse-deployment", "1.7.3", "3.33.2"),
              pom("quarkus-mcp-server-http-deployment", "1.13.0", "3.33.2")));
    }

    @Test
    void theOldNameBesideTheNewOneGoes() {
      String one = pom("quarkus-mcp-server-http", "1.10.1", "3.33.2");
      String dependency =
          one.substring(one.indexOf("        <dependency>"), one.indexOf("</dependency>"))
              + "</dependency>\n";
      rewriteRun(
          pomXml(one.replace(dependency, dependency.replace("-http", "-sse") + dependency), one));
    }
  }

  @Nested
  class InGradle {

    @Test
    void groovy() {
      rewriteRun(
          buildGradle(
              """
              dependencies {
                  implementation enforcedPlatform('io.quarkus.platform:quarkus-bom:3.33.2')
                  implementation 'io.quarkiverse.mcp:quarkus-mcp-server-sse:1.7.3'
                  testImplementation "io.quarkiverse.mcp:quarkus-mcp-server-test:1.7.3"
              }
              """,
              """
              dependencies {
                  implementation enforcedPlatform('io.quarkus.platform:quarkus-bom:3.33.2')
                  implementation 'io.quarkiverse.mcp:quarkus-mcp-server-http:1.13.0'
                  testImplementation "io.quarkiverse.mcp:quarkus-mcp-server-test:1.13.0"
              }
              """));
    }

    @Test
    void kotlinWithGradleProperties() {
      rewriteRun(
          properties(
              "quarkusPlatformVersion=3.33.2\nmcpVersion=1.7.3\n",
              "quarkusPlatformVersion=3.33.2\nmcpVersion=1.13.0\n",
              file -> file.path("gradle.properties")),
          buildGradleKts(
              """
              val mcpVersion: String by project
              dependencies {
                  implementation("io.quarkiverse.mcp:quarkus-mcp-server-sse:$mcpVersion")
              }
              """,
              """
              val mcpVersion: String by project
              dependencies {
                  implementation("io.quarkiverse.mcp:quarkus-mcp-server-http:$mcpVersion")
              }
              """));
    }

    @Test
    void versionCatalog() {
      rewriteRun(
          toml(
              """
              [versions]
              quarkus = "3.33.2"
              mcp = "1.7.3"

              [libraries]
              quarkus-bom = { module = "io.quarkus.platform:quarkus-bom", version.ref = "quarkus" }
              mcp-server = { module = "io.quarkiverse.mcp:quarkus-mcp-server-sse", version.ref = "mcp" }
              """,
              """
              [versions]
              quarkus = "3.33.2"
              mcp = "1.13.0"

              [libraries]
              quarkus-bom = { module = "io.quarkus.platform:quarkus-bom", version.ref = "quarkus" }
              mcp-server = { module = "io.quarkiverse.mcp:quarkus-mcp-server-http", version.ref = "mcp" }
              """,
              file -> file.path("gradle/libs.versions.toml")));
    }

    @Test
    void aVersionThatAPlatformDecidesOnIsNotGuessed() {
      rewriteRun(
          saying(
              "quarkus-mcp-server-sse: manual which version of quarkus-mcp-server-sse this build has is not written"),
          buildGradle(
              """
              dependencies {
                  implementation enforcedPlatform('io.quarkus.platform:quarkus-bom:3.33.2')
                  implementation 'io.quarkiverse.mcp:quarkus-mcp-server-sse'
              }
              """));
    }
  }

  @Nested
  class DoesNotTouch {

    @Test
    void aQuarkusThatIsTooOld() {
      rewriteRun(
          saying(
              "quarkus-mcp-server-sse: manual quarkus-mcp-server-sse 1.6.1 has to be raised to 1.8.0 or newer",
              "this build has Quarkus 3.20.1"),
          pomXml(pom("quarkus-mcp-server-sse", "1.6.1", "3.20.1")));
    }

    @Test
    void aPropertyThatOthersShare() {
      rewriteRun(
          saying("is one for other artifacts, too"),
          pomXml(
              OLD.replace(
                      "<version>1</version>",
                      "<version>1</version>\n    <properties>\n        <shared>1.7.3</shared>\n    </properties>\n    <description>${shared}</description>")
                  .replace("<version>1.7.3</version>", "<version>${shared}</version>")));
    }

    @Test
    void aServerOfTodayIsOnlyToldHowToEndHttpSse() {
      rewriteRun(
          rows(
              rows ->
                  assertThat(rows)
                      .singleElement()
                      .asString()
                      .startsWith(
                          "quarkus-mcp-server-http on HTTP+SSE: manual Quarkus serves both")),
          pomXml(NEW));
    }

    @Test
    void aServerThatIsToServeBoth() {
      rewriteRun(
          spec -> {
            spec.recipe(new QuarkusServerToStreamable("dual"));
            noRows().accept(spec);
          },
          pomXml(NEW));
    }

    @Test
    void quarkusWithoutMcp() {
      rewriteRun(
          noRows(),
          pomXml(
              pom("x", "1", "3.33.2")
                  .replaceAll(
                      "(?s)<dependency>\\s*<groupId>io.quarkiverse.*?</dependency>\\s*", "")),
          properties("quarkus.mcp.server.sse.root-path=/x\n", QuarkusProject::main));
    }

    @Test
    void theServerOnStandardInput() {
      rewriteRun(noRows(), pomXml(pom("quarkus-mcp-server-stdio", "1.7.3", "3.33.2")));
    }
  }
}
