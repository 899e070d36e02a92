package io.github.mcpmigrate.recipes.springai;

import static org.openrewrite.java.Assertions.java;
import static org.openrewrite.kotlin.Assertions.kotlin;
import static org.openrewrite.properties.Assertions.properties;

import io.github.mcpmigrate.recipes.SdkJars;
import io.github.mcpmigrate.recipes.sdk.SseClientToStreamable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.openrewrite.DocumentExample;
import org.openrewrite.java.JavaParser;
import org.openrewrite.kotlin.KotlinParser;
import org.openrewrite.test.RecipeSpec;
import org.openrewrite.test.RewriteTest;

/**
 * Beans that customize the clients of Spring AI 2.0. One that is typed on the builder of HTTP+SSE
 * goes on compiling when its connections have moved, and is ignored: what it adds, a token perhaps,
 * would vanish without a word.
 */
class McpClientCustomizerTest implements RewriteTest {

  @Override
  public void defaults(RecipeSpec spec) {
    spec.recipe(new SseClientToStreamable(null, null, null))
        .parser(JavaParser.fromJavaVersion().classpath(SdkJars.springAi("2.0")))
        .parser(KotlinParser.builder().classpath(SdkJars.springAi("2.0")));
  }

  @DocumentExample
  @Test
  void aBeanThatIsALambda() {
    rewriteRun(
        java(
            """
            import io.modelcontextprotocol.client.transport.HttpClientSseClientTransport;
            import java.net.http.HttpRequest;
            import org.springframework.ai.mcp.customizer.McpClientCustomizer;
            import org.springframework.context.annotation.Bean;

            class Clients {
                @Bean
                McpClientCustomizer<HttpClientSseClientTransport.Builder> token() {
                    return (name, builder) -> builder.requestBuilder(
                        HttpRequest.newBuilder().header("Authorization", "Bearer " + name));
                }
            }
            """,
            """
            import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
            import java.net.http.HttpRequest;
            import org.springframework.ai.mcp.customizer.McpClientCustomizer;
            import org.springframework.context.annotation.Bean;

            class Clients {
                @Bean
                McpClientCustomizer<HttpClientStreamableHttpTransport.Builder> token() {
                    return (name, builder) -> builder.requestBuilder(
                        HttpRequest.newBuilder().header("Authorization", "Bearer " + name));
                }
            }
            """));
  }

  @Test
  void aClassThatImplementsIt() {
    rewriteRun(
        java(
            """
            import io.modelcontextprotocol.client.transport.HttpClientSseClientTransport;
            import java.time.Duration;
            import org.springframework.ai.mcp.customizer.McpClientCustomizer;

            class Timeouts implements McpClientCustomizer<HttpClientSseClientTransport.Builder> {
                @Override
                public void customize(String name, HttpClientSseClientTransport.Builder builder) {
                    builder.connectTimeout(Duration.ofSeconds(3));
                }
            }
            """,
            """
            import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
            import java.time.Duration;
            import org.springframework.ai.mcp.customizer.McpClientCustomizer;

            class Timeouts implements McpClientCustomizer<HttpClientStreamableHttpTransport.Builder> {
                @Override
                public void customize(String name, HttpClientStreamableHttpTransport.Builder builder) {
                    builder.connectTimeout(Duration.ofSeconds(3));
                }
            }
            """));
  }

  @Test
  void clientsOnWebFlux() {
    rewriteRun(
        java(
            """
            import org.springframework.ai.mcp.client.webflux.transport.WebFluxSseClientTransport;
            import org.springframework.ai.mcp.customizer.McpClientCustomizer;
            import org.springframework.context.annotation.Bean;

            class Clients {
                @Bean
                McpClientCustomizer<WebFluxSseClientTransport.Builder> mapper() {
                    return (name, builder) -> builder.jsonMapper(null);
                }
            }
            """,
            """
            import org.springframework.ai.mcp.client.webflux.transport.WebClientStreamableHttpTransport;
            import org.springframework.ai.mcp.customizer.McpClientCustomizer;
            import org.springframework.context.annotation.Bean;

            class Clients {
                @Bean
                McpClientCustomizer<WebClientStreamableHttpTransport.Builder> mapper() {
                    return (name, builder) -> builder.jsonMapper(null);
                }
            }
            """));
  }

  @Test
  void anEndpointIsAskedFor() {
    rewriteRun(
        java(
            """
            import io.modelcontextprotocol.client.transport.HttpClientSseClientTransport;
            import org.springframework.ai.mcp.customizer.McpClientCustomizer;

            class Clients {
                McpClientCustomizer<HttpClientSseClientTransport.Builder> path = (name, builder) -> builder.sseEndpoint("/" + name);
            }
            """,
            """
            import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
            import org.springframework.ai.mcp.customizer.McpClientCustomizer;

            class Clients {
                // TODO mcp-migrate: this has to be the server's MCP endpoint, such as /mcp, and no longer its HTTP+SSE endpoint
                McpClientCustomizer<HttpClientStreamableHttpTransport.Builder> path = (name, builder) -> builder.endpoint("/" + name);
            }
            """));
  }

  @Test
  void beansInKotlin() {
    rewriteRun(
        kotlin(
            """
            import io.modelcontextprotocol.client.transport.HttpClientSseClientTransport
            import java.time.Duration
            import org.springframework.ai.mcp.customizer.McpClientCustomizer

            class Timeouts : McpClientCustomizer<HttpClientSseClientTransport.Builder> {
                override fun customize(name: String, builder: HttpClientSseClientTransport.Builder) {
                    builder.connectTimeout(Duration.ofSeconds(3))
                }
            }
            """,
            """
            import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport
            import java.time.Duration
            import org.springframework.ai.mcp.customizer.McpClientCustomizer

            class Timeouts : McpClientCustomizer<HttpClientStreamableHttpTransport.Builder> {
                override fun customize(name: String, builder: HttpClientStreamableHttpTransport.Builder) {
                    builder.connectTimeout(Duration.ofSeconds(3))
                }
            }
            """));
  }

  @Nested
  class DoesNotTouch {

    @Test
    void customizersOfStreamableClients() {
      rewriteRun(
          java(
              """
              import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
              import org.springframework.ai.mcp.customizer.McpClientCustomizer;

              class Clients {
                  McpClientCustomizer<HttpClientStreamableHttpTransport.Builder> resume = (name, builder) -> builder.resumableStreams(true);
              }
              """));
    }

    @Test
    void customizersOfTheClientItself() {
      rewriteRun(
          java(
              """
              import io.modelcontextprotocol.client.McpClient;
              import org.springframework.ai.mcp.customizer.McpClientCustomizer;

              class Clients {
                  McpClientCustomizer<McpClient.SyncSpec> spec = (name, client) -> client.loggingConsumer(log -> {});
              }
              """));
    }

    /** Spring AI 1.1 hands them to the clients of both transports, and so does 2.0.1. */
    @Test
    void customizersOfRequests() {
      rewriteRun(
          java(
              """
              import io.modelcontextprotocol.client.transport.customizer.McpSyncHttpClientRequestCustomizer;

              class Clients {
                  McpSyncHttpClientRequestCustomizer token() {
                      return (builder, method, uri, body, context) -> builder.header("Authorization", "Bearer token");
                  }
              }
              """));
    }

    @Test
    void configurationOfClientsThatAnotherRecipeMoves() {
      rewriteRun(
          properties(
              "spring.ai.mcp.client.sse.connections.weather.url=http://localhost\n",
              file -> file.path("src/main/resources/application.properties")));
    }
  }
}
