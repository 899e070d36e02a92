package io.github.mcpmigrate.benchmarks.load;

import java.nio.charset.StandardCharsets;

/**
 * Where a server listens, and how a request to it looks.
 *
 * @param port on the loopback address
 * @param path of the Streamable HTTP endpoint, or of the HTTP+SSE event stream
 */
public record Target(int port, String path) {

  private static final String ACCEPT = "Accept: application/json, text/event-stream\r\n";

  /**
   * @param headers further header lines, each with its line end
   */
  static byte[] post(String path, String headers, String body) {
    return ascii(
        "POST "
            + path
            + " HTTP/1.1\r\nHost: 127.0.0.1\r\nUser-Agent: benchmarks/1\r\n"
            + ACCEPT
            + "Content-Type: application/json\r\n"
            + headers
            + "Content-Length: "
            + body.length()
            + "\r\n\r\n"
            + body);
  }

  byte[] get() {
    return ascii(
        "GET "
            + path
            + " HTTP/1.1\r\nHost: 127.0.0.1\r\nUser-Agent: benchmarks/1\r\n"
            + "Accept: text/event-stream\r\n\r\n");
  }

  static String initialize(String version) {
    return """
    {"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"%s",\
    "capabilities":{},"clientInfo":{"name":"benchmarks","version":"1"}}}"""
        .formatted(version);
  }

  static final String INITIALIZED =
      "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}";

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
