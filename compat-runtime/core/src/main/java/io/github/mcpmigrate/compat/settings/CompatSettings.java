package io.github.mcpmigrate.compat.settings;

import io.github.mcpmigrate.compat.authorization.Authorization;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Everything that can be set on the engine, and every limit it keeps. The names are those of the
 * {@code mcp.compat.*} properties.
 *
 * @param mcpEndpoint path of the Streamable HTTP endpoint; default {@code /mcp}
 * @param sseEndpoint path of the HTTP+SSE event stream; default {@code /sse}
 * @param messageEndpoint path HTTP+SSE clients POST to; default {@code /mcp/message}
 * @param httpSse whether HTTP+SSE is served at all; default true
 * @param baseUrl what stands before the message endpoint in the {@code endpoint} event; null (the
 *     default) for the prefix the request itself came by
 * @param allowedOrigins browser origins admitted besides the server's own, for example {@code
 *     https://app.example.com}; {@code *} admits all; default none
 * @param allowDelete whether clients may end their session with DELETE; default true
 * @param maxBodySize largest request body in bytes; default 16 MiB, as in the MCP Java SDK
 * @param maxSessions how many sessions may be open; default 100,000
 * @param maxSessionsPerPrincipal how many sessions one authenticated principal may have open;
 *     default 1,000
 * @param maxCalls how many requests of one session may run at a time; default 1,000
 * @param eventLogSize how many messages each stream keeps for a client that reconnects; default 256
 * @param eventLogBytes how many bytes those messages, and those that wait for a client that is
 *     reading, may have; default 4 MiB; from half of that on senders are made to wait
 * @param keepAliveInterval how long a stream may be silent before a comment is sent; default 15 s
 * @param stallLimit how long a client may read nothing before its connection is given up; default
 *     30 s
 * @param sameUrl whether the MCP and the SSE endpoint each serve both transports, so that a client
 *     can change its transport without changing its URL; default false
 * @param sunset when HTTP+SSE is to end here, told to clients in the {@code Sunset} header; default
 *     null, not decided
 * @param enforceSunset whether HTTP+SSE is answered 410 from then on; default false
 * @param sessionIdleTimeout how long a session without traffic and without an open stream is kept;
 *     default 30 min
 * @param drainTimeout how long calls that run may go on when the server shuts down gracefully;
 *     default 10 s
 * @param askTimeout how long a client may leave a question of the server unanswered; default 1 h
 * @param authorization the access tokens that every request needs; default null, none
 */
