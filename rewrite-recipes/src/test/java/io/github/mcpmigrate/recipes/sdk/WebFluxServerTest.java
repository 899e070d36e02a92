package io.github.mcpmigrate.recipes.sdk;

import static org.openrewrite.java.Assertions.java;

import io.github.mcpmigrate.recipes.DualProviderStub;
import io.github.mcpmigrate.recipes.SdkJars;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openrewrite.java.JavaParser;
import org.openrewrite.test.RecipeSpec;
import org.openrewrite.test.RewriteTest;

/**
 * Servers on Spring WebFlux, whose builder calls the MCP endpoint what it called the legacy one.
 */
class WebFluxServerTest implements RewriteTest {

  @Override
  public void defaults(RecipeSpec spec) {
    spec.recipe(new SseServerToStreamable(null, null))
        .parser(JavaParser.fromJavaVersion().classpath(SdkJars.sdk("0.12")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.9", "0.10", "0.11", "0.12"})
  void messageEndpointGetsAnotherMeaning(String sdk) {
    rewriteRun(
        spec -> spec.parser(JavaParser.fromJavaVersion().classpath(SdkJars.sdk(sdk))),
        java(
            """
            import com.fasterxml.jackson.databind.ObjectMapper;
            import io.modelcontextprotocol.server.transport.WebFluxSseServerTransportProvider;
            import org.springframework.web.reactive.function.server.RouterFunction;

            class Config {
                WebFluxSseServerTransportProvider provider(ObjectMapper mapper, String base) {
                    return WebFluxSseServerTransportProvider.builder()
                        .objectMapper(mapper)
                        .basePath(base)
                        .messageEndpoint("/mcp/message")
                        .sseEndpoint("/sse")
                        .build();
                }

                RouterFunction<?> routes(WebFluxSseServerTransportProvider provider) {
                    return provider.getRouterFunction();
                }
            }
            """,
            """
            import com.fasterxml.jackson.databind.ObjectMapper;
            import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
            import io.modelcontextprotocol.server.transport.WebFluxStreamableServerTransportProvider;
            import org.springframework.web.reactive.function.server.RouterFunction;

            class Config {
                WebFluxStreamableServerTransportProvider provider(ObjectMapper mapper, String base) {
                    // TODO mcp-migrate: the base URL base has no counterpart: clients are no longer sent a URL
                    return WebFluxStreamableServerTransportProvider.builder()
                        .jsonMapper(new JacksonMcpJsonMapper(mapper))
                        .messageEndpoint("/mcp")
                        .build();
                }

                RouterFunction<?> routes(WebFluxStreamableServerTransportProvider provider) {
                    return provider.getRouterFunction();
                }
            }
            """));
  }

  @Test
  void constructorBecomesBuilder() {
    rewriteRun(
        spec -> spec.parser(JavaParser.fromJavaVersion().classpath(SdkJars.sdk("0.8"))),
        java(
            """
            import com.fasterxml.jackson.databind.ObjectMapper;
            import io.modelcontextprotocol.server.McpServer;
            import io.modelcontextprotocol.server.transport.WebFluxSseServerTransportProvider;

            class Server {
                void start() {
                    var provider = new WebFluxSseServerTransportProvider(new ObjectMapper(), "/message");
                    McpServer.async(provider).build();
                }
            }
            """,
            """
            import io.modelcontextprotocol.server.McpServer;
            import io.modelcontextprotocol.server.transport.WebFluxStreamableServerTransportProvider;

            class Server {
                void start() {
                    var provider = WebFluxStreamableServerTransportProvider.builder()
                            .messageEndpoint("/mcp")
                            .build();
                    McpServer.async(provider).build();
                }
            }
            """));
  }

  @Test
  void moveToBothTransports() {
    rewriteRun(
        spec -> spec.recipe(new SseServerToDual(null, null)),
        java(
            """
            import com.fasterxml.jackson.databind.ObjectMapper;
            import io.modelcontextprotocol.server.transport.WebFluxSseServerTransportProvider;

            class Config {
                WebFluxSseServerTransportProvider provider(String base) {
                    return WebFluxSseServerTransportProvider.builder()
                        .objectMapper(new ObjectMapper())
                        .basePath(base)
                        .sseEndpoint("/events")
                        .messageEndpoint("/mcp/message")
                        .build();
                }
            }
            """,
            """
            import io.github.mcpmigrate.compat.sdk.WebFluxDualTransportProvider;

            class Config {
                WebFluxDualTransportProvider provider(String base) {
                    return WebFluxDualTransportProvider.builder()
                        .baseUrl(base)
                        .sseEndpoint("/events")
                        .messageEndpoint("/mcp/message")
                        .mcpEndpoint("/mcp")
                        .build();
                }
            }
            """));
  }

  @Test
  void leaveBothTransports() {
    rewriteRun(
        spec ->
            spec.recipe(new DualServerToStreamable())
                .parser(
                    JavaParser.fromJavaVersion()
                        .classpath(SdkJars.CURRENT)
                        .dependsOn(DualProviderStub.sources())),
        java(
            """
            import io.github.mcpmigrate.compat.sdk.WebFluxDualTransportProvider;

            class Config {
                Object routes = WebFluxDualTransportProvider.builder()
                        .messageEndpoint("/messages")
                        .mcpEndpoint("/api/mcp")
                        .build()
                        .getRouterFunction();
            }
            """,
            """
            import io.modelcontextprotocol.server.transport.WebFluxStreamableServerTransportProvider;

            class Config {
                Object routes = WebFluxStreamableServerTransportProvider.builder()
                        .messageEndpoint("/api/mcp")
                        .build()
                        .getRouterFunction();
            }
            """));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.1", "2.1"})
  void springAiIsTheirHomeSinceSdk1(String sdk) {
    rewriteRun(
        spec -> spec.parser(JavaParser.fromJavaVersion().classpath(SdkJars.sdk(sdk))),
        java(
            """
            import org.springframework.ai.mcp.server.webflux.transport.WebFluxSseServerTransportProvider;

            class Config {
                WebFluxSseServerTransportProvider all() {
                    return WebFluxSseServerTransportProvider.builder().build();
                }

                Object some() {
                    return WebFluxSseServerTransportProvider.builder().messageEndpoint("/m").build();
                }
            }
            """,
            """
            import org.springframework.ai.mcp.server.webflux.transport.WebFluxStreamableServerTransportProvider;

            class Config {
                WebFluxStreamableServerTransportProvider all() {
                    return WebFluxStreamableServerTransportProvider.builder().messageEndpoint("/mcp").build();
                }

                Object some() {
                    return WebFluxStreamableServerTransportProvider.builder().messageEndpoint("/mcp").build();
                }
            }
            """));
  }

  @Nested
  class DoesNotTouch {

    @Test
    void aServerOnStreamableHttp() {
      rewriteRun(
          spec -> spec.parser(JavaParser.fromJavaVersion().classpath(SdkJars.CURRENT)),
          java(
              """
              import io.modelcontextprotocol.server.transport.WebFluxStreamableServerTransportProvider;

              class Config {
                  Object provider = WebFluxStreamableServerTransportProvider.builder().messageEndpoint("/m").build();
              }
              """));
    }

    @Test
    void aServerOnStatelessHttp() {
      rewriteRun(
          spec -> spec.parser(JavaParser.fromJavaVersion().classpath(SdkJars.CURRENT)),
          java(
              """
              import io.modelcontextprotocol.server.transport.WebFluxStatelessServerTransport;

              class Config {
                  Object provider = WebFluxStatelessServerTransport.builder().messageEndpoint("/m").build();
              }
              """));
    }

    @Test
    void aServerOnBothTransports() {
      rewriteRun(
          spec ->
              spec.parser(
                  JavaParser.fromJavaVersion()
                      .classpath(SdkJars.CURRENT)
                      .dependsOn(DualProviderStub.sources())),
          java(
              """
              import io.github.mcpmigrate.compat.sdk.WebFluxDualTransportProvider;

              class Config {
                  Object provider = WebFluxDualTransportProvider.builder().messageEndpoint("/m").build();
              }
              """));
    }
  }
}
