package io.github.mcpmigrate.recipes.handwritten;

import static org.openrewrite.java.Assertions.java;

import io.github.mcpmigrate.recipes.SdkJars;
import io.github.mcpmigrate.recipes.sdk.SseClientToStreamable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openrewrite.java.JavaParser;
import org.openrewrite.test.RecipeSpec;
import org.openrewrite.test.RewriteTest;

/** A client, in a test for example, does not leave a server by hand that stays. */
class ClientsOfHandwrittenServersTest implements RewriteTest {

  private static final String STAYS =
      """
      import com.sun.net.httpserver.HttpExchange;
      import java.io.*;
      import java.nio.charset.StandardCharsets;

      class Mcp {
          private final java.util.Map<String, OutputStream> sessions = new java.util.HashMap<>();

          void sse(HttpExchange exchange) throws IOException {
              exchange.sendResponseHeaders(200, 0);
              OutputStream out = exchange.getResponseBody();
              sessions.put("7", out);
              out.write("event: endpoint\\ndata: /messages?sessionId=7\\n\\n".getBytes(StandardCharsets.UTF_8));
          }

          void messages(HttpExchange exchange) throws IOException {
              String id = parameter(exchange.getRequestURI().getQuery(), "sessionId");
              sessions.get(id).write(exchange.getRequestBody().readAllBytes());
          }

          private static String parameter(String query, String name) {
              return query.replace(name + "=", "");
          }
      }
      """;

  @Override
  public void defaults(RecipeSpec spec) {
    spec.recipe(new SseClientToStreamable(null, null, null))
        .parser(JavaParser.fromJavaVersion().classpath(SdkJars.CURRENT));
  }

  private static String client(String lines) {
    return """
    import io.modelcontextprotocol.client.transport.HttpClientSseClientTransport;

    class Client {
        %s
    }
    """
        .formatted(lines);
  }

  private static String legacy(String base) {
    return "Object transport = HttpClientSseClientTransport.builder(\"%s\").build();"
        .formatted(base);
  }

  private static String moved(String lines) {
    return client(lines)
        .replace("HttpClientSseClientTransport", "HttpClientStreamableHttpTransport");
  }

  @ParameterizedTest
  @ValueSource(strings = {"streamable", "dual"})
  void staysWithAServerThatStays(String servers) {
    String line = legacy("http://localhost:8080");
    rewriteRun(
        spec -> spec.recipe(new SseClientToStreamable(null, null, servers)),
        java(STAYS),
        java(
            client(line),
            client(
                "// TODO mcp-migrate: the project's own server stays on HTTP+SSE: the recipes only move a controller of Spring that keeps SseEmitters by session id, all in one class, or a servlet with a transport of its own for each client, as in the TypeScript SDK's example\n    "
                    + line)));
  }

  @Test
  void movesWithAServerThatMoves() throws IOException {
    String controller =
        Files.readString(
            Path.of(
                "../samples/handwritten-sse-emitter/before/src/main/java/com/example/kitchen/McpController.java"));
    String line = legacy("http://localhost:8080");
    rewriteRun(java(controller), java(client(line), moved(line)));
  }

  @Test
  void movesWhereItTalksToSomebodyElse() {
    String line = legacy("https://mcp.example.com");
    rewriteRun(
        java(STAYS),
        java(
            client(line),
            moved(
                "// TODO mcp-migrate: make sure that https://mcp.example.com serves Streamable HTTP\n    "
                    + line)));
  }

  @Test
  void doesNotTouchOneWhereNothingIsDropped() {
    rewriteRun(
        spec -> spec.recipe(new SseClientToStreamable(null, null, "drop-legacy")),
        java(STAYS),
        java(client(legacy("http://localhost:8080"))));
  }
}
