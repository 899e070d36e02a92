package io.github.mcpmigrate.compat.sdk;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Reads {@code text/event-stream} strictly as it is written, on a thread of its own. */
final class EventStream implements AutoCloseable {

  /** One event; {@code id} and {@code name} null when absent. The end of the stream is END. */
  record Event(String id, String name, String data) {}

  static final Event END = new Event(null, "(end of stream)", "");

  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private final InputStream in;
  private volatile int comments;

  EventStream(InputStream in) {
    this.in = in;
    Thread reader = new Thread(this::read, "event-stream-reader");
    reader.setDaemon(true);
    reader.start();
  }

  private void read() {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      String id = null;
      String name = null;
      String data = null;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(":")) {
          comments++;
        } else if (line.startsWith("id: ")) {
          id = line.substring(4);
        } else if (line.startsWith("event: ")) {
          name = line.substring(7);
        } else if (line.startsWith("data: ")) {
          data = line.substring(6);
        } else if (line.isEmpty()) {
          events.add(new Event(id, name, data));
          id = null;
          name = null;
          data = null;
        } else {
          events.add(new Event(null, "(unexpected line)", line));
        }
      }
    } catch (IOException e) {
      events.add(new Event(null, "(cut off)", e + " because of " + e.getCause()));
      return;
    }
    events.add(END);
  }

  /** The next event; fails the test when none comes in time. */
  Event next() throws InterruptedException {
    Event event = events.poll(10, TimeUnit.SECONDS);
    if (event == null) {
      throw new AssertionError("no event within 10 s");
    }
    return event;
  }

  /** The next event's data, which must be a message containing the text. */
  String next(String expected) throws InterruptedException {
    Event event = next();
    if (!"message".equals(event.name()) || !event.data().contains(expected)) {
      throw new AssertionError("expected a message with " + expected + ", got " + event);
    }
    return event.data();
  }

  boolean silent() {
    return events.isEmpty();
  }

  int comments() {
    return comments;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
