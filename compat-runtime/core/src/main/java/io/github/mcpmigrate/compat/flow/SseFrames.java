package io.github.mcpmigrate.compat.flow;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Frames of the {@code text/event-stream} format (WHATWG HTML, section 9.2), in the one form that
 * every released MCP client reads.
 */
public final class SseFrames {

  private static final byte[] KEEP_ALIVE = {':', '\n'};
  private static final byte[] ID = ascii("id: ");
  private static final byte[] MESSAGE = ascii("event: message\ndata: ");
  private static final byte[] END = ascii("\n\n");

  private SseFrames() {}

  /**
   * A comment line. No blank line follows it: Java SDK clients before 2.1.0 ask for one line too
   * few after each blank line that ends nothing, and stall after some 250 of them.
   */
  public static byte[] keepAlive() {
    return KEEP_ALIVE.clone();
  }

  /** The first event of an HTTP+SSE stream: where to POST. */
  public static byte[] endpoint(String uri) {
    return ascii("event: endpoint\ndata: " + uri + "\n\n");
  }

  /**
   * An event that only tells its id, for the client to resume from. The space behind {@code data:}
   * makes the Java SDK's reader take the line for one.
   */
  public static byte[] priming(String id) {
    return ascii("id: " + id + "\ndata: \n\n");
  }

  /**
   * Tells the client after which time to come back. Java SDK clients before 2.1.0 take nothing that
   * follows on the stream for an event, so it must be the last thing on it.
   */
  public static byte[] retry(Duration delay) {
    return ascii("retry: " + delay.toMillis() + "\n\n");
  }

  /**
   * A JSON-RPC message.
   *
   * @param id the event's id, or null for none
   * @param json the message; line breaks in it (which JSON only has between tokens) become spaces,
   *     because readers of single {@code data:} lines exist
   */
  public static byte[] message(String id, byte[] json) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(json.length + 64);
    if (id != null) {
      out.writeBytes(ID);
      out.writeBytes(ascii(id));
      out.write('\n');
    }
    out.writeBytes(MESSAGE);
    int from = 0;
    for (int i = 0; i < json.length; i++) {
      if (json[i] == '\n' || json[i] == '\r') {
        out.write(json, from, i - from);
        out.write(' ');
        from = i + 1;
      }
    }
    out.write(json, from, json.length - from);
    out.writeBytes(END);
    return out.toByteArray();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
