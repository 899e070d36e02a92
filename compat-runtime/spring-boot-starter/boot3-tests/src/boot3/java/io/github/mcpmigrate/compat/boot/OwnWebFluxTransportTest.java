package io.github.mcpmigrate.compat.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpmigrate.compat.sdk.DualTransportProvider;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.server.transport.WebFluxStreamableServerTransportProvider;
import io.modelcontextprotocol.spec.McpServerTransportProviderBase;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.web.reactive.function.server.RouterFunction;

/**
 * An application of Spring AI 1.0 with a transport and routes of its own, as the recipes leave it:
 * its routes are the only ones, with whatever its filters do.
 */
@EnabledIfSystemProperty(named = "web.stack", matches = "webflux")
class OwnWebFluxTransportTest {

  @Test
  void onStreamableHttp() throws Exception {
    try (RunningApplication application =
        RunningApplication.start(
            List.of(OwnWebFluxTransport.class),
            "spring.ai.mcp.server.protocol=STREAMABLE",
            "mcp.compat.enabled=false")) {
      assertThat(application.context().getBeansOfType(McpServerTransportProviderBase.class))
          .containsOnlyKeys("transport");
      assertThat(application.bean(McpServerTransportProviderBase.class))
          .isInstanceOf(WebFluxStreamableServerTransportProvider.class);
      assertThat(application.context().getBeansOfType(RouterFunction.class))
          .containsOnlyKeys("webFluxStreamableServerRouterFunction");
      try (McpSyncClient client = application.streamableClient(UnaryOperator.identity())) {
        assertServed(client, OwnWebFluxTransport.SEEN);
      }
      assertThat(application.get("/sse").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void onBothTransports() {
    try (RunningApplication application =
        RunningApplication.start(
            List.of(OwnWebFluxDualTransport.class), "spring.ai.mcp.server.protocol=STREAMABLE")) {
      assertThat(application.context().getBeansOfType(McpServerTransportProviderBase.class))
          .containsOnlyKeys("transport");
      assertThat(application.bean(McpServerTransportProviderBase.class))
          .isInstanceOf(DualTransportProvider.class);
      assertThat(application.context().getBeansOfType(RouterFunction.class))
          .containsOnlyKeys("routes");
      try (McpSyncClient old = application.sseClient(UnaryOperator.identity());
          McpSyncClient current = application.streamableClient(UnaryOperator.identity())) {
        assertServed(old, OwnWebFluxDualTransport.SEEN);
        assertServed(current, OwnWebFluxDualTransport.SEEN);
      }
    }
  }

  private static void assertServed(McpSyncClient client, AtomicInteger seen) {
    int before = seen.get();
    assertThat(Requests.call(client, "callback", Map.of("who", "me")))
        .contains("called back for me");
    assertThat(seen.get()).isGreaterThan(before);
  }
}
