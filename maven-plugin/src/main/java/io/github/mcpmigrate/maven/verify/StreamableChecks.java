package io.github.mcpmigrate.maven.verify;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** The mistakes that Streamable HTTP servers and the proxies before them make. */
final class StreamableChecks {

  /** Of no revision, past or to come. */
  private static final String NO_VERSION = "1999-01-01";

  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final Http http;
  private final VerifyOptions options;
  private final Look look;
  private final StreamablePeer peer;
  private final Endpoint endpoint;

  /**
   * @param peer an open connection there
   */
  StreamableChecks(Http http, VerifyOptions options, Look look, StreamablePeer peer) {
    this.http = http;
    this.options = options;
    this.look = look;
    this.peer = peer;
    endpoint = peer.endpoint();
  }

  void run(Rows rows) throws InterruptedException {
    rows.run("content-type", endpoint, this::contentType);
    rows.run("wrong-method", endpoint, this::get);
    rows.run("stream", endpoint, this::stream);
    rows.run("missing-session", endpoint, this::missingSession);
    rows.run("unknown-session", endpoint, this::unknownSession);
    rows.run("end-session", endpoint, this::endSession);
    rows.run("protocol-version", endpoint, this::protocolVersion);
    rows.run("compression", endpoint, this::compression);
    rows.run("origin", endpoint, this::origin);
    rows.run("cors", endpoint, this::cors);
  }

  private boolean sessions() {
    return !peer.session().isEmpty();
  }

  private Finding contentType() {
    String type = look.post().type();
    return type.equals("application/json") || type.equals("text/event-stream")
        ? Finding.pass("initialize is answered " + type)
        : Finding.fail(
            "initialize is answered with Content-Type '" + type + "'",
            "Send application/json or text/event-stream, whichever the body is.");
  }

  /** Without a session nothing can be streamed; what clients take for "no stream here" is 405. */
  private Finding get() {
    Look.Said get = look.get();
    if (look.speaks(Kind.HTTP_SSE)) {
      return Finding.notApplicable("GET opens HTTP+SSE here");
    }
    String evidence = "GET without a session is answered " + get.words();
    if (get.status() == 405) {
      return StreamChecks.methodRefused("GET", get, "POST, DELETE");
    }
    if (get.status() == 400 && sessions()) {
      return Finding.pass(evidence + ": it wants a session");
    }
    if (get.silent()) {
      return Finding.warn(evidence, SseChecks.BUFFERING);
    }
    return get.type().equals("text/event-stream") && get.status() == 200
        ? Finding.pass(evidence)
        : Finding.fail(
            evidence,
            "Answer GET with 405 and Allow: POST, or 400 where a session is wanted; clients take"
                + " everything else for an error.");
  }

  private Finding stream() throws NoAnswer, InterruptedException {
    if (!sessions()) {
      return Finding.notApplicable("the server keeps no session that a stream could belong to");
    }
    Map<String, String> headers = new LinkedHashMap<>(peer.headers());
    headers.putAll(StreamChecks.PACKED);
    Duration patience = PATIENCE.compareTo(http.timeout()) < 0 ? PATIENCE : http.timeout();
    try (Answer answer = http.get(endpoint.uri(), headers, patience)) {
      String evidence = "GET within a session is answered " + answer.brief();
      if (answer.ok() && answer.eventStream()) {
        Finding packed = StreamChecks.uncompressed(answer);
        return packed.outcome() == Outcome.FAIL
            ? packed
            : Finding.pass(evidence + " after " + answer.millis() + " ms");
      }
      return answer.status() == 405
          ? Finding.pass(evidence + ": it has no stream of its own")
          : Finding.fail(evidence, "Open an event stream, or answer 405 with Allow: POST, DELETE.");
    } catch (NoAnswer e) {
      if (e.reason() != NoAnswer.Reason.SILENT) {
        throw e;
      }
      return Finding.warn(
          "GET within a session: "
              + e.getMessage()
              + "; servers that send the head with the first"
              + " event look the same",
          SseChecks.BUFFERING);
    }
  }

  private Answer ping(Map<String, String> headers) throws NoAnswer, InterruptedException {
    return http.post(endpoint.uri(), headers, Messages.request(9000, "ping", Map.of()));
  }

