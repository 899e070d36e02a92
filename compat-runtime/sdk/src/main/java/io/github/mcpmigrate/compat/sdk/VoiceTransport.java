package io.github.mcpmigrate.compat.sdk;

import io.github.mcpmigrate.compat.conversation.Ask;
import io.github.mcpmigrate.compat.conversation.Voice;
import io.github.mcpmigrate.compat.json.Envelope;
import io.github.mcpmigrate.compat.json.RequestId;
import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpStreamableServerTransport;
import reactor.core.publisher.Mono;

/**
 * What the SDK takes for a session's listening stream. Each method only makes a lazy {@code Mono}:
 * the SDK calls some of them before the moment it means.
 */
final class VoiceTransport implements McpStreamableServerTransport {

  private final Voice voice;
  private final SdkJson json;

  VoiceTransport(Voice voice, SdkJson json) {
    this.voice = voice;
    this.json = json;
  }

  @Override
  public Mono<Void> sendMessage(McpSchema.JSONRPCMessage message, String ignoredMessageId) {
    return sendMessage(message);
  }

  @Override
  public Mono<Void> sendMessage(McpSchema.JSONRPCMessage message) {
    return Mono.defer(
        () -> {
          if (message instanceof McpSchema.JSONRPCRequest request) {
            voice.ask(ask(request, json));
          } else if (message instanceof McpSchema.JSONRPCNotification notification) {
            voice.notice(notification(notification, json));
          }
          return SlowReader.room(voice.room());
        });
  }

  static Ask ask(McpSchema.JSONRPCRequest request, SdkJson json) {
    return new Ask(
        RequestId.of(String.valueOf(request.id())),
        request.method(),
        json.writeOrNull(request.params()));
  }

  static Envelope notification(McpSchema.JSONRPCNotification notification, SdkJson json) {
    return Envelope.notification(notification.method(), json.writeOrNull(notification.params()));
  }

  @Override
  public <T> T unmarshalFrom(Object data, TypeRef<T> type) {
    return json.convert(data, type);
  }

  @Override
  public Mono<Void> closeGracefully() {
    return Mono.empty();
  }
}
