package io.github.mcpmigrate.recipes.quarkus;

import static io.github.mcpmigrate.recipes.quarkus.QuarkusProject.moved;
import static io.github.mcpmigrate.recipes.quarkus.QuarkusProject.pom;
import static io.github.mcpmigrate.recipes.quarkus.QuarkusProject.raised;
import static io.github.mcpmigrate.recipes.quarkus.QuarkusProject.saying;
import static io.github.mcpmigrate.recipes.quarkus.QuarkusProject.secured;
import static org.openrewrite.maven.Assertions.pomXml;
import static org.openrewrite.properties.Assertions.properties;
import static org.openrewrite.yaml.Assertions.yaml;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openrewrite.test.RecipeSpec;
import org.openrewrite.test.RewriteTest;

class QuarkusConfigurationTest implements RewriteTest {

  @Override
  public void defaults(RecipeSpec spec) {
    spec.recipe(new QuarkusServerToStreamable(null));
  }

  @Nested
  class Names {

    @ParameterizedTest
    @CsvSource({
      "quarkus.mcp.server.sse.root-path,quarkus.mcp.server.http.root-path",
      "%dev.quarkus.mcp.server.sse.root-path,%dev.quarkus.mcp.server.http.root-path",
      "quarkus.mcp.server.billing.sse.root-path,quarkus.mcp.server.billing.http.root-path",
      "quarkus.mcp.server.\"my.own\".sse.root-path,quarkus.mcp.server.\"my.own\".http.root-path",
      "quarkus.mcp.server.sse.message-endpoint.include-query-params,quarkus.mcp.server.http.message-endpoint.include-query-params",
      "%test.quarkus.mcp.server.a.sse.message-endpoint.include-query-params,%test.quarkus.mcp.server.a.http.message-endpoint.include-query-params",
      "quarkus.mcp.server.http.streamable.dummy-init,quarkus.mcp.server.http.streamable.auto-init",
      "quarkus.mcp.server.a.http.streamable.dummy-init,quarkus.mcp.server.a.http.streamable.auto-init"
    })
    void ofServersAndProfiles(String before, String after) {
      rewriteRun(
          saying("changed becomes "),
          raised(),
          properties(
              "# Kept\n" + before + "=x\n", "# Kept\n" + after + "=x\n", QuarkusProject::main));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "src/main/resources/application-prod.properties",
          "config/application.properties",
          "src/main/resources/META-INF/microprofile-config.properties"
        })
    void inFilesOfOtherNames(String path) {
      rewriteRun(
          raised(),
          properties(
              "quarkus.mcp.server.sse.root-path=/x\n",
              "quarkus.mcp.server.http.root-path=/x\n",
              file -> file.path(path)));
    }

