package io.github.mcpmigrate.recipes.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openrewrite.docker.Assertions.docker;
import static org.openrewrite.gradle.Assertions.buildGradle;
import static org.openrewrite.properties.Assertions.properties;
import static org.openrewrite.yaml.Assertions.yaml;

import io.github.mcpmigrate.table.LegacySseUses.Row;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openrewrite.DocumentExample;
import org.openrewrite.test.RecipeSpec;
import org.openrewrite.test.RewriteTest;
import org.openrewrite.test.SourceSpecs;

/** Health checks that ask an event stream, where a health endpoint is known and where not. */
class HealthChecksTest implements RewriteTest {

  private static final String ACTUATOR =
      "    implementation 'org.springframework.boot:spring-boot-starter-actuator'";

  private static final String SMALLRYE = "    implementation 'io.quarkus:quarkus-smallrye-health'";

  @Override
  public void defaults(RecipeSpec spec) {
    spec.recipe(new InfrastructureToStreamable(null, null, null));
  }

  private static SourceSpecs build(String... dependencies) {
    return module("build.gradle", dependencies);
  }

  private static SourceSpecs module(String path, String... dependencies) {
    return buildGradle(
        "dependencies {\n    implementation 'org.springframework.ai:spring-ai-starter-mcp-server-webmvc:1.1.2'\n"
            + String.join("\n", dependencies)
            + "\n}\n",
        file -> file.path(path));
  }

  private static SourceSpecs server(String... properties) {
    return properties(
        "spring.ai.mcp.server.name=notes\n" + String.join("\n", properties),
        file -> file.path("src/main/resources/application.properties"));
  }

  /** A project with a server, and files of other kinds. */
  private static SourceSpecs[] sources(String dependency, List<SourceSpecs> files) {
    List<SourceSpecs> all = new ArrayList<>(List.of(build(dependency), server()));
    all.addAll(files);
    return all.toArray(SourceSpecs[]::new);
  }

  private static SourceSpecs image(String check) {
    return docker(dockerfile(check), file -> file.path(name(check)));
  }

  private static SourceSpecs image(String check, String after) {
    return docker(dockerfile(check), dockerfile(after), file -> file.path(name(check)));
  }

  private static String name(String check) {
    return "Dockerfile." + Integer.toHexString(check.hashCode());
  }

  private static String dockerfile(String check) {
    return "FROM eclipse-temurin:21-jre\nCOPY build/libs/notes.jar /notes.jar\n" + check + "\n";
  }

  private static void reason(RecipeSpec spec, String action, String part) {
    spec.dataTable(
        Row.class,
        found ->
            assertThat(found)
                .singleElement()
                .satisfies(
                    row -> {
                      assertThat(row.getAction()).isEqualTo(action);
                      assertThat(row.getReason()).contains(part);
                    }));
  }

  @DocumentExample
  @Test
  void anImage() {
    rewriteRun(
        spec -> reason(spec, "changed", "becomes http://localhost:8080/actuator/health"),
        build(ACTUATOR),
        server(),
        docker(
            """
            FROM eclipse-temurin:21-jre
            COPY build/libs/notes.jar /notes.jar
            # is it there?
            HEALTHCHECK --interval=30s --timeout=3s \\
                CMD curl -fsS http://localhost:8080/sse || exit 1
            ENTRYPOINT ["java", "-jar", "/notes.jar"]
            """,
            """
            FROM eclipse-temurin:21-jre
            COPY build/libs/notes.jar /notes.jar
            # is it there?
            HEALTHCHECK --interval=30s --timeout=3s \\
                CMD curl -fsS http://localhost:8080/actuator/health || exit 1
            ENTRYPOINT ["java", "-jar", "/notes.jar"]
            """,
            file -> file.path("Dockerfile")));
  }

  @Test
  void commandsThatDoNothingElse() {
    List<String> checks =
        List.of(
            "HEALTHCHECK CMD curl -f http://localhost:8080%s",
            "HEALTHCHECK CMD curl --fail --silent --max-time 2 http://127.0.0.1:8080%s || exit 1",
            "HEALTHCHECK CMD wget -q --spider http://localhost:8080%s",
            "HEALTHCHECK CMD wget -qO- localhost:8080%s || exit 1",
            "HEALTHCHECK CMD curl -sf 'http://localhost:8080%s' -o /dev/null || false",
            "HEALTHCHECK CMD [\"curl\", \"-f\", \"http://localhost:8080%s\"]",
            "HEALTHCHECK CMD curl -f http://localhost:8080%s > /dev/null 2>&1 || exit 1");
    rewriteRun(
        sources(
            ACTUATOR,
            checks.stream()
                .map(check -> image(check.formatted("/sse"), check.formatted("/actuator/health")))
                .toList()));
    rewriteRun(
        sources(
            SMALLRYE,
            checks.stream()
                .map(check -> image(check.formatted("/mcp/message"), check.formatted("/q/health")))
                .toList()));
  }

