package io.github.mcpmigrate.recipes.springai;

import static io.github.mcpmigrate.recipes.springai.DeploymentTest.application;
import static io.github.mcpmigrate.recipes.springai.DeploymentTest.says;
import static io.github.mcpmigrate.recipes.springai.DeploymentTest.server;
import static org.openrewrite.docker.Assertions.docker;
import static org.openrewrite.test.SourceSpecs.text;
import static org.openrewrite.yaml.Assertions.yaml;

import org.junit.jupiter.api.Test;
import org.openrewrite.DocumentExample;
import org.openrewrite.test.RecipeSpec;

class FindSpringAiEnvironmentTest implements DeploymentTest {

  @Override
  public void defaults(RecipeSpec spec) {
    spec.recipe(new FindSpringAiEnvironment());
  }

  @DocumentExample
  @Test
  void saysWhatWouldBecomeOfEachAndChangesNothing() {
    rewriteRun(
        spec ->
            says(
                spec,
                "Dockerfile:2:5 SPRING_AI_MCP_SERVER_PROTOCOL, changed: becomes SPRING_AI_MCP_SERVER_PROTOCOL=STREAMABLE",
                "k8s.yml:4:5 spring.ai.mcp.server.baseurl, changed: goes: only HTTP+SSE has it",
                ".env:1:1 SPRING_AI_MCP_CLIENT_SSE_CONNECTIONS_A_URL, changed: becomes SPRING_AI_MCP_CLIENT_STREAMABLEHTTP_CONNECTIONS_A_URL",
                "run.bat:1:6 -Dspring.ai.mcp.server.sse-endpoint, manual: not edited here: leave out -Dspring.ai.mcp.server.sse-endpoint, which only HTTP+SSE has"),
        server(),
        docker(
            """
            FROM scratch
            ENV SPRING_AI_MCP_SERVER_PROTOCOL=SSE
            """,
            file -> file.path("Dockerfile")),
        yaml(
            """
            kind: ConfigMap
            data:
              application.properties: |
                spring.ai.mcp.server.base-url=/x
            """,
            file -> file.path("k8s.yml")),
        text("SPRING_AI_MCP_CLIENT_SSE_CONNECTIONS_A_URL=http://a", file -> file.path(".env")),
        text("java -Dspring.ai.mcp.server.sse-endpoint=/sse", file -> file.path("run.bat")));
  }

  @Test
  void saysNothingOfServersThatHaveMoved() {
    rewriteRun(
        DeploymentTest::saysNothing,
        application("spring.ai.mcp.server.protocol=STREAMABLE"),
        docker(
            """
            FROM scratch
            ENV SPRING_AI_MCP_SERVER_PROTOCOL=STREAMABLE
            """,
            file -> file.path("Dockerfile")),
        text("java -Dspring.ai.mcp.server.name=sse", file -> file.path("run.sh")));
  }

  @Test
  void saysNothingOfFilesOfOthers() {
    rewriteRun(
        DeploymentTest::saysNothing,
        server(),
        yaml(
            """
            services:
              other:
                environment:
                  MCP_PROTOCOL: SSE
                command: --mcp.server.protocol=SSE
            """,
            file -> file.path("compose.yml")));
  }
}
