package io.github.mcpmigrate.recipes.springai;

import static io.github.mcpmigrate.recipes.springai.DeploymentTest.says;
import static io.github.mcpmigrate.recipes.springai.DeploymentTest.server;
import static org.openrewrite.yaml.Assertions.yaml;

import org.junit.jupiter.api.Test;

class VariablesInYamlTest implements DeploymentTest {

  @Test
  void environmentAsAList() {
    rewriteRun(
        server(),
        yaml(
            """
            services:
              weather:
                environment:
                  - TZ=UTC
                  - SPRING_AI_MCP_SERVER_SSEENDPOINT=/sse
                  - "SPRING_AI_MCP_SERVER_PROTOCOL=sse"
                  - SPRING_AI_MCP_SERVER_KEEPALIVEINTERVAL=30s
                  - SPRING_AI_MCP_SERVER_BASE_URL
                # not of this kind
                env_file: weather.env
            """,
            """
            services:
              weather:
                environment:
                  - TZ=UTC
                  - "SPRING_AI_MCP_SERVER_PROTOCOL=STREAMABLE"
                  - SPRING_AI_MCP_SERVER_STREAMABLEHTTP_KEEPALIVEINTERVAL=30s
                # not of this kind
                env_file: weather.env
            """,
            file -> file.path("docker-compose.yaml")));
  }

  @Test
  void anEnvironmentThatIsEmptyGoes() {
    rewriteRun(
        server(),
        yaml(
            """
            services:
              weather:
                image: weather:1 # ours
                # for clients
                environment:
                  SPRING_AI_MCP_SERVER_SSE_ENDPOINT: /sse # here
                # for people
                ports:
                  - "8080:8080"
              other:
                environment:
                  - SPRING_AI_MCP_SERVER_SSE_ENDPOINT=/sse
            """,
            """
            services:
              weather:
                image: weather:1 # ours
                # for clients
                # for people
                ports:
                  - "8080:8080"
              other:
            """,
            file -> file.path("compose.yml")));
  }

  @Test
  void manifests() {
    rewriteRun(
        server(),
        yaml(
            """
            apiVersion: apps/v1
            kind: Deployment
            spec:
              template:
                spec:
                  containers:
                    - name: weather
                      env:
                        - name: SPRING_AI_MCP_SERVER_PROTOCOL
                          value: SSE
                        - name: SPRING_AI_MCP_SERVER_SSE_ENDPOINT
                          valueFrom:
                            configMapKeyRef:
                              name: weather
                              key: sse
                        - name: SPRING_AI_MCP_SERVER_KEEP_ALIVE_INTERVAL
                          valueFrom:
                            configMapKeyRef:
                              name: weather
                              key: keep-alive
                        - name: TZ
                          value: UTC
            ---
            apiVersion: v1
            kind: ConfigMap
            data:
              SPRING_AI_MCP_SERVER_PROTOCOL: 'SSE'
              SPRING_AI_MCP_SERVER_BASE_URL: https://weather.example
              keep-alive: 30s
            """,
            """
            apiVersion: apps/v1
            kind: Deployment
            spec:
              template:
                spec:
                  containers:
                    - name: weather
                      env:
                        - name: SPRING_AI_MCP_SERVER_PROTOCOL
                          value: STREAMABLE
                        - name: SPRING_AI_MCP_SERVER_STREAMABLE_HTTP_KEEP_ALIVE_INTERVAL
                          valueFrom:
                            configMapKeyRef:
                              name: weather
                              key: keep-alive
                        - name: TZ
                          value: UTC
            ---
            apiVersion: v1
            kind: ConfigMap
            data:
              SPRING_AI_MCP_SERVER_PROTOCOL: 'STREAMABLE'
              keep-alive: 30s
            """,
            file -> file.path("k8s/weather.yaml")));
  }

  @Test
  void wholeFilesInConfigMaps() {
    rewriteRun(
        spec ->
            says(
                spec,
                "k8s/config.yaml:11:13 spring.ai.mcp.server.protocol, changed: becomes STREAMABLE",
                "k8s/config.yaml:12:13 spring.ai.mcp.server.sseendpoint, changed: goes: only HTTP+SSE has it",
                "k8s/config.yaml:16:5 spring.ai.mcp.client.sse.connections.stock.url, changed: becomes http://stock:8080"),
        server(),
        yaml(
            """
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: weather
            data:
              application.yml: |
                spring:
                  ai:
                    mcp:
                      server: # ours
                        protocol: SSE
                        sse-endpoint: /sse

                # the end
              application-prod.properties: |-
                spring.ai.mcp.client.sse.connections.stock.url=http://stock:8080/sse
                server.port=80
              TZ: UTC
            """,
            """
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: weather
            data:
              application.yml: |
                spring:
                  ai:
                    mcp:
                      server: # ours
                        protocol: STREAMABLE

                # the end
              application-prod.properties: |-
                spring.ai.mcp.client.streamable-http.connections.stock.url=http://stock:8080
                server.port=80
              TZ: UTC
            """,
            file -> file.path("k8s/config.yaml")));
  }

