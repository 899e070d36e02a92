package io.github.mcpmigrate.recipes.sdk;

import static org.openrewrite.java.Assertions.java;
import static org.openrewrite.java.Assertions.mavenProject;
import static org.openrewrite.java.Assertions.srcMainJava;
import static org.openrewrite.java.Assertions.srcMainResources;
import static org.openrewrite.maven.Assertions.pomXml;
import static org.openrewrite.properties.Assertions.properties;
import static org.openrewrite.test.SourceSpecs.text;

import io.github.mcpmigrate.MigrateToDualTransport;
import io.github.mcpmigrate.MigrateToStreamableHttp;
import io.github.mcpmigrate.recipes.SdkJars;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.openrewrite.java.JavaParser;
import org.openrewrite.test.RecipeSpec;
import org.openrewrite.test.RewriteTest;

/** A project that has nothing to migrate keeps its SDK; one that has gets the SDK that it needs. */
class WhereHttpSseIsUsedTest implements RewriteTest {

  private static final String STDIO =
      """
      import io.modelcontextprotocol.client.transport.ServerParameters;
      import io.modelcontextprotocol.client.transport.StdioClientTransport;

      class Client {
          Object transport = new StdioClientTransport(ServerParameters.builder("npx").build());
      }
      """;

  @Override
  public void defaults(RecipeSpec spec) {
    spec.recipe(new MigrateToStreamableHttp(null, null, null))
        .parser(JavaParser.fromJavaVersion().classpath(SdkJars.sdk("0.10")));
  }

  @Test
  void aClientThatMovesBringsTheSdk() {
    rewriteRun(
        mavenProject(
            "client",
            pomXml(pom("0.10.0"), pom("0.18.4")),
            srcMainJava(
                java(
                    """
                    import io.modelcontextprotocol.client.transport.HttpClientSseClientTransport;

                    class Client {
                        Object transport = new HttpClientSseClientTransport("http://localhost:8080");
                    }
                    """,
                    """
                    import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;

                    class Client {
                        Object transport = HttpClientStreamableHttpTransport.builder("http://localhost:8080").build();
                    }
                    """))));
  }

  @Nested
  class DoesNotTouch {

    @Test
    void aClientOnStdio() {
      rewriteRun(mavenProject("client", pomXml(pom("0.10.0")), srcMainJava(java(STDIO))));
    }

    @Test
    void aClientOnStdioWhenServersWouldGetBothTransports() {
      rewriteRun(
          spec -> spec.recipe(new MigrateToDualTransport(null, null, null, null)),
          mavenProject("client", pomXml(pom("0.10.0")), srcMainJava(java(STDIO))));
    }

    @Test
    void aClientThatHasMoved() {
      rewriteRun(
          spec -> spec.parser(JavaParser.fromJavaVersion().classpath(SdkJars.sdk("0.12"))),
          mavenProject(
              "client",
              pomXml(pom("0.12.1")),
              srcMainJava(
                  java(
                      """
                      import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;

                      class Client {
                          Object transport = HttpClientStreamableHttpTransport.builder("http://localhost:8080").build();
                      }
                      """))));
    }

    @Test
    void aProjectWhoseDocumentationTellsOfConnections() {
      rewriteRun(
          mavenProject(
              "client",
              pomXml(pom("0.10.0")),
              srcMainJava(java(STDIO)),
              text(
                  "Or set spring.ai.mcp.client.sse.connections.a.url",
                  file -> file.path("README.md"))));
    }

    @Test
    void aSettingOfSomethingElse() {
      rewriteRun(
          mavenProject(
              "client",
              pomXml(pom("0.10.0")),
              srcMainJava(java(STDIO)),
              srcMainResources(
                  properties(
                      "app.client.sse.connections.weather.url=http://localhost:8080",
                      file -> file.path("application.properties")))));
    }
  }

  @Test
  void aConnectionThatTheEnvironmentSetsBringsTheSdk() {
    rewriteRun(
        mavenProject(
            "client",
            pomXml(pom("0.10.0"), pom("0.18.4")),
            text(
                "X=SPRING_AI_MCP_CLIENT_SSE_CONNECTIONS_A_URL", file -> file.path("deploy.conf"))));
  }

  private static String pom(String sdk) {
    return """
        <project>
          <modelVersion>4.0.0</modelVersion>
          <groupId>com.example</groupId>
          <artifactId>client</artifactId>
          <version>1</version>
          <dependencies>
            <dependency>
              <groupId>io.modelcontextprotocol.sdk</groupId>
              <artifactId>mcp</artifactId>
              <version>%s</version>
            </dependency>
          </dependencies>
        </project>
        """
        .formatted(sdk);
  }
}
