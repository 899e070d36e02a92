package io.github.mcpmigrate.compat.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.mcpmigrate.compat.sdk.RawClient.HttpSse;
import io.modelcontextprotocol.server.McpAsyncServer;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServerFeatures.AsyncToolSpecification;
import io.modelcontextprotocol.server.McpSyncServerExchange;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.JsonSchema;
import io.modelcontextprotocol.spec.McpSchema.ProgressNotification;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import io.modelcontextprotocol.spec.McpStreamableServerTransportProvider;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Mono;

/** Tools that run, and wait for the client, on the thread that the container came with. */
@ParameterizedClass
@EnumSource(Door.class)
class ImmediateToolTest {

  @Parameter Door door;

  private TestServer server;
  private RawClient client;

  @BeforeEach
  void start() throws Exception {
    server = TestServer.start(door, options -> {}, features -> features.immediateExecution(true));
    client = server.client;
    server.tool("twice", ImmediateToolTest::asksTwice);
    server.tool("elsewhere", ImmediateToolTest::asksOnAnotherThread);
    server.tool("flood", ImmediateToolTest::flood);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  /** Reactor lets nothing wait on Netty's threads; the SDK's own provider answers the same. */
  @Test
  void onAnEventLoopNothingMayWait() throws Exception {
    assumeThat(door).isEqualTo(Door.WEBFLUX);
    String session = client.streamable("2025-06-18");
    HttpResponse<String> answer =
        client.send("POST", "/mcp", RawClient.call(1, "roots", "{}"), "Mcp-Session-Id", session);
    assertThat(answer.body()).contains("block()", "not supported");
  }

  @Test
  void whatItAsksReachesTheClient() throws Exception {
    assumeThat(door).isNotEqualTo(Door.WEBFLUX);
    String session = client.streamable("2025-11-25");
    try (EventStream stream = post(session, RawClient.call(1, "twice", "{}"))) {
      assertThat(stream.next().data()).isEmpty();
      answer(session, stream.next("roots/list"));
      answer(session, stream.next("roots/list"));
      stream.next("asked 2");
      assertThat(stream.next()).isEqualTo(EventStream.END);
    }
    assertServes(session);
  }

  @Test
  void whatItAsksOnAnotherThreadReachesTheClient() throws Exception {
    assumeThat(door).isNotEqualTo(Door.WEBFLUX);
    String session = client.streamable("2025-06-18");
    try (EventStream stream = post(session, RawClient.call(1, "elsewhere", "{}"))) {
      answer(session, stream.next("roots/list"));
      stream.next("\"progress\":1");
      answer(session, stream.next("roots/list"));
      stream.next("asked 2");
      assertThat(stream.next()).isEqualTo(EventStream.END);
    }
    assertServes(session);
  }

  @Test
  void itsProgressArrivesBeforeItEnds() throws Exception {
    assumeThat(door).isNotEqualTo(Door.WEBFLUX);
    String session = client.streamable("2025-06-18");
    try (EventStream stream = post(session, RawClient.call(1, "wait", "{}"))) {
      stream.next("\"progress\":1");
      assertThat(server.logged()).isEqualTo("started");
      server.gate.countDown();
      stream.next("\"progress\":2");
      stream.next("waited");
      assertThat(stream.next()).isEqualTo(EventStream.END);
    }
    assertServes(session);
  }

  @Test
  void aSilentOneGetsComments() throws Exception {
    assumeThat(door).isNotEqualTo(Door.WEBFLUX);
    server.close();
    server =
        TestServer.start(
            door,
            options -> options.keepAliveInterval(java.time.Duration.ofMillis(20)),
            features -> features.immediateExecution(true));
    client = server.client;
    String session = client.streamable("2025-06-18");
    try (EventStream stream = post(session, RawClient.call(1, "wait", "{}"))) {
      stream.next("\"progress\":1");
      long limit = System.nanoTime() + 10_000_000_000L;
      while (stream.comments() < 3 && System.nanoTime() < limit) {
        Thread.onSpinWait();
      }
      assertThat(stream.comments()).isGreaterThanOrEqualTo(3);
      server.gate.countDown();
      stream.next("\"progress\":2");
      stream.next("waited");
      assertThat(stream.next()).isEqualTo(EventStream.END);
    }
  }

  @Test
  void everythingItSaysArrivesInOrder() throws Exception {
    assumeThat(door).isNotEqualTo(Door.WEBFLUX);
    String session = client.streamable("2025-06-18");
    for (int round = 0; round < 20; round++) {
      try (EventStream stream = post(session, RawClient.call(round, "flood", "{}"))) {
        for (int i = 1; i <= FLOOD; i++) {
          stream.next("\"progress\":" + i + ".0,");
        }
        stream.next("flooded");
        assertThat(stream.next()).isEqualTo(EventStream.END);
      }
    }
  }

  @Test
  void aBodyThatComesLaterIsNoDifferent() throws Exception {
    assumeThat(door).isNotEqualTo(Door.WEBFLUX);
    String session = client.streamable("2025-06-18");
    String large = "{\"x\":\"" + "x".repeat(300_000) + "\"}";
    try (EventStream stream = post(session, RawClient.call(1, "twice", large))) {
      answer(session, stream.next("roots/list"));
      answer(session, stream.next("roots/list"));
      stream.next("asked 2");
      assertThat(stream.next()).isEqualTo(EventStream.END);
    }
    assertServes(session);
  }

  @Test
  void anHttpSseClientIsAskedOnItsStream() throws Exception {
    assumeThat(door).isNotEqualTo(Door.WEBFLUX);
    try (HttpSse old = client.httpSse().initialize("2024-11-05")) {
      CompletableFuture<HttpResponse<String>> posted =
          CompletableFuture.supplyAsync(() -> call(old, "elsewhere"));
      answer(old, old.stream().next("roots/list"));
      old.stream().next("\"progress\":1");
      answer(old, old.stream().next("roots/list"));
      old.stream().next("asked 2");
      assertThat(posted.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(202);
    }
  }

  /** It begins on the container's thread, and comes to its end when that has long gone. */
  @Test
  void whatGoesOnElsewhereGoesOnOnTheSameStream() throws Exception {
    CompletableFuture<Void> gate = new CompletableFuture<>();
    McpStreamableServerTransportProvider provider = door.provider(options -> {});
    McpAsyncServer async =
        McpServer.async(provider)
            .serverInfo("test", "1")
            .capabilities(ServerCapabilities.builder().tools(true).build())
            .build();
    async
        .addTool(
            AsyncToolSpecification.builder()
                .tool(
                    Tool.builder()
                        .name("later")
                        .inputSchema(new JsonSchema("object", Map.of(), null, null, null, null))
                        .build())
                .callHandler(
                    (exchange, request) ->
                        exchange
                            .progressNotification(progress(request, 1))
                            .then(Mono.fromFuture(gate))
                            .then(
                                Mono.defer(
                                    () -> exchange.progressNotification(progress(request, 2))))
                            .thenReturn(TestServer.text("y".repeat(300_000))))
                .build())
        .block();
    try (Door.Running running = door.start(provider)) {
      client = new RawClient("http://127.0.0.1:" + running.port());
      String session = client.streamable("2025-06-18");
      try (EventStream stream = post(session, RawClient.call(1, "later", "{}"))) {
        stream.next("\"progress\":1");
        gate.complete(null);
        stream.next("\"progress\":2");
        stream.next("y".repeat(300_000));
        assertThat(stream.next()).isEqualTo(EventStream.END);
      }
    } finally {
      provider.close();
    }
  }

  private static ProgressNotification progress(CallToolRequest request, int step) {
    return new ProgressNotification(request.progressToken(), step, 2.0, null);
  }

  private static final int FLOOD = 50;

  private static CallToolResult asksTwice(McpSyncServerExchange exchange, CallToolRequest request) {
    exchange.listRoots();
    exchange.listRoots();
    return TestServer.text("asked 2");
  }

  private static CallToolResult asksOnAnotherThread(
      McpSyncServerExchange exchange, CallToolRequest request) {
    CompletableFuture.runAsync(exchange::listRoots).join();
    exchange.progressNotification(new ProgressNotification(request.progressToken(), 1, 2.0, null));
    CompletableFuture.runAsync(exchange::listRoots).join();
    return TestServer.text("asked 2");
  }

  /** Every second message comes from another thread. */
  private static CallToolResult flood(McpSyncServerExchange exchange, CallToolRequest request) {
    for (int i = 1; i <= FLOOD; i++) {
      ProgressNotification progress =
          new ProgressNotification(request.progressToken(), i, (double) FLOOD, null);
      if (i % 2 == 0) {
        exchange.progressNotification(progress);
      } else {
        CompletableFuture.runAsync(() -> exchange.progressNotification(progress)).join();
      }
    }
    return TestServer.text("flooded");
  }

  private static HttpResponse<String> call(HttpSse old, String tool) {
    try {
      return old.post(RawClient.call(1, tool, "{}"));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private void assertServes(String session) throws Exception {
    assertThat(
            client
                .send(
                    "POST",
                    "/mcp",
                    RawClient.call(9, "echo", "{\"message\":\"hi\"}"),
                    "Mcp-Session-Id",
                    session)
                .body())
        .contains("Echo: hi");
  }

  private void answer(String session, String question) throws Exception {
    assertThat(
            client.send("POST", "/mcp", result(question), "Mcp-Session-Id", session).statusCode())
        .isEqualTo(202);
  }

  private static void answer(HttpSse old, String question) throws Exception {
    assertThat(old.post(result(question)).statusCode()).isEqualTo(202);
  }

  private static String result(String question) {
    String id = question.replaceAll(".*\"id\":(\\d+).*", "$1");
    return "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"result\":{\"roots\":[]}}";
  }

  private EventStream post(String session, String body) throws Exception {
    return new EventStream(client.open("POST", "/mcp", body, "Mcp-Session-Id", session).body());
  }
}
