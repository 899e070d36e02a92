package io.github.mcpmigrate.compat.boot;

import io.github.mcpmigrate.compat.sdk.DualTransportBuilder;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.StringUtils;
import org.springframework.util.unit.DataSize;

/** What the application has configured, by our keys and by Spring AI's, for any web stack. */
final class DualTransportOptions {

  private static final Logger LOG = LoggerFactory.getLogger(DualTransportOptions.class);

  private final CompatProperties properties;
  private final SpringAiKeys springAi;
  private final EndpointPath mcp;
  private final EndpointPath sse;
  private final EndpointPath message;

  DualTransportOptions(CompatProperties properties, SpringAiKeys springAi) {
    this.properties = properties;
    this.springAi = springAi;
    mcp =
        EndpointPath.of(
            "mcp-endpoint",
            properties.mcpEndpoint(),
            "streamable-http.mcp-endpoint",
            springAi.streamableHttp().mcpEndpoint(),
            "/mcp");
    sse =
        EndpointPath.of(
            "sse-endpoint",
            properties.sseEndpoint(),
            "sse-endpoint",
            springAi.sseEndpoint(),
            "/sse");
    message =
        EndpointPath.of(
            "message-endpoint",
            properties.messageEndpoint(),
            "sse-message-endpoint",
            springAi.sseMessageEndpoint(),
            "/mcp/message");
  }

  /**
   * @throws CompatConfigurationException when two endpoints are one, or one is no plain path
   */
  void requireDistinctEndpoints() {
    mcp.requirePlain();
    sse.requirePlain();
    message.requirePlain();
    if (!properties.sameUrl()) {
      mcp.requireOtherThan(sse);
    }
    message.requireOtherThan(mcp);
    message.requireOtherThan(sse);
  }

  Duration drainTimeout() {
    return properties.drainTimeout();
  }

  /** Applies the keys to a builder. */
  void apply(DualTransportBuilder<?, ?> transport) {
    transport
        .mcpEndpoint(mcp.path())
        .sseEndpoint(sse.path())
        .messageEndpoint(message.path())
        .sameUrl(properties.sameUrl())
        .allowedOrigins(properties.allowedOrigins().toArray(String[]::new))
        .disallowDelete(springAi.streamableHttp().disallowDelete())
        .enforceSunset(properties.enforceSunset())
        .maxRequestSize(bytes(properties.maxBodySize()))
        .maxSessions(properties.maxSessions())
        .maxSessionsPerPrincipal(properties.maxSessionsPerPrincipal())
        .maxCalls(properties.maxCalls())
        .eventLogSize(properties.eventLogSize())
        .sessionIdleTimeout(properties.sessionIdleTimeout())
        .drainTimeout(properties.drainTimeout())
        .askTimeout(properties.askTimeout());
    String baseUrl = properties.baseUrl() != null ? properties.baseUrl() : springAi.baseUrl();
    if (StringUtils.hasText(baseUrl)) {
      transport.baseUrl(baseUrl);
    }
    Duration keepAlive =
        properties.keepAliveInterval() != null
            ? properties.keepAliveInterval()
            : springAi.shortestKeepAlive();
    if (keepAlive != null) {
      transport.keepAliveInterval(keepAlive);
    }
    if (StringUtils.hasText(properties.sunset())) {
      transport.sunset(instant(properties.sunset().strip()));
    }
  }

  /**
   * Builds the provider.
   *
   * @throws CompatConfigurationException when an option makes no sense
   */
  <P> P built(Supplier<P> build) {
    P provider;
    try {
      provider = build.get();
    } catch (IllegalArgumentException e) {
      throw new CompatConfigurationException(
          "A key of mcp.compat makes no sense: " + e.getMessage() + ".",
          "Correct that key; docs/dual-serving.md lists them all with their defaults.",
          e);
    }
    LOG.info(
        "Serving MCP over Streamable HTTP at {} and over HTTP+SSE at {} and {}",
        mcp.path(),
        sse.path(),
        message.path());
    if (!springAi.streamable()) {
      LOG.warn(
          "Write spring.ai.mcp.server.protocol=STREAMABLE: without it Spring AI serves HTTP+SSE"
              + " alone once mcp-compat-spring-boot-starter is removed");
    }
    return provider;
  }

  private static int bytes(DataSize size) {
    if (size.toBytes() > Integer.MAX_VALUE) {
      throw new CompatConfigurationException(
          "mcp.compat.max-body-size is " + size + ", but a body has less than 2GB.",
          "Write a smaller size, for example mcp.compat.max-body-size=16MB.");
    }
    return (int) size.toBytes();
  }

  private static Instant instant(String date) {
    try {
      return date.contains("T")
          ? Instant.parse(date)
          : LocalDate.parse(date).atStartOfDay(ZoneOffset.UTC).toInstant();
    } catch (DateTimeParseException e) {
      throw new CompatConfigurationException(
          "mcp.compat.sunset is '" + date + "', which is no date.",
          "Write a date or an instant, for example mcp.compat.sunset=2027-06-30.",
          e);
    }
  }
}
