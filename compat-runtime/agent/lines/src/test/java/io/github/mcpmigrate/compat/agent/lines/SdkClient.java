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
import java.util.function.Supplier;

/** A client of SDK 0.18, of either transport, that answers questions and keeps what it is told. */
final class SdkClient implements AutoCloseable {

  private static final Duration LIMIT = Duration.ofSeconds(60);

  /** How often a session of HTTP+SSE is opened, or something asked there, where it may be lost. */
  private static final int ATTEMPTS = 3;

  private static final Duration HTTP_SSE_LIMIT = Duration.ofSeconds(20);

  /** What the SDK's own transport of HTTP+SSE may lose, which it writes without a lock. */
  enum MayLose {
    NOTHING,
    THE_FIRST_EVENT,
    ANYTHING
  }

  private final BlockingQueue<String> loggers = new LinkedBlockingQueue<>();
  private final BlockingQueue<List<String>> changes = new LinkedBlockingQueue<>();
  private final int attempts;
  private final McpSyncClient mcp;

  private SdkClient(McpClientTransport transport, Duration limit, int attempts) {
    this.attempts = attempts;
    mcp =
        McpClient.sync(transport)
            .requestTimeout(limit)
            .initializationTimeout(limit)
            .capabilities(McpSchema.ClientCapabilities.builder().sampling().build())
            .sampling(SdkClient::answer)
            .loggingConsumer(message -> loggers.add(message.logger()))
            .toolsChangeConsumer(
                tools -> changes.add(tools.stream().map(McpSchema.Tool::name).toList()))
            .build();
  }

  static SdkClient streamable(String base, String endpoint) {
    SdkClient client =
        new SdkClient(
            HttpClientStreamableHttpTransport.builder(base).endpoint(endpoint).build(), LIMIT, 1);
    return client.open();
  }

  /**
   * @param mayLose whether the SDK's own transport of HTTP+SSE may lose what it sends: then it is
   *     asked again, which over Streamable HTTP nothing is
   */
  static SdkClient httpSse(String base, String endpoint, MayLose mayLose) {
    return attempted(
        mayLose == MayLose.NOTHING ? 1 : ATTEMPTS,
        () ->
            new SdkClient(
                    HttpClientSseClientTransport.builder(base).sseEndpoint(endpoint).build(),
                    HTTP_SSE_LIMIT,
                    mayLose == MayLose.ANYTHING ? ATTEMPTS : 1)
                .open());
  }

  private SdkClient open() {
    try {
      mcp.initialize();
      return this;
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private static <T> T attempted(int attempts, Supplier<T> asked) {
    for (int attempt = 1; ; attempt++) {
      try {
        return asked.get();
      } catch (RuntimeException e) {
        if (attempt == attempts) {
          throw e;
        }
      }
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
    return attempted(attempts, mcp::listTools).tools().stream().map(McpSchema.Tool::name).toList();
  }

  String call(String tool, String text) {
    return attempted(attempts, () -> callOnce(tool, text));
  }

  String callOnce(String tool, String text) {
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
    return changes.poll(HTTP_SSE_LIMIT.toSeconds(), TimeUnit.SECONDS);
  }

  boolean hasMoreChanges() {
    return !changes.isEmpty();
  }

  @Override
  public void close() {
    mcp.close();
  }
}
