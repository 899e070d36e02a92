package io.github.mcpmigrate.compat.sdk;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** An event stream on a bare socket, which the client can cut without a word. */
final class CutStream {

  /** One event; {@code data} is empty on the priming event. */
  record Event(String id, String data) {}

  private final Socket socket;
  private final BufferedReader lines;

  private CutStream(Socket socket) throws IOException {
    this.socket = socket;
    lines =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8), 512);
  }

  static CutStream post(int port, String session, String body) throws IOException {
    return open(
        port,
        "POST /mcp HTTP/1.1\r\nMcp-Session-Id: "
            + session
            + "\r\nContent-Type: application/json\r\nContent-Length: "
            + body.length(),
        body);
  }

  static CutStream listen(int port, String session) throws IOException {
    return open(port, "GET /mcp HTTP/1.1\r\nMcp-Session-Id: " + session, "");
  }

  static CutStream resume(int port, String session, String lastEventId) throws IOException {
    return open(
        port,
        "GET /mcp HTTP/1.1\r\nMcp-Session-Id: " + session + "\r\nLast-Event-ID: " + lastEventId,
        "");
  }

  /** The stream of HTTP+SSE. */
  static CutStream sse(int port) throws IOException {
    return open(port, "GET /sse HTTP/1.1", "");
  }

  /** Any request by its head, without the fields that all have. */
  static CutStream open(int port, String head, String body) throws IOException {
    Socket socket = new Socket("127.0.0.1", port);
    socket.setSoTimeout(20_000);
    String request =
        head
            + "\r\nHost: 127.0.0.1:"
            + port
            + "\r\nAccept: application/json, text/event-stream\r\n\r\n"
            + body;
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    CutStream stream = new CutStream(socket);
    stream.readHead();
    return stream;
  }

  /** Only then is it known that the server has taken the request, and in which order. */
  private void readHead() throws IOException {
    String line = lines.readLine();
    if (line == null || !line.startsWith("HTTP/1.1 200")) {
      throw new AssertionError("no stream but " + line);
    }
    while (!line.isEmpty()) {
      line = lines.readLine();
    }
  }

  /** The next event, or null at the end of the stream. */
  Event next() throws IOException {
    String id = null;
    String data = null;
    while (true) {
      String line = lines.readLine();
      if (line == null || line.equals("0")) {
        return null;
      } else if (line.startsWith("id: ")) {
        id = line.substring(4);
      } else if (line.startsWith("data: ")) {
        data = line.substring(6);
      } else if (line.isEmpty() && data != null) {
        return new Event(id, data);
      }
    }
  }

  /** Resets the connection; what the server has sent and is about to send is lost. */
  void cut() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }
}