  @Test
  void composeInAllItsForms() {
    rewriteRun(
        build(ACTUATOR),
        server(),
        yaml(
            """
            services:
              notes:
                build: .
                healthcheck:
                  test: ["CMD", "curl", "-f", "http://localhost:8080/sse"]
              more:
                build:
                  context: ./
                healthcheck:
                  test: curl -f http://localhost:8080/sse || exit 1 # by hand
              last:
                build: .
                healthcheck:
                  test:
                    - CMD-SHELL
                    - wget -q --spider http://localhost:8080/sse
            """,
            """
            services:
              notes:
                build: .
                healthcheck:
                  test: ["CMD", "curl", "-f", "http://localhost:8080/actuator/health"]
              more:
                build:
                  context: ./
                healthcheck:
                  test: curl -f http://localhost:8080/actuator/health || exit 1 # by hand
              last:
                build: .
                healthcheck:
                  test:
                    - CMD-SHELL
                    - wget -q --spider http://localhost:8080/actuator/health
            """,
            file -> file.path("compose.yml")));
  }

  @ParameterizedTest
  @CsvSource({
    "actuator, /actuator/health/liveness, /actuator/health/readiness, /actuator/health/liveness",
    "smallrye, /q/health/live, /q/health/ready, /q/health/started"
  })
  void probesOfKubernetes(String library, String live, String ready, String started) {
    String before =
        """
        apiVersion: v1
        kind: Service
        ---
        apiVersion: apps/v1
        kind: Deployment
        spec:
          template:
            spec:
              containers:
                - name: notes
                  image: registry.example/team/notes:1.0
                  livenessProbe:
                    httpGet:
                      path: %s
                      port: http
                  readinessProbe:
                    httpGet:
                      port: 8080
                      path: "%s" # soon
                  startupProbe:
                    exec:
                      command: ["curl", "-f", "http://localhost:8080%s"]
        """;
    rewriteRun(
        module("notes-server/build.gradle", library.equals("actuator") ? ACTUATOR : SMALLRYE),
        server(),
        yaml(
            before.formatted("/sse", "/sse", "/sse"),
            before.formatted(live, ready, started),
            file -> file.path("k8s/notes.yaml")));
  }

  @Test
  void aServerOfQuarkus() {
    String file =
        "FROM eclipse-temurin:21-jre\nCOPY build/quarkus-app /app\nHEALTHCHECK CMD curl -f http://localhost:8080%s\n";
    rewriteRun(
        buildGradle(
            "dependencies {\n    implementation 'io.quarkiverse.mcp:quarkus-mcp-server-sse:1.8.0'\n"
                + SMALLRYE
                + "\n}\n"),
        properties(
            "quarkus.mcp.server.server-info.name=notes\n",
            f -> f.path("src/main/resources/application.properties")),
        docker(file.formatted("/mcp/sse"), file.formatted("/q/health"), f -> f.path("Dockerfile")));
  }

  @Test
  void inDualModeToo() {
    rewriteRun(
        spec -> spec.recipe(new InfrastructureToStreamable(null, null, "dual")),
        build(ACTUATOR),
        server(),
        image(
            "HEALTHCHECK CMD curl -f http://localhost:8080/sse",
            "HEALTHCHECK CMD curl -f http://localhost:8080/actuator/health"));
  }

  @Test
  void anExposureThatHasIt() {
    rewriteRun(
        build(ACTUATOR),
        server(
            "management.endpoints.web.exposure.include=info, health",
            "management.endpoint.health.show-details=never"),
        image(
            "HEALTHCHECK CMD curl -f http://localhost:8080/sse",
            "HEALTHCHECK CMD curl -f http://localhost:8080/actuator/health"));
  }

  @Nested
  class DoesNotTouch {

    @Test
    void withoutAHealthEndpoint() {
      rewriteRun(
          spec ->
              reason(
                  spec, "manual", "for example /actuator/health with spring-boot-starter-actuator"),
          build(),
          server(),
          image("HEALTHCHECK CMD curl -f http://localhost:8080/sse"));
    }

    @Test
    void withOneThatOnlyTestsHave() {
      rewriteRun(
          spec -> reason(spec, "manual", "ask a health endpoint of the server"),
          build(ACTUATOR.replace("implementation", "testImplementation")),
          server(),
          image("HEALTHCHECK CMD curl -f http://localhost:8080/sse"));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "management.server.port=9090",
          "management.server.base-path=/ops",
          "management.endpoints.web.base-path=/",
          "management.endpoints.web.path-mapping.health=well",
          "management.endpoints.web.exposure.include=info",
          "management.endpoints.web.exposure.exclude=health",
          "management.endpoints.enabled-by-default=false",
          "management.endpoint.health.enabled=false",
          "management.endpoint.health.probes.enabled=false",
          "server.servlet.context-path=/api",
        })
    void whereItIsElsewhere(String property) {
      rewriteRun(
          spec ->
              reason(
                  spec,
                  "manual",
                  "ask the health endpoint, /actuator/health by default: not edited, since"),
          build(ACTUATOR),
          server(property),
          image("HEALTHCHECK CMD curl -f http://localhost:8080/sse"));
    }