public record CompatSettings(
    String mcpEndpoint,
    String sseEndpoint,
    String messageEndpoint,
    boolean httpSse,
    String baseUrl,
    List<String> allowedOrigins,
    boolean allowDelete,
    boolean sameUrl,
    Instant sunset,
    boolean enforceSunset,
    int maxBodySize,
    int maxSessions,
    int maxSessionsPerPrincipal,
    int maxCalls,
    int eventLogSize,
    long eventLogBytes,
    Duration keepAliveInterval,
    Duration stallLimit,
    Duration sessionIdleTimeout,
    Duration drainTimeout,
    Duration askTimeout,
    Authorization authorization) {

  /** Since when HTTP+SSE is deprecated: specification revision 2025-03-26 replaced it. */
  public static final Instant DEPRECATED = Instant.parse("2025-03-26T00:00:00Z");

  public CompatSettings {
    requirePath("mcp-endpoint", mcpEndpoint);
    if (httpSse) {
      requirePath("sse-endpoint", sseEndpoint);
      requirePath("message-endpoint", messageEndpoint);
      if (!sameUrl) {
        requireDistinct("mcp-endpoint", mcpEndpoint, "sse-endpoint", sseEndpoint);
      }
      requireDistinct("mcp-endpoint", mcpEndpoint, "message-endpoint", messageEndpoint);
      requireDistinct("sse-endpoint", sseEndpoint, "message-endpoint", messageEndpoint);
    } else if (sameUrl) {
      throw new IllegalArgumentException("same-url makes no sense without HTTP+SSE");
    }
    if (sunset != null && sunset.isBefore(DEPRECATED)) {
      throw new IllegalArgumentException("sunset must not be before " + DEPRECATED);
    }
    if (enforceSunset && sunset == null) {
      throw new IllegalArgumentException("enforce-sunset needs a sunset date");
    }
    allowedOrigins = List.copyOf(allowedOrigins);
    requirePositive("max-body-size", maxBodySize);
    requirePositive("max-sessions", maxSessions);
    requirePositive("max-sessions-per-principal", maxSessionsPerPrincipal);
    requirePositive("max-calls", maxCalls);
    requirePositive("event-log-size", eventLogSize);
    requirePositive("event-log-bytes", eventLogBytes);
    requirePositive("keep-alive-interval", keepAliveInterval.toMillis());
    requirePositive("stall-limit", stallLimit.toMillis());
    requirePositive("session-idle-timeout", sessionIdleTimeout.toMillis());
    requirePositive("ask-timeout", askTimeout.toMillis());
    if (drainTimeout.isNegative()) {
      throw new IllegalArgumentException("drain-timeout must not be less than 0");
    }
  }

  /** The paths of the endpoints, and of the metadata if there is any; each once. */
  public List<String> paths() {
    Stream<String> endpoints =
        httpSse ? Stream.of(mcpEndpoint, sseEndpoint, messageEndpoint) : Stream.of(mcpEndpoint);
    return Stream.concat(endpoints, metadataPaths().stream()).distinct().toList();
  }

  /** Where clients look for the metadata of the protected resource, if there is one. */
  public List<String> metadataPaths() {
    return authorization == null
        ? List.of()
        : httpSse
            ? authorization.metadataPaths(mcpEndpoint, sseEndpoint)
            : authorization.metadataPaths(mcpEndpoint);
  }

  public static Builder builder() {
    return new Builder();
  }

  private static void requirePath(String name, String value) {
    Objects.requireNonNull(value, () -> name + " is missing");
    if (!value.startsWith("/") || value.length() == 1 || value.contains("?")) {
      throw new IllegalArgumentException(
          name + " must be a path that begins with '/' and is more than that, not '" + value + "'");
    }
  }

  private static void requireDistinct(String name, String value, String other, String taken) {
    if (value.equals(taken)) {
      throw new IllegalArgumentException(
          name + " and " + other + " are both '" + value + "'; give one of them another path");
    }
  }

  private static void requirePositive(String name, long value) {
    if (value <= 0) {
      throw new IllegalArgumentException(name + " must be more than 0, not " + value);
    }
  }

  /** Collects settings; what is not set keeps its default. */
  public static final class Builder {

    private String mcpEndpoint = "/mcp";
    private String sseEndpoint = "/sse";
    private String messageEndpoint = "/mcp/message";
    private boolean httpSse = true;
    private String baseUrl;
    private List<String> allowedOrigins = List.of();
    private boolean allowDelete = true;
    private boolean sameUrl;
    private Instant sunset;
    private boolean enforceSunset;
    private int maxBodySize = 16 << 20;
    private int maxSessions = 100_000;
    private int maxSessionsPerPrincipal = 1_000;
    private int maxCalls = 1_000;
    private int eventLogSize = 256;
    private long eventLogBytes = 4 << 20;
    private Duration keepAliveInterval = Duration.ofSeconds(15);
    private Duration stallLimit = Duration.ofSeconds(30);
    private Duration sessionIdleTimeout = Duration.ofMinutes(30);
    private Duration drainTimeout = Duration.ofSeconds(10);
    private Duration askTimeout = Duration.ofHours(1);
    private Authorization authorization;

    private Builder() {}

    public Builder mcpEndpoint(String path) {
      mcpEndpoint = path;
      return this;
    }

    public Builder sseEndpoint(String path) {
      sseEndpoint = path;
      return this;
    }

    public Builder messageEndpoint(String path) {
      messageEndpoint = path;
      return this;
    }

    public Builder httpSse(boolean served) {
      httpSse = served;
      return this;
    }

    public Builder baseUrl(String url) {
      baseUrl = url;
      return this;
    }

    public Builder allowedOrigins(List<String> origins) {
      allowedOrigins = origins;
      return this;
    }

    public Builder allowDelete(boolean allow) {
      allowDelete = allow;
      return this;
    }

    public Builder sameUrl(boolean same) {
      sameUrl = same;
      return this;
    }

    public Builder sunset(Instant end) {
      sunset = end;
      return this;
    }

    public Builder enforceSunset(boolean enforce) {
      enforceSunset = enforce;
      return this;
    }

    public Builder maxBodySize(int bytes) {
      maxBodySize = bytes;
      return this;
    }

    public Builder maxSessions(int sessions) {
      maxSessions = sessions;
      return this;
    }

    public Builder maxSessionsPerPrincipal(int sessions) {
      maxSessionsPerPrincipal = sessions;
      return this;
    }

    public Builder maxCalls(int calls) {
      maxCalls = calls;
      return this;
    }

    public Builder eventLogSize(int messages) {
      eventLogSize = messages;
      return this;
    }

    public Builder eventLogBytes(long bytes) {
      eventLogBytes = bytes;
      return this;
    }

    public Builder keepAliveInterval(Duration interval) {
      keepAliveInterval = interval;
      return this;
    }

    public Builder stallLimit(Duration limit) {
      stallLimit = limit;
      return this;
    }

    public Builder sessionIdleTimeout(Duration timeout) {
      sessionIdleTimeout = timeout;
      return this;
    }

    public Builder drainTimeout(Duration timeout) {
      drainTimeout = timeout;
      return this;
    }

    public Builder askTimeout(Duration timeout) {
      askTimeout = timeout;
      return this;
    }

    public Builder authorization(Authorization needed) {
      authorization = needed;
      return this;
    }

    /**
     * @throws IllegalArgumentException when a value makes no sense, saying which and why
     */
    public CompatSettings build() {
      return new CompatSettings(
          mcpEndpoint,
          sseEndpoint,
          messageEndpoint,
          httpSse,
          baseUrl,
          allowedOrigins,
          allowDelete,
          sameUrl,
          sunset,
          enforceSunset,
          maxBodySize,
          maxSessions,
          maxSessionsPerPrincipal,
          maxCalls,
          eventLogSize,
          eventLogBytes,
          keepAliveInterval,
          stallLimit,
          sessionIdleTimeout,
          drainTimeout,
          askTimeout,
          authorization);
    }
  }
}
