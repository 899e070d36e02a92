package io.github.mcpmigrate.benchmarks.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** One HTTP/1.1 connection: a request, then its response, whose body is told piece by piece. */
final class HttpConnection {

  /** Takes a response. */
  interface Listener {

    /** Status line and headers. */
    void head(Head head);

    /** A piece of the body; the array is only good during the call. */
    void data(byte[] bytes, int offset, int length);

    /** The response is complete. */
    void end();
  }

  /** The head of a response. */
  record Head(int status, String text) {

    /** A header's value, or null. */
    String header(String name) {
      String wanted = "\r\n" + name.toLowerCase(Locale.ROOT) + ":";
      int at = text.toLowerCase(Locale.ROOT).indexOf(wanted);
      if (at < 0) {
        return null;
      }
      int from = at + wanted.length();
      int to = text.indexOf("\r\n", from);
      return text.substring(from, to < 0 ? text.length() : to).strip();
    }
  }

  private enum State {
    HEAD,
    LENGTH,
    CHUNK_SIZE,
    CHUNK,
    CHUNK_END,
    TRAILER
  }

  private static final ByteBuffer READ = ByteBuffer.allocateDirect(65_536);

  private final SocketChannel channel;
  private final Listener listener;
  private byte[] buffer = new byte[512];
  private int from;
  private int to;
  private State state = State.HEAD;
  private long left;

  HttpConnection(SocketChannel channel, Listener listener) {
    this.channel = channel;
    this.listener = listener;
  }

  /** Sends a whole request. Requests are small, so the socket takes them at once. */
  void send(byte[] request) {
    try {
      ByteBuffer out = ByteBuffer.wrap(request);
      while (out.hasRemaining()) {
        channel.write(out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void close() throws IOException {
    channel.close();
  }

  void readable() {
    try {
      READ.clear();
      int read = channel.read(READ);
      if (read < 0) {
        channel.close();
        throw new IllegalStateException("The server closed a connection");
      }
      READ.flip();
      append(read);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    boolean more = true;
    while (more) {
      more = step();
    }
    if (from == to) {
      from = 0;
      to = 0;
    }
  }

  private void append(int length) {
    if (to + length > buffer.length) {
      byte[] larger = buffer;
      if (to - from + length > buffer.length) {
        larger = new byte[Math.max(2 * buffer.length, to - from + length)];
      }
      System.arraycopy(buffer, from, larger, 0, to - from);
      buffer = larger;
      to -= from;
      from = 0;
    }
    READ.get(buffer, to, length);
    to += length;
  }

  /** Returns whether there may be more to do with what has been read. */
  private boolean step() {
    return switch (state) {
      case HEAD -> head();
      case LENGTH, CHUNK -> body();
      case CHUNK_SIZE -> chunkSize();
      case CHUNK_END -> skipLine(State.CHUNK_SIZE);
      case TRAILER -> {
        boolean whole = skipLine(State.HEAD);
        if (whole) {
          listener.end();
        }
        yield whole;
      }
    };
  }

  private boolean head() {
    int end = -1;
    for (int i = from; i + 3 < to; i++) {
      if (buffer[i] == '\r' && buffer[i + 2] == '\r' && buffer[i + 3] == '\n') {
        end = i;
        break;
      }
    }
    if (end < 0) {
      return false;
    }
    String text = new String(buffer, from, end - from, StandardCharsets.ISO_8859_1);
    from = end + 4;
    Head head = new Head(Integer.parseInt(text, 9, 12, 10), text);
    String length = head.header("content-length");
    if (length != null) {
      left = Long.parseLong(length);
      state = State.LENGTH;
    } else if (head.header("transfer-encoding") != null) {
      state = State.CHUNK_SIZE;
    } else {
      left = 0;
      state = State.LENGTH;
    }
    listener.head(head);
    if (state == State.LENGTH && left == 0) {
      state = State.HEAD;
      listener.end();
    }
    return true;
  }

  private boolean body() {
    int length = (int) Math.min(left, to - from);
    if (length == 0) {
      return false;
    }
    int start = from;
    from += length;
    left -= length;
    State was = state;
    if (left == 0) {
      state = was == State.CHUNK ? State.CHUNK_END : State.HEAD;
    }
    listener.data(buffer, start, length);
    if (left == 0 && was == State.LENGTH) {
      listener.end();
    }
    return true;
  }

  private boolean chunkSize() {
    int end = lineEnd();
    if (end < 0) {
      return false;
    }
    left = Long.parseLong(ascii(end).split(";")[0].strip(), 16);
    from = end + 2;
    state = left == 0 ? State.TRAILER : State.CHUNK;
    return true;
  }

  private boolean skipLine(State next) {
    int end = lineEnd();
    if (end < 0) {
      return false;
    }
    from = end + 2;
    state = next;
    return true;
  }

  private String ascii(int end) {
    return new String(Arrays.copyOfRange(buffer, from, end), StandardCharsets.US_ASCII);
  }

  private int lineEnd() {
    for (int i = from; i + 1 < to; i++) {
      if (buffer[i] == '\r' && buffer[i + 1] == '\n') {
        return i;
      }
    }
    return -1;
  }

  @Override
  public String toString() {
    return state
        + " "
        + left
        + " '"
        + new String(buffer, from, to - from, StandardCharsets.UTF_8)
        + "'";
  }
}