    @Test
    void whereAVariableHasItElsewhere() {
      rewriteRun(
          spec -> reason(spec, "manual", "not edited, since MANAGEMENT_SERVER_PORT is set"),
          build(ACTUATOR),
          server(),
          yaml(
              "services: {notes: {environment: {MANAGEMENT_SERVER_PORT: 9090}}}\n",
              file -> file.path("compose.yml")),
          image("HEALTHCHECK CMD curl -f http://localhost:8080/sse"));
    }

    @Test
    void behindSpringSecurity() {
      rewriteRun(
          spec -> reason(spec, "manual", "Spring Security may want to know who asks there"),
          build(
              ACTUATOR,
              "    implementation 'org.springframework.boot:spring-boot-starter-security'"),
          server(),
          image("HEALTHCHECK CMD curl -f http://localhost:8080/sse"));
    }

    @Test
    void commandsThatDoMore() {
      List<String> checks =
          List.of(
              "HEALTHCHECK CMD curl --max-time 2 http://localhost:8080/sse || exit 0",
              "HEALTHCHECK CMD curl -m 1 http://localhost:8080/sse; [ $? -eq 28 ]",
              "HEALTHCHECK CMD curl -N http://localhost:8080/sse | grep -q endpoint",
              "HEALTHCHECK CMD curl -f -H 'Accept: text/event-stream' http://localhost:8080/sse",
              "HEALTHCHECK CMD timeout 2 curl -f http://localhost:8080/sse",
              "HEALTHCHECK CMD curl -f http://localhost:8080/sse && curl -f http://localhost:8080/x",
              "HEALTHCHECK CMD curl -f http://localhost:8080/sse?check=1",
              "HEALTHCHECK CMD curl -f https://notes.example/sse",
              "HEALTHCHECK CMD [\"sh\", \"-c\", \"curl -f http://localhost:8080/sse\"]");
      rewriteRun(
          spec ->
              spec.dataTable(
                  Row.class,
                  found -> {
                    assertThat(found).hasSameSizeAs(checks);
                    assertThat(found).allMatch(row -> row.getAction().equals("manual"));
                    assertThat(found)
                        .allMatch(row -> row.getReason().contains("an event stream never ends"));
                  }),
          sources(ACTUATOR, checks.stream().map(HealthChecksTest::image).toList()));
    }

    @Test
    void anotherPort() {
      rewriteRun(
          spec -> reason(spec, "manual", "an event stream never ends"),
          build(ACTUATOR),
          server("server.port=8081"),
          image("HEALTHCHECK CMD curl -f http://localhost:8080/sse"));
    }

    @Test
    void anImageThatTakesNothingFromHere() {
      rewriteRun(
          spec -> reason(spec, "manual", "an event stream never ends"),
          build(ACTUATOR),
          server(),
          docker(
              "FROM other/server:1\nHEALTHCHECK CMD curl -f http://localhost:8080/sse\n",
              file -> file.path("Dockerfile")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"image: other/server:1", "image: ${IMAGE}", "build: ./other"})
    void servicesThatAreNotBuiltHere(String origin) {
      rewriteRun(
          spec -> reason(spec, "manual", "an event stream never ends"),
          build(ACTUATOR),
          server(),
          yaml(
              """
              services:
                notes:
                  %s
                  healthcheck:
                    test: curl -f http://localhost:8080/sse
              """
                  .formatted(origin),
              file -> file.path("compose.yml")));
    }

    @Test
    void probesOfOtherImagesOrWithHeaders() {
      rewriteRun(
          spec ->
              spec.dataTable(
                  Row.class,
                  found ->
                      assertThat(found)
                          .extracting(row -> row.getLine() + " " + row.getAction())
                          .containsExactly("8 manual", "15 manual")),
          module("notes-server/build.gradle", ACTUATOR),
          server(),
          yaml(
              """
              kind: Deployment
              spec:
                containers:
                  - name: other
                    image: registry.example/other:1.0
                    livenessProbe:
                      httpGet:
                        path: /sse
                        port: 8080
                  - name: notes
                    image: registry.example/notes:1.0
                    livenessProbe:
                      httpGet:
                        port: 8080
                        path: /sse
                        httpHeaders:
                          - name: Accept
                            value: text/event-stream
              """,
              file -> file.path("k8s/notes.yaml")));
    }

    @Test
    void oneOfSeveralServers() {
      rewriteRun(
          spec -> reason(spec, "manual", "several modules have servers"),
          module("a/build.gradle", ACTUATOR),
          module("b/build.gradle", ACTUATOR),
          server(),
          image("HEALTHCHECK CMD curl -f http://localhost:8080/sse"));
    }

    @Test
    void aServerThatIsThereNoMore() {
      rewriteRun(
          build(ACTUATOR),
          server("spring.ai.mcp.server.protocol=STREAMABLE"),
          image("HEALTHCHECK CMD curl -f http://localhost:8080/sse"));
    }

    @Test
    void aCheckOfSomethingElse() {
      rewriteRun(
          build(ACTUATOR),
          server(),
          image("HEALTHCHECK CMD curl -f http://localhost:8080/actuator/health"));
    }
  }
}
