package io.github.mcpmigrate.recipes.sdk;

import static org.openrewrite.java.Assertions.java;
import static org.openrewrite.properties.Assertions.properties;
import static org.openrewrite.yaml.Assertions.yaml;

import io.github.mcpmigrate.recipes.SdkJars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openrewrite.java.JavaParser;
import org.openrewrite.test.RecipeSpec;
import org.openrewrite.test.RewriteTest;

/** The awkward cases of real projects that concern clients, by their numbers. */
class AwkwardClientsTest implements RewriteTest {

  @Override
  public void defaults(RecipeSpec spec) {
    spec.recipe(new SseClientToStreamable(null, null, null))
        .parser(JavaParser.fromJavaVersion().classpath(SdkJars.LEGACY));
  }

  private static String client(String member) {
    return """
    import io.modelcontextprotocol.client.transport.HttpClientSseClientTransport;

    class Client {
        %s
    }
    """
        .formatted(member);
  }

  private static String moved(String member) {
    return client(member)
        .replace("HttpClientSseClientTransport", "HttpClientStreamableHttpTransport");
  }

  /** The code keeps doing what it did, which is not what it meant. */
  @Test
  void awkwardCase03_argumentsMixedUp() {
    rewriteRun(
        java(
            """
            import com.fasterxml.jackson.databind.ObjectMapper;
            import io.modelcontextprotocol.client.transport.HttpClientSseClientTransport;

            import java.net.http.HttpClient;

            class Client {
                Object transport = new HttpClientSseClientTransport(HttpClient.newBuilder(), "/sse", "http://localhost", new ObjectMapper());
            }
            """,
            """
            import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;

            import java.net.http.HttpClient;

            class Client {
                // TODO mcp-migrate: this has to be the server's MCP endpoint, such as /mcp, and no longer its HTTP+SSE endpoint
                Object transport = HttpClientStreamableHttpTransport.builder("/sse")
                        .clientBuilder(HttpClient.newBuilder())
                        .endpoint("http://localhost")
                        .build();
            }
            """));
  }

  @Test
  void awkwardCase06_typesWhereverTheyAppear() {
    rewriteRun(
        java(
            """
            import io.modelcontextprotocol.client.transport.HttpClientSseClientTransport;
            import io.modelcontextprotocol.spec.McpClientTransport;

            import java.util.List;
            import java.util.function.Function;

            /** Keeps a {@link HttpClientSseClientTransport}. */
            class Clients<T extends HttpClientSseClientTransport> {
                private final List<HttpClientSseClientTransport> all = List.of();
                private T one;
                private final McpClientTransport any = HttpClientSseClientTransport.builder("http://localhost").build();
                private final Function<String, HttpClientSseClientTransport.Builder> builders = HttpClientSseClientTransport::builder;

                boolean isHttp(Object transport) {
                    return transport instanceof HttpClientSseClientTransport;
                }
            }
            """,
            """
            import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
            import io.modelcontextprotocol.spec.McpClientTransport;

            import java.util.List;
            import java.util.function.Function;

            /** Keeps a {@link HttpClientStreamableHttpTransport}. */
            class Clients<T extends HttpClientStreamableHttpTransport> {
                private final List<HttpClientStreamableHttpTransport> all = List.of();
                private T one;
                private final McpClientTransport any = HttpClientStreamableHttpTransport.builder("http://localhost").build();
                private final Function<String, HttpClientStreamableHttpTransport.Builder> builders = HttpClientStreamableHttpTransport::builder;

                boolean isHttp(Object transport) {
                    return transport instanceof HttpClientStreamableHttpTransport;
                }
            }
            """));
  }

  @Test
  void awkwardCase06_filesThatHandEachOtherTheTypeStayTogether() {
    rewriteRun(
        java(
            """
            import io.modelcontextprotocol.client.transport.HttpClientSseClientTransport;

            class Transports {
                static HttpClientSseClientTransport create() {
                    return HttpClientSseClientTransport.builder("http://localhost").build();
                }
            }
            """,
            """
            import io.modelcontextprotocol.client.transport.HttpClientSseClientTransport;

            class Transports {
                static HttpClientSseClientTransport create() {
                    // TODO mcp-migrate: User.java cannot follow: Own extends HttpClientSseClientTransport; HttpClientStreamableHttpTransport cannot be extended: keep it in a field and delegate to it
                    return HttpClientSseClientTransport.builder("http://localhost").build();
                }
            }
            """),
        java(
            """
            import io.modelcontextprotocol.client.transport.HttpClientSseClientTransport;

            class User {
                HttpClientSseClientTransport transport = Transports.create();

                static class Own extends HttpClientSseClientTransport {
                    Own() {
                        super("http://localhost");
                    }
                }
            }
            """,
            """
            import io.modelcontextprotocol.client.transport.HttpClientSseClientTransport;

            class User {
                HttpClientSseClientTransport transport = Transports.create();

                // TODO mcp-migrate: Own extends HttpClientSseClientTransport; HttpClientStreamableHttpTransport cannot be extended: keep it in a field and delegate to it
                static class Own extends HttpClientSseClientTransport {
                    Own() {
                        super("http://localhost");
                    }
                }
            }
            """),
        java(
            """
            import io.modelcontextprotocol.client.transport.HttpClientSseClientTransport;

            class Stranger {
                Object transport = HttpClientSseClientTransport.builder("http://localhost").build();
            }
            """,
            """
            import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;

            class Stranger {
                Object transport = HttpClientStreamableHttpTransport.builder("http://localhost").build();
            }
            """));
  }

