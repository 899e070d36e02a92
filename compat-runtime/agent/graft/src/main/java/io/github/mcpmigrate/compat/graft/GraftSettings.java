package io.github.mcpmigrate.compat.graft;

import io.github.mcpmigrate.compat.settings.CompatSettings;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The engine's settings for a provider. Streamable HTTP is served at the provider's own SSE
 * endpoint, so that whatever guards the one guards the other; at one of its own only beside that,
 * and if it is asked for.
 */
final class GraftSettings {

  private static final Logger LOG = LoggerFactory.getLogger(GraftSettings.class);
  private static final String PREFIX = "mcp.compat.";

  private static final String KNOWN =
      "mcp-endpoint, allowed-origins, max-body-size, max-sessions, max-sessions-per-principal,"
          + " max-calls, event-log-size, event-log-bytes, keep-alive-interval, stall-limit,"
          + " session-idle-timeout, drain-timeout, ask-timeout";

  private GraftSettings() {}

  /**
   * @param options {@code mcp.compat.*} without that prefix
   */
  static CompatSettings of(
      String sseEndpoint, String messageEndpoint, Map<String, String> options) {
    CompatSettings.Builder settings =
        CompatSettings.builder()
            .mcpEndpoint(sseEndpoint)
            .sseEndpoint(sseEndpoint)
            .messageEndpoint(messageEndpoint)
            .sameUrl(true);
    options.forEach((name, value) -> set(settings, name, value));
    return settings.build();
  }

  /** The system properties {@code mcp.compat.*}, which the agent's options are, too. */
  static Map<String, String> options() {
    Map<String, String> options = new LinkedHashMap<>();
    System.getProperties()
        .forEach(
            (name, value) -> {
              if (name.toString().startsWith(PREFIX)) {
                options.put(name.toString().substring(PREFIX.length()), value.toString());
              }
            });
    return options;
  }

  private static void set(CompatSettings.Builder settings, String name, String value) {
    switch (name) {
      case "mcp-endpoint" -> settings.mcpEndpoint(value.strip());
      case "allowed-origins" -> settings.allowedOrigins(List.of(value.split("[|\\s]+")));
      case "max-body-size" -> settings.maxBodySize(Math.toIntExact(number(name, value)));
      case "max-sessions" -> settings.maxSessions(Math.toIntExact(number(name, value)));
      case "max-sessions-per-principal" ->
          settings.maxSessionsPerPrincipal(Math.toIntExact(number(name, value)));
      case "max-calls" -> settings.maxCalls(Math.toIntExact(number(name, value)));
      case "event-log-size" -> settings.eventLogSize(Math.toIntExact(number(name, value)));
      case "event-log-bytes" -> settings.eventLogBytes(number(name, value));
      case "keep-alive-interval" -> settings.keepAliveInterval(duration(name, value));
      case "stall-limit" -> settings.stallLimit(duration(name, value));
      case "session-idle-timeout" -> settings.sessionIdleTimeout(duration(name, value));
      case "drain-timeout" -> settings.drainTimeout(duration(name, value));
      case "ask-timeout" -> settings.askTimeout(duration(name, value));
      default ->
          LOG.warn(
              "Option {} is not known to the agent and does nothing; known are {}", name, KNOWN);
    }
  }

  private static long number(String name, String value) {
    try {
      return Long.parseLong(value.strip());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(name + " is a whole number, not '" + value + "'");
    }
  }

  /** As in {@code 500ms}, {@code 15s}, {@code 30m}, {@code 1h}, or ISO-8601. */
  private static Duration duration(String name, String value) {
    String text = value.strip().toLowerCase(Locale.ROOT);
    try {
      if (text.startsWith("p")) {
        return Duration.parse(text);
      }
      if (text.endsWith("ms")) {
        return Duration.ofMillis(Long.parseLong(text.substring(0, text.length() - 2)));
      }
      return Duration.parse("pt" + text);
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(
          name + " is a time such as 500ms, 15s, 30m or 1h, not '" + value + "'");
    }
  }
}
