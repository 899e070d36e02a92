package io.github.mcpmigrate.compat.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which web pages may talk to a server on the loopback address. */
class OriginTest {

  private TestServer server;
  private int port;

  @BeforeEach
  void start() throws Exception {
    server =
        TestServer.start(Door.TOMCAT, options -> options.allowedOrigins("https://app.example.com"));
    port = server.port();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    // A foreign name that was made to point here: DNS rebinding.
    "evil.example:%d, http://evil.example:%d, 403",
    "localhost:%d, http://evil.example, 403",
    "127.0.0.1:%d, http://localhost.evil.example, 403",
    "127.0.0.1:%d, null, 403",
    "127.0.0.1:%d, http://, 403",
    // The server's own pages, and tools on this machine.
    "localhost:%d, http://localhost:%d, 200",
    "127.0.0.1:%d, http://localhost:6274, 200",
    "localhost:%d, http://[::1]:6274, 200",
    // Behind a reverse proxy on this machine, under a public name.
    "mcp.example.org, https://mcp.example.org, 200",
    "mcp.example.org, https://other.example.org, 403",
    "mcp.example.org, https://mcp.example.org:8443, 403",
    "mcp.example.org, https://mcp.example.org.evil.example, 403",
    "mcp.example.org, https://evil-mcp.example.org, 403",
    "mcp.example.org, https://MCP.Example.org:443, 200",
    // Allowed by configuration.
    "mcp.example.org, HTTPS://APP.example.com:443, 200",
    "mcp.example.org, http://app.example.com, 403",
    "mcp.example.org, https://app.example.com:8443, 403",
    "mcp.example.org, https://app.example.com, 200",
    // No web page at all.
    "mcp.example.org, , 200"
  })
  @WireRow({
    "COMMON-14",
    "COMMON-15",
    "COMMON-16",
    "COMMON-17",
    "COMMON-18",
    "COMMON-19",
    "COMMON-20",
    "D-61"
  })
  void admits(String host, String origin, int status) throws Exception {
    for (String request :
        new String[] {
          "GET /sse HTTP/1.1\r\nAccept: text/event-stream",
          "OPTIONS /mcp HTTP/1.1\r\nAccess-Control-Request-Method: POST",
          "DELETE /mcp HTTP/1.1"
        }) {
      int expected =
          status == 403
              ? 403
              : request.startsWith("GET") ? 200 : request.startsWith("OPTIONS") ? 204 : 400;
      assertThat(status(request, host, origin)).as(request).isEqualTo(expected);
    }
  }

  @Test
  void aPreflightNamesWhatBrowsersMaySendAndRead() throws Exception {
    String head =
        head(
            "OPTIONS /mcp HTTP/1.1\r\nAccess-Control-Request-Method: POST",
            "localhost:" + port,
            "http://localhost:6274");
    assertThat(head)
        .contains("Access-Control-Allow-Origin: http://localhost:6274")
        .contains("Access-Control-Allow-Methods: GET, POST, DELETE, OPTIONS")
        .contains("Mcp-Session-Id, MCP-Protocol-Version, Last-Event-ID")
        .contains("Access-Control-Expose-Headers: Mcp-Session-Id")
        .contains("Vary: Origin");
  }

  private int status(String request, String host, String origin) throws Exception {
    return Integer.parseInt(head(request, host, origin).split(" ")[1]);
  }

  private String head(String request, String host, String origin) throws Exception {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(10_000);
      String head =
          request
              + "\r\nHost: "
              + host.replace("%d", "" + port)
              + (origin == null ? "" : "\r\nOrigin: " + origin.replace("%d", "" + port))
              + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      BufferedReader reader =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      StringBuilder lines = new StringBuilder();
      for (String line = reader.readLine();
          line != null && !line.isEmpty();
          line = reader.readLine()) {
        lines.append(line).append('\n');
      }
      return lines.toString();
    }
  }
}
