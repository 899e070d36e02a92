package io.github.mcpmigrate.compat.homes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** A client of Streamable HTTP by hand: the tests have no library of the server's. */
final class StreamableProbe {

  static final String INITIALIZE =
      """
      {"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"%s",\
      "capabilities":{},"clientInfo":{"name":"by hand","version":"1"}}}""";
  static final String INITIALIZED =
      "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}";
  static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";
  static final String ECHO =
      """
      {"jsonrpc":"2.0","id":2,"method":"tools/call",\
      "params":{"name":"echo","arguments":{"text":"hello"}}}""";

  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI url;
  private String session;

  /**
   * @param base of the application, without a slash at the end
   */
  StreamableProbe(String base) {
    url = URI.create(base + "/sse");
  }

  StreamableProbe initialize() throws Exception {
    HttpResponse<String> answer = post(INITIALIZE.formatted("2025-06-18"));
    assertThat(answer.body()).contains("\"protocolVersion\":\"2025-06-18\"");
    session = answer.headers().firstValue("Mcp-Session-Id").orElseThrow();
    assertThat(post(INITIALIZED).statusCode()).isEqualTo(202);
    return this;
  }

  /** Sends one message; the answer is JSON or an event stream as a whole. */
  HttpResponse<String> post(String message) throws Exception {
    return http.send(
        request("application/json, text/event-stream")
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(message))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /** Opens the listening stream. */
  InputStream listen() throws Exception {
    HttpResponse<InputStream> stream =
        http.send(request("text/event-stream").build(), HttpResponse.BodyHandlers.ofInputStream());
    assertThat(stream.statusCode()).isEqualTo(200);
    return stream.body();
  }

  private HttpRequest.Builder request(String accept) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url).timeout(LIMIT).header("Accept", accept);
    if (session != null) {
      request.header("Mcp-Session-Id", session);
    }
    return request;
  }
}
