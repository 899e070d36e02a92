package io.github.mcpmigrate.maven.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Waits for the answer of one request, whether it is a stream or not. */
final class Exchange {

  /** Answers what the server asks meanwhile. */
  interface Replies {
    void send(Map<String, Object> message) throws NoAnswer, InterruptedException;
  }

  private final int id;
  private final String method;
  private final Replies replies;
  private final List<Long> events = new ArrayList<>();

  Exchange(int id, String method, Replies replies) {
    this.id = id;
    this.method = method;
    this.replies = replies;
  }

  List<Long> events() {
    return List.copyOf(events);
  }

  /** The message that answers, in the body of a response that is a stream or is not. */
  Map<String, Object> of(Answer answer, long deadline) throws NoAnswer, InterruptedException {
    if (answer.eventStream()) {
      return of(new EventStream(answer.body()), deadline);
    }
    String text = answer.text(deadline);
    Map<String, Object> message;
    try {
      message = text.isBlank() ? Map.of() : Json.object(Json.read(text));
    } catch (IllegalArgumentException e) {
      message = Map.of();
    }
    if (message.containsKey("result") || message.containsKey("error")) {
      return message;
    }
    throw new NoAnswer(
        NoAnswer.Reason.BROKEN, "%s is answered %s".formatted(method, answer.brief()));
  }

  /** The message that answers, among those of a stream. */
  Map<String, Object> of(EventStream stream, long deadline) throws NoAnswer, InterruptedException {
    while (true) {
      Event event = stream.next(deadline);
      if (event == null) {
        throw stream.ended()
            ? new NoAnswer(
                NoAnswer.Reason.BROKEN, "the stream ended before the answer to " + method)
            : new NoAnswer(NoAnswer.Reason.SILENT, "no answer to " + method + " in time");
      }
      Map<String, Object> message;
      try {
        message = Json.object(Json.read(event.data()));
      } catch (IllegalArgumentException e) {
        throw new NoAnswer(
            NoAnswer.Reason.BROKEN, "an event is not JSON, while waiting for " + method);
      }
      events.add(event.arrived());
      if (Messages.answers(message, id)) {
        return message;
      }
      if (Messages.asks(message)) {
        replies.send(Messages.reply(message));
      }
    }
  }
}
