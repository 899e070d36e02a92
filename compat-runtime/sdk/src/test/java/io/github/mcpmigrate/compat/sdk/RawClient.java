package io.github.mcpmigrate.compat.sdk;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Speaks HTTP by hand, so that a test sees what is on the wire. */
final class RawClient {

  static final String INITIALIZE =
      """
      {"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"%s",\
      "capabilities":{"roots":{},"sampling":{}},"clientInfo":{"name":"raw","version":"1"}}}""";
  static final String INITIALIZED =
      "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}";

  private final HttpClient http = HttpClient.newHttpClient();
  private final String base;

  RawClient(String base) {
    this.base = base;
  }

  static String call(Object id, String tool, String arguments) {
    return """
    {"jsonrpc":"2.0","id":%s,"method":"tools/call","params":{"name":"%s","arguments":%s,\
    "_meta":{"progressToken":"p%s"}}}"""
        .formatted(id, tool, arguments, id.toString().replace("\"", ""));
  }

  HttpResponse<String> send(String method, String path, String body, String... headers)
      throws IOException, InterruptedException {
    return http.send(request(method, path, body, headers), BodyHandlers.ofString());
  }

  HttpResponse<InputStream> open(String method, String path, String body, String... headers)
      throws IOException, InterruptedException {
    return http.send(request(method, path, body, headers), BodyHandlers.ofInputStream());
  }

  private HttpRequest request(String method, String path, String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(Duration.ofSeconds(20))
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    request.setHeader("Accept", "application/json, text/event-stream");
    if (body != null) {
      request.setHeader("Content-Type", "application/json");
    }
    for (int i = 0; i < headers.length; i += 2) {
      request.setHeader(headers[i], headers[i + 1]);
    }
    return request.build();
  }

  /** A Streamable HTTP session: initialized, with its id. */
  String streamable(String version) throws IOException, InterruptedException {
    HttpResponse<String> response = send("POST", "/mcp", INITIALIZE.formatted(version));
    String id = response.headers().firstValue("Mcp-Session-Id").orElseThrow();
    send("POST", "/mcp", INITIALIZED, "Mcp-Session-Id", id);
    return id;
  }

  /** An HTTP+SSE session: its stream open, the endpoint event read. */
  HttpSse httpSse() throws IOException, InterruptedException {
    HttpResponse<InputStream> response = open("GET", "/sse", null);
    EventStream stream = new EventStream(response.body());
    EventStream.Event endpoint = stream.next();
    if (!"endpoint".equals(endpoint.name())) {
      throw new AssertionError("the first event is " + endpoint);
    }
    return new HttpSse(this, stream, endpoint.data());
  }

  record HttpSse(RawClient client, EventStream stream, String endpoint) implements AutoCloseable {

    HttpResponse<String> post(String body) throws IOException, InterruptedException {
      return client.send("POST", endpoint, body);
    }

    HttpSse initialize(String version) throws IOException, InterruptedException {
      post(INITIALIZE.formatted(version));
      stream.next("\"protocolVersion\":\"" + version + "\"");
      post(INITIALIZED);
      return this;
    }

    @Override
    public void close() throws IOException {
      stream.close();
    }
  }
}
