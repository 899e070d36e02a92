package io.github.mcpmigrate.compat.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.modelcontextprotocol.client.McpSyncClient;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What an operator asks before HTTP+SSE is switched off. */
class ActuatorTest {

  private static RunningApplication application;

  @BeforeAll
  static void start() {
    application =
        RunningApplication.start(
            "mcp.compat.sunset=2099-01-31",
            "management.endpoints.web.exposure.include=mcpcompat,health",
            "management.endpoint.health.show-details=always");
  }

  @AfterAll
  static void stop() {
    application.close();
  }

  @Test
  void theEndpointSaysWhoComesAndHowManySessionsAreOpen() throws Exception {
    try (McpSyncClient old = application.sseClient(UnaryOperator.identity());
        McpSyncClient current = application.streamableClient(UnaryOperator.identity())) {
      old.listTools();
      current.listTools();
      String record = application.read("/actuator/mcpcompat");
      assertThat(record)
          .contains("\"sunset\":\"2099-01-31T00:00:00Z\"")
          .containsPattern("\"http\\+sse\":\\{\"openSessions\":[1-9]")
          .containsPattern("\"streamable\":\\{\"openSessions\":[1-9]")
          .contains("\"name\":\"old-client\"")
          .doesNotContain("new-client");
    }
  }

  @Test
  void healthIsUpWithTheOpenSessions() throws Exception {
    assertThat(application.read("/actuator/health"))
        .containsPattern(
            "\"mcpCompat\":\\{\"details\":\\{[^}]*SseSessions[^}]*},\"status\":\"UP\"}"
                + "|\"mcpCompat\":\\{\"status\":\"UP\",\"details\":\\{[^}]*SseSessions");
  }

  @Test
  void metersAreRegistered() {
    MeterRegistry meters = application.bean(MeterRegistry.class);
    try (McpSyncClient old = application.sseClient(UnaryOperator.identity())) {
      old.listTools();
      assertThat(
              meters
                  .get("mcp.compat.sessions")
                  .tag("transport", "http+sse")
                  .functionCounter()
                  .count())
          .isPositive();
    }
  }
}
