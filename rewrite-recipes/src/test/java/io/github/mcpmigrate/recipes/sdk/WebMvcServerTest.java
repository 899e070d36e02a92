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

/** Servers on Spring WebMvc: what the recipes do there beside what they do for servlets. */
class WebMvcServerTest implements RewriteTest {

  @Override
  public void defaults(RecipeSpec spec) {
    spec.recipe(new SseServerToStreamable(null, null))
        .parser(JavaParser.fromJavaVersion().classpath(SdkJars.sdk("0.10")));
  }

  @Test
  void beansFollow() {
    rewriteRun(
        java(
            """
            import com.fasterxml.jackson.databind.ObjectMapper;
            import io.modelcontextprotocol.server.McpServer;
            import io.modelcontextprotocol.server.McpSyncServer;
            import io.modelcontextprotocol.server.transport.WebMvcSseServerTransportProvider;
            import io.modelcontextprotocol.spec.McpServerTransportProvider;
            import org.springframework.context.annotation.Bean;
            import org.springframework.context.annotation.Configuration;
            import org.springframework.web.servlet.function.RouterFunction;
            import org.springframework.web.servlet.function.ServerResponse;

            @Configuration
            class McpConfig {
                @Bean
                WebMvcSseServerTransportProvider webMvcSseServerTransportProvider(ObjectMapper mapper) {
                    return new WebMvcSseServerTransportProvider(mapper, "/mcp/message");
                }

                @Bean
                RouterFunction<ServerResponse> routes(WebMvcSseServerTransportProvider provider) {
                    return provider.getRouterFunction();
                }

                @Bean
                McpSyncServer server(McpServerTransportProvider provider) {
                    return McpServer.sync(provider).serverInfo("a", "1").build();
                }
            }
            """,
            """
            import com.fasterxml.jackson.databind.ObjectMapper;
            import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
            import io.modelcontextprotocol.server.McpServer;
            import io.modelcontextprotocol.server.McpSyncServer;
            import io.modelcontextprotocol.server.transport.WebMvcStreamableServerTransportProvider;
            import io.modelcontextprotocol.spec.McpStreamableServerTransportProvider;
            import org.springframework.context.annotation.Bean;
            import org.springframework.context.annotation.Configuration;
            import org.springframework.web.servlet.function.RouterFunction;
            import org.springframework.web.servlet.function.ServerResponse;

            @Configuration
            class McpConfig {
                @Bean
                WebMvcStreamableServerTransportProvider webMvcSseServerTransportProvider(ObjectMapper mapper) {
                    return WebMvcStreamableServerTransportProvider.builder()
                            .jsonMapper(new JacksonMcpJsonMapper(mapper))
                            .mcpEndpoint("/mcp")
                            .build();
                }

                @Bean
                RouterFunction<ServerResponse> routes(WebMvcStreamableServerTransportProvider provider) {
                    return provider.getRouterFunction();
                }

                @Bean
                McpSyncServer server(McpStreamableServerTransportProvider provider) {
                    return McpServer.sync(provider).serverInfo("a", "1").build();
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
            import io.modelcontextprotocol.server.transport.WebMvcSseServerTransportProvider;
            import org.springframework.web.servlet.function.RouterFunction;
            import org.springframework.web.servlet.function.ServerResponse;

            class Config {
                RouterFunction<ServerResponse> routes(ObjectMapper mapper) {
                    WebMvcSseServerTransportProvider provider =
                            new WebMvcSseServerTransportProvider(mapper, "https://example.org", "/messages", "/events");
                    return provider.getRouterFunction();
                }
            }
            """,
            """
            import com.fasterxml.jackson.databind.ObjectMapper;
            import io.github.mcpmigrate.compat.sdk.WebMvcDualTransportProvider;
            import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
            import org.springframework.web.servlet.function.RouterFunction;
            import org.springframework.web.servlet.function.ServerResponse;

            class Config {
                RouterFunction<ServerResponse> routes(ObjectMapper mapper) {
                    WebMvcDualTransportProvider provider =
                            WebMvcDualTransportProvider.builder()
                                    .jsonMapper(new JacksonMcpJsonMapper(mapper))
                                    .baseUrl("https://example.org")
                                    .sseEndpoint("/events")
                                    .messageEndpoint("/messages")
                                    .mcpEndpoint("/mcp")
                                    .build();
                    return provider.getRouterFunction();
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
            import io.github.mcpmigrate.compat.sdk.WebMvcDualTransportProvider;

            class Config {
                Object routes = WebMvcDualTransportProvider.builder()
                        .sseEndpoint("/events")
                        .messageEndpoint("/messages")
                        .mcpEndpoint("/api/mcp")
                        .sameUrl(true)
                        .build()
                        .getRouterFunction();
            }
            """,
            """
            import io.modelcontextprotocol.server.transport.WebMvcStreamableServerTransportProvider;

            class Config {
                Object routes = WebMvcStreamableServerTransportProvider.builder()
                        .mcpEndpoint("/api/mcp")
                        .build()
                        .getRouterFunction();
            }
            """));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.11", "0.12"})
  void builderOfLaterVersions(String sdk) {
    rewriteRun(
        spec -> spec.parser(JavaParser.fromJavaVersion().classpath(SdkJars.sdk(sdk))),
        java(
            """
            import com.fasterxml.jackson.databind.ObjectMapper;
            import io.modelcontextprotocol.server.transport.WebMvcSseServerTransportProvider;

            import java.time.Duration;

            class Config {
                Object provider = WebMvcSseServerTransportProvider.builder()
                        .objectMapper(new ObjectMapper())
                        .sseEndpoint("/sse")
                        .messageEndpoint("/mcp/message")
                        .keepAliveInterval(Duration.ofSeconds(30))
                        .build();
                Object old = new WebMvcSseServerTransportProvider(
                        new ObjectMapper(), "", "/mcp/message", "/sse", Duration.ofSeconds(30));
            }
            """,
            """
            import io.modelcontextprotocol.server.transport.WebMvcStreamableServerTransportProvider;

            import java.time.Duration;

            class Config {
                Object provider = WebMvcStreamableServerTransportProvider.builder()
                        .mcpEndpoint("/mcp")
                        .keepAliveInterval(Duration.ofSeconds(30))
                        .build();
                Object old = WebMvcStreamableServerTransportProvider.builder()
                        .mcpEndpoint("/mcp")
                        .keepAliveInterval(Duration.ofSeconds(30))
                        .build();
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
            import io.modelcontextprotocol.json.McpJsonMapper;
            import org.springframework.ai.mcp.server.webmvc.transport.WebMvcSseServerTransportProvider;

            class Config {
                WebMvcSseServerTransportProvider provider(McpJsonMapper mapper) {
                    return WebMvcSseServerTransportProvider.builder().jsonMapper(mapper).baseUrl("").build();
                }

                Object endpoint() {
                    return WebMvcSseServerTransportProvider.builder()
                        .sseEndpoint(WebMvcSseServerTransportProvider.DEFAULT_SSE_ENDPOINT)
                        .messageEndpoint(WebMvcSseServerTransportProvider.DEFAULT_MESSAGE_ENDPOINT)
                        .build();
                }
            }
            """,
            """
            import io.modelcontextprotocol.json.McpJsonMapper;
            import org.springframework.ai.mcp.server.webmvc.transport.WebMvcStreamableServerTransportProvider;

            class Config {
                WebMvcStreamableServerTransportProvider provider(McpJsonMapper mapper) {
                    return WebMvcStreamableServerTransportProvider.builder().jsonMapper(mapper).mcpEndpoint("/mcp").build();
                }

                Object endpoint() {
                    return WebMvcStreamableServerTransportProvider.builder()
                        .mcpEndpoint("/mcp")
                        .build();
                }
            }
            """));
  }

  @Test
  void firstTransportOfSdk07() {
    rewriteRun(
        spec -> spec.parser(JavaParser.fromJavaVersion().classpath(SdkJars.sdk("0.7"))),
        java(
            """
            import com.fasterxml.jackson.databind.ObjectMapper;
            import io.modelcontextprotocol.server.transport.WebMvcSseServerTransport;
            import io.modelcontextprotocol.spec.ServerMcpTransport;

            class Config {
                WebMvcSseServerTransport transport() {
                    return new WebMvcSseServerTransport(new ObjectMapper(), "/message", WebMvcSseServerTransport.DEFAULT_SSE_ENDPOINT);
                }

                void start(ServerMcpTransport transport) {}
            }
            """,
            """
            import io.modelcontextprotocol.server.transport.WebMvcStreamableServerTransportProvider;
            import io.modelcontextprotocol.spec.McpStreamableServerTransportProvider;

            class Config {
                WebMvcStreamableServerTransportProvider transport() {
                    return WebMvcStreamableServerTransportProvider.builder()
                            .mcpEndpoint("/mcp")
                            .build();
                }

                void start(McpStreamableServerTransportProvider transport) {}
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
              import io.modelcontextprotocol.server.transport.WebMvcStreamableServerTransportProvider;

              class Config {
                  Object provider = WebMvcStreamableServerTransportProvider.builder().mcpEndpoint("/sse").build();
              }
              """));
    }

    @Test
    void aServerOnStatelessHttp() {
      rewriteRun(
          spec -> spec.parser(JavaParser.fromJavaVersion().classpath(SdkJars.CURRENT)),
          java(
              """
              import io.modelcontextprotocol.server.transport.WebMvcStatelessServerTransport;

              class Config {
                  Object provider = WebMvcStatelessServerTransport.builder().messageEndpoint("/sse").build();
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
              import io.github.mcpmigrate.compat.sdk.WebMvcDualTransportProvider;

              class Config {
                  Object provider = WebMvcDualTransportProvider.builder().sseEndpoint("/sse").messageEndpoint("/m").build();
              }
              """));
    }

    @Test
    void aServerOnHttpSseWhenTheTransitionEnds() {
      rewriteRun(
          spec -> spec.recipe(new DualServerToStreamable()),
          java(
              """
              import com.fasterxml.jackson.databind.ObjectMapper;
              import io.modelcontextprotocol.server.transport.WebMvcSseServerTransportProvider;

              class Config {
                  Object provider = new WebMvcSseServerTransportProvider(new ObjectMapper(), "/message");
              }
              """));
    }

    @Test
    void routesOfTheProjectsOwnBesideNoServer() {
      rewriteRun(
          java(
              """
              import org.springframework.web.servlet.function.RouterFunction;
              import org.springframework.web.servlet.function.RouterFunctions;
              import org.springframework.web.servlet.function.ServerResponse;

              class Config {
                  RouterFunction<ServerResponse> routes() {
                      return RouterFunctions.route()
                              .GET("/sse", request -> ServerResponse.ok().build())
                              .POST("/mcp/message", request -> ServerResponse.ok().build())
                              .build();
                  }
              }
              """));
    }

    @Test
    void aCopyOfOneProviderBesideAnotherOfTheSdk() {
      rewriteRun(
          java(
              """
              package io.modelcontextprotocol.server.transport;

              public class WebMvcSseServerTransportProvider {}
              """),
          java(
              """
              import com.fasterxml.jackson.databind.ObjectMapper;
              import io.modelcontextprotocol.server.transport.HttpServletSseServerTransportProvider;

              class Server {
                  Object provider = new HttpServletSseServerTransportProvider(new ObjectMapper(), "/message");
              }
              """));
    }
  }
}
