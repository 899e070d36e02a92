package io.github.mcpmigrate.compat.sdk;

import io.github.mcpmigrate.compat.authorization.Authorization;
import io.github.mcpmigrate.compat.authorization.ProtectedResource;
import io.github.mcpmigrate.compat.authorization.TokenVerifier;
import io.github.mcpmigrate.compat.settings.CompatSettings;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.server.McpTransportContextExtractor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * The options that all dual providers have, by the names that the SDK's own builders use.
 *
 * @param <R> the web stack's request, from which a context can be extracted
 * @param <B> the builder itself
 */
public abstract class DualTransportBuilder<R, B extends DualTransportBuilder<R, B>> {

  private final CompatSettings.Builder settings = CompatSettings.builder();
  private McpJsonMapper jsonMapper;
  private McpTransportContextExtractor<R> contextExtractor = request -> McpTransportContext.EMPTY;

  DualTransportBuilder() {}

  /** Reads and writes the SDK's types; default is the mapper that the SDK finds. */
  public B jsonMapper(McpJsonMapper mapper) {
    jsonMapper = Objects.requireNonNull(mapper, "jsonMapper");
    return self();
  }

  /** What stands before the message endpoint in the {@code endpoint} event of HTTP+SSE. */
  public B baseUrl(String baseUrl) {
    settings.baseUrl(Objects.requireNonNull(baseUrl, "baseUrl"));
    return self();
  }

  /** Path of the HTTP+SSE event stream; default {@code /sse}. */
  public B sseEndpoint(String path) {
    settings.sseEndpoint(path);
    return self();
  }

  /** Path that HTTP+SSE clients POST to; default {@code /mcp/message}. */
  public B messageEndpoint(String path) {
    settings.messageEndpoint(path);
    return self();
  }

  /** Path of Streamable HTTP; default {@code /mcp}. */
  public B mcpEndpoint(String path) {
    settings.mcpEndpoint(path);
    return self();
  }

  /** How long a stream may be silent before a comment is sent; default 15 s. */
  public B keepAliveInterval(Duration interval) {
    settings.keepAliveInterval(Objects.requireNonNull(interval, "keepAliveInterval"));
    return self();
  }

  /** Makes the context that handlers see as {@code exchange.transportContext()}. */
  public B contextExtractor(McpTransportContextExtractor<R> extractor) {
    contextExtractor = Objects.requireNonNull(extractor, "contextExtractor");
    return self();
  }

  /** Whether DELETE is refused; default false. */
  public B disallowDelete(boolean disallow) {
    settings.allowDelete(!disallow);
    return self();
  }

  /** Largest request body in bytes; default 16 MiB. */
  public B maxRequestSize(int bytes) {
    settings.maxBodySize(bytes);
    return self();
  }

  /** Browser origins admitted besides the server's own; {@code *} admits all; default none. */
  public B allowedOrigins(String... origins) {
    settings.allowedOrigins(List.of(origins));
    return self();
  }

  /** How long a session without traffic and without an open stream is kept; default 30 min. */
  public B sessionIdleTimeout(Duration timeout) {
    settings.sessionIdleTimeout(Objects.requireNonNull(timeout, "sessionIdleTimeout"));
    return self();
  }

  /** How many sessions may be open; default 100,000. */
  public B maxSessions(int sessions) {
    settings.maxSessions(sessions);
    return self();
  }

  /** How many sessions one authenticated principal may have open; default 1,000. */
  public B maxSessionsPerPrincipal(int sessions) {
    settings.maxSessionsPerPrincipal(sessions);
    return self();
  }

  /** How many requests of one session may run at a time; default 1,000. */
  public B maxCalls(int calls) {
    settings.maxCalls(calls);
    return self();
  }

  /** How long running calls may go on when the server shuts down gracefully; default 10 s. */
  public B drainTimeout(Duration timeout) {
    settings.drainTimeout(Objects.requireNonNull(timeout, "drainTimeout"));
    return self();
  }

  /**
   * How long a client may leave a question of the server (sampling, elicitation, roots) unanswered
   * until it is cancelled; default 1 h. The SDK's {@code requestTimeout} may be shorter.
   */
  public B askTimeout(Duration timeout) {
    settings.askTimeout(Objects.requireNonNull(timeout, "askTimeout"));
    return self();
  }

  /** How many messages each stream keeps for a client that reconnects; default 256. */
  public B eventLogSize(int messages) {
    settings.eventLogSize(messages);
    return self();
  }

  /**
   * Whether the MCP and the SSE endpoint each serve both transports, so that a client can change
   * its transport without changing its URL; default false.
   */
  public B sameUrl(boolean same) {
    settings.sameUrl(same);
    return self();
  }

  /** When HTTP+SSE is to end here, told to its clients; default not decided. */
  public B sunset(Instant end) {
    settings.sunset(end);
    return self();
  }

  /** Whether HTTP+SSE is answered 410 from the sunset on; default false. */
  public B enforceSunset(boolean enforce) {
    settings.enforceSunset(enforce);
    return self();
  }

  /**
   * Every request needs an access token for this resource, whose metadata is served below {@code
   * /.well-known/oauth-protected-resource}; default none.
   */
  public B authorization(ProtectedResource resource, TokenVerifier verifier) {
    return authorization(new Authorization(resource, verifier));
  }

  B authorization(Authorization authorization) {
    settings.authorization(authorization);
    return self();
  }

  /** How long a client may read nothing before its connection is given up. */
  B stallLimit(Duration limit) {
    settings.stallLimit(limit);
    return self();
  }

  /** This builder, as what it is. */
  protected abstract B self();

  McpTransportContextExtractor<R> extractor() {
    return contextExtractor;
  }

  /**
   * @throws IllegalArgumentException when an option makes no sense, saying which and why
   */
  DualServer server() {
    return new DualServer(
        settings.build(), jsonMapper == null ? McpJsonDefaults.getMapper() : jsonMapper);
  }
}
