package io.github.mcpmigrate.compat.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.server.McpAsyncServer;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.springframework.ai.mcp.customizer.McpAsyncServerCustomizer;
import org.springframework.context.annotation.Bean;

/** A server of type ASYNC is served by the same dependency. */
class AsyncServerTest {

  @Test
  void bothCallTheToolsOfAnAsynchronousServer() {
    try (RunningApplication application =
            RunningApplication.start(
                List.of(Customized.class),
                "spring.ai.mcp.server.protocol=STREAMABLE",
                "spring.ai.mcp.server.type=ASYNC");
        McpSyncClient sse = application.sseClient(UnaryOperator.identity());
        McpSyncClient streamable = application.streamableClient(UnaryOperator.identity())) {
      assertThat(application.context().getBeansOfType(McpAsyncServer.class)).hasSize(1);
      for (McpSyncClient client : List.of(sse, streamable)) {
        assertThat(Requests.call(client, "annotated-async", Map.of())).contains("annotated, later");
        assertThat(Requests.call(client, "callback", Map.of("who", "me"))).contains("called back");
        assertThat(client.getCurrentInitializationResult().instructions()).isEqualTo("customized");
      }
    }
  }

  static class Customized {

    @Bean
    McpAsyncServerCustomizer customizer() {
      return server -> server.instructions("customized");
    }
  }
}
