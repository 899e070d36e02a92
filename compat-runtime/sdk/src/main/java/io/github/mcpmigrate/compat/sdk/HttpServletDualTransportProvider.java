package io.github.mcpmigrate.compat.sdk;

import io.github.mcpmigrate.compat.conversation.ProtocolVersions;
import io.github.mcpmigrate.compat.servlet.EngineServlet;
import io.github.mcpmigrate.compat.usage.UsageReport;
import io.modelcontextprotocol.server.McpTransportContextExtractor;
import io.modelcontextprotocol.spec.McpStreamableServerSession;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
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
    implements DualTransportProvider {

  private static final long serialVersionUID = 1;

  private final transient DualServer server;

  private HttpServletDualTransportProvider(
      DualServer server, McpTransportContextExtractor<HttpServletRequest> extractor) {
    super(server.engine(), extractor::extract);
    this.server = server;
  }

  public static Builder builder() {
    return new Builder();
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

  @Override
  public UsageReport usage() {
    return server.engine().usage();
  }

  @Override
  public boolean isServing() {
    return server.isServing();
  }

  /**
   * Lets the calls that run come to their end, up to the drain timeout, while everything new is
   * answered 503; then closes.
   */
  @Override
  public Mono<Void> closeGracefully() {
    return server.closeGracefully();
  }

  /** Closes at once; calls that run are answered with an error. */
  @Override
  public void close() {
    server.engine().close();
  }

  /** Sets the options of the provider. */
  public static final class Builder extends DualTransportBuilder<HttpServletRequest, Builder> {

    private Builder() {}

    @Override
    protected Builder self() {
      return this;
    }

    /**
     * @throws IllegalArgumentException when an option makes no sense, saying which and why
     */
    public HttpServletDualTransportProvider build() {
      return new HttpServletDualTransportProvider(server(), extractor());
    }
  }
}
