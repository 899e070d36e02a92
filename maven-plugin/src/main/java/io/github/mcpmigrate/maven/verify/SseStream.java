package io.github.mcpmigrate.maven.verify;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * An event stream of HTTP+SSE that has just been opened.
 *
 * @param answer its head
 * @param events what follows the first event
 * @param endpoint data of the first event; null if there was none in time, or another
 * @param millis from the request to the first event
 */
record SseStream(Answer answer, EventStream events, String endpoint, long millis)
    implements AutoCloseable {

  static SseStream open(Http http, URI uri, Map<String, String> headers, Duration patience)
      throws NoAnswer, InterruptedException {
    Answer answer = http.get(uri, headers, patience);
    EventStream events = new EventStream(answer.body());
    boolean page =
        answer.contentType().equals("text/html") || answer.contentType().equals("application/json");
    if (!answer.ok() || page) {
      return new SseStream(answer, events, null, 0);
    }
    try {
      Event first = events.next(System.nanoTime() + patience.toNanos());
      boolean endpoint = first != null && first.name().equals("endpoint");
      long millis = first == null ? 0 : (first.arrived() - answer.asked()) / 1_000_000;
      return new SseStream(answer, events, endpoint ? first.data().trim() : null, millis);
    } catch (NoAnswer | InterruptedException e) {
      answer.close();
      throw e;
    }
  }

  /** Whether it is open and says nothing. */
  boolean silent() {
    return answer.ok() && answer.eventStream() && endpoint == null && !events.ended();
  }

  @Override
  public void close() {
    answer.close();
  }
}
