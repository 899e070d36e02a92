package io.github.mcpmigrate.recipes.springai;

import static io.github.mcpmigrate.recipes.springai.SpringAiProject.manual;
import static io.github.mcpmigrate.recipes.springai.SpringAiProject.named;
import static io.github.mcpmigrate.recipes.springai.SpringAiProject.pom;
import static org.assertj.core.api.Assertions.assertThat;
import static org.openrewrite.java.Assertions.java;
import static org.openrewrite.java.Assertions.mavenProject;
import static org.openrewrite.java.Assertions.srcMainJava;
import static org.openrewrite.java.Assertions.srcMainResources;
import static org.openrewrite.java.Assertions.srcTestJava;
import static org.openrewrite.java.Assertions.srcTestResources;
import static org.openrewrite.maven.Assertions.pomXml;
import static org.openrewrite.properties.Assertions.properties;
import static org.openrewrite.yaml.Assertions.yaml;

import io.github.mcpmigrate.recipes.SdkJars;
import io.github.mcpmigrate.table.LegacySseUses;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.openrewrite.DocumentExample;
import org.openrewrite.java.JavaParser;
import org.openrewrite.test.RecipeSpec;
import org.openrewrite.test.RewriteTest;

class SpringAiServerToStreamableTest implements RewriteTest {

  @Override
  public void defaults(RecipeSpec spec) {
    spec.recipe(new SpringAiServerToStreamable(null, null));
  }

  @DocumentExample
  @Test
  void propertiesOfAServer() {
    rewriteRun(
        properties(
            """
            # The server
            spring.application.name=weather
            spring.ai.mcp.server.name=weather
            spring.ai.mcp.server.version=1.0.0
            # where clients connect
            spring.ai.mcp.server.sse-endpoint=/sse
            spring.ai.mcp.server.sse-message-endpoint=/mcp/message
            spring.ai.mcp.server.base-url=/weather
            spring.ai.mcp.server.keep-alive-interval=30s

            logging.level.root=INFO
            """,
            """
            # The server
            spring.application.name=weather
            spring.ai.mcp.server.name=weather
            spring.ai.mcp.server.version=1.0.0
            # where clients connect
            spring.ai.mcp.server.protocol=STREAMABLE
            spring.ai.mcp.server.streamable-http.keep-alive-interval=30s

            logging.level.root=INFO
            """,
            file -> named(file, "application.properties")));
  }

  @Test
  void commentsAboveKeysThatGoStay() {
    rewriteRun(
        yaml(
            """
            spring:
              ai:
                mcp:
                  server:
                    name: weather
                    # where clients connect
                    sse-endpoint: /sse

                    # behind the gateway
                    # (and nowhere else)
                    base-url: /weather
                    type: ASYNC # for the rest
            """,
            """
            spring:
              ai:
                mcp:
                  server:
                    name: weather
                    # where clients connect
                    protocol: STREAMABLE

                    # behind the gateway
                    # (and nowhere else)
                    type: ASYNC # for the rest
            """,
            file -> named(file, "application.yml")));
  }

  @Test
  void yamlOfAServer() {
    rewriteRun(
        yaml(
            """
            spring:
              application:
                name: weather
              ai:
                mcp:
                  server:
                    name: weather
                    # where clients connect
                    sse-endpoint: /sse
                    sse-message-endpoint: /mcp/message
                    keep-alive-interval: 30s
                    capabilities:
                      tool: true
            server:
              port: 8080
            """,
            """
            spring:
              application:
                name: weather
              ai:
                mcp:
                  server:
                    name: weather
                    # where clients connect
                    protocol: STREAMABLE
                    streamable-http:
                      keep-alive-interval: 30s
                    capabilities:
                      tool: true
            server:
              port: 8080
            """,
            file -> named(file, "application.yml")));
  }

  @Test
  void keysInOneLineOfYaml() {
    rewriteRun(
        yaml(
            """
            spring.ai.mcp.server.sse-endpoint: /sse
            spring.ai.mcp.server.name: weather
            server.port: 8080
            """,
            """
            spring.ai.mcp.server.protocol: STREAMABLE
            spring.ai.mcp.server.name: weather
            server.port: 8080
            """,
            file -> named(file, "application.yaml")));
  }

