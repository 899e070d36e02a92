package io.github.mcpmigrate.recipes.springai;

import static io.github.mcpmigrate.recipes.springai.DeploymentTest.says;
import static org.openrewrite.docker.Assertions.docker;
import static org.openrewrite.java.Assertions.mavenProject;
import static org.openrewrite.maven.Assertions.pomXml;
import static org.openrewrite.test.SourceSpecs.text;
import static org.openrewrite.yaml.Assertions.yaml;

import io.github.mcpmigrate.recipes.CompatRepository;
import io.github.mcpmigrate.recipes.Versions;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openrewrite.DocumentExample;
import org.openrewrite.test.RecipeSpec;
import org.openrewrite.test.SourceSpecs;

class DropSseFromSpringAiEnvironmentTest implements DeploymentTest {

  private static final String COMPAT =
      """
      <dependencies>
              <dependency>
                  <groupId>io.github.mcpmigrate</groupId>
                  <artifactId>mcp-compat-spring-boot-starter</artifactId>
                  <version>%s</version>
              </dependency>\
      """
          .formatted(Versions.compat());

  @TempDir Path repository;

  @Override
  public void defaults(RecipeSpec spec) {
    spec.recipe(new DropSseFromSpringAiEnvironment())
        .executionContext(CompatRepository.in(repository));
  }

  private static SourceSpecs plain(String name) {
    return mavenProject(name, pomXml(POM.formatted(name, SERVER, "1.1.2")));
  }

  private static SourceSpecs dual(String name) {
    return mavenProject(
        name, pomXml(POM.formatted(name, SERVER, "1.1.2").replace("<dependencies>", COMPAT)));
  }

  @DocumentExample
  @Test
  void theKeysOfHttpSseGo() {
    rewriteRun(
        dual("weather"),
        yaml(
            """
            services:
              weather:
                environment:
                  SPRING_AI_MCP_SERVER_PROTOCOL: STREAMABLE
                  SPRING_AI_MCP_SERVER_SSE_ENDPOINT: /weather/sse
                  SPRING_AI_MCP_SERVER_KEEP_ALIVE_INTERVAL: 30s
                  MCP_COMPAT_SUNSET: 2027-06-30
            """,
            """
            services:
              weather:
                environment:
                  SPRING_AI_MCP_SERVER_PROTOCOL: STREAMABLE
                  SPRING_AI_MCP_SERVER_STREAMABLE_HTTP_KEEP_ALIVE_INTERVAL: 30s
            """,
            file -> file.path("compose.yml")),
        docker(
            """
            FROM scratch
            ENV MCP_COMPAT_SAMEURL=true A=1
            """,
            """
            FROM scratch
            ENV A=1
            """,
            file -> file.path("Dockerfile")));
  }

  @Test
  void commandsAreReported() {
    rewriteRun(
        spec ->
            says(
                spec,
                "run.sh:1:6 -Dspring.ai.mcp.server.base-url, manual: not edited here: leave out -Dspring.ai.mcp.server.base-url, which only HTTP+SSE has"),
        dual("weather"),
        text(
            "java -Dspring.ai.mcp.server.base-url=/x -Dspring.ai.mcp.server.protocol=STREAMABLE",
            file -> file.path("run.sh")));
  }

  @Nested
  class DoesNotTouch {

    @Test
    void serversWithoutTheStarter() {
      rewriteRun(
          plain("weather"),
          text(
              """
              SPRING_AI_MCP_SERVER_SSE_ENDPOINT=/sse
              MCP_COMPAT_SUNSET=2027-06-30
              """,
              file -> file.path(".env")));
    }

    @Test
    void serversOnHttpSseAlone() {
      rewriteRun(
          DeploymentTest::saysNothing,
          plain("weather"),
          text("SPRING_AI_MCP_SERVER_PROTOCOL=SSE", file -> file.path(".env")));
    }

    @Test
    void oneOfSeveralServers() {
      rewriteRun(
          spec ->
              says(
                  spec,
                  ".env:1:1 SPRING_AI_MCP_SERVER_SSE_ENDPOINT, manual: of the servers in this build some move and some stay, and it is not said here which one this is for"),
          dual("weather"),
          plain("stock"),
          text("SPRING_AI_MCP_SERVER_SSE_ENDPOINT=/sse", file -> file.path(".env")));
    }

    @Test
    void whatIsNoServerOfOurs() {
      rewriteRun(text("MCP_COMPAT_SUNSET=2027-06-30", file -> file.path("gateway.env")));
    }

    @Test
    void otherVariables() {
      rewriteRun(
          dual("weather"),
          text(
              """
              SPRING_AI_MCP_SERVER_NAME=weather
              SPRING_AI_MCP_SERVER_STREAMABLEHTTP_MCPENDPOINT=/mcp
              MCP_ENDPOINT=/sse
              """,
              file -> file.path(".env")));
    }
  }
}
