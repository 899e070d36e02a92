package io.github.mcpmigrate.benchmarks.load;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** An event stream that stays open: cuts what comes into events. */
final class EventStream implements HttpConnection.Listener {

  private final Consumer<String> events;
  private final ByteArrayOutputStream event = new ByteArrayOutputStream(128);
  private boolean lineEmpty = true;

  /** A comment ends with its line and may stand right before an event. */
  private boolean comment;

  /**
   * @param events takes the text of each event, field names and all
   */
  EventStream(Consumer<String> events) {
    this.events = events;
  }

  @Override
  public void head(HttpConnection.Head head) {
    McpClient.require(head.status() == 200, head.text());
  }

  @Override
  public void data(byte[] bytes, int offset, int length) {
    for (int i = offset; i < offset + length; i++) {
      byte next = bytes[i];
      if (comment) {
        comment = next != '\n';
      } else if (next == ':' && lineEmpty) {
        comment = true;
      } else if (next == '\n' && lineEmpty) {
        String text = event.toString(StandardCharsets.UTF_8);
        event.reset();
        if (!text.isEmpty()) {
          events.accept(text);
        }
      } else if (next != '\r') {
        event.write(next);
        lineEmpty = next == '\n';
      }
    }
  }

  @Override
  public void end() {
    throw new IllegalStateException("The server ended an event stream");
  }
}