  @Test
  void otherSpellingsOfKeys() {
    rewriteRun(
        properties(
            """
            spring.ai.mcp.server.sseEndpoint=/sse
            spring.ai.mcp.server.sse_message_endpoint=/messages
            spring.ai.mcp.server.protocol=sse
            """,
            """
            spring.ai.mcp.server.protocol=STREAMABLE
            """,
            file -> named(file, "application.properties")));
  }

  @Test
  void everyProfileAndEveryDocument() {
    rewriteRun(
        yaml(
            """
            spring:
              ai:
                mcp:
                  server:
                    name: weather
            ---
            spring:
              config:
                activate:
                  on-profile: prod
              ai:
                mcp:
                  server:
                    base-url: https://weather.example
                    name: weather-prod
            ---
            spring:
              config:
                activate:
                  on-profile: dev
            server:
              port: 8081
            """,
            """
            spring:
              ai:
                mcp:
                  server:
                    name: weather
                    protocol: STREAMABLE
            ---
            spring:
              config:
                activate:
                  on-profile: prod
              ai:
                mcp:
                  server:
                    name: weather-prod
            ---
            spring:
              config:
                activate:
                  on-profile: dev
            server:
              port: 8081
            """,
            file -> named(file, "application.yml")),
        properties(
            """
            spring.ai.mcp.server.protocol=SSE
            spring.ai.mcp.server.sse-endpoint=/staging/sse
            """,
            """
            spring.ai.mcp.server.protocol=STREAMABLE
            """,
            file -> named(file, "application-staging.properties")));
  }

  @Test
  void anotherEndpointIsWritten() {
    rewriteRun(
        spec -> spec.recipe(new SpringAiServerToStreamable("/api/mcp", null)),
        yaml(
            """
            spring:
              ai:
                mcp:
                  server:
                    sse-endpoint: /api/sse
            """,
            """
            spring:
              ai:
                mcp:
                  server:
                    protocol: STREAMABLE
                    streamable-http:
                      mcp-endpoint: /api/mcp
            """,
            file -> named(file, "application.yml")));
  }

  @Test
  void theUrlIsKeptOnRequest() {
    rewriteRun(
        spec -> spec.recipe(new SpringAiServerToStreamable(null, true)),
        properties(
            """
            spring.ai.mcp.server.sse-endpoint=/api/sse
            """,
            """
            spring.ai.mcp.server.protocol=STREAMABLE
            spring.ai.mcp.server.streamable-http.mcp-endpoint=/api/sse
            """,
            file -> named(file, "application.properties")));
  }

  @Test
  void theDefaultUrlIsKeptOnRequest() {
    rewriteRun(
        spec -> spec.recipe(new SpringAiServerToStreamable(null, true)),
        properties(
            """
            spring.ai.mcp.server.name=weather
            server.port=8080
            """,
            """
            spring.ai.mcp.server.name=weather
            spring.ai.mcp.server.protocol=STREAMABLE
            spring.ai.mcp.server.streamable-http.mcp-endpoint=/sse
            server.port=8080
            """,
            file -> named(file, "application.properties")));
  }

  @Test
  void aServerThatOnlyHasTheStarter() {
    rewriteRun(
        mavenProject(
            "weather",
            pomXml(pom("spring-ai-starter-mcp-server-webmvc")),
            srcMainResources(
                yaml(
                    """
                    server:
                      port: 8080
                    """,
                    """
                    server:
                      port: 8080
                    spring:
                      ai:
                        mcp:
                          server:
                            protocol: STREAMABLE
                    """,
                    file -> file.path("application.yml")))));
  }

  @Test
  void aServerWithoutAnyConfiguration() {
    rewriteRun(
        mavenProject(
            "weather",
            pomXml(pom("spring-ai-starter-mcp-server-webflux")),
            srcMainResources(
                properties(
                    null,
                    "spring.ai.mcp.server.protocol=STREAMABLE",
                    file -> file.path("application.properties")))));
  }

