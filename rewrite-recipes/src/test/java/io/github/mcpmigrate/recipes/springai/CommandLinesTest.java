package io.github.mcpmigrate.recipes.springai;

import static io.github.mcpmigrate.recipes.springai.DeploymentTest.says;
import static io.github.mcpmigrate.recipes.springai.DeploymentTest.server;
import static org.openrewrite.docker.Assertions.docker;
import static org.openrewrite.java.Assertions.mavenProject;
import static org.openrewrite.maven.Assertions.pomXml;
import static org.openrewrite.test.SourceSpecs.text;
import static org.openrewrite.yaml.Assertions.yaml;

import org.junit.jupiter.api.Test;

class CommandLinesTest implements DeploymentTest {

  @Test
  void commandsAndScriptsAreReported() {
    rewriteRun(
        spec ->
            says(
                spec,
                "run.sh:2:12 -Dspring.ai.mcp.server.sse-endpoint, manual: not edited here: leave out -Dspring.ai.mcp.server.sse-endpoint, which only HTTP+SSE has",
                "run.sh:4:3 --spring.ai.mcp.server.protocol, manual: not edited here: write --spring.ai.mcp.server.protocol=STREAMABLE",
                "run.sh:4:39 --spring.ai.mcp.client.sse.connections.weather.url, manual: not edited here: write --spring.ai.mcp.client.streamable-http.connections.weather.url=http://localhost:8080 in place of --spring.ai.mcp.client.sse.connections.weather.url",
                "run.sh:5:8 SPRING_AI_MCP_SERVER_KEEP_ALIVE_INTERVAL, manual: not edited here: write SPRING_AI_MCP_SERVER_STREAMABLE_HTTP_KEEP_ALIVE_INTERVAL=30s in place of SPRING_AI_MCP_SERVER_KEEP_ALIVE_INTERVAL"),
        server(),
        text(
            """
            #!/bin/sh
            JAVA_OPTS="-Dspring.ai.mcp.server.sse-endpoint=/sse -Xmx1g"
            # java -Dspring.ai.mcp.server.base-url=/x
            x --spring.ai.mcp.server.protocol=SSE --spring.ai.mcp.client.sse.connections.weather.url=http://localhost:8080/sse
            export SPRING_AI_MCP_SERVER_KEEP_ALIVE_INTERVAL=30s
            echo $SPRING_AI_MCP_SERVER_SSE_ENDPOINT --spring.ai.mcp.server.name=x --spring.ai.mcp.server.protocol=STREAMABLE
            """,
            file -> file.path("run.sh")));
  }

  @Test
  void commandsInOtherFilesAreReported() {
    rewriteRun(
        spec ->
            says(
                spec,
                "compose.yml:3:24 --spring.ai.mcp.server.sse-endpoint, manual: not edited here: leave out --spring.ai.mcp.server.sse-endpoint, which only HTTP+SSE has",
                ".github/workflows/it.yml:3:5 SPRING_AI_MCP_SERVER_PROTOCOL, manual: workflows are not edited: write SPRING_AI_MCP_SERVER_PROTOCOL=STREAMABLE",
                "Dockerfile:2:20 -Dspring.ai.mcp.server.base-url, manual: not edited here: leave out -Dspring.ai.mcp.server.base-url, which only HTTP+SSE has",
                "Dockerfile:3:22 -Dspring.ai.mcp.server.protocol, manual: not edited here: write -Dspring.ai.mcp.server.protocol=STREAMABLE",
                "Procfile:1:29 --spring.ai.mcp.server.keep-alive-interval, manual: not edited here: write --spring.ai.mcp.server.streamable-http.keep-alive-interval=5s in place of --spring.ai.mcp.server.keep-alive-interval"),
        server(),
        yaml(
            """
            services:
              weather:
                command: ["java", "--spring.ai.mcp.server.sse-endpoint=/sse"]
            """,
            file -> file.path("compose.yml")),
        yaml(
            """
            jobs:
              env:
                SPRING_AI_MCP_SERVER_PROTOCOL: SSE
            """,
            file -> file.path(".github/workflows/it.yml")),
        docker(
            """
            FROM scratch
            ENV JAVA_OPTS="-Da -Dspring.ai.mcp.server.base-url=/x"
            ENTRYPOINT ["java", "-Dspring.ai.mcp.server.protocol=SSE", "-jar", "x.jar"]
            """,
            file -> file.path("Dockerfile")),
        text(
            "web: java -jar target/x.jar --spring.ai.mcp.server.keep-alive-interval=5s",
            file -> file.path("Procfile")));
  }

  @Test
  void argumentsInAPomAreReported() {
    rewriteRun(
        spec ->
            says(
                spec,
                "weather/pom.xml:15:17 <spring.ai.mcp.server.sse-endpoint>, manual: not edited here: leave out spring.ai.mcp.server.sse-endpoint, which only HTTP+SSE has"),
        mavenProject(
            "weather",
            pomXml(
                POM.formatted("weather", SERVER, "1.1.2")
                    .replace(
                        "</dependencies>\n",
                        "</dependencies>\n    <properties>\n        <app.name><!-- no --></app.name>\n        <x>1</x><spring.ai.mcp.server.sse-endpoint>/sse</spring.ai.mcp.server.sse-endpoint>\n    </properties>\n"))));
  }
}
