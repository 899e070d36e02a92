package io.github.mcpmigrate.compat.graft;

import io.github.mcpmigrate.compat.conversation.Backend;
import io.github.mcpmigrate.compat.conversation.Handshake;
import io.github.mcpmigrate.compat.conversation.Peer;
import io.github.mcpmigrate.compat.conversation.RefusedException;
import io.github.mcpmigrate.compat.conversation.Voice;
import io.github.mcpmigrate.compat.json.RpcErrors;
import io.github.mcpmigrate.compat.transport.ProtocolVersions;
import io.modelcontextprotocol.spec.McpServerSession;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * The server behind an HTTP+SSE provider. Each conversation is one more session of that server, as
 * if its client had come by HTTP+SSE; older SDKs have no other kind.
 */
final class ProviderBackend implements Backend {

  private final ProviderFields fields;
  private final RunningCalls running = new RunningCalls();
  private volatile McpServerSession.Factory factory;

  ProviderBackend(ProviderFields fields) {
    this.fields = fields;
  }

  /** The server is there. The SDK says so while it builds the server. */
  void serve(McpServerSession.Factory sessions) {
    factory = sessions;
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
    return new ProviderPeer(fields, running, voice).open(sessions, handshake);
  }

  void close() {
    running.close();
  }
}
