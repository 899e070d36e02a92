package io.github.mcpmigrate.recipes.springai;

import static io.github.mcpmigrate.recipes.springai.DeploymentTest.application;
import static io.github.mcpmigrate.recipes.springai.DeploymentTest.says;
import static io.github.mcpmigrate.recipes.springai.DeploymentTest.server;
import static org.openrewrite.docker.Assertions.docker;
import static org.openrewrite.gradle.Assertions.buildGradle;
import static org.openrewrite.java.Assertions.mavenProject;
import static org.openrewrite.maven.Assertions.pomXml;
import static org.openrewrite.test.SourceSpecs.text;
import static org.openrewrite.yaml.Assertions.yaml;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.openrewrite.DocumentExample;
import org.openrewrite.test.RecipeSpec;

class SpringAiEnvironmentToDualTest implements DeploymentTest {

  @Override
  public void defaults(RecipeSpec spec) {
    spec.recipe(new SpringAiEnvironmentToDual(null, null));
  }

  @DocumentExample
  @Test
  void theProtocolMovesAndTheOldPathsStay() {
    rewriteRun(
        spec ->
            says(
                spec,
                "compose.yml:4:7 SPRING_AI_MCP_SERVER_PROTOCOL, changed: becomes SPRING_AI_MCP_SERVER_PROTOCOL=STREAMABLE",
                "run.sh:1:6 -Dspring.ai.mcp.server.protocol, manual: not edited here: write -Dspring.ai.mcp.server.protocol=STREAMABLE"),
        server(),
        yaml(
            """
            services:
              weather:
                environment:
                  SPRING_AI_MCP_SERVER_PROTOCOL: SSE
                  SPRING_AI_MCP_SERVER_SSE_ENDPOINT: /weather/sse
                  SPRING_AI_MCP_SERVER_KEEP_ALIVE_INTERVAL: 30s
            """,
            """
            services:
              weather:
                environment:
                  SPRING_AI_MCP_SERVER_PROTOCOL: STREAMABLE
                  SPRING_AI_MCP_SERVER_SSE_ENDPOINT: /weather/sse
                  SPRING_AI_MCP_SERVER_KEEP_ALIVE_INTERVAL: 30s
            """,
            file -> file.path("compose.yml")),
        text(
            "java -Dspring.ai.mcp.server.protocol=SSE -Dspring.ai.mcp.server.sse-endpoint=/sse",
            file -> file.path("run.sh")));
  }

  @Test
  void oneUrlForBoth() {
    rewriteRun(
        spec -> spec.recipe(new SpringAiEnvironmentToDual(null, true)),
        server(),
        docker(
            """
            FROM scratch
            ENV SPRING_AI_MCP_SERVER_SSE_ENDPOINT=/weather/sse A=1

            FROM scratch
            ENV SPRING_AI_MCP_SERVER_SSEENDPOINT /sse
            """,
            """
            FROM scratch
            ENV SPRING_AI_MCP_SERVER_STREAMABLE_HTTP_MCP_ENDPOINT=/weather/sse SPRING_AI_MCP_SERVER_SSE_ENDPOINT=/weather/sse A=1

            FROM scratch
            ENV SPRING_AI_MCP_SERVER_STREAMABLEHTTP_MCPENDPOINT=/sse SPRING_AI_MCP_SERVER_SSEENDPOINT=/sse
            """,
            file -> file.path("Dockerfile")),
        text(
            """
            SPRING_AI_MCP_SERVER_SSEENDPOINT="/weather/sse"
            """,
            """
            SPRING_AI_MCP_SERVER_STREAMABLEHTTP_MCPENDPOINT="/weather/sse"
            SPRING_AI_MCP_SERVER_SSEENDPOINT="/weather/sse"
            """,
            file -> file.path("weather.env")));
  }

  @Test
  void clientsMove() {
    rewriteRun(
        application("spring.ai.mcp.client.type=SYNC"),
        text(
            "SPRING_AI_MCP_CLIENT_SSE_CONNECTIONS_STOCK_URL=http://stock:8080",
            "SPRING_AI_MCP_CLIENT_STREAMABLEHTTP_CONNECTIONS_STOCK_URL=http://stock:8080",
            file -> file.path(".env")));
  }

  @Nested
  class DoesNotTouch {

    private void stays(String application, String... variables) {
      rewriteRun(
          application(application), text(String.join("\n", variables), file -> file.path(".env")));
    }

    @Test
    void whatOnlyHttpSseHas() {
      stays(
          "spring.ai.mcp.server.name=weather",
          "SPRING_AI_MCP_SERVER_SSE_ENDPOINT=/sse",
          "SPRING_AI_MCP_SERVER_SSE_MESSAGE_ENDPOINT=/message",
          "SPRING_AI_MCP_SERVER_BASE_URL=/x");
    }

    @Test
    void serversThatHaveMoved() {
      stays(
          "spring.ai.mcp.server.protocol=STREAMABLE",
          "SPRING_AI_MCP_SERVER_PROTOCOL=STREAMABLE",
          "SPRING_AI_MCP_SERVER_SSE_ENDPOINT=/sse",
          "MCP_COMPAT_SUNSET=2027-01-01");
    }

    @Test
    void otherProtocols() {
      stays("spring.ai.mcp.server.name=weather", "SPRING_AI_MCP_SERVER_PROTOCOL=STATELESS");
    }

    @Test
    void clientsOfAServerThatStays() {
      rewriteRun(
          spec ->
              says(
                  spec,
                  "agent/.env:1:1 SPRING_AI_MCP_CLIENT_SSE_CONNECTIONS_OWN_URL, manual: the project's own server stays on HTTP+SSE: "
                      + TOO_OLD,
                  "agent/remote.env:1:1 SPRING_AI_MCP_CLIENT_SSE_CONNECTIONS_STOCK_URL, changed: becomes SPRING_AI_MCP_CLIENT_STREAMABLEHTTP_CONNECTIONS_STOCK_URL",
                  "weather/.env:1:1 SPRING_AI_MCP_SERVER_PROTOCOL, manual: " + TOO_OLD),
          mavenProject(
              "weather",
              buildGradle(
                  """
                  plugins {
                      id 'java'
                  }
                  dependencies {
                      implementation 'org.springframework.ai:spring-ai-starter-mcp-server-webmvc:1.0.0'
                      implementation 'org.springframework.ai:spring-ai-core:1.0.0-M6'
                  }
                  """),
              text("SPRING_AI_MCP_SERVER_PROTOCOL=SSE", file -> file.path(".env"))),
          mavenProject(
              "agent",
              pomXml(POM.formatted("agent", "spring-ai-starter-mcp-client", "1.1.2")),
              text(
                  "SPRING_AI_MCP_CLIENT_SSE_CONNECTIONS_OWN_URL=http://weather:8080",
                  file -> file.path(".env")),
              text(
                  "SPRING_AI_MCP_CLIENT_SSE_CONNECTIONS_STOCK_URL=https://stock.example.com",
                  "SPRING_AI_MCP_CLIENT_STREAMABLEHTTP_CONNECTIONS_STOCK_URL=https://stock.example.com",
                  file -> file.path("remote.env"))));
    }
  }

  private static final String TOO_OLD =
      "spring-ai-core is not among the artifacts of Spring AI 1.1.8, the first line with Streamable HTTP: replace it, then run "
          + "again";
}
