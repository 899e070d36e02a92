package io.github.mcpmigrate.recipes.springai;

import static io.github.mcpmigrate.recipes.springai.DeploymentTest.application;
import static io.github.mcpmigrate.recipes.springai.DeploymentTest.module;
import static io.github.mcpmigrate.recipes.springai.DeploymentTest.says;
import static io.github.mcpmigrate.recipes.springai.DeploymentTest.server;
import static org.assertj.core.api.Assertions.assertThat;
import static org.openrewrite.docker.Assertions.docker;
import static org.openrewrite.gradle.Assertions.buildGradle;
import static org.openrewrite.java.Assertions.mavenProject;
import static org.openrewrite.test.SourceSpecs.text;
import static org.openrewrite.yaml.Assertions.yaml;

import io.github.mcpmigrate.table.LegacySseUses;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.openrewrite.DocumentExample;
import org.openrewrite.test.SourceSpecs;

class SpringAiEnvironmentToStreamableTest implements DeploymentTest {

  @DocumentExample
  @Test
  void environmentOfAComposeService() {
    rewriteRun(
        spec ->
            says(
                spec,
                "compose.yml:7:7 SPRING_AI_MCP_SERVER_PROTOCOL, changed: becomes SPRING_AI_MCP_SERVER_PROTOCOL=STREAMABLE",
                "compose.yml:8:7 SPRING_AI_MCP_SERVER_SSE_ENDPOINT, changed: goes: only HTTP+SSE has it",
                "compose.yml:10:7 SPRING_AI_MCP_SERVER_SSE_MESSAGE_ENDPOINT, changed: goes: only HTTP+SSE has it",
                "compose.yml:11:7 SPRING_AI_MCP_SERVER_KEEP_ALIVE_INTERVAL, changed: becomes SPRING_AI_MCP_SERVER_STREAMABLE_HTTP_KEEP_ALIVE_INTERVAL"),
        server(),
        yaml(
            """
            services:
              weather:
                image: weather:1
                environment:
                  TZ: UTC # the clock
                  # how clients connect
                  SPRING_AI_MCP_SERVER_PROTOCOL: "SSE"
                  SPRING_AI_MCP_SERVER_SSE_ENDPOINT: /sse # where
                  # and where they post
                  SPRING_AI_MCP_SERVER_SSE_MESSAGE_ENDPOINT: /mcp/message
                  SPRING_AI_MCP_SERVER_KEEP_ALIVE_INTERVAL: 30s # half a minute
                ports:
                  - "8080:8080"
            """,
            """
            services:
              weather:
                image: weather:1
                environment:
                  TZ: UTC # the clock
                  # how clients connect
                  SPRING_AI_MCP_SERVER_PROTOCOL: "STREAMABLE"
                  # and where they post
                  SPRING_AI_MCP_SERVER_STREAMABLE_HTTP_KEEP_ALIVE_INTERVAL: 30s # half a minute
                ports:
                  - "8080:8080"
            """,
            file -> file.path("compose.yml")));
  }

  @Test
  void connectionsOfClients() {
    rewriteRun(
        spec ->
            says(
                spec,
                "compose.yml:4:9 SPRING_AI_MCP_CLIENT_SSE_CONNECTIONS_WEATHER_URL, changed: becomes SPRING_AI_MCP_CLIENT_STREAMABLEHTTP_CONNECTIONS_WEATHER_URL=http://weather:8080",
                "compose.yml:5:9 SPRING_AI_MCP_CLIENT_SSE_CONNECTIONS_WEATHER_SSE_ENDPOINT, changed: goes: only HTTP+SSE has it",
                "compose.yml:6:9 SPRING_AI_MCP_CLIENT_SSE_CONNECTIONS_MY_STOCK_URL, changed: becomes SPRING_AI_MCP_CLIENT_STREAMABLE_HTTP_CONNECTIONS_MY_STOCK_URL",
                "compose.yml:7:9 SPRING_AI_MCP_CLIENT_SSE_CONNECTIONS_MY_STOCK_SSEENDPOINT, changed: becomes SPRING_AI_MCP_CLIENT_STREAMABLE_HTTP_CONNECTIONS_MY_STOCK_ENDPOINT=/stock/mcp",
                "compose.yml:8:9 SPRING_AI_MCP_CLIENT_SSE_CONNECTIONS_NOTES_SSEENDPOINT, manual: ask whoever runs this server where it serves Streamable HTTP"),
        application("spring.ai.mcp.client.type=ASYNC"),
        yaml(
            """
            services:
              agent:
                environment:
                  - SPRING_AI_MCP_CLIENT_SSE_CONNECTIONS_WEATHER_URL=http://weather:8080/sse
                  - SPRING_AI_MCP_CLIENT_SSE_CONNECTIONS_WEATHER_SSE_ENDPOINT=/sse
                  - SPRING_AI_MCP_CLIENT_SSE_CONNECTIONS_MY_STOCK_URL=${STOCK}
                  - SPRING_AI_MCP_CLIENT_SSE_CONNECTIONS_MY_STOCK_SSEENDPOINT=/stock/sse
                  - SPRING_AI_MCP_CLIENT_SSE_CONNECTIONS_NOTES_SSEENDPOINT=${NOTES_PATH}
            """,
            """
            services:
              agent:
                environment:
                  - SPRING_AI_MCP_CLIENT_STREAMABLEHTTP_CONNECTIONS_WEATHER_URL=http://weather:8080
                  - SPRING_AI_MCP_CLIENT_STREAMABLE_HTTP_CONNECTIONS_MY_STOCK_URL=${STOCK}
                  - SPRING_AI_MCP_CLIENT_STREAMABLE_HTTP_CONNECTIONS_MY_STOCK_ENDPOINT=/stock/mcp
                  # TODO mcp-migrate: ask whoever runs this server where it serves Streamable HTTP
                  - SPRING_AI_MCP_CLIENT_STREAMABLEHTTP_CONNECTIONS_NOTES_ENDPOINT=${NOTES_PATH}
            """,
            file -> file.path("compose.yml")));
  }

