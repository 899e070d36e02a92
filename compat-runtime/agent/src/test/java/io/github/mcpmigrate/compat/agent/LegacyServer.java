package io.github.mcpmigrate.compat.agent;

import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.server.McpSyncServerExchange;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpServerTransportProvider;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;

/** A server as it was written for HTTP+SSE: it knows nothing of the agent. */
final class LegacyServer implements AutoCloseable {

  private static final McpSchema.JsonSchema ANY =
      new McpSchema.JsonSchema("object", Map.of(), List.of(), true, null, null);

  /** Two calls of {@code tell} wait for each other, so that they certainly run at once. */
  private final CyclicBarrier both = new CyclicBarrier(2);

  private final CountDownLatch held = new CountDownLatch(1);
  private final CountDownLatch released = new CountDownLatch(1);

  private final McpSyncServer server;
  private final LegacyStack.Running running;

  LegacyServer(LegacyStack stack) throws Exception {
    McpServerTransportProvider provider = stack.provider();
    server =
        McpServer.sync(provider)
            .serverInfo("legacy", "1.0")
            .capabilities(McpSchema.ServerCapabilities.builder().tools(true).logging().build())
            .tools(
                echo(),
                tool("tell", this::tell),
                tool("ask", LegacyServer::ask),
                tool("extend", this::extend),
                tool("hold", this::hold))
            .build();
    running = stack.start(provider);
  }

  String base() {
    return running.base();
  }

  McpSyncServer server() {
    return server;
  }

  /** Sends three log messages that name who asked, while another call does the same. */
  private String tell(McpSyncServerExchange exchange, Map<String, Object> arguments) {
    try {
      both.await(20, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException("The other call did not come", e);
    }
    for (int i = 0; i < 3; i++) {
      exchange.loggingNotification(
          McpSchema.LoggingMessageNotification.builder()
              .level(McpSchema.LoggingLevel.ERROR)
              .logger(arguments.get("text").toString())
              .data("message " + i)
              .build());
    }
    return "told";
  }

  private static String ask(McpSyncServerExchange exchange, Map<String, Object> arguments) {
    McpSchema.CreateMessageResult answer =
        exchange.createMessage(
            McpSchema.CreateMessageRequest.builder()
                .messages(
                    List.of(
                        new McpSchema.SamplingMessage(
                            McpSchema.Role.USER,
                            new McpSchema.TextContent(arguments.get("text").toString()))))
                .maxTokens(10)
                .build());
    return ((McpSchema.TextContent) answer.content()).text();
  }

  private String extend(McpSyncServerExchange exchange, Map<String, Object> arguments) {
    server.addTool(tool("more", (more, none) -> "more"));
    return "extended";
  }

  /** Goes on until it is released. */
  private String hold(McpSyncServerExchange exchange, Map<String, Object> arguments) {
    held.countDown();
    return awaited(released) ? "released" : "forgotten";
  }

  /** Waits until a call of {@code hold} runs. */
  boolean holds() {
    return awaited(held);
  }

  void release() {
    released.countDown();
  }

  private static boolean awaited(CountDownLatch latch) {
    try {
      return latch.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  static SyncToolSpecification echo() {
    return tool("echo", (exchange, arguments) -> arguments.get("text").toString());
  }

  private static SyncToolSpecification tool(
      String name, BiFunction<McpSyncServerExchange, Map<String, Object>, String> does) {
    return SyncToolSpecification.builder()
        .tool(McpSchema.Tool.builder().name(name).inputSchema(ANY).build())
        .callHandler(
            (exchange, request) ->
                McpSchema.CallToolResult.builder()
                    .addTextContent(does.apply(exchange, request.arguments()))
                    .build())
        .build();
  }

  @Override
  public void close() throws Exception {
    release();
    server.close();
    running.close();
  }
}
