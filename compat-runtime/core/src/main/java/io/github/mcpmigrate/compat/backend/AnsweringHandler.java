package io.github.mcpmigrate.compat.backend;

import io.github.mcpmigrate.compat.json.Envelope;
import io.github.mcpmigrate.compat.json.RpcErrors;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Sends what a dispatch method returns. */
final class AnsweringHandler implements JsonRpcHandler {

  private final SessionDispatch dispatch;

  AnsweringHandler(SessionDispatch dispatch) {
    this.dispatch = Objects.requireNonNull(dispatch, "dispatch");
  }

  @Override
  public void handle(String message, JsonRpcClient client) throws Exception {
    String answer = dispatch.answer(message, client.sessionId());
    if (answer != null && !answer.isBlank()) {
      client.send(answer);
      return;
    }
    Envelope unanswered = ServerMessages.read(message).get(0);
    if (unanswered.kind() == Envelope.Kind.REQUEST) {
      Envelope error =
          Envelope.error(unanswered.id(), RpcErrors.INTERNAL_ERROR, "The server gave no answer");
      client.send(new String(error.toBytes(), StandardCharsets.UTF_8));
    }
  }
}
