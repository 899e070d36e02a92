package legacy;

import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.server.McpSyncServerExchange;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpServerTransportProvider;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;

/** As written for SDK 0.9 to 0.12: the exchange logs. */
final class Tools implements AutoCloseable {

  private static final String ANY = "{\"type\":\"object\"}";

  /** Two calls of {@code tell} wait for each other, so that they certainly run at once. */
  private final CyclicBarrier both = new CyclicBarrier(2);

  private final McpSyncServer server;

  Tools(McpServerTransportProvider provider) {
    server =
        McpServer.sync(provider)
            .serverInfo("legacy", "1.0")
            .capabilities(McpSchema.ServerCapabilities.builder().tools(true).logging().build())
            .tools(
                List.of(
                    tool("echo", (exchange, arguments) -> arguments.get("text").toString()),
                    tool("tell", this::tell),
                    tool("ask", this::ask),
                    tool("extend", this::extend)))
            .build();
  }

  private String tell(McpSyncServerExchange exchange, Map<String, Object> arguments) {
    try {
      both.await(50, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException("The other call did not come", e);
    }
    for (int i = 0; i < 3; i++) {
      exchange.loggingNotification(
          new McpSchema.LoggingMessageNotification(
              McpSchema.LoggingLevel.ERROR, arguments.get("text").toString(), "message " + i));
    }
    return "told";
  }

  private String ask(McpSyncServerExchange exchange, Map<String, Object> arguments) {
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

  private static SyncToolSpecification tool(
      String name, BiFunction<McpSyncServerExchange, Map<String, Object>, String> does) {
    return new SyncToolSpecification(
        new McpSchema.Tool(name, "A tool", ANY),
        (exchange, arguments) ->
            new McpSchema.CallToolResult(
                List.of(new McpSchema.TextContent(does.apply(exchange, arguments))), false));
  }

  @Override
  public void close() {
    server.close();
  }
}
