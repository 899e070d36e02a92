package io.github.mcpmigrate.compat.graft;

import io.github.mcpmigrate.compat.conversation.Backend;
import io.github.mcpmigrate.compat.conversation.Handshake;
import io.github.mcpmigrate.compat.conversation.Peer;
import io.github.mcpmigrate.compat.conversation.ProtocolVersions;
import io.github.mcpmigrate.compat.conversation.RefusedException;
import io.github.mcpmigrate.compat.conversation.Voice;
import io.github.mcpmigrate.compat.json.RpcErrors;
import io.modelcontextprotocol.spec.McpServerSession;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * The server behind an HTTP+SSE provider. Each conversation is one more session of that server, as
 * if its client had come by HTTP+SSE; older SDKs have no other kind.
 */
final class ProviderBackend implements Backend {

  private final ProviderFields fields;
  private final RunningCalls running = new RunningCalls();
  private volatile McpServerSession.Factory factory;
  private volatile CompletionStage<Void> drained;

  ProviderBackend(ProviderFields fields) {
    this.fields = fields;
  }

  /**
   * The server is there. The SDK says so while it builds the server.
   *
   * @return the factory for the provider's own clients
   */
  McpServerSession.Factory serve(McpServerSession.Factory sessions) {
    factory = sessions;
    return stream -> sessions.create(new OldClientTransport(stream, fields.mapper()));
  }

  /**
   * The provider begins to close.
   *
   * @param drain lets the calls that run come to their end
   * @return completes when that is done
   */
  CompletionStage<Void> closing(Supplier<CompletionStage<Void>> drain) {
    // Before it begins: sessions that the provider closes meanwhile are to wait for it.
    CompletableFuture<Void> done = new CompletableFuture<>();
    drained = done;
    drain
        .get()
        .whenComplete(
            (nothing, failure) -> {
              if (failure == null) {
                done.complete(null);
              } else {
                done.completeExceptionally(failure);
              }
            });
    return done;
  }

  /** Null as long as nothing closes. */
  CompletionStage<Void> drained() {
    return drained;
  }

  /**
   * Every sessionful revision: what such a server says is valid in all of them, and each client is
   * answered the one that it asks for.
   */
  @Override
  public List<String> versions() {
    return ProtocolVersions.SESSIONFUL;
  }

  @Override
  public CompletionStage<Peer> connect(Handshake handshake, Voice voice) {
    McpServerSession.Factory sessions = factory;
    if (sessions == null) {
      throw new RefusedException(
          RpcErrors.INTERNAL_ERROR, "No server was built on this transport provider yet");
    }
    running.follow();
    return new ProviderPeer(fields, running, voice, this::drained).open(sessions, handshake);
  }

  void close() {
    running.close();
  }
}
