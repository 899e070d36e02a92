package io.github.mcpmigrate.compat.boot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * Applications of their own, one at a time: closing one on WebFlux stops Reactor Netty for all in
 * the process.
 */
class ActuatorOptionsTest {

  @Test
  void aTransportWithoutAServerIsOutOfService() throws Exception {
    try (RunningApplication without =
        RunningApplication.start(
            "management.endpoint.health.show-details=always",
            "spring.autoconfigure.exclude=" + DualTransportAutoConfiguration.MCP_SERVER)) {
      assertThat(without.get("/actuator/health").statusCode()).isEqualTo(503);
      assertThat(without.get("/actuator/health").body())
          .containsPattern("\"mcpCompat\":\\{[^}]*}?[^}]*\"status\":\"OUT_OF_SERVICE\"");
    }
  }

  @Test
  void healthAndEndpointCanBeSwitchedOff() {
    try (RunningApplication without =
        RunningApplication.start(
            "management.health.mcpcompat.enabled=false",
            "management.endpoint.mcpcompat.access=none")) {
      assertThat(without.context().containsBean("mcpCompatHealthIndicator")).isFalse();
      assertThat(without.context().getBeansOfType(McpCompatEndpoint.class)).isEmpty();
    }
  }
}
