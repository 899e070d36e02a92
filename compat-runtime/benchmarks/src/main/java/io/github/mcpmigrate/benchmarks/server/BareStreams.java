package io.github.mcpmigrate.benchmarks.server;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The least that HTTP+SSE takes: open event streams, each with a number, which stands in the query
 * of what is POSTed to it. Written to by the thread that answers, which waits for a slow reader.
 */
final class BareStreams {

  private static final byte[] BEFORE = "event: message\ndata: ".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] AFTER = "\n\n".getBytes(StandardCharsets.US_ASCII);

  private final Map<String, ServletOutputStream> streams = new ConcurrentHashMap<>();
  private final AtomicInteger numbers = new AtomicInteger();

  void open(HttpServletRequest request, HttpServletResponse response) throws IOException {
    AsyncContext async = request.startAsync();
    async.setTimeout(0);
    response.setContentType("text/event-stream");
    String number = Integer.toString(numbers.incrementAndGet());
    ServletOutputStream stream = response.getOutputStream();
    streams.put(number, stream);
    stream.print("event: endpoint\ndata: /mcp?" + number + "\n\n");
    stream.flush();
  }

  /** The stream that a request's answer belongs on, or null when it belongs on none. */
  ServletOutputStream stream(HttpServletRequest request) {
    String number = request.getQueryString();
    return number == null ? null : streams.get(number);
  }

  void write(ServletOutputStream stream, byte[] json) throws IOException {
    synchronized (stream) {
      stream.write(BEFORE);
      stream.write(json);
      stream.write(AFTER);
      stream.flush();
    }
  }
}
