package io.github.mcpmigrate.compat.graft;

import com.fasterxml.jackson.core.type.TypeReference;
import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpServerTransport;
import reactor.core.publisher.Mono;

/**
 * What a session takes for its client's event stream. It has the conversion of every version of the
 * SDK's interface: {@code TypeReference} to 0.12, {@code TypeRef} since.
 */
final class ProviderTransport implements McpServerTransport {

  private final ProviderPeer peer;
  private final SdkMessages mapper;

  ProviderTransport(ProviderPeer peer, SdkMessages mapper) {
    this.peer = peer;
    this.mapper = mapper;
  }

  @Override
  public Mono<Void> sendMessage(JSONRPCMessage message) {
    return Mono.deferContextual(context -> peer.said(mapper.fromSdk(message), context));
  }

  @Override
  public <T> T unmarshalFrom(Object data, TypeRef<T> type) {
    return mapper.convert(data, type);
  }

  /** The same for SDK 0.8 to 0.12. */
  public <T> T unmarshalFrom(Object data, TypeReference<T> type) {
    return mapper.convert(data, type);
  }

  @Override
  public Mono<Void> closeGracefully() {
    return peer.leave();
  }

  /** The provider or the session closes: so does the conversation. */
  @Override
  public void close() {
    peer.lost();
  }
}
