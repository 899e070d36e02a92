package io.github.mcpmigrate.samples.interop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** An HTTP+SSE session by hand: what goes over the wire, and nothing that a client library adds. */
final class SseSession implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration CONNECT = Duration.ofSeconds(5);

  /** One event of the stream. */
  record Event(String name, String data) {}

  private final HttpClient http;
  private final HttpResponse<Stream<String>> stream;
  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private final Event first;

  private SseSession(HttpClient http, HttpResponse<Stream<String>> stream)
      throws InterruptedException {
    this.http = http;
    this.stream = stream;
    Thread reader = new Thread(this::read, "sse-reader");
    reader.setDaemon(true);
    reader.start();
    first = next(CONNECT);
  }

  /** Opens the stream and waits for its first event. */
  static SseSession open(HttpClient http, URI sse) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(sse).timeout(CONNECT).header("Accept", "text/event-stream").build();
    return new SseSession(http, http.send(request, HttpResponse.BodyHandlers.ofLines()));
  }

  int status() {
    return stream.statusCode();
  }

  String contentType() {
    return stream.headers().firstValue("Content-Type").orElse("");
  }

  /** The first event of the stream. */
  Event first() {
    return first;
  }

  /** POSTs a message to the endpoint of this session. */
  HttpResponse<String> post(String message, Duration atMost)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(stream.uri().resolve(first.data()))
            .timeout(atMost)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(message))
            .build();
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }

  /** The next message of the stream. */
  JsonNode message(Duration atMost) throws IOException, InterruptedException {
    return JSON.readTree(next(atMost).data());
  }

  private Event next(Duration atMost) throws InterruptedException {
    Event event = events.poll(atMost.toMillis(), TimeUnit.MILLISECONDS);
    if (event == null) {
      throw new AssertionError("No event within " + atMost.toMillis() + " ms");
    }
    return event;
  }

  private void read() {
    String name = "message";
    StringBuilder data = new StringBuilder();
    try (Stream<String> lines = stream.body()) {
      for (String line : (Iterable<String>) lines::iterator) {
        if (line.startsWith("event:")) {
          name = line.substring(6).strip();
        } else if (line.startsWith("data:")) {
          data.append(line.substring(5).strip());
        } else if (line.isEmpty() && !data.isEmpty()) {
          events.add(new Event(name, data.toString()));
          name = "message";
          data.setLength(0);
        }
      }
    } catch (UncheckedIOException e) {
      // The stream was cut: whoever waits for an event is told that none came.
      return;
    }
  }

  @Override
  public void close() {
    stream.body().close();
  }
}
