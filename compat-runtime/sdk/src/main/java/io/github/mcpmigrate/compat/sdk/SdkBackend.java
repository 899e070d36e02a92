package io.github.mcpmigrate.compat.sdk;

import io.github.mcpmigrate.compat.conversation.Backend;
import io.github.mcpmigrate.compat.conversation.Handshake;
import io.github.mcpmigrate.compat.conversation.Peer;
import io.github.mcpmigrate.compat.conversation.ProtocolVersions;
import io.github.mcpmigrate.compat.conversation.RefusedException;
import io.github.mcpmigrate.compat.conversation.Voice;
import io.github.mcpmigrate.compat.json.Envelope;
import io.github.mcpmigrate.compat.json.Json;
import io.github.mcpmigrate.compat.json.RpcErrors;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpStreamableServerSession;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An MCP server of the Java SDK in this process. Each conversation is a streamable session of the
 * SDK, whatever transport its client uses, so there is one server with one registry.
 */
final class SdkBackend implements Backend {

  private final SdkJson json;
  private final Map<String, SdkPeer> peers = new ConcurrentHashMap<>();
  private volatile McpStreamableServerSession.Factory factory;

  /** What the server answered to {@code initialize} last, which is nearly always the same. */
  private volatile Json lastResult;

  SdkBackend(McpJsonMapper mapper) {
    json = new SdkJson(mapper);
  }

  /** The server is there. The SDK calls this while it builds the server. */
  void serve(McpStreamableServerSession.Factory sessions) {
    factory = sessions;
  }

  /** Whether a server was built on this provider. */
  boolean hasServer() {
    return factory != null;
  }

  @Override
  public List<String> versions() {
    return ProtocolVersions.SESSIONFUL;
  }

  @Override
  public CompletionStage<Peer> connect(Handshake handshake, Voice voice) {
    McpStreamableServerSession.Factory sessions = factory;
    if (sessions == null) {
      throw new RefusedException(
          RpcErrors.INTERNAL_ERROR, "No server was built on this transport provider yet");
    }
    McpSchema.InitializeRequest request;
    try {
      request = json.read(handshake.params(), McpSchema.InitializeRequest.class);
    } catch (IOException | IllegalArgumentException e) {
      throw new RefusedException(RpcErrors.INVALID_PARAMS, "The initialize params are not valid");
    }
    CompletableFuture<Peer> connected = new CompletableFuture<>();
    McpStreamableServerSession.McpStreamableServerSessionInit init = sessions.startSession(request);
    init.initResult()
        .contextWrite(
            reactor ->
                RequestContext.in(reactor, handshake.caller(), SdkPeer.context(handshake.caller())))
        .subscribe(
            result -> connected.complete(open(init.session(), result, voice)),
            failure -> connected.completeExceptionally(refusal(failure)),
            () ->
                connected.completeExceptionally(
                    new IllegalStateException("The server gave no InitializeResult")));
    return connected;
  }

  private Peer open(
      McpStreamableServerSession session, McpSchema.InitializeResult result, Voice voice) {
    SdkPeer peer = new SdkPeer(session, shared(json.write(result)), json, voice, this::forget);
    peers.put(session.getId(), peer);
    // The SDK drops what it wants to say unasked as long as nobody listens; our lane keeps it.
    session.listeningStream(new VoiceTransport(voice, json));
    return peer;
  }

  /** One copy for all sessions. */
  private Json shared(Json result) {
    Json last = lastResult;
    if (result.equals(last)) {
      return last;
    }
    lastResult = result;
    return result;
  }

  private static RuntimeException refusal(Throwable failure) {
    if (failure instanceof McpError error && error.getJsonRpcError() != null) {
      return new RefusedException(
          error.getJsonRpcError().code(), error.getJsonRpcError().message());
    }
    return new IllegalStateException("The server failed to initialize", failure);
  }

  private void forget(SdkPeer peer) {
    peers.remove(peer.sessionId(), peer);
  }

  /** Sends a notification to every client, whatever its transport. */
  void notifyClients(String method, Object params) {
    if (peers.isEmpty()) {
      return;
    }
    Envelope notification = Envelope.notification(method, json.writeOrNull(params));
    peers.values().forEach(peer -> peer.voice().notice(notification));
  }

  /** Sends a notification to the client of one SDK session; to nobody when it is not there. */
  void notifyClient(String sessionId, String method, Object params) {
    SdkPeer peer = peers.get(sessionId);
    if (peer != null) {
      peer.voice().notice(Envelope.notification(method, json.writeOrNull(params)));
    }
  }
}