  private Finding missingSession() throws NoAnswer, InterruptedException {
    if (!sessions()) {
      return Finding.notApplicable("the server keeps no sessions");
    }
    try (Answer answer = ping(Map.of(StreamablePeer.VERSION, peer.revision()))) {
      String evidence = "a request without session id is answered " + answer.brief();
      String repair = "Answer 400 to a request without Mcp-Session-Id.";
      if (answer.status() == 400) {
        return Finding.pass(evidence);
      }
      return answer.ok() ? Finding.fail(evidence, repair) : Finding.warn(evidence, repair);
    }
  }

  private Finding unknownSession() throws NoAnswer, InterruptedException {
    if (!sessions()) {
      return Finding.notApplicable("the server keeps no sessions");
    }
    Map<String, String> headers = new LinkedHashMap<>(peer.headers());
    headers.put(StreamablePeer.SESSION, UUID.randomUUID().toString());
    try (Answer answer = ping(headers)) {
      String evidence = "a request with an unknown session id is answered " + answer.brief();
      return answer.status() == 404
          ? Finding.pass(evidence)
          : Finding.fail(
              evidence,
              "Answer 404 to it, which is what makes clients start a new session, for instance after"
                  + " a restart.");
    }
  }

  private Finding endSession() throws NoAnswer, InterruptedException {
    if (!sessions()) {
      return Finding.notApplicable("the server keeps no sessions");
    }
    StreamablePeer other = StreamablePeer.open(http, endpoint);
    Map<String, String> headers = other.headers();
    int deleted;
    try (Answer answer = http.delete(endpoint.uri(), headers)) {
      deleted = answer.status();
      answer.text(http.deadline());
    }
    String evidence = "DELETE is answered " + deleted;
    if (deleted == 405) {
      return Finding.warn(
          evidence + ": no client can end its session",
          "Allow DELETE, so that sessions end when clients leave and not when they have idled.");
    }
    if (deleted < 200 || deleted >= 300) {
      return Finding.fail(evidence, "Answer DELETE with 200 or 204 and end the session.");
    }
    try (Answer answer = ping(headers)) {
      String after = evidence + ", a request after it " + answer.brief();
      return answer.status() == 404
          ? Finding.pass(after)
          : Finding.fail(after, "End the session on DELETE, and answer 404 from then on.");
    }
  }

  private Finding protocolVersion() throws NoAnswer, InterruptedException {
    Map<String, String> headers = new LinkedHashMap<>(peer.headers());
    headers.put(StreamablePeer.VERSION, NO_VERSION);
    try (Answer answer = ping(headers)) {
      String evidence =
          "MCP-Protocol-Version: %s is answered %s".formatted(NO_VERSION, answer.brief());
      return answer.status() == 400
          ? Finding.pass(evidence)
          : Finding.warn(
              evidence,
              "Answer 400 to a version that the server does not know, as the specification has it"
                  + " since 2025-06-18.");
    }
  }

  private Finding compression() throws NoAnswer, InterruptedException {
    Map<String, String> headers = new LinkedHashMap<>(peer.headers());
    headers.putAll(StreamChecks.PACKED);
    try (Answer answer = ping(headers)) {
      return answer.eventStream()
          ? StreamChecks.uncompressed(answer)
          : Finding.notApplicable("a ping is not answered with a stream");
    }
  }

  private Finding origin() throws NoAnswer, InterruptedException {
    try (Answer answer = opening(Map.of("Origin", StreamChecks.FOREIGN))) {
      return StreamChecks.foreignOriginRefused(endpoint.uri(), answer);
    }
  }

  private Finding cors() throws NoAnswer, InterruptedException {
    try (Answer answer = opening(Map.of("Origin", options.browserOrigin()))) {
      return StreamChecks.sessionExposed(options.browserOrigin(), options.origin() != null, answer);
    }
  }

  /** An initialize whose session, if it gets one, is ended at once. */
  private Answer opening(Map<String, String> headers) throws NoAnswer, InterruptedException {
    Answer answer = http.post(endpoint.uri(), headers, Messages.initialize(1));
    answer.text(http.deadline());
    StreamablePeer.end(http, endpoint, answer.header(StreamablePeer.SESSION));
    return answer;
  }
}
