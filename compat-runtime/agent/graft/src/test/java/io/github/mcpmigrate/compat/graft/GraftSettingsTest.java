package io.github.mcpmigrate.compat.graft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mcpmigrate.compat.settings.CompatSettings;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GraftSettingsTest {

  @AfterEach
  void forget() {
    System.clearProperty("mcp.compat.max-calls");
  }

  private static CompatSettings settings(Map<String, String> options) {
    return GraftSettings.of("/events", "/events/message", options);
  }

  @Test
  void streamableHttpIsServedWhereHttpSseIs() {
    CompatSettings settings = settings(Map.of());
    assertThat(settings.mcpEndpoint()).isEqualTo("/events");
    assertThat(settings.sseEndpoint()).isEqualTo("/events");
    assertThat(settings.messageEndpoint()).isEqualTo("/events/message");
    assertThat(settings.sameUrl()).isTrue();
  }

  @Test
  void timesAreReadInTheirForms() {
    assertThat(settings(Map.of("keep-alive-interval", "500ms")).keepAliveInterval())
        .isEqualTo(Duration.ofMillis(500));
    assertThat(settings(Map.of("stall-limit", "20s")).stallLimit())
        .isEqualTo(Duration.ofSeconds(20));
    assertThat(settings(Map.of("session-idle-timeout", "PT1H30M")).sessionIdleTimeout())
        .isEqualTo(Duration.ofMinutes(90));
  }

  @Test
  void originsStandBetweenBarsOrSpaces() {
    assertThat(
            settings(Map.of("allowed-origins", "https://a.example|https://b.example"))
                .allowedOrigins())
        .containsExactly("https://a.example", "https://b.example");
  }

  @Test
  void optionsAreSystemProperties() {
    System.setProperty("mcp.compat.max-calls", "7");
    assertThat(settings(GraftSettings.options()).maxCalls()).isEqualTo(7);
  }

  @Test
  void anUnknownOptionDoesNothing() {
    assertThat(settings(Map.of("sse-endpoint", "/other")).sseEndpoint()).isEqualTo("/events");
  }

  @Test
  void streamableHttpMayHaveAUrlOfItsOwnBesides() {
    CompatSettings settings = settings(Map.of("mcp-endpoint", "/mcp"));
    assertThat(settings.mcpEndpoint()).isEqualTo("/mcp");
    assertThat(settings.sseEndpoint()).isEqualTo("/events");
    assertThat(settings.sameUrl()).isTrue();
  }

  @Test
  void aUrlThatIsTakenIsRefused() {
    assertThatThrownBy(() -> settings(Map.of("mcp-endpoint", "/events/message")))
        .hasMessageContaining("mcp-endpoint and message-endpoint are both '/events/message'");
  }

  @Test
  void aValueThatMakesNoSenseIsSaid() {
    assertThatThrownBy(() -> settings(Map.of("max-calls", "many")))
        .hasMessage("max-calls is a whole number, not 'many'");
    assertThatThrownBy(() -> settings(Map.of("ask-timeout", "soon")))
        .hasMessage("ask-timeout is a time such as 500ms, 15s, 30m or 1h, not 'soon'");
  }
}
