package io.github.mcpmigrate.maven.verify;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Queue;

/** Reads events as the HTML standard defines them, those without data left out. */
final class EventStream {

  /** Bytes of one line; what is longer is no event stream that we could judge. */
  private static final int LONGEST = 16 * 1024 * 1024;

  private final Body body;
  private final Queue<Event> ready = new ArrayDeque<>();
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private StringBuilder data;
  private String name = "";
  private boolean afterCarriageReturn;
  private boolean started;
  private boolean ended;

  EventStream(Body body) {
    this.body = body;
  }

  /** Whether the server ended the stream, and all of it was read. */
  boolean ended() {
    return ended && ready.isEmpty();
  }

  /**
   * The next event.
   *
   * @param deadline of {@link System#nanoTime()}
   * @return null if none came in time, or none comes any more
   */
  Event next(long deadline) throws InterruptedException, NoAnswer {
    while (ready.isEmpty() && !ended) {
      Body.Portion portion = body.next(deadline);
      if (portion == null) {
        return null;
      }
      for (byte b : portion.bytes()) {
        take(b, portion.arrived());
      }
      ended = portion.end();
    }
    return ready.poll();
  }

  private void take(byte b, long arrived) throws NoAnswer {
    boolean second = afterCarriageReturn && b == '\n';
    afterCarriageReturn = b == '\r';
    if (second) {
      return;
    }
    if (b != '\n' && b != '\r') {
      if (line.size() == LONGEST) {
        throw new NoAnswer(NoAnswer.Reason.BROKEN, "sent a line of more than 16 MB");
      }
      line.write(b);
      return;
    }
    String text = line.toString(StandardCharsets.UTF_8);
    line.reset();
    if (!started && text.startsWith("\uFEFF")) {
      text = text.substring(1);
    }
    started = true;
    end(text, arrived);
  }

  private void end(String text, long arrived) {
    if (text.isEmpty()) {
      if (data != null && !data.isEmpty()) {
        ready.add(new Event(name.isEmpty() ? "message" : name, data.toString(), arrived));
      }
      data = null;
      name = "";
      return;
    }
    int colon = text.indexOf(':');
    String field = colon < 0 ? text : text.substring(0, colon);
    String value = colon < 0 ? "" : text.substring(colon + 1);
    value = value.startsWith(" ") ? value.substring(1) : value;
    if (field.equals("event")) {
      name = value;
    } else if (field.equals("data")) {
      data = data == null ? new StringBuilder() : data.append('\n');
      data.append(value);
    }
  }
}
