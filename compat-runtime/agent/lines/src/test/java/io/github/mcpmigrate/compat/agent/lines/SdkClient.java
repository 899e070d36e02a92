package io.github.mcpmigrate.compat.agent.lines;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientSseClientTransport;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpClientTransport;
import io.modelcontextprotocol.spec.McpSchema;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A client of SDK 0.18, of either transport, that answers questions and keeps what it is told. */
final class SdkClient implements AutoCloseable {

  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final BlockingQueue<String> loggers = new LinkedBlockingQueue<>();
  private final BlockingQueue<List<String>> changes = new LinkedBlockingQueue<>();
  private final McpSyncClient mcp;

  private SdkClient(McpClientTransport transport) {
    mcp =
        McpClient.sync(transport)
            .requestTimeout(LIMIT)
            .initializationTimeout(LIMIT)
            .capabilities(McpSchema.ClientCapabilities.builder().sampling().build())
            .sampling(SdkClient::answer)
            .loggingConsumer(message -> loggers.add(message.logger()))
            .toolsChangeConsumer(
                tools -> changes.add(tools.stream().map(McpSchema.Tool::name).toList()))
            .build();
  }

  static SdkClient streamable(String base, String endpoint) {
    return open(HttpClientStreamableHttpTransport.builder(base).endpoint(endpoint).build());
  }

  /**
   * The SDK's own providers and clients miss each other now and then (on WebMvc 2 of 700 times,
   * without the agent), so what failed to open is tried again.
   */
  static SdkClient httpSse(String base, String endpoint) {
    for (int attempt = 1; ; attempt++) {
      try {
        return open(HttpClientSseClientTransport.builder(base).sseEndpoint(endpoint).build());
      } catch (RuntimeException e) {
        if (attempt == 3) {
          throw e;
        }
      }
    }
  }

  private static SdkClient open(McpClientTransport transport) {
    SdkClient client = new SdkClient(transport);
    try {
      client.mcp.initialize();
      return client;
    } catch (RuntimeException e) {
      client.close();
      throw e;
    }
  }

  private static McpSchema.CreateMessageResult answer(McpSchema.CreateMessageRequest question) {
    String text = ((McpSchema.TextContent) question.messages().get(0).content()).text();
    return McpSchema.CreateMessageResult.builder()
        .role(McpSchema.Role.ASSISTANT)
        .message("you said " + text)
        .model("none")
        .build();
  }

  List<String> tools() {
    return mcp.listTools().tools().stream().map(McpSchema.Tool::name).toList();
  }

  String call(String tool, String text) {
    McpSchema.CallToolResult result =
        mcp.callTool(new McpSchema.CallToolRequest(tool, Map.of("text", text)));
    return ((McpSchema.TextContent) result.content().get(0)).text();
  }

  /** The loggers of so many messages, and of those that came besides. */
  List<String> logs(int count) throws InterruptedException {
    List<String> logs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      logs.add(loggers.poll(LIMIT.toSeconds(), TimeUnit.SECONDS));
    }
    loggers.drainTo(logs);
    return logs;
  }

  /** The names of the tools after they changed; null when they did not in time. */
  List<String> changed() throws InterruptedException {
    return changes.poll(LIMIT.toSeconds(), TimeUnit.SECONDS);
  }

  boolean hasMoreChanges() {
    return !changes.isEmpty();
  }

  @Override
  public void close() {
    mcp.close();
  }
}
