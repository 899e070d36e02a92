package io.github.mcpmigrate.compat.sdk;

import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.server.McpSyncServerExchange;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.JsonSchema;
import io.modelcontextprotocol.spec.McpSchema.ProgressNotification;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import io.modelcontextprotocol.spec.McpStreamableServerSession;
import io.modelcontextprotocol.spec.McpStreamableServerTransportProvider;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import reactor.core.publisher.Mono;

/** An MCP server of the SDK with the tools the tests need, behind the dual provider. */
final class TestServer implements AutoCloseable {

  final McpStreamableServerTransportProvider provider;
  final McpSyncServer server;

  /** The SDK's sessions in the order they were opened. */
  final List<McpStreamableServerSession> sessions = new CopyOnWriteArrayList<>();

  final BlockingQueue<String> log = new LinkedBlockingQueue<>();

  /** Held by the tool {@code wait} until the test opens it. */
  final CountDownLatch gate = new CountDownLatch(1);

  private final Door.Running running;
  final RawClient client;

  private TestServer(
      Door door,
      McpStreamableServerTransportProvider provider,
      Consumer<McpServer.SyncSpecification<?>> features)
      throws Exception {
    this.provider = provider;
    McpServer.SyncSpecification<?> specification =
        McpServer.sync(new Watched(provider, sessions))
            .serverInfo("test", "1")
            .capabilities(ServerCapabilities.builder().tools(true).logging().build());
    features.accept(specification);
    server = specification.build();
    tool("echo", (exchange, request) -> text("Echo: " + request.arguments().get("message")));
    tool("progress", this::progress);
    tool("roots", (exchange, request) -> text("roots " + exchange.listRoots().roots().size()));
    tool("wait", this::await);
    tool("fail", this::fail);
    running = door.start(provider);
    client = new RawClient("http://127.0.0.1:" + running.port());
  }

  static TestServer start(Door door) throws Exception {
    return start(door, options -> {});
  }

  static TestServer start(Door door, Consumer<DualTransportBuilder<?, ?>> options)
      throws Exception {
    return start(door, options, features -> {});
  }

  /**
   * @param features what the server has besides the tools
   */
  static TestServer start(
      Door door,
      Consumer<DualTransportBuilder<?, ?>> options,
      Consumer<McpServer.SyncSpecification<?>> features)
      throws Exception {
    return new TestServer(door, door.provider(options), features);
  }

  void tool(
      String name, BiFunction<McpSyncServerExchange, CallToolRequest, CallToolResult> handler) {
    server.addTool(
        SyncToolSpecification.builder()
            .tool(
                Tool.builder()
                    .name(name)
                    .inputSchema(new JsonSchema("object", Map.of(), null, null, null, null))
                    .build())
            .callHandler(handler)
            .build());
  }

  private CallToolResult progress(McpSyncServerExchange exchange, CallToolRequest request) {
    for (int i = 1; i <= 3; i++) {
      exchange.progressNotification(
          new ProgressNotification(request.progressToken(), i, 3.0, "step " + i));
    }
    return text("progress done");
  }

  private CallToolResult await(McpSyncServerExchange exchange, CallToolRequest request) {
    log.add("started");
    exchange.progressNotification(new ProgressNotification(request.progressToken(), 1, 2.0, null));
    try {
      log.add(gate.await(20, TimeUnit.SECONDS) ? "opened" : "timed out");
      exchange.progressNotification(
          new ProgressNotification(request.progressToken(), 2, 2.0, null));
      return text("waited");
    } catch (InterruptedException e) {
      log.add("interrupted");
      Thread.currentThread().interrupt();
      return text("interrupted");
    }
  }

  private CallToolResult fail(McpSyncServerExchange exchange, CallToolRequest request) {
    throw new IllegalStateException("the tool broke");
  }

  static CallToolResult text(String text) {
    return CallToolResult.builder().addContent(new McpSchema.TextContent(text)).build();
  }

  int port() {
    return running.port();
  }

  String logged() throws InterruptedException {
    return log.poll(10, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    // At once: what a test leaves running must not hold the container's shutdown.
    provider.close();
    running.close();
  }

  /** Sees the SDK's sessions on their way to the provider. */
  private record Watched(
      McpStreamableServerTransportProvider provider, List<McpStreamableServerSession> sessions)
      implements McpStreamableServerTransportProvider {

    @Override
    public void setSessionFactory(McpStreamableServerSession.Factory factory) {
      provider.setSessionFactory(
          request -> {
            McpStreamableServerSession.McpStreamableServerSessionInit init =
                factory.startSession(request);
            sessions.add(init.session());
            return init;
          });
    }

    @Override
    public List<String> protocolVersions() {
      return provider.protocolVersions();
    }

    @Override
    public Mono<Void> notifyClients(String method, Object params) {
      return provider.notifyClients(method, params);
    }

    @Override
    public Mono<Void> closeGracefully() {
      return provider.closeGracefully();
    }

    @Override
    public void close() {
      provider.close();
    }
  }
}
