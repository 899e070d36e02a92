package io.github.mcpmigrate.recipes.sdk;

import static org.openrewrite.java.Assertions.java;
import static org.openrewrite.java.Assertions.mavenProject;
import static org.openrewrite.java.Assertions.srcMainJava;
import static org.openrewrite.maven.Assertions.pomXml;

import io.github.mcpmigrate.MigrateToDualTransport;
import io.github.mcpmigrate.MigrateToStreamableHttp;
import io.github.mcpmigrate.recipes.SdkJars;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.openrewrite.java.JavaParser;
import org.openrewrite.test.RecipeSpec;
import org.openrewrite.test.RewriteTest;

/** A migration that cannot move a server leaves the project on its SDK, in every module. */
class WhereServersCanMoveTest implements RewriteTest {

  private static final String POM =
      """
      <project>
        <modelVersion>4.0.0</modelVersion>
        <groupId>com.example</groupId>
        <artifactId>%s</artifactId>
        <version>1</version>
        <dependencies>
          <dependency>
            <groupId>io.modelcontextprotocol.sdk</groupId>
            <artifactId>mcp</artifactId>
            <version>%s</version>
          </dependency>
        </dependencies>
      </project>
      """;

  private static final String TOOL =
      """
      import io.modelcontextprotocol.spec.McpSchema.Tool;

      class Tools {
          Tool tool = new Tool("a", "b", "{}");
      }
      """;

  @Override
  public void defaults(RecipeSpec spec) {
    spec.recipe(new MigrateToStreamableHttp(null, null, null))
        .parser(JavaParser.fromJavaVersion().classpath(SdkJars.sdk("0.10")));
  }

  @Test
  void theSdkFollowsServersThatMove() {
    rewriteRun(
        mavenProject(
            "server",
            srcMainJava(
                java(
                    """
                    import com.fasterxml.jackson.databind.ObjectMapper;
                    import io.modelcontextprotocol.server.transport.HttpServletSseServerTransportProvider;

                    class Server {
                        Object transport = new HttpServletSseServerTransportProvider(new ObjectMapper(), "/m");
                    }
                    """,
                    """
                    import io.modelcontextprotocol.server.transport.HttpServletStreamableServerTransportProvider;

                    class Server {
                        Object transport = HttpServletStreamableServerTransportProvider.builder()
                                .mcpEndpoint("/mcp")
                                .build();
                    }
                    """)),
            pomXml(POM.formatted("server", "0.10.0"), POM.formatted("server", "0.18.4"))));
  }

  /** Not a version, not a call that only another version needs. */
  @Nested
  class DoesNotTouch {

    @Test
    void anyModuleBesideAServerThatStays() {
      rewriteRun(
          mavenProject(
              "server",
              srcMainJava(
                  java(
                      """
                      import com.fasterxml.jackson.databind.ObjectMapper;
                      import io.modelcontextprotocol.server.transport.HttpServletSseServerTransportProvider;
                      import io.modelcontextprotocol.spec.McpServerSession;

                      class Server extends HttpServletSseServerTransportProvider {
                          Server() {
                              super(new ObjectMapper(), "/m");
                          }

                          @Override
                          public void setSessionFactory(McpServerSession.Factory factory) {}
                      }
                      """,
                      """
                      import com.fasterxml.jackson.databind.ObjectMapper;
                      import io.modelcontextprotocol.server.transport.HttpServletSseServerTransportProvider;
                      import io.modelcontextprotocol.spec.McpServerSession;

                      // TODO mcp-migrate: Server extends HttpServletSseServerTransportProvider, which cannot be extended any more, and it overrides setSessionFactory(..) of the transport
                      class Server extends HttpServletSseServerTransportProvider {
                          Server() {
                              super(new ObjectMapper(), "/m");
                          }

                          @Override
                          public void setSessionFactory(McpServerSession.Factory factory) {}
                      }
                      """)),
              pomXml(POM.formatted("server", "0.10.0"))),
          mavenProject("tools", srcMainJava(java(TOOL)), pomXml(POM.formatted("tools", "0.10.0"))));
    }

    @Test
    void awkwardCase09_copiesOfTheSdksClasses() {
      rewriteRun(
          spec -> spec.recipe(new MigrateToDualTransport(null, null, null, null)),
          mavenProject(
              "server",
              srcMainJava(
                  java(
                      """
                      package io.modelcontextprotocol.server.transport;

                      public class WebMvcSseServerTransportProvider {
                          public WebMvcSseServerTransportProvider(Object mapper, String path) {}
                      }
                      """),
                  java(
                      """
                      import io.modelcontextprotocol.server.transport.WebMvcSseServerTransportProvider;

                      class Server {
                          Object transport = new WebMvcSseServerTransportProvider(null, "/m");
                      }
                      """),
                  java(TOOL)),
              pomXml(POM.formatted("server", "0.10.0"))));
    }

    @Test
    void aTransportOfTheProjectsOwn() {
      rewriteRun(
          mavenProject(
              "server",
              srcMainJava(
                  java(
                      """
                      import com.fasterxml.jackson.core.type.TypeReference;
                      import io.modelcontextprotocol.spec.McpSchema;
                      import io.modelcontextprotocol.spec.McpServerSession;
                      import io.modelcontextprotocol.spec.McpServerTransport;
                      import io.modelcontextprotocol.spec.McpServerTransportProvider;
                      import reactor.core.publisher.Mono;

                      class OwnTransport implements McpServerTransportProvider {
                          public void setSessionFactory(McpServerSession.Factory factory) {}
                          public Mono<Void> notifyClients(String method, Object params) { return Mono.empty(); }
                          public Mono<Void> closeGracefully() { return Mono.empty(); }

                          static class Session implements McpServerTransport {
                              public Mono<Void> sendMessage(McpSchema.JSONRPCMessage message) { return Mono.empty(); }
                              public <T> T unmarshalFrom(Object data, TypeReference<T> type) { return null; }
                              public Mono<Void> closeGracefully() { return Mono.empty(); }
                          }
                      }
                      """),
                  java(TOOL)),
              pomXml(POM.formatted("server", "0.10.0"))));
    }
  }
}
