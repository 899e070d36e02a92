package io.github.mcpmigrate.compat.sdk;

import io.github.mcpmigrate.compat.transport.ProtocolVersions;
import io.github.mcpmigrate.compat.usage.LegacyClient;
import io.github.mcpmigrate.compat.webflux.WebFluxDoor;
import io.modelcontextprotocol.server.McpTransportContextExtractor;
import io.modelcontextprotocol.spec.McpStreamableServerSession;
import io.modelcontextprotocol.spec.McpStreamableServerTransportProvider;
import java.util.List;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * Serves one MCP server to HTTP+SSE and to Streamable HTTP clients through a Spring WebFlux router
 * function. It fits where the SDK's {@code WebFluxSseServerTransportProvider} and {@code
 * WebFluxStreamableServerTransportProvider} fit: pass it to {@code McpServer.sync(..)} or {@code
 * McpServer.async(..)} and make {@link #getRouterFunction} a bean.
 */
public final class WebFluxDualTransportProvider implements McpStreamableServerTransportProvider {

  private final DualServer server;
  private final RouterFunction<ServerResponse> router;

  private WebFluxDualTransportProvider(
      DualServer server, McpTransportContextExtractor<ServerRequest> extractor) {
    this.server = server;
    router = WebFluxDoor.router(server.engine(), server.paths(), extractor::extract);
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
    public WebFluxDualTransportProvider build() {
      return new WebFluxDualTransportProvider(server(), extractor());
    }
  }
}
