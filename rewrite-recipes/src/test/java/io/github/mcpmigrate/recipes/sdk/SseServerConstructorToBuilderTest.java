package io.github.mcpmigrate.recipes.sdk;

import static org.openrewrite.java.Assertions.java;

import io.github.mcpmigrate.recipes.SdkJars;
import org.junit.jupiter.api.Test;
import org.openrewrite.DocumentExample;
import org.openrewrite.java.JavaParser;
import org.openrewrite.test.RecipeSpec;
import org.openrewrite.test.RewriteTest;

class SseServerConstructorToBuilderTest implements RewriteTest {

  @Override
  public void defaults(RecipeSpec spec) {
    spec.recipe(new SseServerConstructorToBuilder())
        .parser(JavaParser.fromJavaVersion().classpath(SdkJars.LEGACY));
  }

  @DocumentExample
  @Test
  void constructorBecomesBuilderOfTheSameTransport() {
    rewriteRun(
        java(
            """
            import com.fasterxml.jackson.databind.ObjectMapper;
            import io.modelcontextprotocol.server.transport.HttpServletSseServerTransportProvider;
            import io.modelcontextprotocol.spec.McpServerTransportProvider;

            class Server {
                McpServerTransportProvider transport(ObjectMapper mapper) {
                    return new HttpServletSseServerTransportProvider(mapper, "https://a.example", "/message", "/sse");
                }
            }
            """,
            """
            import com.fasterxml.jackson.databind.ObjectMapper;
            import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
            import io.modelcontextprotocol.server.transport.HttpServletSseServerTransportProvider;
            import io.modelcontextprotocol.spec.McpServerTransportProvider;

            class Server {
                McpServerTransportProvider transport(ObjectMapper mapper) {
                    return HttpServletSseServerTransportProvider.builder()
                            .jsonMapper(new JacksonMcpJsonMapper(mapper))
                            .baseUrl("https://a.example")
                            .sseEndpoint("/sse")
                            .messageEndpoint("/message")
                            .build();
                }
            }
            """));
  }

  @Test
  void otherTransportsOfTheContractAreNoObstacle() {
    rewriteRun(
        java(
            """
            import com.fasterxml.jackson.databind.ObjectMapper;
            import io.modelcontextprotocol.server.transport.HttpServletSseServerTransportProvider;
            import io.modelcontextprotocol.server.transport.StdioServerTransportProvider;
            import io.modelcontextprotocol.spec.McpServerTransportProvider;

            class Server {
                McpServerTransportProvider transport(boolean stdio) {
                    return stdio ? new StdioServerTransportProvider() : new HttpServletSseServerTransportProvider(new ObjectMapper(), "/message");
                }
            }
            """,
            """
            import io.modelcontextprotocol.server.transport.HttpServletSseServerTransportProvider;
            import io.modelcontextprotocol.server.transport.StdioServerTransportProvider;
            import io.modelcontextprotocol.spec.McpServerTransportProvider;

            class Server {
                McpServerTransportProvider transport(boolean stdio) {
                    return stdio ? new StdioServerTransportProvider() : HttpServletSseServerTransportProvider.builder()
                            .messageEndpoint("/message")
                            .build();
                }
            }
            """));
  }

  @Test
  void doesNotTouchBuilders() {
    rewriteRun(
        java(
            """
            import io.modelcontextprotocol.server.transport.HttpServletSseServerTransportProvider;

            class Server {
                Object chain = HttpServletSseServerTransportProvider.builder()
                    .sseEndpoint(HttpServletSseServerTransportProvider.DEFAULT_SSE_ENDPOINT)
                    .messageEndpoint("/message")
                    .build();
            }
            """));
  }

  @Test
  void doesNotTouchDeclarations() {
    rewriteRun(
        java(
            """
            import io.modelcontextprotocol.server.transport.HttpServletSseServerTransportProvider;
            import io.modelcontextprotocol.spec.McpServerSession;

            class Server {
                private HttpServletSseServerTransportProvider transport;

                void wire(McpServerSession.Factory factory) {
                    transport.setSessionFactory(factory);
                }
            }
            """));
  }
}