  @Test
  void helmValuesAndKustomize() {
    rewriteRun(
        server(),
        yaml(
            """
            weather:
              extraEnvVars:
                - {name: A, value: b}
                - name: SPRING_AI_MCP_SERVER_PROTOCOL
                  value: "SSE"
              sidecar:
                env:
                  SPRING_AI_MCP_SERVER_SSE_ENDPOINT: /sse
                  A: b
            """,
            """
            weather:
              extraEnvVars:
                - {name: A, value: b}
                - name: SPRING_AI_MCP_SERVER_PROTOCOL
                  value: "STREAMABLE"
              sidecar:
                env:
                  A: b
            """,
            file -> file.path("chart/values.yaml")),
        yaml(
            """
            configMapGenerator:
              - name: weather
                literals:
                  - SPRING_AI_MCP_SERVER_PROTOCOL=SSE
                  - A=b
            """,
            """
            configMapGenerator:
              - name: weather
                literals:
                  - SPRING_AI_MCP_SERVER_PROTOCOL=STREAMABLE
                  - A=b
            """,
            file -> file.path("kustomization.yaml")));
  }

  @Test
  void anAnchorStays() {
    rewriteRun(
        server(),
        yaml(
            """
            x-env: &common
              TZ: UTC
              SPRING_AI_MCP_SERVER_PROTOCOL: SSE
            services:
              weather:
                environment:
                  <<: *common
                  SPRING_AI_MCP_SERVER_BASE_URL: /x
            """,
            """
            x-env: &common
              TZ: UTC
              SPRING_AI_MCP_SERVER_PROTOCOL: STREAMABLE
            services:
              weather:
                environment:
                  <<: *common
            """,
            file -> file.path("compose.yml")));
  }

  @Test
  void lineEndsOfWindows() {
    rewriteRun(
        server(),
        yaml(
            "env:\r\n  A: b # c\r\n  SPRING_AI_MCP_SERVER_SSE_ENDPOINT: /sse\r\n  # d\r\n  SPRING_AI_MCP_SERVER_PROTOCOL: SSE\r\nkind: ConfigMap\r\ndata:\r\n  application.properties: |\r\n    spring.ai.mcp.server.sse-endpoint=/sse\r\n    a=b\r\n",
            "env:\r\n  A: b # c\r\n  # d\r\n  SPRING_AI_MCP_SERVER_PROTOCOL: STREAMABLE\r\nkind: ConfigMap\r\ndata:\r\n  application.properties: |\r\n    a=b\r\n",
            file -> file.path("values.yaml").noTrim()));
  }

  @Test
  void valuesWithTemplates() {
    rewriteRun(
        server(),
        yaml(
            """
            services:
              weather:
                logging:
                  options:
                    tag: "{{.Name}}"
                environment:
                  SPRING_AI_MCP_SERVER_PROTOCOL: SSE
            """,
            """
            services:
              weather:
                logging:
                  options:
                    tag: "{{.Name}}"
                environment:
                  SPRING_AI_MCP_SERVER_PROTOCOL: STREAMABLE
            """,
            file -> file.path("compose.yml")));
  }

  @Test
  void anAnchorIsNotEmptied() {
    rewriteRun(
        spec ->
            says(
                spec,
                "compose.yml:2:3 SPRING_AI_MCP_SERVER_BASE_URL, manual: other places of this file refer to these variables: leave out SPRING_AI_MCP_SERVER_BASE_URL, which only HTTP+SSE has"),
        server(),
        yaml(
            """
            x-env: &common
              SPRING_AI_MCP_SERVER_BASE_URL: /x
            services:
              weather:
                environment: *common
            """,
            file -> file.path("compose.yml")));
  }

  @Test
  void wholeFilesElsewhere() {
    rewriteRun(
        spec ->
            says(
                spec,
                "chart/values.yaml:3:5 spring.ai.mcp.server.sseendpoint, changed: goes: only HTTP+SSE has it",
                "chart/values.yaml:5:3 application.yml, manual: a file in a text that is no block is not edited: change the keys in it as they are in the application's own",
                "secret.yaml:4:5 spring.ai.mcp.server.baseurl, manual: secrets are not edited: goes: only HTTP+SSE has it"),
        server(),
        yaml(
            """
            config:
              application-prod.properties: |
                spring.ai.mcp.server.sse-endpoint=/sse
                a=b
              application.yml: "spring:\\n  ai.mcp.server.protocol: SSE"
              application.yaml: "spring.ai.mcp.enabled: true"
            """,
            """
            config:
              application-prod.properties: |
                a=b
              application.yml: "spring:\\n  ai.mcp.server.protocol: SSE"
              application.yaml: "spring.ai.mcp.enabled: true"
            """,
            file -> file.path("chart/values.yaml")),
        yaml(
            """
            kind: Secret
            stringData:
              application.properties: |
                spring.ai.mcp.server.base-url=/x
            """,
            file -> file.path("secret.yaml")));
  }
}
