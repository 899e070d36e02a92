package io.github.mcpmigrate.recipes.springai;

import static io.github.mcpmigrate.recipes.springai.DeploymentTest.application;
import static io.github.mcpmigrate.recipes.springai.DeploymentTest.says;
import static io.github.mcpmigrate.recipes.springai.DeploymentTest.server;
import static org.openrewrite.docker.Assertions.docker;
import static org.openrewrite.test.SourceSpecs.text;

import org.junit.jupiter.api.Test;

class VariablesInDockerfilesTest implements DeploymentTest {

  @Test
  void dockerfiles() {
    rewriteRun(
        spec ->
            says(
                spec,
                "Dockerfile:3:5 SPRING_AI_MCP_SERVER_PROTOCOL, changed: becomes SPRING_AI_MCP_SERVER_PROTOCOL=STREAMABLE",
                "Dockerfile:6:5 SPRING_AI_MCP_SERVER_KEEP_ALIVE_INTERVAL, changed: becomes SPRING_AI_MCP_SERVER_STREAMABLE_HTTP_KEEP_ALIVE_INTERVAL",
                "Dockerfile:8:5 SPRING_AI_MCP_SERVER_BASE_URL, changed: goes: only HTTP+SSE has it",
                "Dockerfile:9:5 SPRING_AI_MCP_SERVER_SSE_MESSAGE_ENDPOINT, changed: goes: only HTTP+SSE has it"),
        server(),
        docker(
            """
            FROM eclipse-temurin:21-jre
            COPY target/weather.jar /weather.jar
            ENV SPRING_AI_MCP_SERVER_PROTOCOL="SSE"
            # for clients
            ENV A=1 \\
                SPRING_AI_MCP_SERVER_KEEP_ALIVE_INTERVAL=30s \\
                B="two words"
            ENV SPRING_AI_MCP_SERVER_BASE_URL /weather
            ENV SPRING_AI_MCP_SERVER_SSE_MESSAGE_ENDPOINT=/message C=3
            ENTRYPOINT ["java", "-jar", "/weather.jar"]
            """,
            """
            FROM eclipse-temurin:21-jre
            COPY target/weather.jar /weather.jar
            ENV SPRING_AI_MCP_SERVER_PROTOCOL="STREAMABLE"
            # for clients
            ENV A=1 \\
                SPRING_AI_MCP_SERVER_STREAMABLE_HTTP_KEEP_ALIVE_INTERVAL=30s \\
                B="two words"
            ENV C=3
            ENTRYPOINT ["java", "-jar", "/weather.jar"]
            """,
            file -> file.path("Dockerfile")));
  }

  @Test
  void argumentsOfAnImage() {
    rewriteRun(
        spec ->
            says(
                spec,
                "Dockerfile:2:5 SPRING_AI_MCP_SERVER_PROTOCOL, changed: becomes SPRING_AI_MCP_SERVER_PROTOCOL=STREAMABLE",
                "Dockerfile:3:5 SPRING_AI_MCP_SERVER_SSE_ENDPOINT, manual: other places of this build refer to it, so that it stays: leave out SPRING_AI_MCP_SERVER_SSE_ENDPOINT, which only HTTP+SSE has",
                "Dockerfile:4:5 SPRING_AI_MCP_SERVER_PROTOCOL, manual: whoever sets this protocol has to set STREAMABLE; SSE is what these recipes move away from",
                "Dockerfile:7:5 SPRING_AI_MCP_SERVER_SSEENDPOINT, manual: other places of this build refer to it, so that it stays: leave out SPRING_AI_MCP_SERVER_SSEENDPOINT, which only HTTP+SSE has"),
        server(),
        docker(
            """
            FROM eclipse-temurin:21-jre AS app
            ARG SPRING_AI_MCP_SERVER_PROTOCOL=SSE
            ARG SPRING_AI_MCP_SERVER_SSE_ENDPOINT=/sse
            ENV SPRING_AI_MCP_SERVER_PROTOCOL=$SPRING_AI_MCP_SERVER_PROTOCOL

            FROM app
            ENV SPRING_AI_MCP_SERVER_SSEENDPOINT=/sse A=1
            CMD run --url $SPRING_AI_MCP_SERVER_SSEENDPOINT
            """,
            """
            FROM eclipse-temurin:21-jre AS app
            ARG SPRING_AI_MCP_SERVER_PROTOCOL=STREAMABLE
            ARG SPRING_AI_MCP_SERVER_SSE_ENDPOINT=/sse
            ENV SPRING_AI_MCP_SERVER_PROTOCOL=$SPRING_AI_MCP_SERVER_PROTOCOL

            FROM app
            ENV SPRING_AI_MCP_SERVER_SSEENDPOINT=/sse A=1
            CMD run --url $SPRING_AI_MCP_SERVER_SSEENDPOINT
            """,
            file -> file.path("Dockerfile")));
  }

