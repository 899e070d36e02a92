package io.github.mcpmigrate.recipes.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openrewrite.java.Assertions.java;

import io.github.mcpmigrate.recipes.SdkJars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openrewrite.DocumentExample;
import org.openrewrite.java.JavaParser;
import org.openrewrite.test.RecipeSpec;
import org.openrewrite.test.RewriteTest;

/** Every way to build a client's transport, on every line of the SDK. */
class SseClientToStreamableTest implements RewriteTest {

  @Override
  public void defaults(RecipeSpec spec) {
    spec.recipe(new SseClientToStreamable(null, null, null))
        .parser(JavaParser.fromJavaVersion().classpath(SdkJars.LEGACY));
  }

  private static void on(RecipeSpec spec, String line) {
    spec.parser(JavaParser.fromJavaVersion().classpath(SdkJars.sdk(line)));
  }

  @DocumentExample
  @Test
  void builderAndTypesAndPathsMove() {
    rewriteRun(
        java(
            """
            import io.modelcontextprotocol.client.McpClient;
            import io.modelcontextprotocol.client.McpSyncClient;
            import io.modelcontextprotocol.client.transport.HttpClientSseClientTransport;

            class Client {
                private static final String BASE = "http://localhost:8080";
                private final HttpClientSseClientTransport transport = HttpClientSseClientTransport.builder(BASE)
                        .sseEndpoint("/sse")
                        .build();

                McpSyncClient connect() {
                    return McpClient.sync(transport).build();
                }
            }
            """,
            """
            import io.modelcontextprotocol.client.McpClient;
            import io.modelcontextprotocol.client.McpSyncClient;
            import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;

            class Client {
                private static final String BASE = "http://localhost:8080";
                private final HttpClientStreamableHttpTransport transport = HttpClientStreamableHttpTransport.builder(BASE)
                        .endpoint("/mcp")
                        .build();

                McpSyncClient connect() {
                    return McpClient.sync(transport).build();
                }
            }
            """));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.7", "0.8", "0.10", "0.12"})
  void theConstructorWithAUrl(String line) {
    rewriteRun(
        spec -> on(spec, line),
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
            """));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.7", "0.8", "0.10", "0.12"})
  void theConstructorWithAClientAndAMapper(String line) {
    rewriteRun(
        spec -> on(spec, line),
        java(
            """
            import com.fasterxml.jackson.databind.ObjectMapper;
            import io.modelcontextprotocol.client.transport.HttpClientSseClientTransport;

            import java.net.http.HttpClient;

            class Client {
                Object connect(String url, ObjectMapper mapper) {
                    return new HttpClientSseClientTransport(HttpClient.newBuilder(), url, mapper);
                }
            }
            """,
            """
            import com.fasterxml.jackson.databind.ObjectMapper;
            import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
            import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;

            import java.net.http.HttpClient;

            class Client {
                Object connect(String url, ObjectMapper mapper) {
                    return HttpClientStreamableHttpTransport.builder(url)
                            .clientBuilder(HttpClient.newBuilder())
                            .jsonMapper(new JacksonMcpJsonMapper(mapper))
                            .build();
                }
            }
            """));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.9", "0.10", "0.12"})
  void theConstructorsWithAnEndpoint(String line) {
    rewriteRun(
        spec -> on(spec, line),
        java(
            """
            import com.fasterxml.jackson.databind.ObjectMapper;
            import io.modelcontextprotocol.client.transport.HttpClientSseClientTransport;

            import java.net.http.HttpClient;
            import java.net.http.HttpRequest;

            class Client {
                Object four = new HttpClientSseClientTransport(HttpClient.newBuilder(), "http://localhost", "/api/sse", new ObjectMapper());
                Object five = new HttpClientSseClientTransport(HttpClient.newBuilder(), HttpRequest.newBuilder().header("X-Key", "k"),
                        "http://localhost", "/sse", new ObjectMapper());
            }
            """,
            """
            import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;

            import java.net.http.HttpClient;
            import java.net.http.HttpRequest;

            class Client {
                Object four = HttpClientStreamableHttpTransport.builder("http://localhost")
                        .clientBuilder(HttpClient.newBuilder())
                        .endpoint("/api/mcp")
                        .build();
                Object five = HttpClientStreamableHttpTransport.builder("http://localhost")
                        .clientBuilder(HttpClient.newBuilder())
                        .requestBuilder(HttpRequest.newBuilder().header("X-Key", "k"))
                        .endpoint("/mcp")
                        .build();
            }
            """));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.10", "0.12", "0.14", "0.17", "0.18", "1.1", "2.1"})
  void theBuilder(String line) {
    rewriteRun(
        spec -> on(spec, line),
        java(
            """
            import io.modelcontextprotocol.client.transport.HttpClientSseClientTransport;

            import java.net.http.HttpClient;
            import java.net.http.HttpRequest;

            class Client {
                HttpClientSseClientTransport connect(HttpRequest.Builder request) {
                    HttpClientSseClientTransport.Builder builder = HttpClientSseClientTransport.builder("http://localhost:8080");
                    return builder.clientBuilder(HttpClient.newBuilder()).customizeClient(c -> c.version(HttpClient.Version.HTTP_1_1))
                            .requestBuilder(request) // ours
                            .sseEndpoint("/sse").build();
                }
            }
            """,
            """
            import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;

            import java.net.http.HttpClient;
            import java.net.http.HttpRequest;

            class Client {
                HttpClientStreamableHttpTransport connect(HttpRequest.Builder request) {
                    HttpClientStreamableHttpTransport.Builder builder = HttpClientStreamableHttpTransport.builder("http://localhost:8080");
                    return builder.clientBuilder(HttpClient.newBuilder()).customizeClient(c -> c.version(HttpClient.Version.HTTP_1_1))
                            .requestBuilder(request) // ours
                            .endpoint("/mcp").build();
                }
            }
            """));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.9", "0.12", "0.14", "1.1"})
  void customizeRequestStaysWhereTheSdkHasIt(String line) {
    rewriteRun(
        spec -> on(spec, line),
        java(
            """
            import io.modelcontextprotocol.client.transport.HttpClientSseClientTransport;

            class Client {
                Object transport = HttpClientSseClientTransport.builder("http://localhost:8080").customizeRequest(r -> r.header("A", "b")).build();
            }
            """,
            """
            import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;

            class Client {
                Object transport = HttpClientStreamableHttpTransport.builder("http://localhost:8080").customizeRequest(r -> r.header("A", "b")).build();
            }
            """));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.9", "0.10", "0.12"})
  void objectMapperOnTheBuilder(String line) {
    rewriteRun(
        spec -> on(spec, line),
        java(
            """
            import com.fasterxml.jackson.databind.ObjectMapper;
            import io.modelcontextprotocol.client.transport.HttpClientSseClientTransport;

            class Client {
                Object own(ObjectMapper mapper) {
                    return HttpClientSseClientTransport.builder("http://localhost:8080").objectMapper(mapper).build();
                }
            }
            """,
            """
            import com.fasterxml.jackson.databind.ObjectMapper;
            import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
            import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;

            class Client {
                Object own(ObjectMapper mapper) {
                    return HttpClientStreamableHttpTransport.builder("http://localhost:8080").jsonMapper(new JacksonMcpJsonMapper(mapper)).build();
                }
            }
            """));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.18", "1.1", "2.1"})
  void optionsOfTheNewestLines(String line) {
    rewriteRun(
        spec -> on(spec, line),
        java(
            """
            import io.modelcontextprotocol.client.transport.HttpClientSseClientTransport;
            import io.modelcontextprotocol.client.transport.SseMessageEndpointValidator;
            import io.modelcontextprotocol.json.McpJsonMapper;

            import java.time.Duration;

            class Client {
                Object connect(SseMessageEndpointValidator validator, McpJsonMapper mapper) {
                    return HttpClientSseClientTransport.builder("http://localhost:8080")
                            .connectTimeout(Duration.ofSeconds(5))
                            .messageEndpointValidator(validator)
                            .httpRequestCustomizer((request, method, uri, body, context) -> request.header("A", "b"))
                            .maxResponseSize(1024)
                            .jsonMapper(mapper)
                            .build();
                }
            }
            """,
            """
            import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
            import io.modelcontextprotocol.client.transport.SseMessageEndpointValidator;
            import io.modelcontextprotocol.json.McpJsonMapper;

            import java.time.Duration;

            class Client {
                Object connect(SseMessageEndpointValidator validator, McpJsonMapper mapper) {
                    return HttpClientStreamableHttpTransport.builder("http://localhost:8080")
                            .connectTimeout(Duration.ofSeconds(5))
                            .httpRequestCustomizer((request, method, uri, body, context) -> request.header("A", "b"))
                            .maxResponseSize(1024)
                            .jsonMapper(mapper)
                            .build();
                }
            }
            """));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.10", "0.18"})
  void theBuildersOwnConstructor(String line) {
    rewriteRun(
        spec -> on(spec, line),
        java(
            """
            import io.modelcontextprotocol.client.transport.HttpClientSseClientTransport;

            class Client {
                Object transport = new HttpClientSseClientTransport.Builder("http://localhost:8080").sseEndpoint("/sse").build();
            }
            """,
            """
            import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;

            class Client {
                Object transport = HttpClientStreamableHttpTransport.builder("http://localhost:8080").endpoint("/mcp").build();
            }
            """));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.9", "0.10", "0.12"})
  void webFluxConstructorsWithAnObjectMapper(String line) {
    rewriteRun(
        spec -> on(spec, line),
        java(
            """
            import com.fasterxml.jackson.databind.ObjectMapper;
            import io.modelcontextprotocol.client.transport.WebFluxSseClientTransport;
            import org.springframework.web.reactive.function.client.WebClient;

            class Client {
                Object one = new WebFluxSseClientTransport(WebClient.builder().baseUrl("http://localhost:8080"));

                WebFluxSseClientTransport more(ObjectMapper mapper, WebClient.Builder web) {
                    return new WebFluxSseClientTransport(web, mapper, "/api/sse");
                }
            }
            """,
            """
            import com.fasterxml.jackson.databind.ObjectMapper;
            import io.modelcontextprotocol.client.transport.WebClientStreamableHttpTransport;
            import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
            import org.springframework.web.reactive.function.client.WebClient;

            class Client {
                Object one = WebClientStreamableHttpTransport.builder(WebClient.builder().baseUrl("http://localhost:8080")).build();

                WebClientStreamableHttpTransport more(ObjectMapper mapper, WebClient.Builder web) {
                    return WebClientStreamableHttpTransport.builder(web)
                            .endpoint("/api/mcp")
                            .jsonMapper(new JacksonMcpJsonMapper(mapper))
                            .build();
                }
            }
            """));
  }

  @ParameterizedTest
  @CsvSource({
    "0.14,io.modelcontextprotocol.client.transport",
    "0.18,io.modelcontextprotocol.client.transport",
    "1.1,org.springframework.ai.mcp.client.webflux.transport",
    "2.1,org.springframework.ai.mcp.client.webflux.transport"
  })
  void webFluxInBothHomes(String line, String home) {
    rewriteRun(
        spec -> on(spec, line),
        java(
            """
            import %s.WebFluxSseClientTransport;
            import io.modelcontextprotocol.json.McpJsonMapper;
            import org.springframework.web.reactive.function.client.WebClient;

            class Client {
                Object one(WebClient.Builder web, McpJsonMapper mapper) {
                    return new WebFluxSseClientTransport(web, mapper);
                }

                Object two(WebClient.Builder web, McpJsonMapper mapper) {
                    return WebFluxSseClientTransport.builder(web).jsonMapper(mapper).sseEndpoint("/sse").build();
                }
            }
            """
                .formatted(home),
            """
            import %s.WebClientStreamableHttpTransport;
            import io.modelcontextprotocol.json.McpJsonMapper;
            import org.springframework.web.reactive.function.client.WebClient;

            class Client {
                Object one(WebClient.Builder web, McpJsonMapper mapper) {
                    return WebClientStreamableHttpTransport.builder(web)
                            .jsonMapper(mapper)
                            .build();
                }

                Object two(WebClient.Builder web, McpJsonMapper mapper) {
                    return WebClientStreamableHttpTransport.builder(web).jsonMapper(mapper).endpoint("/mcp").build();
                }
            }
            """
                .formatted(home)));
  }

  @Test
  void mcpEndpointIsAnOption() {
    rewriteRun(
        spec -> spec.recipe(new SseClientToStreamable("/api/mcp", null, null)),
        java(
            """
            import io.modelcontextprotocol.client.transport.HttpClientSseClientTransport;

            class Client {
                Object byDefault = HttpClientSseClientTransport.builder("http://localhost:8080").build();
                Object set = HttpClientSseClientTransport.builder("http://localhost:8080").sseEndpoint("/sse").build();
                Object old = new HttpClientSseClientTransport("http://localhost:8080");
            }
            """,
            """
            import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;

            class Client {
                Object byDefault = HttpClientStreamableHttpTransport.builder("http://localhost:8080").endpoint("/api/mcp").build();
                Object set = HttpClientStreamableHttpTransport.builder("http://localhost:8080").endpoint("/api/mcp").build();
                Object old = HttpClientStreamableHttpTransport.builder("http://localhost:8080")
                        .endpoint("/api/mcp")
                        .build();
            }
            """));
  }

  @ParameterizedTest
  @ValueSource(strings = {"mcp", "/mcp/", "/a b", ""})
  void endpointThatIsNoPathIsRefused(String endpoint) {
    assertThat(new SseClientToStreamable(endpoint, null, null).validate().isValid()).isFalse();
  }

  @Test
  void doesNotTouchClientsOverPipes() {
    rewriteRun(
        spec -> spec.parser(JavaParser.fromJavaVersion().classpath(SdkJars.LEGACY)),
        java(
            """
            import io.modelcontextprotocol.client.McpClient;
            import io.modelcontextprotocol.client.transport.ServerParameters;
            import io.modelcontextprotocol.client.transport.StdioClientTransport;

            class Client {
                Object client = McpClient.sync(new StdioClientTransport(ServerParameters.builder("/sse").build())).build();
            }
            """));
  }

  @Test
  void doesNotTouchOtherBuildersWithAnSseEndpoint() {
    rewriteRun(
        spec -> spec.parser(JavaParser.fromJavaVersion().classpath(SdkJars.LEGACY)),
        java(
            """
            class Own {
                static Own builder(String url) {
                    return new Own();
                }

                Own sseEndpoint(String path) {
                    return this;
                }

                Object built = Own.builder("http://localhost:8080/sse").sseEndpoint("/sse");
            }
            """));
  }

  @Test
  void doesNotTouchPathsThatNoClientGets() {
    rewriteRun(
        spec -> spec.parser(JavaParser.fromJavaVersion().classpath(SdkJars.LEGACY)),
        java(
            """
            class Paths {
                static final String SSE = "/sse";
                static final String URL = "http://localhost:8080" + SSE;
            }
            """));
  }

  @Test
  void doesNotTouchRequestsOfOtherClients() {
    rewriteRun(
        spec -> spec.parser(JavaParser.fromJavaVersion().classpath(SdkJars.LEGACY)),
        java(
            """
            import java.net.URI;
            import java.net.http.HttpRequest;

            class Events {
                HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:8080/sse"))
                        .header("Accept", "text/event-stream")
                        .build();
            }
            """));
  }

  @Test
  void doesNotTouchClientsOfSpringsEventStreams() {
    rewriteRun(
        spec -> spec.parser(JavaParser.fromJavaVersion().classpath(SdkJars.LEGACY)),
        java(
            """
            import org.springframework.web.reactive.function.client.WebClient;

            class Events {
                Object events = WebClient.builder().baseUrl("http://localhost:8080").build().get().uri("/sse").retrieve();
            }
            """));
  }

  @Test
  void doesNotTouchDataThatIsCalledSse() {
    rewriteRun(
        spec -> spec.parser(JavaParser.fromJavaVersion().classpath(SdkJars.LEGACY)),
        java(
            """
            record Connection(String name, String sseUrl) {
                enum Kind { SSE, STREAMABLE }

                Kind kind() {
                    return sseUrl.endsWith("/sse") ? Kind.SSE : Kind.STREAMABLE;
                }
            }
            """));
  }

  @Test
  void doesNotTouchAMethodThatTakesAnyTransport() {
    rewriteRun(
        spec -> spec.parser(JavaParser.fromJavaVersion().classpath(SdkJars.LEGACY)),
        java(
            """
            import io.modelcontextprotocol.client.McpAsyncClient;
            import io.modelcontextprotocol.client.McpClient;
            import io.modelcontextprotocol.spec.McpClientTransport;

            class Clients {
                McpAsyncClient connect(McpClientTransport transport) {
                    return McpClient.async(transport).build();
                }
            }
            """));
  }

  @Test
  void doesNotTouchTheServersOfTheSdk() {
    rewriteRun(
        spec -> spec.parser(JavaParser.fromJavaVersion().classpath(SdkJars.LEGACY)),
        java(
            """
            import io.modelcontextprotocol.server.transport.HttpServletSseServerTransportProvider;

            class Server {
                void start(HttpServletSseServerTransportProvider transport) {
                    transport.closeGracefully().block();
                }
            }
            """));
  }

  @Test
  void doesNotTouchJavadocAlone() {
    rewriteRun(
        spec -> spec.parser(JavaParser.fromJavaVersion().classpath(SdkJars.LEGACY)),
        java(
            """
            /** Once an {@code HttpClientSseClientTransport}, at "/sse". */
            class Client {}
            """));
  }
}
