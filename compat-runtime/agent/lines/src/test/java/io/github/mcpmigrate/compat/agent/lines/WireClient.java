package io.github.mcpmigrate.compat.agent.lines;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Streamable HTTP by hand, for what a well-behaved client does not do. */
final class WireClient {

  private static final Duration LIMIT = Duration.ofSeconds(60);

  private static final String SESSION = "Mcp-Session-Id";
  private static final String INITIALIZE =
      """
      {"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"%s",\
      "capabilities":{},"clientInfo":{"name":"by hand","version":"1"}}}""";

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI url;

  WireClient(String url) {
    this.url = URI.create(url);
  }

  HttpResponse<String> initialize(String version) {
    return post(INITIALIZE.formatted(version), null).join();
  }

  /** Initializes, and never says that it is ready. */
  String session() {
    return initialize("2025-06-18").headers().firstValue(SESSION).orElseThrow();
  }

  CompletableFuture<HttpResponse<String>> list(String session) {
    return post("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}", session);
  }

  CompletableFuture<HttpResponse<String>> call(String session, int id, String tool, String text) {
    return post(
        """
        {"jsonrpc":"2.0","id":%d,"method":"tools/call",\
        "params":{"name":"%s","arguments":{"text":"%s"}}}"""
            .formatted(id, tool, text),
        session);
  }

  private CompletableFuture<HttpResponse<String>> post(String body, String session) {
    HttpRequest.Builder request = message(url, body);
    return send(session == null ? request : request.header(SESSION, session));
  }

  private static HttpRequest.Builder message(URI to, String body) {
    return HttpRequest.newBuilder(to)
        .header("Content-Type", "application/json")
        .header("Accept", "application/json, text/event-stream")
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  /** The listening stream; complete when the server ends it. */
  CompletableFuture<HttpResponse<String>> listen(String session) {
    return send(request(session).header("Accept", "text/event-stream"));
  }

  /** A client of HTTP+SSE that is ready to be told of what happens. */
  HttpSseStream httpSse() throws IOException, InterruptedException {
    HttpSseStream stream =
        new HttpSseStream(
            http.send(
                    request(null).header("Accept", "text/event-stream").build(),
                    HttpResponse.BodyHandlers.ofInputStream())
                .body());
    URI messages = url.resolve(stream.next());
    send(message(messages, INITIALIZE.formatted("2024-11-05"))).join();
    stream.next();
    send(message(messages, "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}"))
        .join();
    return stream;
  }

  HttpResponse<String> delete(String session) {
    return send(request(session).DELETE()).join();
  }

  private HttpRequest.Builder request(String session) {
    HttpRequest.Builder request = HttpRequest.newBuilder(url);
    return session == null ? request : request.header(SESSION, session);
  }

  private CompletableFuture<HttpResponse<String>> send(HttpRequest.Builder request) {
    return http.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString())
        .orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS);
  }

  /** The messages of one method in a stream. */
  static List<String> messages(String stream, String method) {
    return stream.lines().filter(line -> line.contains('"' + method + '"')).toList();
  }
}