  @Test
  void anApplicationWithoutAnyConfiguration() {
    rewriteRun(
        spec -> spec.parser(JavaParser.fromJavaVersion().classpath(SdkJars.springAi("1.1"))),
        mavenProject(
            "weather",
            pomXml(pom("spring-ai-starter-mcp-server-webflux")),
            srcMainJava(
                java(
                    """
                    import org.springframework.boot.SpringApplication;

                    class Weather {
                        public static void main(String[] args) {
                            SpringApplication.run(Weather.class, args);
                        }
                    }
                    """)),
            srcMainResources(
                properties(
                    null,
                    "spring.ai.mcp.server.protocol=STREAMABLE",
                    file -> file.path("application.properties")))));
  }

  @Test
  void testsWithAConfigurationOfTheirOwn() {
    rewriteRun(
        mavenProject(
            "weather",
            srcMainResources(
                properties(
                    "spring.ai.mcp.server.name=weather",
                    "spring.ai.mcp.server.name=weather\nspring.ai.mcp.server.protocol=STREAMABLE",
                    file -> file.path("application.properties"))),
            srcTestResources(
                properties(
                    "server.port=0",
                    "server.port=0\nspring.ai.mcp.server.protocol=STREAMABLE",
                    file -> file.path("application.properties")))));
  }

  @Test
  void theTableSaysWhatBecomesOfEachKey() {
    rewriteRun(
        spec ->
            spec.dataTable(
                LegacySseUses.Row.class,
                rows -> {
                  assertThat(rows)
                      .extracting(
                          row -> row.getLine() + ":" + row.getColumn() + " " + row.getReason())
                      .containsExactly(
                          "5:9 goes: only HTTP+SSE has it",
                          "5:9 is written, with the value STREAMABLE");
                  assertThat(rows)
                      .allSatisfy(
                          row -> assertThat(row.getDocumentation()).endsWith("spring-ai.md"));
                }),
        yaml(
            """
            spring:
              ai:
                mcp:
                  server:
                    sse-endpoint: /sse
            """,
            """
            spring:
              ai:
                mcp:
                  server:
                    protocol: STREAMABLE
            """,
            file -> named(file, "application.yml")));
  }

  @Test
  void theTableSaysWhereTheKeepAliveGoes() {
    rewriteRun(
        spec ->
            spec.dataTable(
                LegacySseUses.Row.class,
                rows ->
                    assertThat(rows)
                        .extracting(LegacySseUses.Row::getReason)
                        .containsExactly(
                            "becomes STREAMABLE", "becomes streamable-http.keep-alive-interval")),
        properties(
            """
            spring.ai.mcp.server.protocol=SSE
            spring.ai.mcp.server.keep-alive-interval=30s
            """,
            """
            spring.ai.mcp.server.protocol=STREAMABLE
            spring.ai.mcp.server.streamable-http.keep-alive-interval=30s
            """,
            file -> named(file, "application.properties")));
  }

  @Test
  void aProtocolThatSpringAiDoesNotKnowGetsAComment() {
    rewriteRun(
        manual(
            row -> {
              assertThat(row.getLine()).isEqualTo(2);
              assertThat(row.getReason()).endsWith("SSE, STREAMABLE or STATELESS, then run again");
            }),
        properties(
            """
            spring.ai.mcp.server.name=weather
            spring.ai.mcp.server.protocol=STREAMABLE_HTTP
            spring.ai.mcp.server.sse-endpoint=/sse
            """,
            """
            spring.ai.mcp.server.name=weather
            # TODO mcp-migrate: Spring AI serves no MCP endpoint with this protocol: write SSE, STREAMABLE or STATELESS, then run again
            spring.ai.mcp.server.protocol=STREAMABLE_HTTP
            spring.ai.mcp.server.sse-endpoint=/sse
            """,
            file -> named(file, "application.properties")));
  }

  @Test
  void aProtocolFromElsewhereGetsAComment() {
    rewriteRun(
        manual(row -> assertThat(row.getReason()).contains("has to set STREAMABLE")),
        yaml(
            """
            spring:
              ai:
                mcp:
                  server:
                    protocol: ${MCP_PROTOCOL:SSE}
            """,
            """
            spring:
              ai:
                mcp:
                  server:
                    # TODO mcp-migrate: whoever sets this protocol has to set STREAMABLE; SSE is what these recipes move away from
                    protocol: ${MCP_PROTOCOL:SSE}
            """,
            file -> named(file, "application.yml")));
  }

