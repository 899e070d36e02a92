package io.github.mcpmigrate.recipes.sdk;

import static org.openrewrite.java.Assertions.java;

import io.github.mcpmigrate.recipes.DualProviderStub;
import io.github.mcpmigrate.recipes.SdkJars;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.openrewrite.DocumentExample;
import org.openrewrite.java.JavaParser;
import org.openrewrite.test.RecipeSpec;
import org.openrewrite.test.RewriteTest;

class DualServerToStreamableTest implements RewriteTest {

  @Override
  public void defaults(RecipeSpec spec) {
    spec.recipe(new DualServerToStreamable())
        .parser(
            JavaParser.fromJavaVersion()
                .classpath(SdkJars.CURRENT)
                .dependsOn(DualProviderStub.sources()));
  }

  @DocumentExample
  @Test
  void legacyEndpointsGo() {
    rewriteRun(
        java(
            """
            import io.github.mcpmigrate.compat.sdk.HttpServletDualTransportProvider;
            import io.modelcontextprotocol.server.McpServer;
            import io.modelcontextprotocol.spec.McpStreamableServerTransportProvider;
            import java.time.Duration;

            class Server {
                private static final String SSE_ENDPOINT = "/sse";
                private static final String MESSAGE_ENDPOINT = "/message";

                McpStreamableServerTransportProvider transport =
                        HttpServletDualTransportProvider.builder()
                                .sseEndpoint(SSE_ENDPOINT)
                                .messageEndpoint(MESSAGE_ENDPOINT)
                                .mcpEndpoint("/api/mcp")
                                .keepAliveInterval(Duration.ofSeconds(15))
                                .build();
            }
            """,
            """
            import io.modelcontextprotocol.server.McpServer;
            import io.modelcontextprotocol.server.transport.HttpServletStreamableServerTransportProvider;
            import io.modelcontextprotocol.spec.McpStreamableServerTransportProvider;
            import java.time.Duration;

            class Server {

                McpStreamableServerTransportProvider transport =
                        HttpServletStreamableServerTransportProvider.builder()
                                .mcpEndpoint("/api/mcp")
                                .keepAliveInterval(Duration.ofSeconds(15))
                                .build();
            }
            """));
  }

  @Test
  void mappingsAndRulesLoseThePathsThatNobodyServes() {
    rewriteRun(
        java(
            """
            import io.github.mcpmigrate.compat.sdk.HttpServletDualTransportProvider;
            import org.springframework.boot.web.servlet.ServletRegistrationBean;
            import org.springframework.security.config.annotation.web.builders.HttpSecurity;

            class Server {
                HttpServletDualTransportProvider transport = HttpServletDualTransportProvider.builder().sseEndpoint("/sse").messageEndpoint("/message").mcpEndpoint("/api").build();
                Object bean = new ServletRegistrationBean<>(transport, "/sse", "/message", "/api");

                void rules(HttpSecurity http) throws Exception {
                    http.authorizeHttpRequests(auth -> auth.requestMatchers("/api", "/sse", "/message").permitAll());
                    http.csrf(csrf -> csrf.ignoringRequestMatchers("/message"));
                }
            }
            """,
            """
            import io.modelcontextprotocol.server.transport.HttpServletStreamableServerTransportProvider;
            import org.springframework.boot.web.servlet.ServletRegistrationBean;
            import org.springframework.security.config.annotation.web.builders.HttpSecurity;

            class Server {
                HttpServletStreamableServerTransportProvider transport = HttpServletStreamableServerTransportProvider.builder().mcpEndpoint("/api").build();
                Object bean = new ServletRegistrationBean<>(transport, "/api");

                void rules(HttpSecurity http) throws Exception {
                    http.authorizeHttpRequests(auth -> auth.requestMatchers("/api").permitAll());
                    // TODO mcp-migrate: /message is no longer served, and this has no effect
                    http.csrf(csrf -> csrf.ignoringRequestMatchers("/message"));
                }
            }
            """));
  }

  @Test
  void baseUrlGoesWithAComment() {
    rewriteRun(
        java(
            """
            import io.github.mcpmigrate.compat.sdk.HttpServletDualTransportProvider;

            class Server {
                HttpServletDualTransportProvider transport = HttpServletDualTransportProvider.builder().baseUrl("https://a.example").build();
            }
            """,
            """
            import io.modelcontextprotocol.server.transport.HttpServletStreamableServerTransportProvider;

            class Server {
                // TODO mcp-migrate: the base URL "https://a.example" has no counterpart: clients are no longer sent a URL
                HttpServletStreamableServerTransportProvider transport = HttpServletStreamableServerTransportProvider.builder().build();
            }
            """));
  }

