package io.github.mcpmigrate.compat.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpmigrate.compat.sdk.DualTransportProvider;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.spec.McpServerTransportProviderBase;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The end of the transition: Spring AI's own transport serves the same endpoint. */
class RemovalTest {

  /** What is switched off is as if it were not there: no bean of ours, every one of Spring AI's. */
  @Test
  void whatRemainsIsSpringAisStreamableServer() throws Exception {
    try (RunningApplication application =
        RunningApplication.start(
            "spring.ai.mcp.server.protocol=STREAMABLE",
            "spring.ai.mcp.server.streamable-http.mcp-endpoint=/mcp",
            "mcp.compat.enabled=false")) {
      assertThat(application.bean(McpServerTransportProviderBase.class))
          .isNotInstanceOf(DualTransportProvider.class);
      assertThat(application.context().getBeanDefinitionNames())
          .noneMatch(name -> name.startsWith("mcpCompat"));
      try (McpSyncClient client = application.streamableClient(UnaryOperator.identity())) {
        assertThat(client.listTools().tools()).isNotEmpty();
      }
      assertThat(application.get("/sse").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void anApplicationWithoutAWebServerStarts() {
    try (RunningApplication application =
        RunningApplication.start("spring.main.web-application-type=none")) {
      assertThat(application.context().getBeansOfType(McpSyncServer.class)).hasSize(1);
    }
  }
}