  @Test
  void layoutOfInstructions() {
    rewriteRun(
        server(),
        docker(
            """
            FROM scratch
            ENV SPRING_AI_MCP_SERVER_SSE_ENDPOINT=/sse \
                A=1 \
                SPRING_AI_MCP_SERVER_BASE_URL='/x'
            # to be kept
            ENV SPRING_AI_MCP_SERVER_SSE_MESSAGE_ENDPOINT=/message
            # as well
            CMD ["run"]
            """,
            """
            FROM scratch
            ENV A=1
            # to be kept
            # as well
            CMD ["run"]
            """,
            file -> file.path("deploy/weather.Dockerfile")),
        docker(
            "FROM scratch\r\nENV A=1 \\\r\n    SPRING_AI_MCP_SERVER_PROTOCOL=SSE\r\nENV SPRING_AI_MCP_SERVER_BASE_URL=/x\r\nENV B=2\r\n",
            "FROM scratch\r\nENV A=1 \\\r\n    SPRING_AI_MCP_SERVER_PROTOCOL=STREAMABLE\r\nENV B=2\r\n",
            file -> file.path("Containerfile").noTrim()));
  }

  @Test
  void filesOfVariables() {
    rewriteRun(
        spec ->
            says(
                spec,
                ".env:2:1 SPRING_AI_MCP_SERVER_PROTOCOL, changed: becomes SPRING_AI_MCP_SERVER_PROTOCOL=STREAMABLE",
                ".env:3:8 SPRING_AI_MCP_SERVER_SSE_ENDPOINT, changed: goes: only HTTP+SSE has it",
                ".env:4:1 SPRING_AI_MCP_SERVER_KEEP_ALIVE_INTERVAL, changed: becomes SPRING_AI_MCP_SERVER_STREAMABLE_HTTP_KEEP_ALIVE_INTERVAL",
                "deploy/weather.env:1:1 spring.ai.mcp.server.sse-endpoint, changed: goes: only HTTP+SSE has it"),
        server(),
        text(
            """
            # SPRING_AI_MCP_SERVER_PROTOCOL=SSE
            SPRING_AI_MCP_SERVER_PROTOCOL='SSE'
            export SPRING_AI_MCP_SERVER_SSE_ENDPOINT=/sse
            SPRING_AI_MCP_SERVER_KEEP_ALIVE_INTERVAL = 30s

            TZ=UTC
            """,
            """
            # SPRING_AI_MCP_SERVER_PROTOCOL=SSE
            SPRING_AI_MCP_SERVER_PROTOCOL='STREAMABLE'
            SPRING_AI_MCP_SERVER_STREAMABLE_HTTP_KEEP_ALIVE_INTERVAL = 30s

            TZ=UTC
            """,
            file -> file.path(".env")),
        text(
            "spring.ai.mcp.server.sse-endpoint=/sse\r\nTZ=UTC\r\n",
            "TZ=UTC\r\n",
            file -> file.path("deploy/weather.env").noTrim()));
  }

  @Test
  void commentsInFilesOfVariables() {
    rewriteRun(
        server(),
        text(
            """
            SPRING_AI_MCP_SERVER_PROTOCOL=SSE # the old one
            SPRING_AI_MCP_SERVER_NAME="a # b" # c
            """,
            """
            SPRING_AI_MCP_SERVER_PROTOCOL=STREAMABLE # the old one
            SPRING_AI_MCP_SERVER_NAME="a # b" # c
            """,
            file -> file.path(".env.prod")));
  }

  @Test
  void whatAPersonHasToDecide() {
    rewriteRun(
        application("spring.ai.mcp.client.type=SYNC"),
        docker(
            """
            FROM scratch
            # the notes
            ENV SPRING_AI_MCP_CLIENT_SSE_CONNECTIONS_NOTES_SSEENDPOINT=/events A=1
            """,
            """
            FROM scratch
            # the notes
            # TODO mcp-migrate: ask whoever runs this server where it serves Streamable HTTP
            ENV SPRING_AI_MCP_CLIENT_STREAMABLEHTTP_CONNECTIONS_NOTES_ENDPOINT=/events A=1
            """,
            file -> file.path("Dockerfile")));
  }
}
