package io.github.mcpmigrate.samples.everything.provider;

import io.github.mcpmigrate.samples.everything.feature.Subscriptions;
import io.modelcontextprotocol.spec.McpSession;
import io.modelcontextprotocol.spec.McpStreamableServerSession;
import io.modelcontextprotocol.spec.McpStreamableServerTransportProvider;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * A provider whose sessions are made known to {@link Subscriptions}; all else is the provider's.
 */
final class StreamableSessions implements McpStreamableServerTransportProvider {

  private final McpStreamableServerTransportProvider provider;
  private final Subscriptions subscriptions = new Subscriptions();

  StreamableSessions(McpStreamableServerTransportProvider provider) {
    this.provider = provider;
  }

  @Override
  public void setSessionFactory(McpStreamableServerSession.Factory factory) {
    provider.setSessionFactory(
        request -> {
          var init = factory.startSession(request);
          subscriptions.add(init.session());
          return init;
        });
  }

  @Override
  public Mono<Void> notifyClients(String method, Object params) {
    return provider.notifyClients(method, params);
  }

  /** Overrides a method that the interface has from SDK 1.1 on. */
  public Mono<Void> notifyClient(String sessionId, String method, Object params) {
    McpSession session = subscriptions.session(sessionId);
    return session == null ? Mono.empty() : session.sendNotification(method, params);
  }

  @Override
  public List<String> protocolVersions() {
    return provider.protocolVersions();
  }

  @Override
  public Mono<Void> closeGracefully() {
    return provider.closeGracefully();
  }

  @Override
  public void close() {
    provider.close();
  }
}
