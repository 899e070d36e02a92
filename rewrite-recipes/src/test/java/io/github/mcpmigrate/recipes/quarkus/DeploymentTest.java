package io.github.mcpmigrate.recipes.quarkus;

import static io.github.mcpmigrate.recipes.quarkus.QuarkusProject.noRows;
import static io.github.mcpmigrate.recipes.quarkus.QuarkusProject.pom;
import static io.github.mcpmigrate.recipes.quarkus.QuarkusProject.raised;
import static io.github.mcpmigrate.recipes.quarkus.QuarkusProject.saying;
import static org.openrewrite.docker.Assertions.docker;
import static org.openrewrite.maven.Assertions.pomXml;
import static org.openrewrite.test.SourceSpecs.text;
import static org.openrewrite.yaml.Assertions.yaml;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openrewrite.test.RecipeSpec;
import org.openrewrite.test.RewriteTest;

/** Variables and mentions outside of the application's own configuration. */
class DeploymentTest implements RewriteTest {

  @Override
  public void defaults(RecipeSpec spec) {
    spec.recipe(new QuarkusServerToStreamable(null));
  }

  @ParameterizedTest
  @CsvSource({
    "QUARKUS_MCP_SERVER_SSE_ROOT_PATH,QUARKUS_MCP_SERVER_HTTP_ROOT_PATH",
    "_DEV_QUARKUS_MCP_SERVER_SSE_ROOT_PATH,_DEV_QUARKUS_MCP_SERVER_HTTP_ROOT_PATH",
    "QUARKUS_MCP_SERVER_BILLING_SSE_ROOT_PATH,QUARKUS_MCP_SERVER_BILLING_HTTP_ROOT_PATH",
    "QUARKUS_MCP_SERVER__MY_OWN__SSE_MESSAGE_ENDPOINT_INCLUDE_QUERY_PARAMS,QUARKUS_MCP_SERVER__MY_OWN__HTTP_MESSAGE_ENDPOINT_INCLUDE_QUERY_PARAMS",
    "QUARKUS_MCP_SERVER_HTTP_STREAMABLE_DUMMY_INIT,QUARKUS_MCP_SERVER_HTTP_STREAMABLE_AUTO_INIT"
  })
  void variablesInEnvFiles(String before, String after) {
    rewriteRun(
        saying(before + ": changed becomes " + after),
        raised(),
        text(
            "# The server\nexport " + before + "=/x # here\nOTHER=1\n",
            "# The server\nexport " + after + "=/x # here\nOTHER=1\n",
            file -> file.path(".env")));
  }

  @Test
  void variablesInDockerfiles() {
    rewriteRun(
        raised(),
        docker(
            """
            FROM eclipse-temurin:17
            ENV QUARKUS_MCP_SERVER_SSE_ROOT_PATH=/x OTHER=1
            CMD ["java", "-jar", "app.jar"]
            """,
            """
            FROM eclipse-temurin:17
            ENV QUARKUS_MCP_SERVER_HTTP_ROOT_PATH=/x OTHER=1
            CMD ["java", "-jar", "app.jar"]
            """));
  }

  @Test
  void variablesInCompose() {
    rewriteRun(
        raised(),
        yaml(
            """
            services:
              notes:
                environment:
                  QUARKUS_MCP_SERVER_SSE_ROOT_PATH: /x
              other:
                environment:
                  - "QUARKUS_MCP_SERVER_SSE_ROOT_PATH=/x"
            """,
            """
            services:
              notes:
                environment:
                  QUARKUS_MCP_SERVER_HTTP_ROOT_PATH: /x
              other:
                environment:
                  - "QUARKUS_MCP_SERVER_HTTP_ROOT_PATH=/x"
            """,
            file -> file.path("compose.yaml")));
  }

  @Test
  void variablesInManifests() {
    rewriteRun(
        raised(),
        yaml(
            """
            spec:
              containers:
                - name: notes
                  env:
                    - name: QUARKUS_MCP_SERVER_SSE_ROOT_PATH
                      value: /x
            """,
            """
            spec:
              containers:
                - name: notes
                  env:
                    - name: QUARKUS_MCP_SERVER_HTTP_ROOT_PATH
                      value: /x
            """,
            file -> file.path("deploy/notes.yaml")));
  }

  @Nested
  class DoesNotTouch {

    @Test
    void commandLines() {
      rewriteRun(
          saying(
              "quarkus.mcp.server.sse.root-path: manual not edited here: write quarkus.mcp.server.http.root-path"),
          raised(),
          text(
              "java -Dquarkus.mcp.server.sse.root-path=/x -jar app.jar\n",
              file -> file.path("run.sh")));
    }

    @Test
    void configurationInsideOfAManifest() {
      rewriteRun(
          saying("manual not edited here: write %prod.quarkus.mcp.server.http.root-path"),
          raised(),
          yaml(
              """
              kind: ConfigMap
              data:
                application.properties: |
                  %prod.quarkus.mcp.server.sse.root-path=/x
              """));
    }

    @Test
    void variablesThatOthersReferTo() {
      rewriteRun(
          saying("other places of this build refer to it"),
          raised(),
          text("QUARKUS_MCP_SERVER_SSE_ROOT_PATH=/x\n", file -> file.path(".env")),
          yaml(
              """
              services:
                notes:
                  environment:
                    ROOT: ${QUARKUS_MCP_SERVER_SSE_ROOT_PATH}
              """));
    }

    @Test
    void workflows() {
      rewriteRun(
          saying("manual not edited here: write QUARKUS_MCP_SERVER_HTTP_ROOT_PATH"),
          raised(),
          yaml(
              """
              env:
                QUARKUS_MCP_SERVER_SSE_ROOT_PATH: /x
              """,
              file -> file.path(".github/workflows/build.yml")));
    }

    @Test
    void variablesOfAServerThatStays() {
      rewriteRun(
          saying("QUARKUS_MCP_SERVER_SSE_ROOT_PATH: manual quarkus-mcp-server-sse 1.6.1 has to be"),
          pomXml(pom("quarkus-mcp-server-sse", "1.6.1", "3.20.1")),
          text("QUARKUS_MCP_SERVER_SSE_ROOT_PATH=/x\n", file -> file.path(".env")));
    }

    @Test
    void projectsWithoutSuchAServer() {
      rewriteRun(
          noRows(),
          text("QUARKUS_MCP_SERVER_SSE_ROOT_PATH=/x\n", file -> file.path(".env")),
          yaml("QUARKUS_MCP_SERVER_SSE_ROOT_PATH: /x\n"));
    }
  }
}
