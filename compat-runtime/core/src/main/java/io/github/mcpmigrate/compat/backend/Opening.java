package io.github.mcpmigrate.compat.backend;

import io.github.mcpmigrate.compat.conversation.Peer;
import io.github.mcpmigrate.compat.conversation.RefusedException;
import io.github.mcpmigrate.compat.json.Envelope;
import io.github.mcpmigrate.compat.json.Json;
import io.github.mcpmigrate.compat.json.RequestId;
import io.github.mcpmigrate.compat.json.RpcErrors;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** The server's answer to {@code initialize}. */
final class Opening {

  private final String version;
  private final CompletableFuture<Peer> opened = new CompletableFuture<>();
  private volatile Json result;

  /**
   * @param version the one that the client is answered
   */
  Opening(String version) {
    this.version = version;
  }

  /**
   * @param limit after which the server is given up
   */
  CompletionStage<Peer> within(Duration limit) {
    return opened.orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** The server's {@code InitializeResult}, or null as long as there is none. */
  Json result() {
    return result;
  }

  void answered(Envelope answer, Peer peer) {
    Json payload = answer.payload();
    if (answer.kind() == Envelope.Kind.ERROR) {
      opened.completeExceptionally(refusal(payload));
    } else if (!payload.isObject()) {
      opened.completeExceptionally(
          new RefusedException(
              RpcErrors.INTERNAL_ERROR, "The server's answer to initialize is no object"));
    } else {
      result = payload.with("protocolVersion", Json.string(version));
      opened.complete(peer);
    }
  }

  private static RefusedException refusal(Json error) {
    Json message = error.member("message");
    Json code = error.member("code");
    String text = message == null ? null : message.text();
    RequestId number = code == null ? null : RequestId.read(ServerMessages.whole(code));
    return new RefusedException(
        number == null || number.string() || number.text().length() > 9
            ? RpcErrors.INTERNAL_ERROR
            : Integer.parseInt(number.text()),
        text == null ? "The server refused to be initialized" : text);
  }
}