  @Test
  void awkwardCase09_otherThingsOfTheSameName() {
    rewriteRun(
        java(
            """
            package com.example;

            public class HttpClientSseClientTransport {
                public static HttpClientSseClientTransport builder(String url) {
                    return null;
                }

                public HttpClientSseClientTransport sseEndpoint(String path) {
                    return this;
                }
            }
            """),
        java(
            """
            package com.example;

            class Client {
                Object transport = HttpClientSseClientTransport.builder("http://localhost/sse").sseEndpoint("/sse");
            }
            """));
  }

  @Test
  void awkwardCase09_copyUnderTheSdksOwnName() {
    rewriteRun(
        spec -> spec.parser(JavaParser.fromJavaVersion()),
        java(
            """
            package io.modelcontextprotocol.client.transport;

            public class HttpClientSseClientTransport {
                public HttpClientSseClientTransport(String url) {}
            }
            """),
        java(
            client("Object transport = new HttpClientSseClientTransport(\"http://localhost\");"),
            client(
                """
                // TODO mcp-migrate: this project has its own copy of HttpClientSseClientTransport, which is never touched
                    Object transport = new HttpClientSseClientTransport("http://localhost");\
                """)));
  }

  @Test
  void awkwardCase10_commentedOutCodeStays() {
    rewriteRun(
        java(
            """
            class Client {
                // Object transport = HttpClientSseClientTransport.builder("http://localhost").sseEndpoint("/sse").build();
                String documentation = "HttpClientSseClientTransport at /sse";
            }
            """));
  }

  @Test
  void awkwardCase11_bothTransportsAreThereAlready() {
    rewriteRun(
        spec -> spec.parser(JavaParser.fromJavaVersion().classpath(SdkJars.CURRENT)),
        java(
            """
            import io.modelcontextprotocol.client.transport.HttpClientSseClientTransport;
            import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
            import io.modelcontextprotocol.spec.McpClientTransport;

            class Client {
                enum Kind { SSE, STREAMABLE }

                McpClientTransport of(Kind kind, String url) {
                    return switch (kind) {
                        case SSE -> HttpClientSseClientTransport.builder(url).sseEndpoint("/sse").build();
                        case STREAMABLE -> HttpClientStreamableHttpTransport.builder(url).build();
                    };
                }
            }
            """,
            """
            import io.modelcontextprotocol.client.transport.HttpClientSseClientTransport;
            import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
            import io.modelcontextprotocol.spec.McpClientTransport;

            class Client {
                enum Kind { SSE, STREAMABLE }

                McpClientTransport of(Kind kind, String url) {
                    return switch (kind) {
                        // TODO mcp-migrate: this project has clients on Streamable HTTP too, see Client.java: those on HTTP+SSE may be meant to be there
                        case SSE -> HttpClientSseClientTransport.builder(url).sseEndpoint("/sse").build();
                        case STREAMABLE -> HttpClientStreamableHttpTransport.builder(url).build();
                    };
                }
            }
            """));
  }

  @Test
  void awkwardCase12_severalClientsWithTheirOwnPaths() {
    rewriteRun(
        java(
            client(
                """
                Object notes = HttpClientSseClientTransport.builder("http://localhost").sseEndpoint("/notes/sse").build();
                    Object tasks = HttpClientSseClientTransport.builder("http://localhost").sseEndpoint("/tasks/sse?key=a").build();\
                """),
            moved(
                """
                Object notes = HttpClientSseClientTransport.builder("http://localhost").endpoint("/notes/mcp").build();
                    Object tasks = HttpClientSseClientTransport.builder("http://localhost").endpoint("/tasks/mcp?key=a").build();\
                """)));
  }

