package io.github.mcpmigrate.recipes.sdk;

import static org.openrewrite.java.Assertions.java;
import static org.openrewrite.java.Assertions.mavenProject;
import static org.openrewrite.java.Assertions.srcMainJava;
import static org.openrewrite.maven.Assertions.pomXml;

import io.github.mcpmigrate.recipes.CompatRepository;
import io.github.mcpmigrate.recipes.DualProviderStub;
import io.github.mcpmigrate.recipes.SdkJars;
import io.github.mcpmigrate.recipes.Versions;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openrewrite.DocumentExample;
import org.openrewrite.java.JavaParser;
import org.openrewrite.test.RecipeSpec;
import org.openrewrite.test.RewriteTest;

class RemoveCompatDependencyTest implements RewriteTest {

  private static final String COMPAT =
      """
          <dependency>
            <groupId>io.github.mcpmigrate</groupId>
            <artifactId>mcp-compat-sdk</artifactId>
            <version>%s</version>
          </dependency>
      """
          .formatted(Versions.compat());

  private static final String POM =
      """
      <project>
        <groupId>com.example</groupId>
        <artifactId>server</artifactId>
        <version>1</version>
        <dependencies>
      %s    <dependency>
            <groupId>io.modelcontextprotocol.sdk</groupId>
            <artifactId>mcp</artifactId>
            <version>0.18.4</version>
          </dependency>
        </dependencies>
      </project>
      """;

  private static final String SERVER =
      """
      import io.github.mcpmigrate.compat.sdk.HttpServletDualTransportProvider;

      class Server {
          Object transport = HttpServletDualTransportProvider.builder().messageEndpoint("/message").build();
      }
      """;

  private static final String SETTINGS =
      """
      package io.github.mcpmigrate.compat.settings;
      public class CompatSettings {}
      """;

  @TempDir Path repository;

  @Override
  public void defaults(RecipeSpec spec) {
    spec.recipe(new RemoveCompatDependency())
        .executionContext(CompatRepository.in(repository))
        .parser(
            JavaParser.fromJavaVersion()
                .classpath(SdkJars.CURRENT)
                .dependsOn(
                    Stream.concat(Arrays.stream(DualProviderStub.sources()), Stream.of(SETTINGS))
                        .toArray(String[]::new)));
  }

  @DocumentExample
  @Test
  void whereTheServerMoves() {
    rewriteRun(
        mavenProject(
            "server", srcMainJava(java(SERVER)), pomXml(POM.formatted(COMPAT), POM.formatted(""))));
  }

  @Nested
  class DoesNotTouch {

    @Test
    void whatUsesMoreOfTheRuntime() {
      rewriteRun(
          mavenProject(
              "server",
              srcMainJava(
                  java(SERVER),
                  java(
                      """
                      class Settings {
                          io.github.mcpmigrate.compat.settings.CompatSettings settings;
                      }
                      """)),
              pomXml(POM.formatted(COMPAT))));
    }

    @Test
    void aServerThatStays() {
      rewriteRun(
          mavenProject(
              "server",
              srcMainJava(
                  java(
                      SERVER.replace(
                          ".build()", ".allowedOrigins(\"https://a.example\").build()"))),
              pomXml(POM.formatted(COMPAT))));
    }

    @Test
    void aProjectWithoutTheRuntime() {
      rewriteRun(
          mavenProject("server", srcMainJava(java("class Server {}")), pomXml(POM.formatted(""))));
    }
  }
}
