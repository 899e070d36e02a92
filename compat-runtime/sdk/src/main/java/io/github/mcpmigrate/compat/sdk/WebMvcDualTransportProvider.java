package io.github.mcpmigrate.compat.sdk;

import io.github.mcpmigrate.compat.servlet.WebMvcDoor;
import io.github.mcpmigrate.compat.transport.ProtocolVersions;
import io.github.mcpmigrate.compat.usage.LegacyClient;
import io.modelcontextprotocol.server.McpTransportContextExtractor;
import io.modelcontextprotocol.spec.McpStreamableServerSession;
import io.modelcontextprotocol.spec.McpStreamableServerTransportProvider;
import java.util.List;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * Serves one MCP server to HTTP+SSE and to Streamable HTTP clients through a Spring WebMvc router
 * function. It fits where the SDK's {@code WebMvcSseServerTransportProvider} and {@code
 * WebMvcStreamableServerTransportProvider} fit: pass it to {@code McpServer.sync(..)} or {@code
 * McpServer.async(..)} and make {@link #getRouterFunction} a bean.
 */
public final class WebMvcDualTransportProvider implements McpStreamableServerTransportProvider {

  private final DualServer server;
  private final RouterFunction<ServerResponse> router;

  private WebMvcDualTransportProvider(
      DualServer server, McpTransportContextExtractor<ServerRequest> extractor) {
    this.server = server;
    router = WebMvcDoor.router(server.engine(), server.paths(), extractor::extract);
  }

  public static Builder builder() {
    return new Builder();
  }

  /** Routes all methods of the three endpoints. */
  public RouterFunction<ServerResponse> getRouterFunction() {
    return router;
  }

  @Override
  public void setSessionFactory(McpStreamableServerSession.Factory sessionFactory) {
    server.serve(sessionFactory);
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
    return server.notifyClients(method, params);
  }

  /**
   * Sends a notification to one client. Overrides what SDK lines from 1.1 on declare.
   *
   * @param sessionId as {@code McpSyncServerExchange.sessionId()} gives it
   */
  public Mono<Void> notifyClient(String sessionId, String method, Object params) {
    return server.notifyClient(sessionId, method, params);
  }

  /** Who has used HTTP+SSE since the start, the most recent first. */
  public List<LegacyClient> legacyClients() {
    return server.engine().legacyClients();
  }

  @Override
  public Mono<Void> closeGracefully() {
    return server.closeGracefully();
  }

  @Override
  public void close() {
    server.engine().close();
  }

  /** Sets the options of the provider. */
  public static final class Builder extends DualTransportBuilder<ServerRequest, Builder> {

    private Builder() {}

    @Override
    protected Builder self() {
      return this;
    }

    /**
     * @throws IllegalArgumentException when an option makes no sense, saying which and why
     */
    public WebMvcDualTransportProvider build() {
      return new WebMvcDualTransportProvider(server(), extractor());
    }
  }
}
