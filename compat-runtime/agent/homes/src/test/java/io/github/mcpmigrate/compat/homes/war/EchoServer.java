package io.github.mcpmigrate.compat.homes.war;

import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpServerTransportProvider;
import java.util.List;
import java.util.Map;

/** A server with one tool, which says what it is told, in a message before its answer, too. */
final class EchoServer {

  private static final McpSchema.JsonSchema ANY =
      new McpSchema.JsonSchema("object", Map.of(), List.of(), true, null, null);

  private EchoServer() {}

  static McpSyncServer on(McpServerTransportProvider provider) {
    return McpServer.sync(provider)
        .serverInfo("legacy war", "1.0")
        // In the request's thread: those of Reactor outlive a war.
        .immediateExecution(true)
        .capabilities(McpSchema.ServerCapabilities.builder().tools(true).logging().build())
        .tools(
            SyncToolSpecification.builder()
                .tool(McpSchema.Tool.builder().name("echo").inputSchema(ANY).build())
                .callHandler(
                    (exchange, request) -> {
                      String text = request.arguments().get("text").toString();
                      exchange.loggingNotification(
                          McpSchema.LoggingMessageNotification.builder()
                              .level(McpSchema.LoggingLevel.ERROR)
                              .logger("echo")
                              .data("about to say " + text)
                              .build());
                      return McpSchema.CallToolResult.builder().addTextContent(text).build();
                    })
                .build())
        .build();
  }
}
