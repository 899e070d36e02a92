package io.github.mcpmigrate.recipes.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openrewrite.docker.Assertions.docker;
import static org.openrewrite.json.Assertions.json;
import static org.openrewrite.properties.Assertions.properties;
import static org.openrewrite.test.SourceSpecs.text;
import static org.openrewrite.yaml.Assertions.yaml;

import io.github.mcpmigrate.table.LegacySseUses;
import io.github.mcpmigrate.table.LegacySseUses.Row;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openrewrite.test.RecipeSpec;
import org.openrewrite.test.RewriteTest;
import org.openrewrite.test.SourceSpecs;

/** Everything around a server that names its endpoints of HTTP+SSE, and what does not. */
class FindInfrastructureTest implements RewriteTest {

  private static final String LET_THROUGH =
      ": for GET, POST and DELETE, unbuffered, with Mcp-Session-Id, MCP-Protocol-Version and Last-Event-ID let through";

  @Override
  public void defaults(RecipeSpec spec) {
    spec.recipe(new FindInfrastructure());
  }

  /** A server on HTTP+SSE at /sse and /mcp/message. */
  private static SourceSpecs server() {
    return server("spring.ai.mcp.server.name=notes");
  }

  private static SourceSpecs server(String properties) {
    return properties(properties, file -> file.path("src/main/resources/application.properties"));
  }

  /** What the table says: line and column, construct, shape. */
  private static void finds(RecipeSpec spec, String... rows) {
    spec.dataTable(
        Row.class,
        found ->
            assertThat(found)
                .extracting(
                    row ->
                        "%d:%d %s, %s"
                            .formatted(
                                row.getLine(), row.getColumn(), row.getConstruct(), row.getShape()))
                .containsExactlyInAnyOrder(rows));
  }

  private static void reasons(RecipeSpec spec, String... parts) {
    spec.dataTable(
        Row.class,
        found -> {
          assertThat(found).hasSize(parts.length);
          for (int i = 0; i < parts.length; i++) {
            assertThat(found.get(i).getReason()).contains(parts[i]);
            assertThat(found.get(i).getDocumentation())
                .isEqualTo("docs/findings/infrastructure.md");
          }
        });
  }

  private static void findsNothing(RecipeSpec spec) {
    spec.afterRecipe(run -> assertThat(run.getDataTableRows(LegacySseUses.class)).isEmpty());
  }

