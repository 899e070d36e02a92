package io.github.mcpmigrate.maven.verify;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server at {@code /app/sse}, {@code /app/mcp} and {@code /app/modern} that does everything right
 * but for the mistakes it is given.
 */
final class SmallServer implements AutoCloseable {

  static final String SECRET = "s3cret-of-the-test";

  private static final String END = "end";
  private static final String SESSION = "Mcp-Session-Id";

  private final EnumSet<Mistake> mistakes = EnumSet.noneOf(Mistake.class);
  private final HttpServer http;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, BlockingQueue<String>> streams = new ConcurrentHashMap<>();
  private final Set<String> sessions = ConcurrentHashMap.newKeySet();
  private final Set<String> ended = ConcurrentHashMap.newKeySet();
  private final AtomicInteger withoutSecret = new AtomicInteger();

  SmallServer(Mistake... mistakes) throws IOException {
    this.mistakes.addAll(java.util.List.of(mistakes));
    http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    http.createContext("/", this::serve);
    http.setExecutor(threads);
    http.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + http.getAddress().getPort() + "/app");
  }

  /** Sessions of Streamable HTTP that nobody has ended. */
  int sessions() {
    return sessions.size();
  }

  /** Streams of HTTP+SSE that are open. */
  int streams() {
    return streams.size();
  }

  /** Requests that came without the secret header. */
  int withoutSecret() {
    return withoutSecret.get();
  }

  /** Ends the streams whose clients are gone: the JDK's server only notices when it writes. */
  void flush() {
    streams.values().forEach(queue -> queue.add(": still there\n\n"));
  }

  private boolean has(Mistake mistake) {
    return mistakes.contains(mistake);
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      if (!("Bearer " + SECRET).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
        withoutSecret.incrementAndGet();
      }
      Map<String, Object> message = body.isEmpty() ? Map.of() : Json.object(Json.read(body));
      switch (exchange.getRequestURI().getPath()) {
        case "/app/sse" -> sse(exchange);
        case "/app/message" -> message(exchange, message);
        case "/app/mcp" -> mcp(exchange, message);
        case "/app/modern" -> modern(exchange, message);
        default -> answer(exchange, 404, "text/plain", "");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean refused(HttpExchange exchange, Mistake unless) throws IOException {
    String origin = exchange.getRequestHeaders().getFirst("Origin");
    if (origin == null || origin.startsWith("http://localhost") || has(unless)) {
      return false;
    }
    answer(exchange, 403, "text/plain", "");
    return true;
  }

  private void sse(HttpExchange exchange) throws IOException, InterruptedException {
    if (refused(exchange, Mistake.SSE_TAKES_ANY_ORIGIN)) {
      return;
    }
    if (!exchange.getRequestMethod().equals("GET")) {
      if (!has(Mistake.SSE_405_WITHOUT_ALLOW)) {
        exchange.getResponseHeaders().set("Allow", "GET");
      }
      int status =
          has(Mistake.SSE_ANSWERS_POST_WITH_500)
              ? 500
              : has(Mistake.SSE_ANSWERS_POST_WITH_404) ? 404 : 405;
      answer(exchange, status, "text/plain", "");
      return;
    }
    String id = UUID.randomUUID().toString();
    BlockingQueue<String> queue = new LinkedBlockingQueue<>();
    streams.put(id, queue);
    try {
      if (has(Mistake.HEAD_HELD_BACK)) {
        queue.poll(10, TimeUnit.SECONDS);
        return;
      }
      OutputStream out =
          stream(
              exchange,
              has(Mistake.SSE_AS_PLAIN_TEXT) ? "text/plain" : "text/event-stream",
              Mistake.SSE_COMPRESSED);
      String path = has(Mistake.ENDPOINT_WITHOUT_PREFIX) ? "/message" : "/app/message";
      path = has(Mistake.ENDPOINT_NOT_THERE) ? "/nowhere" : path;
      path = has(Mistake.ENDPOINT_OF_OTHER_HOST) ? "http://internal.invalid:81" + path : path;
      if (!has(Mistake.FIRST_EVENT_HELD_BACK)) {
        write(out, "event: endpoint\ndata: " + path + "?sessionId=" + id + "\n\n");
      }
      for (String next; !(next = queue.take()).equals(END); ) {
        write(out, next);
      }
    } finally {
      streams.remove(id);
    }
  }

  private void message(HttpExchange exchange, Map<String, Object> message)
      throws IOException, InterruptedException {
    String id = exchange.getRequestURI().getQuery().substring("sessionId=".length());
    BlockingQueue<String> queue = streams.get(id);
    boolean known = queue != null || has(Mistake.SSE_TAKES_ANY_SESSION);
    answer(exchange, known ? 202 : 404, "text/plain", "");
    if (queue != null && message.containsKey("id")) {
      Map<String, Object> answer = SmallTools.answer(message, EnumSet.noneOf(Mistake.class));
      work(message, has(Mistake.TOOL_REPORTS_AT_ITS_END), answer, queue::add);
    }
  }

  private void mcp(HttpExchange exchange, Map<String, Object> message)
      throws IOException, InterruptedException {
    if (refused(exchange, Mistake.MCP_TAKES_ANY_ORIGIN)) {
      return;
    }
    if (exchange.getRequestHeaders().containsKey("Origin")) {
      exchange
          .getResponseHeaders()
          .set("Access-Control-Allow-Origin", exchange.getRequestHeaders().getFirst("Origin"));
      if (!has(Mistake.SESSION_NOT_EXPOSED)) {
        exchange.getResponseHeaders().set("Access-Control-Expose-Headers", "mcp-session-id, Link");
      }
    }
    String session = exchange.getRequestHeaders().getFirst(SESSION);
    if (session == null && exchange.getRequestMethod().equals("GET")) {
      exchange.getResponseHeaders().set("Allow", "POST, DELETE");
      answer(exchange, has(Mistake.MCP_ANSWERS_GET_WITH_404) ? 404 : 405, "text/plain", "");
    } else if ("initialize".equals(message.get("method"))) {
      String id = UUID.randomUUID().toString();
      sessions.add(id);
      exchange.getResponseHeaders().set(SESSION, id);
      String type = has(Mistake.MCP_AS_PLAIN_TEXT) ? "text/plain" : "application/json";
      answer(exchange, 200, type, Json.write(SmallTools.answer(message, mistakes), false));
    } else if (session == null && !has(Mistake.SESSION_MAY_BE_MISSING)) {
      answer(exchange, 400, "text/plain", "");
    } else if (session != null
        && !sessions.contains(session)
        && (ended.contains(session) || !has(Mistake.SESSION_MAY_BE_UNKNOWN))) {
      answer(exchange, 404, "text/plain", "");
    } else {
      inSession(exchange, message, session);
    }
  }

  private void inSession(HttpExchange exchange, Map<String, Object> message, String session)
      throws IOException, InterruptedException {
    String version = exchange.getRequestHeaders().getFirst("MCP-Protocol-Version");
    switch (exchange.getRequestMethod()) {
      case "GET" -> answer(exchange, has(Mistake.NO_STREAM_BUT_404) ? 404 : 405, "text/plain", "");
      case "DELETE" -> {
        if (!has(Mistake.DELETE_DOES_NOTHING) && !has(Mistake.DELETE_NOT_ALLOWED)) {
          sessions.remove(session);
          ended.add(session);
        }
        answer(exchange, has(Mistake.DELETE_NOT_ALLOWED) ? 405 : 200, "text/plain", "");
      }
      default -> {
        if (version != null
            && !version.equals("2025-11-25")
            && !has(Mistake.ANY_PROTOCOL_VERSION)) {
          answer(exchange, 400, "text/plain", "");
        } else if (!message.containsKey("id")) {
          answer(exchange, 202, "text/plain", "");
        } else {
          respond(exchange, message);
        }
      }
    }
  }

  private void respond(HttpExchange exchange, Map<String, Object> message)
      throws IOException, InterruptedException {
    OutputStream out = stream(exchange, "text/event-stream", Mistake.ANSWERS_COMPRESSED);
    boolean together = has(Mistake.PROGRESS_HELD_BACK) || has(Mistake.TOOL_REPORTS_AT_ITS_END);
    work(message, together, SmallTools.answer(message, mistakes), text -> write(out, text));
  }

  private interface Sink {
    void take(String events) throws IOException;
  }

  /** What is tested is time itself: a tool that works a while between its reports. */
  private static void work(
      Map<String, Object> message, boolean together, Map<String, Object> answer, Sink sink)
      throws IOException, InterruptedException {
    StringBuilder held = new StringBuilder();
    for (Map<String, Object> each : progress(message)) {
      held.append(event(each));
      TimeUnit.MILLISECONDS.sleep(60);
      if (!together) {
        sink.take(held.toString());
        held.setLength(0);
      }
    }
    sink.take(held + event(answer));
  }

  private void modern(HttpExchange exchange, Map<String, Object> message)
      throws IOException, InterruptedException {
    if (refused(exchange, Mistake.STATELESS_TAKES_ANY_ORIGIN)) {
      return;
    }
    String version = exchange.getRequestHeaders().getFirst("MCP-Protocol-Version");
    String method = exchange.getRequestHeaders().getFirst("Mcp-Method");
    if (!exchange.getRequestMethod().equals("POST")) {
      exchange.getResponseHeaders().set("Allow", "POST");
      answer(exchange, 405, "text/plain", "");
    } else if (!Messages.STATELESS.equals(version) && !has(Mistake.ANY_REVISION)) {
      error(exchange, 400, message, Messages.UNSUPPORTED_VERSION);
    } else if (!message.get("method").equals(method) && !has(Mistake.ANY_METHOD_HEADER)) {
      error(exchange, 400, message, Messages.HEADER_MISMATCH);
    } else if (method.equals("subscriptions/listen")) {
      OutputStream out = stream(exchange, "text/event-stream", Mistake.LISTEN_COMPRESSED);
      if (has(Mistake.ACKNOWLEDGEMENT_HELD_BACK)) {
        TimeUnit.MILLISECONDS.sleep(1500);
      }
      write(
          out,
          event(Map.of("jsonrpc", "2.0", "method", "notifications/subscriptions/acknowledged")));
    } else {
      answer(
          exchange,
          200,
          "application/json",
          Json.write(SmallTools.answer(message, mistakes), false));
    }
  }

  private void error(HttpExchange exchange, int status, Map<String, Object> message, int code)
      throws IOException {
    Map<String, Object> error =
        Map.of("jsonrpc", "2.0", "id", message.get("id"), "error", Map.of("code", code));
    answer(exchange, status, "application/json", Json.write(error, false));
  }

  private static java.util.List<Map<String, Object>> progress(Map<String, Object> message) {
    return "tools/call".equals(message.get("method")) ? SmallTools.progress() : java.util.List.of();
  }

  private static String event(Map<String, Object> message) {
    return "data: " + Json.write(message, false) + "\n\n";
  }

  private OutputStream stream(HttpExchange exchange, String type, Mistake compressed)
      throws IOException {
    boolean accepted = exchange.getRequestHeaders().containsKey("Accept-Encoding");
    if (has(compressed) && accepted) {
      exchange.getResponseHeaders().set("Content-Encoding", "gzip");
    }
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(200, 0);
    OutputStream out = exchange.getResponseBody();
    out.flush();
    return out;
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private static void answer(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    streams.values().forEach(queue -> queue.add(END));
    http.stop(0);
    threads.shutdownNow();
  }
}
