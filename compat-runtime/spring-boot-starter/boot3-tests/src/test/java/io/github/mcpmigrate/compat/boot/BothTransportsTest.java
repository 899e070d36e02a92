package io.github.mcpmigrate.compat.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpmigrate.compat.sdk.DualTransportProvider;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.server.McpServerFeatures;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpServerTransportProviderBase;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One dependency more, and one server speaks both. */
class BothTransportsTest {

  private static RunningApplication application;

  @BeforeAll
  static void start() {
    application = RunningApplication.start("spring.ai.mcp.server.protocol=STREAMABLE");
  }

  @AfterAll
  static void stop() {
    application.close();
  }

  @Test
  void thereIsOneServerOnOneTransportBean() {
    assertThat(application.context().getBeansOfType(McpSyncServer.class)).hasSize(1);
    assertThat(application.context().getBeansOfType(McpServerTransportProviderBase.class).values())
        .singleElement()
        .isInstanceOf(DualTransportProvider.class);
  }

  @Test
  void bothSeeAllToolsAndCallThem() {
    withBoth(
        client -> {
          assertThat(client.listTools().tools())
              .extracting(McpSchema.Tool::name)
              .contains("callback", "annotated");
          assertThat(text(client, "callback", Map.of("who", "me"))).contains("called back for me");
          assertThat(text(client, "annotated", Map.of("who", "me"))).contains("annotated for me");
        });
  }

  @Test
  void bothSeePromptsResourcesAndCompletions() {
    withBoth(
        client -> {
          McpSchema.GetPromptResult prompt =
              client.getPrompt(new McpSchema.GetPromptRequest("greeting", Map.of("name", "Ann")));
          assertThat(prompt.messages().toString()).contains("Greet Ann");
          McpSchema.ReadResourceResult note =
              client.readResource(new McpSchema.ReadResourceRequest("notes://first"));
          assertThat(note.contents().toString()).contains("the first note");
          McpSchema.CompleteResult names =
              client.completeCompletion(
                  new McpSchema.CompleteRequest(
                      new McpSchema.PromptReference("greeting"),
                      new McpSchema.CompleteRequest.CompleteArgument("name", "A")));
          assertThat(names.completion().values()).containsExactly("Alice", "Anna");
        });
  }

  @Test
  void bothAreToldOfNewTools() throws InterruptedException {
    BlockingQueue<String> old = new LinkedBlockingQueue<>();
    BlockingQueue<String> current = new LinkedBlockingQueue<>();
    try (McpSyncClient sse = application.sseClient(told(old));
        McpSyncClient streamable = application.streamableClient(told(current))) {
      McpSyncServer server = application.bean(McpSyncServer.class);
      server.addTool(tool("late"));
      try {
        assertThat(old.poll(10, TimeUnit.SECONDS)).contains("late");
        assertThat(current.poll(10, TimeUnit.SECONDS)).contains("late");
        assertThat(text(sse, "late", Map.of())).contains("late answer");
        assertThat(text(streamable, "late", Map.of())).contains("late answer");
      } finally {
        server.removeTool("late");
      }
    }
  }

  private static UnaryOperator<io.modelcontextprotocol.client.McpClient.SyncSpec> told(
      BlockingQueue<String> changes) {
    return spec ->
        spec.toolsChangeConsumer(
            tools -> changes.add(tools.stream().map(McpSchema.Tool::name).toList().toString()));
  }

  private static McpServerFeatures.SyncToolSpecification tool(String name) {
    return McpServerFeatures.SyncToolSpecification.builder()
        .tool(Requests.tool(name))
        .callHandler((exchange, request) -> Requests.text(name + " answer"))
        .build();
  }

  private interface Use {
    void of(McpSyncClient client);
  }

  /** Both are connected when each is used. */
  private static void withBoth(Use use) {
    try (McpSyncClient sse = application.sseClient(UnaryOperator.identity());
        McpSyncClient streamable = application.streamableClient(UnaryOperator.identity())) {
      List.of(sse, streamable).forEach(use::of);
    }
  }

  private static String text(McpSyncClient client, String tool, Map<String, Object> arguments) {
    return Requests.call(client, tool, arguments);
  }
}
