package io.github.mcpmigrate.recipes.sdk;

import static org.openrewrite.java.Assertions.java;
import static org.openrewrite.properties.Assertions.properties;
import static org.openrewrite.yaml.Assertions.yaml;

import io.github.mcpmigrate.recipes.SdkJars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openrewrite.java.JavaParser;
import org.openrewrite.test.RecipeSpec;
import org.openrewrite.test.RewriteTest;

/** What is no client on HTTP+SSE is left as it is, on every line of the SDK. */
class OtherClientsTest implements RewriteTest {

  @Override
  public void defaults(RecipeSpec spec) {
    spec.recipe(new SseClientToStreamable(null, null, null))
        .parser(JavaParser.fromJavaVersion().classpath(SdkJars.LEGACY));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.8", "0.10", "0.12", "0.14", "0.17", "0.18", "1.1", "2.1"})
  void clientsOnAnyTransportByItsContract(String line) {
    rewriteRun(
        spec -> spec.parser(JavaParser.fromJavaVersion().classpath(SdkJars.sdk(line))),
        java(
            """
            import io.modelcontextprotocol.client.McpClient;
            import io.modelcontextprotocol.client.McpSyncClient;
            import io.modelcontextprotocol.client.transport.ServerParameters;
            import io.modelcontextprotocol.spec.McpClientTransport;

            class Client {
                private static final String SSE = "/sse";
                ServerParameters stdio = ServerParameters.builder("server").args("--sse", "/sse").build();

                McpSyncClient connect(McpClientTransport transport) {
                    return McpClient.sync(transport).build();
                }
            }
            """));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.11", "0.12", "0.14", "0.17", "0.18", "1.1", "2.1"})
  void clientsOnStreamableHttp(String line) {
    rewriteRun(
        spec -> spec.parser(JavaParser.fromJavaVersion().classpath(SdkJars.sdk(line))),
        java(
            """
            import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;

            class Client {
                Object plain = HttpClientStreamableHttpTransport.builder("http://localhost:8080").build();
                Object kept = HttpClientStreamableHttpTransport.builder("http://localhost:8080/sse").endpoint("/sse").build();
            }
            """));
  }

  @Test
  void configurationThatNoClientReads() {
    rewriteRun(
        properties(
            "server.path=/sse\nspring.ai.mcp.client.sse.connections.a.url=http://localhost/sse"),
        yaml("notes:\n  path: /sse\n"),
        java(
            """
            import org.springframework.beans.factory.annotation.Value;

            class Filter {
                @Value("${notes.path:/sse}")
                String path;
            }
            """));
  }

  @Test
  void aHandwrittenReaderOfEventStreams() {
    rewriteRun(
        java(
            """
            import java.net.URI;
            import java.net.http.HttpRequest;

            class Reader {
                HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost/sse")).header("Accept", "text/event-stream").build();
            }
            """));
  }

  @Test
  void aMethodOfTheSameName() {
    rewriteRun(
        java(
            """
            class Options {
                Options sseEndpoint(String path) {
                    return this;
                }

                Options ours = new Options().sseEndpoint("/sse");
            }
            """));
  }
}