  @Test
  void awkwardCase13_constantOfClientsAlone() {
    rewriteRun(
        java(
            """
            class Paths {
                static final String SSE = "/api/sse";
            }
            """,
            """
            class Paths {
                static final String SSE = "/api/mcp";
            }
            """),
        java(
            client(
                "Object transport = HttpClientSseClientTransport.builder(\"http://localhost\").sseEndpoint(Paths.SSE).build();"),
            moved(
                "Object transport = HttpClientSseClientTransport.builder(\"http://localhost\").endpoint(Paths.SSE).build();")));
  }

  @Test
  void awkwardCase13_constantSharedWithAFilter() {
    rewriteRun(
        java(
            """
            class Paths {
                static final String SSE = "/api/sse";
            }
            """),
        java(
            """
            class Filter {
                boolean applies(String path) {
                    return path.startsWith(Paths.SSE);
                }
            }
            """),
        java(
            client(
                "Object transport = HttpClientSseClientTransport.builder(\"http://localhost\").sseEndpoint(Paths.SSE).build();"),
            moved(
                "Object transport = HttpClientSseClientTransport.builder(\"http://localhost\").endpoint(\"/api/mcp\").build();")));
  }

  @Test
  void awkwardCase13_configuredValues() {
    rewriteRun(
        java(
            """
            import io.modelcontextprotocol.client.transport.HttpClientSseClientTransport;
            import org.springframework.beans.factory.annotation.Value;

            class Client {
                @Value("${notes.url}")
                private String url;

                @Value("${notes.path:/sse}")
                private String path;

                @Value("${tasks.path}")
                private String tasks;

                Object notes() {
                    return HttpClientSseClientTransport.builder(url).sseEndpoint(path).build();
                }

                Object tasks() {
                    return HttpClientSseClientTransport.builder(url).sseEndpoint(tasks).build();
                }
            }
            """,
            """
            import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
            import org.springframework.beans.factory.annotation.Value;

            class Client {
                @Value("${notes.url}")
                private String url;

                @Value("${notes.path:/mcp}")
                private String path;

                @Value("${tasks.path}")
                private String tasks;

                Object notes() {
                    return HttpClientStreamableHttpTransport.builder(url).endpoint(path).build();
                }

                Object tasks() {
                    return HttpClientStreamableHttpTransport.builder(url).endpoint(tasks).build();
                }
            }
            """),
        properties(
            """
            # ours
            notes.url=http://localhost:8080/sse
            notes.path=/notes/sse
            other.path=/sse
            """,
            """
            # ours
            notes.url=http://localhost:8080
            notes.path=/notes/mcp
            other.path=/sse
            """),
        yaml(
            """
            tasks:
              path: "/tasks/sse" # theirs
            other:
              path: /sse
            """,
            """
            tasks:
              path: "/tasks/mcp" # theirs
            other:
              path: /sse
            """));
  }

  @Test
  void awkwardCase13_aFrameworksOwnSettingIsNotOurs() {
    rewriteRun(
        java(
            """
            import io.modelcontextprotocol.client.transport.HttpClientSseClientTransport;
            import org.springframework.beans.factory.annotation.Value;

            class Client {
                @Value("${spring.ai.mcp.server.sse-endpoint:/sse}")
                private String path;

                Object connect() {
                    return HttpClientSseClientTransport.builder("http://localhost").sseEndpoint(path).build();
                }
            }
            """,
            """
            import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
            import org.springframework.beans.factory.annotation.Value;

            class Client {
                @Value("${spring.ai.mcp.server.sse-endpoint:/sse}")
                private String path;

                Object connect() {
                    // TODO mcp-migrate: this has to be the server's MCP endpoint, such as /mcp, and no longer its HTTP+SSE endpoint
                    return HttpClientStreamableHttpTransport.builder("http://localhost").endpoint(path).build();
                }
            }
            """),
        properties("spring.ai.mcp.server.sse-endpoint=/sse"));
  }

  @ParameterizedTest
  @CsvSource({
    "mcp/sse, mcp",
    "sse, mcp",
    "/mcp/sse/, /mcp",
    "/mcp/sse, /mcp",
    "/api/v1/sse, /api/v1/mcp",
    "/sse/, /mcp",
    "/sse?token=x, /mcp?token=x"
  })
  void awkwardCase14_craftedPaths(String sse, String mcp) {
    rewriteRun(
        java(
            client(
                "Object transport = HttpClientSseClientTransport.builder(\"http://localhost\").sseEndpoint(\"%s\").build();"
                    .formatted(sse)),
            moved(
                "Object transport = HttpClientSseClientTransport.builder(\"http://localhost\").endpoint(\"%s\").build();"
                    .formatted(mcp))));
  }