  @Nested
  class HealthChecks {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "HEALTHCHECK CMD curl -f http://localhost:8080/sse || exit 1",
          "HEALTHCHECK --interval=30s CMD curl -f --max-time 2 http://localhost:8080/sse || exit 0",
          "HEALTHCHECK --interval=30s --timeout=3s CMD wget -q --spider http://127.0.0.1:8080/sse",
          "HEALTHCHECK CMD [\"curl\", \"-f\", \"http://localhost:8080/sse\"]",
          "HEALTHCHECK CMD curl -f localhost:8080/sse",
          "HEALTHCHECK CMD curl -f http://localhost:8080/mcp/message",
        })
    void ofAnImage(String check) {
      rewriteRun(
          spec ->
              spec.dataTable(
                  Row.class,
                  found ->
                      assertThat(found)
                          .extracting(row -> row.getLine() + " " + row.getShape())
                          .containsExactly("2 health check")),
          server(),
          docker("FROM eclipse-temurin:21-jre\n" + check + "\n", file -> file.path("Dockerfile")));
    }

    @Test
    void thatGoesOnOnTheNextLine() {
      rewriteRun(
          spec -> finds(spec, "3:15 http://localhost:8080/sse, health check"),
          server(),
          docker(
              """
              FROM eclipse-temurin:21-jre
              HEALTHCHECK --interval=30s \\
                CMD curl -f http://localhost:8080/sse || exit 1
              """,
              file -> file.path("docker/Dockerfile.prod")));
    }

    @Test
    void thatHideWhatTheySee() {
      rewriteRun(
          spec -> reasons(spec, "what it then says is made to look healthy: ask a health endpoint"),
          server(),
          docker(
              "FROM eclipse-temurin:21-jre\nHEALTHCHECK CMD curl --max-time 2 http://localhost:8080/sse || [ $? -eq 28 ]\n",
              file -> file.path("Dockerfile")));
    }

    @Test
    void ofCompose() {
      rewriteRun(
          spec -> finds(spec, "5:30 http://localhost:8080/sse, health check"),
          server(),
          yaml(
              """
              services:
                notes:
                  build: .
                  healthcheck:
                    test: [CMD, curl, -f, "http://localhost:8080/sse"]
                    interval: 10s
              """,
              file -> file.path("compose.yml")));
    }

    @Test
    void probesOfKubernetes() {
      rewriteRun(
          spec ->
              finds(
                  spec,
                  "11:21 /sse, health check",
                  "16:45 http://localhost:8080/sse, health check"),
          server(),
          yaml(
              """
              apiVersion: apps/v1
              kind: Deployment
              spec:
                template:
                  spec:
                    containers:
                      - name: notes
                        image: registry.example/notes:1
                        livenessProbe:
                          httpGet:
                            path: /sse
                            port: 8080
                        readinessProbe:
                          exec:
                            # an event stream
                            command: ["curl", "-m", "1", "http://localhost:8080/sse"]
              """,
              file -> file.path("k8s/notes.yaml")));
    }

    @Test
    void ofHelmTemplates() {
      rewriteRun(
          spec -> finds(spec, "4:11 /sse, health check"),
          server(),
          text(
              """
              {{- if .Values.probe }}
              livenessProbe:
                httpGet:
                  path: /sse
                  port: {{ .Values.port }}
              {{- end }}
              """,
              file -> file.path("chart/templates/_probe.tpl")));
    }

    @Test
    void ofAProxy() {
      rewriteRun(
          spec -> finds(spec, "2:22 /sse, health check"),
          server(),
          text(
              """
              backend notes
                option httpchk GET /sse
              """,
              file -> file.path("haproxy.cfg")));
    }
  }

  @Nested
  class Proxies {

    @ParameterizedTest
    @CsvSource(
        delimiter = ';',
        value = {
          "nginx.conf; location /sse {; /sse",
          "nginx.conf; location = /sse {; /sse",
          "nginx.conf; location ^~ /sse/ {; /sse",
          "nginx.conf; location ~ ^/(sse|mcp/message) {; /(sse|mcp/message)",
          "conf/default.conf.template; location /mcp/message {; /mcp/message",
          "Caddyfile; handle /sse* {; /sse",
          "haproxy.cfg; acl mcp path_beg /sse /mcp/message; /sse",
          "varnish.vcl; if (req.url ~ \"^/sse\") {; /sse",
          "traefik.yml; rule: PathPrefix(`/sse`); /sse",
          "envoy.yaml; prefix: /sse; /sse",
          "infra/alb.tf; values = [\"/sse\", \"/mcp/message\"]; /sse",
        })
    void routes(String path, String route, String construct) {
      rewriteRun(
          spec ->
              spec.dataTable(
                  Row.class,
                  found ->
                      assertThat(found)
                          .extracting(row -> row.getConstruct() + " " + row.getShape())
                          .containsExactly(construct + " proxy")),
          server(),
          text(route + "\n", file -> file.path(path)));
    }

    @Test
    void ingressesWithTheirAnnotations() {
      rewriteRun(
          spec ->
              finds(
                  spec,
                  "6:5 nginx.ingress.kubernetes.io/affinity, session affinity",
                  "8:5 nginx.ingress.kubernetes.io/cors-allow-headers, headers",
                  "9:5 nginx.ingress.kubernetes.io/cors-allow-methods, methods",
                  "14:19 /sse, proxy",
                  "15:19 /mcp/message, proxy"),
          server(),
          yaml(
              """
              apiVersion: networking.k8s.io/v1
              kind: Ingress
              metadata:
                name: notes
                annotations:
                  nginx.ingress.kubernetes.io/affinity: cookie
                  nginx.ingress.kubernetes.io/session-cookie-name: notes
                  nginx.ingress.kubernetes.io/cors-allow-headers: Authorization
                  nginx.ingress.kubernetes.io/cors-allow-methods: GET, POST
              spec:
                rules:
                  - http:
                      paths:
                        - path: /sse
                        - path: /mcp/message
              """,
              file -> file.path("k8s/ingress.yaml")));
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = ';',
        value = {
          "haproxy.cfg; balance url_param sessionId; session affinity",
          "haproxy.cfg; stick-table type ip size 1m; session affinity",
          "haproxy.cfg; cookie SRV insert indirect; session affinity",
          "nginx.conf; hash $arg_sessionId consistent;session affinity",
          "nginx.conf; ip_hash; session affinity",
          "traefik.yml; sticky: {cookie: {}}; session affinity",
          "envoy.yaml; hash_policy: []; session affinity",
          "k8s/service.yaml; sessionAffinity: ClientIP; session affinity",
          "alb.yaml; alb.ingress.kubernetes.io/target-group-attributes: stickiness.enabled=true; session affinity",
          "nginx.conf; limit_except GET POST { deny all }; methods",
          "nginx.conf; if ($request_method !~ ^(GET|POST)$) { return 405 }; methods",
          "nginx.conf; add_header Access-Control-Allow-Headers Authorization; headers",
          "k8s/deployment.yaml; preStop: {exec: {command: [sleep]}}; drain",
        })
    void whatIsAboutSessionsWithoutNamingAnEndpoint(String path, String line, String shape) {
      rewriteRun(
          spec ->
              spec.dataTable(
                  Row.class,
                  found ->
                      assertThat(found)
                          .extracting(row -> row.getLine() + " " + row.getShape())
                          .containsExactlyInAnyOrder("1 proxy", "2 " + shape)),
          server(),
          text("path /sse\n" + line + "\n", file -> file.path(path)));
    }

    @Test
    void saysWhatToWrite() {
      rewriteRun(
          spec -> reasons(spec, "is no longer served, Streamable HTTP is at /mcp" + LET_THROUGH),
          server(),
          text("handle /sse* {\n}\n", file -> file.path("Caddyfile")));
      rewriteRun(
          spec -> {
            spec.recipe(new InfrastructureToStreamable(null, null, "dual"));
            reasons(spec, "/mcp needs the same beside this" + LET_THROUGH);
          },
          server(),
          text("handle /sse* {\n}\n", file -> file.path("Caddyfile")));
    }
  }

  @Nested
  class Addresses {

    @ParameterizedTest
    @CsvSource(
        delimiter = ';',
        value = {
          "compose.yml; MCP_SERVER_URL: http://notes:8080/sse; not edited, since whoever reads it has to speak Streamable HTTP first: it becomes http://notes:8080/mcp",
          "k8s/agent.yaml; value: http://notes:8080/sse; not edited, since whoever reads it",
          "agent.env; QUARKUS_LANGCHAIN4J_MCP_NOTES_URL=http://notes:8080/sse; not edited, since whoever reads it",
          "agent.env; MCP_URL=http://notes:8080/sse; not edited, since whoever reads it",
          "compose.yml; MCP_SERVER_URL: https://notes.example/sse; nobody can tell from here whether this leads to a server of this project",
          "compose.yml; MCP_SERVER_URL: http://${HOST}:8080/sse; it becomes http://${HOST}:8080/mcp",
        })
    void inTheEnvironment(String path, String line, String reason) {
      rewriteRun(
          spec -> reasons(spec, reason), server(), text(line + "\n", file -> file.path(path)));
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = ';',
        value = {
          "smoke.sh; curl -N http://localhost:8080/sse",
          ".github/workflows/ci.yml; run: curl -N --max-time 2 http://localhost:8080/sse | grep endpoint",
          ".gitlab-ci.yml; - wget -qO- http://notes:8080/sse",
          "Makefile; \tcurl -sN localhost:8080/sse",
          "Jenkinsfile; sh 'curl -N http://localhost:8080/sse'",
        })
    void thatSmokeTestsAsk(String path, String line) {
      rewriteRun(
          spec -> reasons(spec, "curl -fsS -X POST "),
          server(),
          text(line + "\n", file -> file.path(path)));
    }

    @Test
    void thatAreWatched() {
      rewriteRun(
          spec -> finds(spec, "3:48 /sse, metrics"),
          server(),
          yaml(
              """
              groups:
                - rules:
                    - expr: http_server_requests_active{uri="/sse"} > 100
              """,
              file -> file.path("prometheus/rules.yml")));
      rewriteRun(
          spec -> finds(spec, "1:32 /sse, metrics"),
          server(),
          json(
              "{\"expr\": \"requests_count{uri=\\\"/sse\\\"}\"}",
              file -> file.path("grafana/notes.json")));
    }
  }

  @Nested
  class DoesNotTouch {

    @Test
    void aProjectWithoutSuchAServer() {
      rewriteRun(
          FindInfrastructureTest::findsNothing,
          server("spring.ai.mcp.server.protocol=STREAMABLE"),
          docker(
              "FROM eclipse-temurin:21-jre\nHEALTHCHECK CMD curl -f http://localhost:8080/sse\n",
              file -> file.path("Dockerfile")),
          text("location /sse {\n}\n", file -> file.path("nginx.conf")));
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = ';',
        value = {
          "nginx.conf; location /events {",
          "nginx.conf; location /sse-old {",
          "nginx.conf; location /sse/admin {",
          "nginx.conf; location /assets/sse.js {",
          "nginx.conf; # location /sse {",
          "nginx.conf; location /mcp/messages {",
          "openapi.yaml; /sse:",
          "k8s/notes.yaml; image: registry:5000/sse",
          "compose.yml; SPRING_AI_MCP_SERVER_SSE_ENDPOINT: /sse",
          "compose.yml; SPRING_AI_MCP_CLIENT_SSE_CONNECTIONS_NOTES_URL: http://notes:8080/sse",
          "k8s/config.yaml; sse-endpoint: /sse",
          "compose.yml; QUARKUS_MCP_SERVER_SSE_ROOT_PATH: /sse",
          "compose.yml; - ./data:/var/sse",
          "smoke.sh; # curl -N http://localhost:8080/sse",
          "smoke.sh; curl http://localhost:8080/health",
          "smoke.sh; mkdir -p /sse",
          "package.json; \"url\": \"http://localhost:8080/sse\"",
          "notes.txt; http://localhost:8080/sse",
          "web/node_modules/a/nginx.conf; location /sse {",
          "src/main/resources/application-dev.yml; path: /sse",
        })
    void whatIsNothingOfThis(String path, String line) {
      rewriteRun(
          FindInfrastructureTest::findsNothing,
          server(),
          text(line + "\n", file -> file.path(path)));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "nginx.ingress.kubernetes.io/affinity: cookie",
          "methods: [GET, POST]",
          "Access-Control-Allow-Headers: Authorization",
          "preStop: {}",
        })
    void rulesOfWhatIsNoServerOfThis(String line) {
      rewriteRun(
          FindInfrastructureTest::findsNothing,
          server(),
          text("path: /shop\n" + line + "\n# see /sse\n", file -> file.path("k8s/shop.yaml")));
    }

    @Test
    void sessionsThatAreRoutedByTheirHeaderAlready() {
      rewriteRun(
          spec -> finds(spec, "1:7 /sse, proxy"),
          server(),
          text(
              """
              path: /sse
              nginx.ingress.kubernetes.io/upstream-hash-by: "$http_mcp_session_id"
              methods: [GET, POST, DELETE]
              allow_headers: Mcp-Session-Id
              """,
              file -> file.path("k8s/ingress.yaml")));
    }

    @Test
    void theVariableOfSpringAiOnTheLineBefore() {
      rewriteRun(
          FindInfrastructureTest::findsNothing,
          server(),
          yaml(
              """
              env:
                - name: SPRING_AI_MCP_CLIENT_SSE_CONNECTIONS_NOTES_URL
                  value: http://notes:8080/sse
              """,
              file -> file.path("k8s/agent.yaml")));
    }

    @Test
    void whatStaysWhereItIsWithKeepUrl() {
      rewriteRun(
          spec -> {
            spec.recipe(new InfrastructureToStreamable(null, true, null));
            findsNothing(spec);
          },
          server(),
          text("location /sse {\n}\n", file -> file.path("nginx.conf")),
          text("MCP_URL=http://notes:8080/sse\n", file -> file.path("agent.env")));
    }

    @Test
    void whereMessagesGoWhileBothAreServed() {
      rewriteRun(
          spec -> {
            spec.recipe(new InfrastructureToStreamable(null, null, "dual"));
            findsNothing(spec);
          },
          server(),
          text("location /mcp/message {\n}\n", file -> file.path("nginx.conf")));
    }
  }
}
