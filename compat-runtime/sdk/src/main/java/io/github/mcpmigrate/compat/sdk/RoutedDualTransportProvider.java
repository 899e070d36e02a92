package io.github.mcpmigrate.compat.sdk;

import io.github.mcpmigrate.compat.conversation.ProtocolVersions;
import io.github.mcpmigrate.compat.usage.UsageReport;
import io.modelcontextprotocol.spec.McpStreamableServerSession;
import java.util.List;
import reactor.core.publisher.Mono;

/** What the providers behind a Spring router function have in common. */
abstract non-sealed class RoutedDualTransportProvider implements DualTransportProvider {

  private final DualServer server;

  RoutedDualTransportProvider(DualServer server) {
    this.server = server;
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
}