  @Test
  void connectionsToAnotherEndpoint() {
    rewriteRun(
        spec -> spec.recipe(new SpringAiEnvironmentToStreamable("/api/mcp", null)),
        application("spring.ai.mcp.client.sse.connections.stock.url=http://localhost:8081"),
        yaml(
            """
            services:
              agent:
                environment:
                  # our own
                  SPRING_AI_MCP_CLIENT_SSE_CONNECTIONS_WEATHER_URL: http://weather:8080 # here
                  # its endpoint stands in application.properties
                  SPRING_AI_MCP_CLIENT_SSE_CONNECTIONS_STOCK_URL: http://stock:8080
            """,
            """
            services:
              agent:
                environment:
                  # our own
                  SPRING_AI_MCP_CLIENT_STREAMABLEHTTP_CONNECTIONS_WEATHER_ENDPOINT: /api/mcp
                  SPRING_AI_MCP_CLIENT_STREAMABLEHTTP_CONNECTIONS_WEATHER_URL: http://weather:8080 # here
                  # its endpoint stands in application.properties
                  SPRING_AI_MCP_CLIENT_STREAMABLEHTTP_CONNECTIONS_STOCK_URL: http://stock:8080
            """,
            file -> file.path("compose.yml")));
  }

  @Test
  void keepsTheUrl() {
    rewriteRun(
        spec -> spec.recipe(new SpringAiEnvironmentToStreamable(null, true)),
        server(),
        yaml(
            """
            services:
              weather:
                environment:
                  SPRING_AI_MCP_SERVER_SSE_ENDPOINT: ${SSE_PATH} # from the host
            """,
            """
            services:
              weather:
                environment:
                  SPRING_AI_MCP_SERVER_STREAMABLE_HTTP_MCP_ENDPOINT: ${SSE_PATH} # from the host
            """,
            file -> file.path("compose.yml")),
        docker(
            """
            FROM scratch
            ENV SPRING_AI_MCP_SERVER_SSEENDPOINT=/weather/sse
            """,
            """
            FROM scratch
            ENV SPRING_AI_MCP_SERVER_STREAMABLEHTTP_MCPENDPOINT=/weather/sse
            """,
            file -> file.path("Dockerfile")));
  }

  @Test
  void aVariableOverridesTheApplication() {
    rewriteRun(
        application("spring.ai.mcp.server.protocol=STREAMABLE"),
        yaml(
            """
            services:
              weather:
                environment:
                  SPRING_AI_MCP_SERVER_PROTOCOL: SSE
              other:
                environment:
                  SPRING_AI_MCP_SERVER_SSE_ENDPOINT: /sse
            """,
            """
            services:
              weather:
                environment:
                  SPRING_AI_MCP_SERVER_PROTOCOL: STREAMABLE
              other:
                environment:
                  SPRING_AI_MCP_SERVER_SSE_ENDPOINT: /sse
            """,
            file -> file.path("compose.yml")));
  }