  @Test
  void optionsOfTheCompatRuntimeAreNotLostSilently() {
    rewriteRun(
        java(
            """
            import io.github.mcpmigrate.compat.sdk.HttpServletDualTransportProvider;

            class Server {
                Object transport = HttpServletDualTransportProvider.builder().allowedOrigins("https://a.example").build();
            }
            """,
            """
            import io.github.mcpmigrate.compat.sdk.HttpServletDualTransportProvider;

            class Server {
                // TODO mcp-migrate: HttpServletStreamableServerTransportProvider has no allowedOrigins(..)
                Object transport = HttpServletDualTransportProvider.builder().allowedOrigins("https://a.example").build();
            }
            """));
  }

  @Test
  void aServerThatWantsTokensIsNotOpenedToAll() {
    rewriteRun(
        java(
            """
            import io.github.mcpmigrate.compat.authorization.ProtectedResource;
            import io.github.mcpmigrate.compat.authorization.TokenVerifier;
            import io.github.mcpmigrate.compat.sdk.HttpServletDualTransportProvider;

            class Server {
                Object transport(ProtectedResource resource, TokenVerifier verifier) {
                    return HttpServletDualTransportProvider.builder().authorization(resource, verifier).build();
                }
            }
            """,
            """
            import io.github.mcpmigrate.compat.authorization.ProtectedResource;
            import io.github.mcpmigrate.compat.authorization.TokenVerifier;
            import io.github.mcpmigrate.compat.sdk.HttpServletDualTransportProvider;

            class Server {
                Object transport(ProtectedResource resource, TokenVerifier verifier) {
                    // TODO mcp-migrate: HttpServletStreamableServerTransportProvider has no authorization(..)
                    return HttpServletDualTransportProvider.builder().authorization(resource, verifier).build();
                }
            }
            """));
  }

  @Nested
  class DoesNotTouch {

    @Test
    void mappingsWhenThePathOfStreamableHttpIsComputed() {
      rewriteRun(
          spec -> spec.cycles(1).expectedCyclesThatMakeChanges(1),
          java(
              """
              import io.github.mcpmigrate.compat.sdk.HttpServletDualTransportProvider;
              import jakarta.servlet.annotation.WebServlet;
              import jakarta.servlet.http.HttpServlet;

              @WebServlet(urlPatterns = {"/sse", "/message"})
              class Server extends HttpServlet {
                  HttpServletDualTransportProvider transport = HttpServletDualTransportProvider.builder().mcpEndpoint(System.getProperty("path")).build();
              }
              """,
              """
              import io.modelcontextprotocol.server.transport.HttpServletStreamableServerTransportProvider;
              import jakarta.servlet.annotation.WebServlet;
              import jakarta.servlet.http.HttpServlet;

              @WebServlet(urlPatterns = {"/sse", "/message"})
              class Server extends HttpServlet {
                  HttpServletStreamableServerTransportProvider transport = HttpServletStreamableServerTransportProvider.builder().mcpEndpoint(System.getProperty("path")).build();
              }
              """));
    }

    @Test
    void aServerOnHttpSse() {
      rewriteRun(
          java(
              """
              import io.modelcontextprotocol.server.transport.HttpServletSseServerTransportProvider;
              import io.modelcontextprotocol.spec.McpServerTransportProvider;

              class Server {
                  McpServerTransportProvider transport = HttpServletSseServerTransportProvider.builder().messageEndpoint("/m").build();
              }
              """));
    }

    @Test
    void aServerOnStreamableHttp() {
      rewriteRun(
          java(
              """
              import io.modelcontextprotocol.server.transport.HttpServletStreamableServerTransportProvider;

              class Server {
                  Object transport = HttpServletStreamableServerTransportProvider.builder().mcpEndpoint("/m").build();
              }
              """));
    }

    @Test
    void otherServersOnTheSameContract() {
      rewriteRun(
          java(
              """
              import io.modelcontextprotocol.server.McpServer;
              import io.modelcontextprotocol.spec.McpStreamableServerTransportProvider;

              class Server {
                  Object start(McpStreamableServerTransportProvider transport) {
                      return McpServer.sync(transport).build();
                  }
              }
              """));
    }
  }
}
