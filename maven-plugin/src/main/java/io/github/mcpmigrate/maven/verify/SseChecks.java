package io.github.mcpmigrate.maven.verify;

import java.net.URI;
import java.util.Map;
import java.util.UUID;

/** The mistakes that HTTP+SSE servers and the proxies before them make. */
final class SseChecks {

  /** Milliseconds that an event may be on its way that is sent at once. */
  private static final long SOON = 2000;

  private static final int NOT_FOUND = 404;

  private final Http http;
  private final Look look;
  private final Endpoint endpoint;

  SseChecks(Http http, Look look) {
    this.http = http;
    this.look = look;
    endpoint = new Endpoint(Kind.HTTP_SSE, look.uri());
  }

  void run(Rows rows) throws InterruptedException {
    try (SseStream stream = SseStream.open(http, endpoint.uri(), Map.of(), http.timeout())) {
      rows.run("endpoint-event", endpoint, () -> endpointEvent(stream));
      rows.run("first-event", endpoint, () -> firstEvent(stream));
      rows.run("content-type", endpoint, () -> contentType(stream.answer()));
      rows.run("unknown-session", endpoint, () -> unknownSession(stream));
      rows.run("wrong-method", endpoint, () -> wrongMethod());
    } catch (NoAnswer e) {
      rows.add(
          "first-event",
          endpoint.toString(),
          Finding.fail("the stream opens once and not again: " + e.getMessage(), BUFFERING));
    }
    rows.run("compression", endpoint, this::compression);
    rows.run("origin", endpoint, this::origin);
  }

  static final String BUFFERING =
      "Switch response buffering off in the proxy (nginx: proxy_buffering off; or let the server send"
          + " X-Accel-Buffering: no).";

  private Finding endpointEvent(SseStream stream) throws NoAnswer, InterruptedException {
    URI messages;
    try {
      messages = SsePeer.messages(endpoint.uri(), stream);
    } catch (NoAnswer e) {
      return Finding.fail(
          e.getMessage() + ": clients refuse it",
          "Name the message endpoint by its path only, as /mcp/message, with the prefix that clients"
              + " see.");
    }
    int status = post(messages);
    if (status >= 200 && status < 300) {
      return Finding.pass("names %s, which takes messages".formatted(Urls.path(messages)));
    }
    String evidence = "names %s, which answers %d".formatted(Urls.path(messages), status);
    String prefix = Urls.parent(endpoint.uri());
    while (!prefix.isEmpty()) {
      URI within = messages.resolve(prefix + messages.getRawPath() + query(messages));
      int there = post(within);
      if (there >= 200 && there < 300) {
        return Finding.fail(
            evidence + ", while " + Urls.path(within) + " takes messages",
            "Tell the server the prefix %s that clients see (MCP Java SDK: baseUrl(\"%s\")), or let the proxy keep it."
                .formatted(prefix, prefix));
      }
      prefix = prefix.substring(0, prefix.lastIndexOf('/'));
    }
    return Finding.fail(
        evidence,
        "Let the proxy pass the message endpoint on, to the same node, or name the right one in the endpoint event.");
  }

  private static String query(URI uri) {
    return uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
  }

  private int post(URI messages) throws NoAnswer, InterruptedException {
    try (Answer answer = http.post(messages, Map.of(), Messages.initialize(1))) {
      answer.text(http.deadline());
      return answer.status();
    }
  }

  private Finding firstEvent(SseStream stream) {
    String evidence = "the endpoint event came after " + stream.millis() + " ms";
    return stream.millis() <= SOON ? Finding.pass(evidence) : Finding.warn(evidence, BUFFERING);
  }

  private static Finding contentType(Answer answer) {
    return answer.eventStream()
        ? Finding.pass("text/event-stream")
        : Finding.fail(
            "the stream's Content-Type is '" + answer.contentType() + "'",
            "Send Content-Type: text/event-stream; clients refuse a stream under another name.");
  }

  /** One that does not exist, in the form of one that does. */
  private Finding unknownSession(SseStream stream) throws NoAnswer, InterruptedException {
    URI messages;
    try {
      messages = SsePeer.messages(endpoint.uri(), stream);
    } catch (NoAnswer e) {
      return Finding.notApplicable("there is no usable message endpoint");
    }
    String query = messages.getRawQuery();
    if (query == null || !query.contains("=")) {
      return Finding.notApplicable("the message endpoint has no session in its query");
    }
    String other = query.replaceFirst("=[^&]*", "=" + UUID.randomUUID());
    int status = post(messages.resolve(messages.getRawPath() + "?" + other));
    String evidence = "a message to an unknown session is answered " + status;
    String repair = "Answer 404 where the session is unknown, so that clients connect again.";
    if (status == NOT_FOUND) {
      return Finding.pass(evidence);
    }
    return status < 300 ? Finding.fail(evidence, repair) : Finding.warn(evidence, repair);
  }

  private Finding wrongMethod() {
    if (look.speaks(Kind.STREAMABLE) || look.speaks(Kind.STATELESS)) {
      return Finding.notApplicable("POST is served here, too");
    }
    Look.Said post = look.post();
    boolean fallsBack = post.status() == 400 || post.status() == NOT_FOUND || post.status() == 405;
    return fallsBack
        ? StreamChecks.methodRefused("POST", post, "GET")
        : Finding.fail(
            "POST is answered " + post.words() + ": clients that try Streamable HTTP first give up",
            "Answer 405 with Allow: GET; clients fall back to HTTP+SSE on 400, 404 and 405 only.");
  }

  private Finding compression() throws NoAnswer, InterruptedException {
    try (Answer answer = http.get(endpoint.uri(), StreamChecks.PACKED)) {
      return StreamChecks.uncompressed(answer);
    }
  }

  private Finding origin() throws NoAnswer, InterruptedException {
    try (Answer answer = http.get(endpoint.uri(), Map.of("Origin", StreamChecks.FOREIGN))) {
      return StreamChecks.foreignOriginRefused(endpoint.uri(), answer);
    }
  }
}