  @Test
  void awkwardCase14_aContextPathInTheUrl() {
    // SDK 0.9 and older append the endpoint to the URL, newer ones put it in place of its path.
    rewriteRun(
        spec -> spec.parser(JavaParser.fromJavaVersion().classpath(SdkJars.sdk("0.8"))),
        java(
            client(
                "Object transport = new HttpClientSseClientTransport(\"http://localhost/app\");"),
            moved(
                """
                Object transport = HttpClientSseClientTransport.builder("http://localhost/app")
                            .endpoint("/app/mcp")
                            .build();\
                """)));
    rewriteRun(
        java(
            client(
                "Object transport = new HttpClientSseClientTransport(\"http://localhost/app\");"),
            moved(
                "Object transport = HttpClientSseClientTransport.builder(\"http://localhost/app\").build();")));
  }

  @Test
  void awkwardCase14_aPathThatNobodyCanTell() {
    rewriteRun(
        java(
            client(
                "Object transport = HttpClientSseClientTransport.builder(\"http://localhost\").sseEndpoint(\"/events\").build();"),
            moved(
                """
                // TODO mcp-migrate: this has to be the server's MCP endpoint, such as /mcp, and no longer its HTTP+SSE endpoint
                    Object transport = HttpClientSseClientTransport.builder("http://localhost").endpoint("/events").build();\
                """)));
  }

  @Test
  void awkwardCase15_urlsInPieces() {
    rewriteRun(
        java(
            """
            import io.modelcontextprotocol.client.transport.HttpClientSseClientTransport;

            class Client {
                private static final String SSE_PATH = "/sse";

                Object joined(String base, int port) {
                    HttpClientSseClientTransport.builder("http://localhost:" + port + "/sse").build();
                    return HttpClientSseClientTransport.builder(base).sseEndpoint(base + "/v1" + SSE_PATH).build();
                }

                Object stripped(String url) {
                    return HttpClientSseClientTransport.builder(url.replace("/sse", "")).build();
                }

                Object formatted(String tenant) {
                    return HttpClientSseClientTransport.builder("http://localhost").sseEndpoint(String.format("/%s/sse", tenant)).build();
                }

                Object configured() {
                    String path = System.getProperty("path", "/sse");
                    return HttpClientSseClientTransport.builder("http://localhost/sse").sseEndpoint(path).build();
                }
            }
            """,
            """
            import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;

            class Client {
                private static final String SSE_PATH = "/mcp";

                Object joined(String base, int port) {
                    HttpClientStreamableHttpTransport.builder("http://localhost:" + port).build();
                    return HttpClientStreamableHttpTransport.builder(base).endpoint(base + "/v1" + SSE_PATH).build();
                }

                Object stripped(String url) {
                    return HttpClientStreamableHttpTransport.builder(url.replace("/sse", "")).build();
                }

                Object formatted(String tenant) {
                    return HttpClientStreamableHttpTransport.builder("http://localhost").endpoint(String.format("/%s/mcp", tenant)).build();
                }

                Object configured() {
                    String path = System.getProperty("path", "/mcp");
                    // TODO mcp-migrate: this has to be the server's MCP endpoint, such as /mcp, and no longer its HTTP+SSE endpoint
                    return HttpClientStreamableHttpTransport.builder("http://localhost").endpoint(path).build();
                }
            }
            """));
  }

  @Test
  void awkwardCase15_pathsThatAHelperIsGiven() {
    rewriteRun(
        java(
            """
            import io.modelcontextprotocol.client.transport.HttpClientSseClientTransport;

            class Helper {
                private final int port;

                Helper(int port) {
                    this.port = port;
                }

                Object connect(String path) {
                    return HttpClientSseClientTransport.builder("http://localhost:" + port).sseEndpoint(path).build();
                }

                Object notes() {
                    return connect("/notes/sse");
                }

                Object tasks() {
                    return connect("/tasks/sse");
                }
            }
            """,
            """
            import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;

            class Helper {
                private final int port;

                Helper(int port) {
                    this.port = port;
                }

                Object connect(String path) {
                    return HttpClientStreamableHttpTransport.builder("http://localhost:" + port).endpoint(path).build();
                }

                Object notes() {
                    return connect("/notes/mcp");
                }

                Object tasks() {
                    return connect("/tasks/mcp");
                }
            }
            """));
  }

  @Test
  void awkwardCase20_typesThatDoNotResolveAreLeft() {
    rewriteRun(
        spec -> spec.parser(JavaParser.fromJavaVersion()),
        java(
            """
            class Client {
                String text = "HttpClientSseClientTransport";
            }
            """));
  }
}