    @Test
    void inYamlWithProfile() {
      rewriteRun(
          raised(),
          yaml(
              """
              quarkus:
                mcp:
                  server:
                    sse: # by the gateway
                      root-path: /x
                    billing:
                      sse:
                        root-path: /b
              "%dev":
                quarkus:
                  mcp.server.sse.root-path: /y
              """,
              """
              quarkus:
                mcp:
                  server:
                    http: # by the gateway
                      root-path: /x
                    billing:
                      http:
                        root-path: /b
              "%dev":
                quarkus:
                  mcp.server.http.root-path: /y
              """,
              QuarkusProject::yaml));
    }
  }

  @Nested
  class Rules {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "/mcp/sse,/mcp/messages/*|/mcp/sse,/mcp/messages/*,/mcp",
          "/api/*, /mcp/sse|/api/*, /mcp/sse,/mcp",
          "/mcp/messages/*|/mcp/messages/*,/mcp"
        })
    void getThePathOfStreamableHttp(String before, String after) {
      rewriteRun(
          moved(),
          properties(
              "quarkus.http.auth.permission.a.paths=%s\nquarkus.http.auth.permission.a.policy=authenticated\n"
                  .formatted(before),
              "quarkus.http.auth.permission.a.paths=%s\nquarkus.http.auth.permission.a.policy=authenticated\n"
                  .formatted(after),
              QuarkusProject::main));
    }

    @Test
    void ofServersAtOtherPaths() {
      rewriteRun(
          moved(),
          properties(
              """
              quarkus.http.root-path=/app
              quarkus.mcp.server.http.root-path=notes
              quarkus.mcp.server.billing.http.root-path=/billing/mcp
              quarkus.http.auth.permission.a.paths=/app/notes/sse,/app/billing/mcp/sse
              quarkus.http.auth.permission.a.policy=authenticated
              """,
              """
              quarkus.http.root-path=/app
              quarkus.mcp.server.http.root-path=notes
              quarkus.mcp.server.billing.http.root-path=/billing/mcp
              quarkus.http.auth.permission.a.paths=/app/notes/sse,/app/billing/mcp/sse,/app/billing/mcp,/app/notes
              quarkus.http.auth.permission.a.policy=authenticated
              """,
              QuarkusProject::main));
    }

    @Test
    void inYaml() {
      rewriteRun(
          moved(),
          yaml(
              """
              quarkus:
                http:
                  auth:
                    permission:
                      agents:
                        paths: /mcp/sse,/mcp/messages/*
                        policy: authenticated
              """,
              """
              quarkus:
                http:
                  auth:
                    permission:
                      agents:
                        paths: /mcp/sse,/mcp/messages/*,/mcp
                        policy: authenticated
              """,
              QuarkusProject::yaml));
    }

    @Test
    void listsAreOnlyToldOf() {
      rewriteRun(
          saying("manual lists are not edited: it becomes /mcp/sse,/mcp"),
          moved(),
          yaml(
              """
              quarkus.http.auth.permission.agents:
                paths:
                  - /mcp/sse
                policy: authenticated
              """,
              QuarkusProject::yaml));
    }

    @Test
    void ofSomeMethodsAreLeftWithAQuestion() {
      rewriteRun(
          saying("manual clients of Streamable HTTP come to /mcp with GET, POST and DELETE"),
          moved(),
          properties(
              """
              quarkus.http.auth.permission.a.paths=/mcp/sse
              quarkus.http.auth.permission.a.methods=GET
              """,
              """
              # TODO mcp-migrate: clients of Streamable HTTP come to /mcp with GET, POST and DELETE, and this rule is for GET alone: give that path a rule with all three
              quarkus.http.auth.permission.a.paths=/mcp/sse
              quarkus.http.auth.permission.a.methods=GET
              """,
              QuarkusProject::main));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/mcp/sse,/mcp", "/mcp/*", "/*", "/api/sse", "/mcp", "/mcpx/sse"})
    void thatNameItAlreadyOrNoServerStay(String paths) {
      rewriteRun(
          moved(),
          properties(
              "quarkus.http.auth.permission.a.paths=%s\n".formatted(paths), QuarkusProject::main));
    }
  }

  @Nested
  class Cors {

    @Test
    void pagesMayReadTheSession() {
      rewriteRun(
          moved(),
          properties(
              "quarkus.http.cors.enabled=true\nquarkus.http.cors.origins=https://a.example\n",
              "quarkus.http.cors.enabled=true\nquarkus.http.cors.origins=https://a.example\nquarkus.http.cors.exposed-headers=Mcp-Session-Id\n",
              QuarkusProject::main));
    }

    @Test
    void listsGetWhatIsMissing() {
      rewriteRun(
          moved(),
          properties(
              """
              quarkus.http.cors=true
              quarkus.http.cors.exposed-headers=X-Total
              quarkus.http.cors.headers=content-type,authorization
              quarkus.http.cors.methods=GET,POST
              """,
              """
              quarkus.http.cors=true
              quarkus.http.cors.exposed-headers=X-Total,Mcp-Session-Id
              quarkus.http.cors.headers=content-type,authorization,Mcp-Session-Id,MCP-Protocol-Version,Last-Event-ID
              quarkus.http.cors.methods=GET,POST,DELETE
              """,
              QuarkusProject::main));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "quarkus.http.cors.exposed-headers=mcp-session-id\nquarkus.http.cors.enabled=true\n",
          "quarkus.http.cors.enabled=false\n",
          "quarkus.http.cors.methods=/.*/\n"
        })
    void whatIsEnoughStays(String same) {
      rewriteRun(moved(), properties(same, QuarkusProject::main));
    }
  }

  @Nested
  class TheEnd {

    @Test
    void isARule() {
      rewriteRun(
          spec -> {
            spec.recipe(new QuarkusServerToStreamable("drop-legacy"));
            saying("changed is written: HTTP+SSE is answered with 403").accept(spec);
          },
          secured(),
          properties(
              "quarkus.http.port=8081\n",
              """
              quarkus.http.port=8081
              quarkus.http.auth.permission.http-sse.paths=/mcp/sse,/mcp/messages/*
              quarkus.http.auth.permission.http-sse.policy=deny
              """,
              QuarkusProject::main));
    }

    @Test
    void isOnlyToldOfWhereRulesDoNotCount() {
      rewriteRun(
          spec -> {
            spec.recipe(new QuarkusServerToStreamable("drop-legacy"));
            saying("add io.quarkus:quarkus-security").accept(spec);
          },
          moved(),
          properties("quarkus.http.port=8081\n", QuarkusProject::main));
    }

    @Test
    void isNotWrittenTwice() {
      rewriteRun(
          spec -> spec.recipe(new QuarkusServerToStreamable("drop-legacy")),
          secured(),
          properties(
              """
              quarkus.http.auth.permission.old.paths=/mcp/sse,/mcp/messages/*
              quarkus.http.auth.permission.old.policy=deny
              """,
              QuarkusProject::main));
    }
  }

  @Nested
  class DoesNotTouch {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "quarkus.mcp.server.sse.http.root-path",
          "quarkus.mcp.server.http.root-path",
          "quarkus.mcp.server.sse.traffic-logging.enabled",
          "my.quarkus.mcp.server.sse.root-path",
          "quarkus.mcp.server.a.b.sse.root-path"
        })
    void otherKeys(String key) {
      rewriteRun(raised(), properties(key + "=x\n", QuarkusProject::main));
    }

    @Test
    void keysOfAServerThatStays() {
      rewriteRun(
          saying("quarkus.mcp.server.sse.rootpath: manual quarkus-mcp-server-sse 1.6.1 has to be"),
          pomXml(pom("quarkus-mcp-server-sse", "1.6.1", "3.20.1")),
          properties("quarkus.mcp.server.sse.root-path=/x\n", QuarkusProject::main));
    }

    @Test
    void dummyInitBeforeItHasAnotherName() {
      rewriteRun(
          pomXml(pom("quarkus-mcp-server-http", "1.10.1", "3.27.2")),
          properties("quarkus.mcp.server.http.streamable.dummy-init=true\n", QuarkusProject::main));
    }

    @Test
    void filesOfOthers() {
      rewriteRun(
          moved(),
          properties(
              "quarkus.http.auth.permission.a.paths=/mcp/sse\n",
              file -> file.path("src/main/resources/messages.properties")));
    }

    @Test
    void namesThatMeetInYaml() {
      rewriteRun(
          saying("manual becomes quarkus.mcp.server.http.rootpath, beside what is there already"),
          raised(),
          yaml(
              """
              quarkus:
                mcp:
                  server:
                    sse:
                      root-path: /x
                    http:
                      enabled: true
              """,
              """
              quarkus:
                mcp:
                  server:
                    sse:
                      # TODO mcp-migrate: this is quarkus.mcp.server.http.rootpath now, beside what is there already
                      root-path: /x
                    http:
                      enabled: true
              """,
              QuarkusProject::yaml));
    }
  }
}
