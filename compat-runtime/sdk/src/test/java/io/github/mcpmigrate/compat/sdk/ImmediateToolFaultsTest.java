package io.github.mcpmigrate.compat.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.McpSyncServerExchange;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.JsonSchema;
import io.modelcontextprotocol.spec.McpSchema.ProgressNotification;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import io.modelcontextprotocol.spec.McpStreamableServerTransportProvider;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Clients that leave, or read nothing, while a tool writes to them on the container's thread and
 * blocks there: the thread comes free, the response ends, and no other request is harmed.
 */
@ParameterizedClass
@EnumSource(value = Door.class, mode = EnumSource.Mode.EXCLUDE, names = "WEBFLUX")
class ImmediateToolFaultsTest {

  @Parameter Door door;

  private final AtomicInteger said = new AtomicInteger();
  private final ExecutorService elsewhere = Executors.newSingleThreadExecutor();
  private volatile CountDownLatch cut = new CountDownLatch(1);
  private volatile CountDownLatch enough = new CountDownLatch(1);
  private McpStreamableServerTransportProvider provider;
  private WatchedServlet servlet;
  private Door.Running running;
  private RawClient client;
  private String session;

  @BeforeEach
  void start() throws Exception {
    provider =
        door.provider(
            options ->
                options
                    .keepAliveInterval(Duration.ofMillis(100))
                    .stallLimit(Duration.ofMillis(500)));
    McpServer.sync(provider)
        .serverInfo("test", "1")
        .capabilities(ServerCapabilities.builder().tools(true).build())
        .immediateExecution(true)
        .tools(
            tool("talk", (exchange, request) -> talk(exchange, request, Runnable::run)),
            tool(
                "talk-elsewhere",
                (exchange, request) ->
                    talk(
                        exchange,
                        request,
                        task -> CompletableFuture.runAsync(task, elsewhere).join())),
            tool("greet", ImmediateToolFaultsTest::greet))
        .build();
    servlet = new WatchedServlet(door.servlet(provider));
    running = door.serve(servlet);
    client = new RawClient("http://127.0.0.1:" + running.port());
    session = client.streamable("2025-06-18");
  }

  @AfterEach
  void stop() {
    enough.countDown();
    provider.close();
    running.close();
    elsewhere.shutdownNow();
  }

  @ParameterizedTest
  @ValueSource(strings = {"talk", "talk-elsewhere"})
  void aClientThatIsCutHarmsNobody(String tool) throws Exception {
    for (int round = 0; round < 10; round++) {
      cut = new CountDownLatch(1);
      enough = new CountDownLatch(1);
      CutStream stream =
          CutStream.post(
              running.port(), session, RawClient.call(1, tool, "{\"filler\":\"xxxxxxxx\"}"));
      stream.next();
      stream.cut();
      int before = said.get();
      cut.countDown();
      await("it goes on without the client", () -> said.get() > before + 200);
      assertGreets();
      enough.countDown();
      await("the container has its thread again", () -> servlet.inside.get() == 0);
      await("every response has ended", () -> servlet.open.get() == 0);
      assertGreets();
    }
  }

  /** It loses its stream when the stall limit is over, or Tomcat's own, and the tool goes on. */
  @ParameterizedTest
  @ValueSource(strings = {"talk", "talk-elsewhere"})
  void aClientThatReadsNothingHoldsNoThread(String tool) throws Exception {
    cut.countDown();
    String filler = "x".repeat(64 << 10);
    CutStream stream =
        CutStream.post(
            running.port(), session, RawClient.call(1, tool, "{\"filler\":\"" + filler + "\"}"));
    await("it goes on without the client", () -> said.get() > 500);
    assertGreets();
    enough.countDown();
    await("the container has its thread again", () -> servlet.inside.get() == 0);
    await("every response has ended", () -> servlet.open.get() == 0);
    stream.cut();
    assertGreets();
  }

  private void assertGreets() throws Exception {
    for (int i = 0; i < 3; i++) {
      try (EventStream stream =
          new EventStream(
              client
                  .open("POST", "/mcp", RawClient.call(2, "greet", "{}"), "Mcp-Session-Id", session)
                  .body())) {
        stream.next("\"progress\":1");
        stream.next("hello");
        assertThat(stream.next()).isEqualTo(EventStream.END);
      }
    }
  }

  private static void await(String what, BooleanSupplier condition) {
    long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as(what).isLessThan(limit);
      Thread.onSpinWait();
    }
  }

  private interface Way {
    void say(Runnable what);
  }

  /** Says something, and once the client is cut again and again until it is enough. */
  private CallToolResult talk(McpSyncServerExchange exchange, CallToolRequest request, Way way) {
    String filler = (String) request.arguments().get("filler");
    CountDownLatch second = cut;
    CountDownLatch end = enough;
    for (int i = 1; i <= 1_000_000 && end.getCount() > 0; i++) {
      ProgressNotification progress =
          new ProgressNotification(request.progressToken(), i, null, filler);
      way.say(() -> exchange.progressNotification(progress));
      said.incrementAndGet();
      try {
        assertThat(second.await(20, TimeUnit.SECONDS)).isTrue();
      } catch (InterruptedException e) {
        throw new IllegalStateException("What interrupts a write has reached the tool", e);
      }
    }
    return TestServer.text("talked");
  }

  private static CallToolResult greet(McpSyncServerExchange exchange, CallToolRequest request) {
    exchange.progressNotification(new ProgressNotification(request.progressToken(), 1, 1.0, null));
    return TestServer.text("hello");
  }

  private interface Handler {
    CallToolResult handle(McpSyncServerExchange exchange, CallToolRequest request);
  }

  private static SyncToolSpecification tool(String name, Handler handler) {
    return SyncToolSpecification.builder()
        .tool(
            Tool.builder()
                .name(name)
                .inputSchema(new JsonSchema("object", Map.of(), null, null, null, null))
                .build())
        .callHandler(handler::handle)
        .build();
  }
}
