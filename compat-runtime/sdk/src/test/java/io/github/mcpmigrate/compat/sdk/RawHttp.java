package io.github.mcpmigrate.compat.sdk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** HTTP/1.1 on a bare socket: sends exactly what it is given, keeps exactly what comes back. */
final class RawHttp {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final int port;

  RawHttp(int port) {
    this.port = port;
  }

  /**
   * @param fields the header lines as they came
   * @param body without the transfer coding
   */
  record Answer(int status, List<String> fields, byte[] body) {

    List<String> all(String name) {
      return fields.stream()
          .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
          .map(line -> line.substring(name.length() + 1).strip())
          .toList();
    }

    /** The one value of a field, or null; a field given twice fails the test. */
    String field(String name) {
      List<String> values = all(name);
      if (values.size() > 1) {
        throw new AssertionError(name + " is given more than once: " + values);
      }
      return values.isEmpty() ? null : values.get(0);
    }

    String text() {
      return new String(body, StandardCharsets.UTF_8);
    }

    JsonNode json() throws IOException {
      return JSON.readTree(body);
    }
  }

  /**
   * Sends one request and reads its answer to the end of the connection.
   *
   * @param line the request line without the version
   * @param body null for none; its length is declared unless a {@code Transfer-Encoding} or {@code
   *     Content-Length} is among the fields
   * @param fields whole header lines; {@code Host} is added when it is not among them
   */
  Answer send(String line, byte[] body, String... fields) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(10_000);
      OutputStream out = socket.getOutputStream();
      out.write(head(line, body, fields).getBytes(StandardCharsets.ISO_8859_1));
      if (body != null) {
        out.write(body);
      }
      out.flush();
      return parse(line.startsWith("HEAD "), socket.getInputStream().readAllBytes());
    }
  }

  /** POSTs JSON as MCP clients do, with more header lines or other ones of the same name. */
  Answer post(String path, String json, String... fields) throws IOException {
    return send(
        "POST " + path,
        json.getBytes(StandardCharsets.UTF_8),
        Stream.concat(
                Stream.of(
                        "Content-Type: application/json",
                        "Accept: application/json, text/event-stream")
                    .filter(line -> !has(fields, line.substring(0, line.indexOf(':') + 1))),
                Arrays.stream(fields))
            .toArray(String[]::new));
  }

  private String head(String line, byte[] body, String... fields) {
    StringBuilder head = new StringBuilder(line).append(" HTTP/1.1\r\n");
    if (!has(fields, "Host:")) {
      head.append("Host: 127.0.0.1:").append(port).append("\r\n");
    }
    for (String field : fields) {
      head.append(field).append("\r\n");
    }
    if (body != null && !has(fields, "Transfer-Encoding:") && !has(fields, "Content-Length:")) {
      head.append("Content-Length: ").append(body.length).append("\r\n");
    }
    return head.append("Connection: close\r\n\r\n").toString();
  }

  private static boolean has(String[] fields, String name) {
    return Arrays.stream(fields)
        .anyMatch(field -> field.regionMatches(true, 0, name, 0, name.length()));
  }

  private static Answer parse(boolean head, byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    int end = text.indexOf("\r\n\r\n");
    if (end < 0) {
      throw new AssertionError("no HTTP answer but '" + text + "'");
    }
    List<String> lines = new ArrayList<>(Arrays.asList(text.substring(0, end).split("\r\n")));
    int status = Integer.parseInt(lines.remove(0).split(" ")[1]);
    byte[] body = Arrays.copyOfRange(bytes, end + 4, bytes.length);
    Answer whole = new Answer(status, List.copyOf(lines), body);
    boolean chunked = !head && "chunked".equalsIgnoreCase(whole.field("Transfer-Encoding"));
    return chunked ? new Answer(status, whole.fields(), unchunked(body)) : whole;
  }

  private static byte[] unchunked(byte[] body) {
    String text = new String(body, StandardCharsets.ISO_8859_1);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int at = 0;
    while (at < body.length) {
      int line = text.indexOf("\r\n", at);
      int size = Integer.parseInt(text.substring(at, line).strip(), 16);
      out.write(body, line + 2, size);
      at = line + 2 + size + 2;
    }
    return out.toByteArray();
  }
}