  @Nested
  class DoesNotTouch {

    @Test
    void aQuestionThatIsThere() {
      rewriteRun(
          yaml(
              """
              # TODO mcp-migrate: Spring AI serves no MCP endpoint with this protocol: write SSE, STREAMABLE or STATELESS, then run again
              spring.ai.mcp.server.protocol: HTTP
              """,
              file -> named(file, "application.yaml")),
          yaml(
              """
              spring:
                ai:
                  mcp:
                    server:
                      # TODO mcp-migrate: Spring AI serves no MCP endpoint with this protocol: write SSE, STREAMABLE or STATELESS, then run again
                      protocol: HTTP
              """,
              file -> named(file, "application.yml")),
          properties(
              """
              # TODO mcp-migrate: Spring AI serves no MCP endpoint with this protocol: write SSE, STREAMABLE or STATELESS, then run again
              spring.ai.mcp.server.protocol=HTTP
              """,
              file -> named(file, "application.properties")));
    }

    @Test
    void aServerThatHasMoved() {
      rewriteRun(
          yaml(
              """
              spring:
                ai:
                  mcp:
                    server:
                      protocol: STREAMABLE
              """,
              file -> named(file, "application.yml")));
    }

    @Test
    void aServerWithoutSessions() {
      rewriteRun(
          properties(
              "spring.ai.mcp.server.protocol=STATELESS",
              file -> named(file, "application.properties")));
    }

    @Test
    void aServerOnStandardStreams() {
      rewriteRun(
          properties(
              "spring.ai.mcp.server.stdio=true\nspring.ai.mcp.server.name=weather",
              file -> named(file, "application.properties")));
    }

    @Test
    void aServerWhoseStarterHasNoHttp() {
      rewriteRun(
          mavenProject(
              "weather",
              pomXml(pom("spring-ai-starter-mcp-server")),
              srcMainResources(
                  properties(
                      "spring.ai.mcp.server.name=weather",
                      file -> file.path("application.properties")))));
    }

    @Test
    void anApplicationWithoutAServer() {
      rewriteRun(
          yaml(
              """
              spring:
                ai:
                  mcp:
                    client:
                      name: weather
              """,
              file -> named(file, "application.yml")));
    }

    /** Modules take it over, each with an application of its own. */
    @Test
    void aParentThatHandsTheStarterOn() {
      rewriteRun(
          mavenProject(
              "parent",
              pomXml(
                  pom("spring-ai-starter-mcp-server-webmvc")
                      .replace(
                          "<version>1</version>",
                          "<version>1</version>\n    <packaging>pom</packaging>"))));
    }

    @Test
    void codeThatStartsNothing() {
      rewriteRun(
          mavenProject(
              "tests",
              pomXml(pom("spring-ai-starter-mcp-server-webmvc")),
              srcTestJava(java("class WeatherTest {}"))));
    }

    @Test
    void filesThatBootDoesNotRead() {
      rewriteRun(
          properties(
              "spring.ai.mcp.server.sse-endpoint=/sse", file -> named(file, "notes.properties")),
          yaml(
              """
              spring.ai.mcp.server.sse-endpoint: /sse
              """,
              file -> named(file, "messages.yml")));
    }

    @Test
    void aProfileThatChoosesAnotherProtocol() {
      rewriteRun(
          properties(
              "spring.ai.mcp.server.name=weather",
              "spring.ai.mcp.server.name=weather\nspring.ai.mcp.server.protocol=STREAMABLE",
              file -> named(file, "application.properties")),
          properties(
              "spring.ai.mcp.server.protocol=STATELESS\nspring.ai.mcp.server.name=weather",
              file -> named(file, "application-edge.properties")));
    }

    @Test
    void aSecondTime() {
      rewriteRun(
          yaml(
              """
              spring:
                ai:
                  mcp:
                    server:
                      protocol: STREAMABLE
                      streamable-http:
                        keep-alive-interval: 30s
              """,
              file -> named(file, "application.yml")));
    }

    @Test
    void sequencesAndAnchorsBeside() {
      rewriteRun(
          yaml(
              """
              tools: &tools
                - a
                - b
              more: *tools
              """,
              file -> named(file, "application.yml")));
    }
  }
}
