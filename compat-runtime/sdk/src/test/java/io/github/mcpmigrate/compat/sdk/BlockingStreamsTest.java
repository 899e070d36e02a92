package io.github.mcpmigrate.compat.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpmigrate.compat.sdk.RawClient.HttpSse;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.server.McpSyncServerExchange;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.JsonSchema;
import io.modelcontextprotocol.spec.McpSchema.ProgressNotification;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import io.modelcontextprotocol.spec.McpStreamableServerTransportProvider;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Both transports behind a filter whose streams know no listeners. */
@ParameterizedClass
@EnumSource(names = {"TOMCAT", "JETTY", "UNDERTOW", "WEBMVC"})
class BlockingStreamsTest {

  @Parameter Door door;

  private McpStreamableServerTransportProvider provider;
  private McpSyncServer server;
  private Door.Running running;
  private RawClient client;

  @BeforeEach
  void start() throws Exception {
    provider = door.provider(options -> {});
    server =
        McpServer.sync(provider)
            .serverInfo("test", "1")
            .capabilities(ServerCapabilities.builder().tools(true).build())
            .tools(
                tool(
                    "echo",
                    (exchange, request) ->
                        TestServer.text("Echo: " + request.arguments().get("message"))),
                tool("progress", BlockingStreamsTest::progress))
            .build();
    running = door.serve(new BlockingStreams(door.servlet(provider)));
    client = new RawClient("http://127.0.0.1:" + running.port());
  }

  @AfterEach
  void stop() {
    provider.close();
    running.close();
  }

  @Test
  void streamableHttpIsServed() throws Exception {
    String session = client.streamable("2025-06-18");
    HttpResponse<String> answer = post(session, RawClient.call(1, "echo", message("hello")));
    assertThat(answer.body()).contains("Echo: hello");
    assertThat(post(session, RawClient.call(2, "progress", "{}")).body().lines())
        .filteredOn(line -> line.startsWith("data:"))
        .hasSize(4)
        .last()
        .asString()
        .contains("progress done");
  }

  @Test
  void bodiesAndAnswersAreServedInEverySize() throws Exception {
    String session = client.streamable("2025-06-18");
    for (int size : new int[] {1, 10_000, 100_000, 1_000_000}) {
      String text = "x".repeat(size);
      assertThat(post(session, RawClient.call(1, "echo", message(text))).body())
          .contains("Echo: " + text + '"');
    }
  }

  @Test
  void aListeningStreamIsServed() throws Exception {
    String session = client.streamable("2025-06-18");
    HttpResponse<InputStream> listening =
        client.open("GET", "/mcp", null, "Mcp-Session-Id", session);
    try (EventStream stream = new EventStream(listening.body())) {
      for (String name : new String[] {"one", "two", "three"}) {
        server.addTool(tool(name, (exchange, request) -> TestServer.text(name)));
        stream.next("notifications/tools/list_changed");
      }
    }
  }

  @Test
  void httpSseIsServed() throws Exception {
    try (HttpSse session = client.httpSse().initialize("2024-11-05")) {
      session.post(RawClient.call(1, "echo", message("hello")));
      session.stream().next("Echo: hello");
      session.post(RawClient.call(2, "progress", "{}"));
      for (int i = 1; i <= 3; i++) {
        session.stream().next("step " + i);
      }
      session.stream().next("progress done");
    }
  }

  private HttpResponse<String> post(String session, String body) throws Exception {
    return client.send("POST", "/mcp", body, "Mcp-Session-Id", session);
  }

  private static String message(String text) {
    return "{\"message\":\"" + text + "\"}";
  }

  private static CallToolResult progress(McpSyncServerExchange exchange, CallToolRequest request) {
    for (int i = 1; i <= 3; i++) {
      exchange.progressNotification(
          new ProgressNotification(request.progressToken(), i, 3.0, "step " + i));
    }
    return TestServer.text("progress done");
  }

  private static SyncToolSpecification tool(
      String name, BiFunction<McpSyncServerExchange, CallToolRequest, CallToolResult> handler) {
    return SyncToolSpecification.builder()
        .tool(
            Tool.builder()
                .name(name)
                .inputSchema(new JsonSchema("object", Map.of(), null, null, null, null))
                .build())
        .callHandler(handler)
        .build();
  }
}
