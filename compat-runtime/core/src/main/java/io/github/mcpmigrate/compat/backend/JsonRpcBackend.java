package io.github.mcpmigrate.compat.backend;

import io.github.mcpmigrate.compat.conversation.Backend;
import io.github.mcpmigrate.compat.conversation.Handshake;
import io.github.mcpmigrate.compat.conversation.Peer;
import io.github.mcpmigrate.compat.conversation.ProtocolVersions;
import io.github.mcpmigrate.compat.conversation.Voice;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** A server that was written by hand, behind the engine. */
public final class JsonRpcBackend implements Backend {

  /** A server that has not answered {@code initialize} by then is given up. */
  private static final Duration OPENING_LIMIT = Duration.ofSeconds(60);

  private final JsonRpcHandler handler;
  private final Executor executor;

  /**
   * @param executor runs the handler, for each message anew; {@code Runnable::run} for the thread
   *     of the HTTP request. It stays its owner's to close, and bounds how much runs and waits;
   *     what it rejects is answered an error
   */
  public JsonRpcBackend(JsonRpcHandler handler, Executor executor) {
    this.handler = Objects.requireNonNull(handler, "handler");
    this.executor = Objects.requireNonNull(executor, "executor");
  }

  /**
   * Every sessionful revision: what such a server says is valid in all of them, and each client is
   * answered the one that it asks for. The server is asked for that one, too; many answer always
   * the same, which was no more than the name of their transport.
   */
  @Override
  public List<String> versions() {
    return ProtocolVersions.SESSIONFUL;
  }

  @Override
  public CompletionStage<Peer> connect(Handshake handshake, Voice voice) {
    return new JsonRpcPeer(handler, executor, voice, handshake.version())
        .open(handshake, OPENING_LIMIT);
  }
}