  @Test
  void theModuleThatAComposeServiceIsBuiltOf() {
    rewriteRun(
        spec ->
            says(
                spec,
                "compose.yml:5:7 SPRING_AI_MCP_SERVER_BASE_URL, changed: goes: only HTTP+SSE has it",
                "compose.yml:14:7 SPRING_AI_MCP_SERVER_BASE_URL, manual: of the servers in this build some move and some stay, and it is not said here which one this is for"),
        module("weather", "1.1.2", "a=b"),
        module("stock", "1.1.2", "spring.ai.mcp.server.protocol=STATELESS"),
        yaml(
            """
            services:
              weather:
                build: ./weather
                environment:
                  SPRING_AI_MCP_SERVER_BASE_URL: /x
                  A: b
              stock:
                build:
                  context: stock
                environment:
                  SPRING_AI_MCP_SERVER_BASE_URL: /x
              some:
                environment:
                  SPRING_AI_MCP_SERVER_BASE_URL: /x
            """,
            """
            services:
              weather:
                build: ./weather
                environment:
                  A: b
              stock:
                build:
                  context: stock
                environment:
                  SPRING_AI_MCP_SERVER_BASE_URL: /x
              some:
                environment:
                  SPRING_AI_MCP_SERVER_BASE_URL: /x
            """,
            file -> file.path("compose.yml")));
  }

  /** What looks alike, or is not certain, stays. */
  @Nested
  class DoesNotTouch {

    private void stays(SourceSpecs application, SourceSpecs file) {
      rewriteRun(DeploymentTest::saysNothing, application, file);
    }

    private SourceSpecs compose(String... variables) {
      StringBuilder text = new StringBuilder("services:\n  weather:\n    environment:\n");
      for (String variable : variables) {
        text.append("      ").append(variable).append('\n');
      }
      return yaml(text.toString(), file -> file.path("compose.yml"));
    }

    @Test
    void variablesOfOthers() {
      stays(
          server(),
          compose(
              "MY_SPRING_AI_MCP_SERVER_SSE_ENDPOINT: /sse",
              "SPRING_AI_MCP_SERVERS_PROTOCOL: SSE",
              "SPRING_AI_MCP_PROTOCOL: SSE",
              "QUARKUS_MCP_SERVER_SSE_ROOT_PATH: /sse",
              "MCP_SSE_ENDPOINT: /sse",
              "MCP_COMPAT_SUNSET: 2027-01-01"));
    }

    @Test
    void otherKeysOfTheServer() {
      stays(
          server(),
          compose(
              "SPRING_AI_MCP_SERVER_NAME: sse",
              "SPRING_AI_MCP_SERVER_REQUEST_TIMEOUT: 20s",
              "SPRING_AI_MCP_SERVER_STREAMABLE_HTTP_KEEP_ALIVE_INTERVAL: 20s"));
    }

    @Test
    void namesThatSpringBootDoesNotBind() {
      stays(
          server(),
          compose(
              "SPRING_AI_MCP_SERVER_SSE_MESSAGEENDPOINT: /m",
              "Spring_Ai_Mcp_Server_Protocol: SSE",
              "SPRING_AI_MCP_SERVER_KEEPALIVE_INTERVAL: 3s"));
    }

    @Test
    void otherProtocols() {
      stays(
          server(),
          compose(
              "SPRING_AI_MCP_SERVER_PROTOCOL: STATELESS",
              "SPRING_AI_MCP_SERVER_SSE_ENDPOINT: /sse"));
      stays(
          application("spring.ai.mcp.server.protocol=STATELESS"),
          compose("SPRING_AI_MCP_SERVER_SSE_ENDPOINT: /sse"));
    }

    @Test
    void serversOnStdio() {
      stays(
          application("spring.ai.mcp.server.stdio=true"),
          compose("SPRING_AI_MCP_SERVER_PROTOCOL: SSE"));
      stays(
          server(),
          compose("SPRING_AI_MCP_SERVER_STDIO: true", "SPRING_AI_MCP_SERVER_PROTOCOL: SSE"));
    }

    @Test
    void commentedLines() {
      stays(
          server(),
          yaml(
              """
              services:
                weather:
                  environment:
                    A: b
                    # SPRING_AI_MCP_SERVER_PROTOCOL: SSE
                  # command: --spring.ai.mcp.server.protocol=SSE
              """,
              file -> file.path("compose.yml")));
      stays(
          server(),
          docker(
              """
              FROM scratch
              # ENV SPRING_AI_MCP_SERVER_PROTOCOL=SSE
              ENV A=1
              """,
              file -> file.path("Dockerfile")));
      stays(server(), text("#SPRING_AI_MCP_SERVER_PROTOCOL=SSE\nA=b", file -> file.path(".env")));
    }

    @Test
    void labelsAndTexts() {
      stays(
          server(),
          yaml(
              """
              kind: ConfigMap
              data:
                notes.txt: |
                  protocol: SSE
                application.yml: |
                  spring:
                    application:
                      name: mcp
              """,
              file -> file.path("map.yml")));
    }

