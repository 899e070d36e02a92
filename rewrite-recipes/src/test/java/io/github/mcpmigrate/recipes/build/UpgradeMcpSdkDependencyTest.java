package io.github.mcpmigrate.recipes.build;

import static org.openrewrite.maven.Assertions.pomXml;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openrewrite.DocumentExample;
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
    rewriteRun(pomXml(withProperty("0.10.0"), withProperty("0.18.4")));
  }

  @ParameterizedTest
  @CsvSource({"0.10.0, 0.18.4", "0.17.2, 0.18.4", "1.1.0, 1.1.5", "2.0.0, 2.1.0"})
  void staysOnItsLine(String from, String to) {
    rewriteRun(pomXml(pom("mcp", from), pom("mcp", to)));
  }

  @Test
  void springModulesAreNotReleasedWithEveryVersion() {
    rewriteRun(pomXml(pom("mcp-spring-webmvc", "0.10.0"), pom("mcp-spring-webmvc", "0.18.0")));
  }

  @Test
  void sdkVersionIsAnOption() {
    rewriteRun(
        spec -> spec.recipe(new UpgradeMcpSdkDependency("1.1.5")),
        pomXml(pom("mcp", "0.10.0"), pom("mcp", "1.1.5")));
  }

  @Test
  void managedVersion() {
    rewriteRun(pomXml(managed("0.10.0"), managed("0.18.4")));
  }

  @Test
  void propertyOfAParent() {
    rewriteRun(
        pomXml(parent("0.10.0"), parent("0.18.4")),
        pomXml(
            """
            <project>
              <parent>
                <groupId>com.example</groupId>
                <artifactId>parent</artifactId>
                <version>1</version>
              </parent>
              <artifactId>server</artifactId>
              <dependencies>
                <dependency>
                  <groupId>io.modelcontextprotocol.sdk</groupId>
                  <artifactId>mcp</artifactId>
                  <version>${mcp.version}</version>
                </dependency>
              </dependencies>
            </project>
            """,
            spec -> spec.path("server/pom.xml")));
  }

  @Nested
  class DoesNotTouch {

    @ParameterizedTest
    @ValueSource(strings = {"0.18.4", "1.1.5", "2.1.0"})
    void theNewestOfItsLine(String version) {
      rewriteRun(pomXml(pom("mcp", version)));
    }

    @Test
    void whatIsNewerThanAskedFor() {
      rewriteRun(
          spec -> spec.recipe(new UpgradeMcpSdkDependency("0.18.3")), pomXml(pom("mcp", "1.1.5")));
    }

    @Test
    void projectsThatGetTheSdkFromALibrary() {
      rewriteRun(
          pomXml(
              """
              <project>
                <groupId>com.example</groupId>
                <artifactId>server</artifactId>
                <version>1</version>
                <dependencies>
                  <dependency>
                    <groupId>org.springframework.ai</groupId>
                    <artifactId>spring-ai-mcp</artifactId>
                    <version>1.0.0</version>
                  </dependency>
                </dependencies>
              </project>
              """));
    }

    @Test
    void projectsWithoutTheSdk() {
      rewriteRun(
          pomXml(
              """
              <project>
                <groupId>com.example</groupId>
                <artifactId>server</artifactId>
                <version>1</version>
                <properties>
                  <mcp.version>0.10.0</mcp.version>
                </properties>
                <dependencies>
                  <dependency>
                    <groupId>org.slf4j</groupId>
                    <artifactId>slf4j-api</artifactId>
                    <version>2.0.16</version>
                  </dependency>
                </dependencies>
              </project>
              """));
    }
  }

  private static String managed(String version) {
    return """
        <project>
          <groupId>com.example</groupId>
          <artifactId>server</artifactId>
          <version>1</version>
          <dependencyManagement>
            <dependencies>
              <dependency>
                <groupId>io.modelcontextprotocol.sdk</groupId>
                <artifactId>mcp</artifactId>
                <version>%s</version>
              </dependency>
            </dependencies>
          </dependencyManagement>
          <dependencies>
            <dependency>
              <groupId>io.modelcontextprotocol.sdk</groupId>
              <artifactId>mcp</artifactId>
            </dependency>
          </dependencies>
        </project>
        """
        .formatted(version);
  }

  private static String parent(String version) {
    return """
        <project>
          <groupId>com.example</groupId>
          <artifactId>parent</artifactId>
          <version>1</version>
          <packaging>pom</packaging>
          <modules>
            <module>server</module>
          </modules>
          <properties>
            <mcp.version>%s</mcp.version>
          </properties>
        </project>
        """
        .formatted(version);
  }

  private static String withProperty(String version) {
    return """
        <project>
          <groupId>com.example</groupId>
          <artifactId>server</artifactId>
          <version>1</version>
          <properties>
            <mcp.version>%s</mcp.version>
          </properties>
          <dependencies>
            <dependency>
              <groupId>io.modelcontextprotocol.sdk</groupId>
              <artifactId>mcp</artifactId>
              <version>${mcp.version}</version>
            </dependency>
          </dependencies>
        </project>
        """
        .formatted(version);
  }

  private static String pom(String artifact, String version) {
    return """
        <project>
          <groupId>com.example</groupId>
          <artifactId>server</artifactId>
          <version>1</version>
          <dependencies>
            <dependency>
              <groupId>io.modelcontextprotocol.sdk</groupId>
              <artifactId>%s</artifactId>
              <version>%s</version>
            </dependency>
          </dependencies>
        </project>
        """
        .formatted(artifact, version);
  }
}
