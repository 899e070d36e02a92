package io.github.mcpmigrate.compat.sdk;

import io.github.mcpmigrate.compat.engine.Engine;
import io.github.mcpmigrate.compat.servlet.EngineServlet;
import io.github.mcpmigrate.compat.settings.CompatSettings;
import io.github.mcpmigrate.compat.transport.ProtocolVersions;
import io.github.mcpmigrate.compat.usage.LegacyClient;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.server.McpTransportContextExtractor;
import io.modelcontextprotocol.spec.McpStreamableServerSession;
import io.modelcontextprotocol.spec.McpStreamableServerTransportProvider;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import reactor.core.publisher.Mono;

/**
 * A servlet that serves one MCP server to HTTP+SSE and to Streamable HTTP clients. It fits where
 * the SDK's {@code HttpServletSseServerTransportProvider} and {@code
 * HttpServletStreamableServerTransportProvider} fit: pass it to {@code McpServer.sync(..)} or
 * {@code McpServer.async(..)} and register it in the container, with async support, under a mapping
 * that covers its three endpoints.
 */
@WebServlet(asyncSupported = true)
public final class HttpServletDualTransportProvider extends EngineServlet
    implements McpStreamableServerTransportProvider {

  private static final long serialVersionUID = 1;

  private final transient SdkBackend backend;

  private HttpServletDualTransportProvider(
      SdkBackend backend,
      Engine engine,
      McpTransportContextExtractor<HttpServletRequest> extractor) {
    super(engine, extractor::extract);
    this.backend = backend;
  }

  public static Builder builder() {
    return new Builder();
  }

  @Override
  public void setSessionFactory(McpStreamableServerSession.Factory sessionFactory) {
    backend.serve(sessionFactory);
  }

  /**
   * Every sessionful revision, whichever of them an SDK line's own transports list: each client is
   * answered the one it asks for.
   */
  @Override
  public List<String> protocolVersions() {
    return ProtocolVersions.SESSIONFUL;
  }

  @Override
  public Mono<Void> notifyClients(String method, Object params) {
    return Mono.fromRunnable(() -> backend.notifyClients(method, params));
  }

  /**
   * Sends a notification to one client. Overrides what SDK lines from 1.1 on declare.
   *
   * @param sessionId as {@code McpSyncServerExchange.sessionId()} gives it
   */
  public Mono<Void> notifyClient(String sessionId, String method, Object params) {
    return Mono.fromRunnable(() -> backend.notifyClient(sessionId, method, params));
  }

  /** Who has used HTTP+SSE since the start, the most recent first. */
  public List<LegacyClient> legacyClients() {
    return engine().legacyClients();
  }

  @Override
  public Mono<Void> closeGracefully() {
    return Mono.fromRunnable(engine()::close);
  }

  @Override
  public void close() {
    engine().close();
  }

  /** Sets options by the names that the SDK's own builders use. */
  public static final class Builder {

    private final CompatSettings.Builder settings = CompatSettings.builder();
    private McpJsonMapper jsonMapper;
    private McpTransportContextExtractor<HttpServletRequest> contextExtractor =
        request -> McpTransportContext.EMPTY;

    private Builder() {}

    /** Reads and writes the SDK's types; default is the mapper that the SDK finds. */
    public Builder jsonMapper(McpJsonMapper mapper) {
      jsonMapper = Objects.requireNonNull(mapper, "jsonMapper");
      return this;
    }

    /** What stands before the message endpoint in the {@code endpoint} event of HTTP+SSE. */
    public Builder baseUrl(String baseUrl) {
      settings.baseUrl(Objects.requireNonNull(baseUrl, "baseUrl"));
      return this;
    }

    /** Path of the HTTP+SSE event stream; default {@code /sse}. */
    public Builder sseEndpoint(String path) {
      settings.sseEndpoint(path);
      return this;
    }

    /** Path that HTTP+SSE clients POST to; default {@code /mcp/message}. */
    public Builder messageEndpoint(String path) {
      settings.messageEndpoint(path);
      return this;
    }

    /** Path of Streamable HTTP; default {@code /mcp}. */
    public Builder mcpEndpoint(String path) {
      settings.mcpEndpoint(path);
      return this;
    }

    /** How long a stream may be silent before a comment is sent; default 15 s. */
    public Builder keepAliveInterval(Duration interval) {
      settings.keepAliveInterval(Objects.requireNonNull(interval, "keepAliveInterval"));
      return this;
    }

    /** Makes the context that handlers see as {@code exchange.transportContext()}. */
    public Builder contextExtractor(McpTransportContextExtractor<HttpServletRequest> extractor) {
      contextExtractor = Objects.requireNonNull(extractor, "contextExtractor");
      return this;
    }

    /** Whether DELETE is refused; default false. */
    public Builder disallowDelete(boolean disallow) {
      settings.allowDelete(!disallow);
      return this;
    }

    /** Largest request body in bytes; default 16 MiB. */
    public Builder maxRequestSize(int bytes) {
      settings.maxBodySize(bytes);
      return this;
    }

    /** Browser origins admitted besides the server's own; {@code *} admits all; default none. */
    public Builder allowedOrigins(String... origins) {
      settings.allowedOrigins(List.of(origins));
      return this;
    }

    /** How long a session without traffic and without an open stream is kept; default 30 min. */
    public Builder sessionIdleTimeout(Duration timeout) {
      settings.sessionIdleTimeout(Objects.requireNonNull(timeout, "sessionIdleTimeout"));
      return this;
    }

    /** How many sessions may be open; default 100,000. */
    public Builder maxSessions(int sessions) {
      settings.maxSessions(sessions);
      return this;
    }

    /** How many messages each stream keeps for a client that reconnects; default 256. */
    public Builder eventLogSize(int messages) {
      settings.eventLogSize(messages);
      return this;
    }

    /**
     * Whether the MCP and the SSE endpoint each serve both transports, so that a client can change
     * its transport without changing its URL; default false.
     */
    public Builder sameUrl(boolean same) {
      settings.sameUrl(same);
      return this;
    }

    /** When HTTP+SSE is to end here, told to its clients; default not decided. */
    public Builder sunset(Instant end) {
      settings.sunset(end);
      return this;
    }

    /** Whether HTTP+SSE is answered 410 from the sunset on; default false. */
    public Builder enforceSunset(boolean enforce) {
      settings.enforceSunset(enforce);
      return this;
    }

    /**
     * @throws IllegalArgumentException when an option makes no sense, saying which and why
     */
    public HttpServletDualTransportProvider build() {
      CompatSettings built = settings.build();
      SdkBackend backend =
          new SdkBackend(jsonMapper == null ? McpJsonDefaults.getMapper() : jsonMapper);
      return new HttpServletDualTransportProvider(
          backend, new Engine(built, backend), contextExtractor);
    }
  }
}