    @Test
    void aBuildWithoutSpringAi() {
      rewriteRun(
          spec ->
              says(
                  spec,
                  "compose.yml:4:7 SPRING_AI_MCP_SERVER_PROTOCOL, unknown: nothing in this build is a Spring AI server on MCP: change it together with the program that it is for",
                  "compose.yml:5:7 SPRING_AI_MCP_CLIENT_SSE_CONNECTIONS_A_URL, unknown: nothing in this build is a Spring AI client on MCP: change it together with the program that it is for"),
          application("spring.application.name=other"),
          compose(
              "SPRING_AI_MCP_SERVER_PROTOCOL: SSE",
              "SPRING_AI_MCP_CLIENT_SSE_CONNECTIONS_A_URL: http://a"));
    }

    @Test
    void aSpringAiThatCannot() {
      rewriteRun(
          spec ->
              spec.dataTable(
                  LegacySseUses.Row.class,
                  rows ->
                      assertThat(rows)
                          .singleElement()
                          .matches(row -> row.getAction().equals("manual"))
                          .matches(row -> row.getReason().startsWith("spring-ai-core is not"))),
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
              yaml(
                  "env:\n  SPRING_AI_MCP_SERVER_SSE_ENDPOINT: /sse\n",
                  file -> file.path("values.yaml"))));
    }

    @Test
    void protocolsThatAreDecidedElsewhere() {
      rewriteRun(
          spec ->
              says(
                  spec,
                  "compose.yml:4:7 SPRING_AI_MCP_SERVER_PROTOCOL, manual: whoever sets this protocol has to set STREAMABLE; SSE is what these recipes move away from"),
          server(),
          compose(
              "SPRING_AI_MCP_SERVER_PROTOCOL: ${PROTOCOL:-SSE}",
              "SPRING_AI_MCP_SERVER_SSE_ENDPOINT: /sse"));
    }

    @Test
    void protocolsThatNobodyKnows() {
      rewriteRun(
          spec ->
              says(
                  spec,
                  "compose.yml:4:7 SPRING_AI_MCP_SERVER_PROTOCOL, manual: Spring AI serves no MCP endpoint with this protocol: write SSE, STREAMABLE or STATELESS, then run again"),
          server(),
          compose(
              "SPRING_AI_MCP_SERVER_PROTOCOL: HTTP", "SPRING_AI_MCP_SERVER_SSE_ENDPOINT: /sse"));
    }

    @Test
    void jsonInAVariable() {
      rewriteRun(
          spec ->
              says(
                  spec,
                  "compose.yml:4:7 SPRING_APPLICATION_JSON, manual: JSON in a variable is not edited: change the keys in it as they are in application.yml"),
          server(),
          compose(
              "SPRING_APPLICATION_JSON: '{\"spring\":{\"ai\":{\"mcp\":{\"server\":{\"protocol\":\"SSE\"}}}}}'"));
    }

    @Test
    void secrets() {
      rewriteRun(
          spec ->
              says(
                  spec,
                  "secret.yml:3:3 SPRING_AI_MCP_CLIENT_SSE_CONNECTIONS_A_URL, manual: secrets are not edited: write SPRING_AI_MCP_CLIENT_STREAMABLEHTTP_CONNECTIONS_A_URL in place of SPRING_AI_MCP_CLIENT_SSE_CONNECTIONS_A_URL"),
          application("spring.ai.mcp.client.type=SYNC"),
          yaml(
              """
              kind: Secret
              data:
                SPRING_AI_MCP_CLIENT_SSE_CONNECTIONS_A_URL: aHR0cDovL2EK
              """,
              file -> file.path("secret.yml")));
    }

    @Test
    void templates() {
      rewriteRun(
          spec ->
              says(
                  spec,
                  "chart/templates/app.yaml:3:11 SPRING_AI_MCP_SERVER_SSE_ENDPOINT, manual: templates are not edited: leave out SPRING_AI_MCP_SERVER_SSE_ENDPOINT, which only HTTP+SSE has"),
          server(),
          yaml(
              """
              env:
                {{- if .Values.sse }}
                - name: SPRING_AI_MCP_SERVER_SSE_ENDPOINT
                  value: {{ .Values.sse | quote }}
                {{- end }}
              """,
              file -> file.path("chart/templates/app.yaml")));
    }

    @Test
    void whatOthersNameInAConfigMap() {
      rewriteRun(
          spec ->
              says(
                  spec,
                  "map.yml:3:3 SPRING_AI_MCP_SERVER_BASE_URL, manual: other places of this build refer to it, so that it stays: leave out SPRING_AI_MCP_SERVER_BASE_URL, which only HTTP+SSE has"),
          server(),
          yaml(
              """
              kind: ConfigMap
              data:
                SPRING_AI_MCP_SERVER_BASE_URL: /x
              """,
              file -> file.path("map.yml")),
          yaml(
              """
              containers:
                - env:
                    - name: BASE
                      valueFrom:
                        configMapKeyRef:
                          key: SPRING_AI_MCP_SERVER_BASE_URL
              """,
              file -> file.path("deployment.yml")));
    }
  }
}
