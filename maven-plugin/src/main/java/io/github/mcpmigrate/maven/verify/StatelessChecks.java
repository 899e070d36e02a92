package io.github.mcpmigrate.maven.verify;

import java.util.LinkedHashMap;
import java.util.Map;

/** The mistakes that servers of the stateless revision and the proxies before them make. */
final class StatelessChecks {

  /** Of no revision, past or to come. */
  private static final String NO_VERSION = "2999-01-01";

  private static final String METHOD = "server/discover";
  private static final long SOON = 2000;

  private final Http http;
  private final Look look;
  private final Endpoint endpoint;

  StatelessChecks(Http http, Look look) {
    this.http = http;
    this.look = look;
    endpoint = new Endpoint(Kind.STATELESS, look.uri());
  }

  void run(Rows rows) throws InterruptedException {
    rows.run("first-event", endpoint, this::firstEvent);
    rows.run("wrong-method", endpoint, this::wrongMethod);
    rows.run("protocol-version", endpoint, this::unsupportedVersion);
    rows.run("header-mismatch", endpoint, this::headerMismatch);
    rows.run("compression", endpoint, () -> stream(true));
    rows.run("origin", endpoint, this::origin);
  }

  private Answer discover(Map<String, String> headers, String revision)
      throws NoAnswer, InterruptedException {
    Map<String, String> all = new LinkedHashMap<>(Messages.headers(METHOD, Map.of(), revision));
    all.putAll(headers);
    return http.post(endpoint.uri(), all, Messages.stateless(1, METHOD, Map.of(), revision));
  }

  private Finding firstEvent() throws NoAnswer, InterruptedException {
    try {
      return stream(false);
    } catch (NoAnswer e) {
      if (e.reason() != NoAnswer.Reason.SILENT) {
        throw e;
      }
      return Finding.fail(
          "subscriptions/listen: " + e.getMessage() + ", and its first event is sent at once",
          SseChecks.BUFFERING);
    }
  }

  /** The one stream that every server acknowledges at once and keeps open. */
  private Finding stream(boolean packed) throws NoAnswer, InterruptedException {
    String method = "subscriptions/listen";
    Map<String, Object> params =
        Map.of("notifications", Map.of("toolsListChanged", true, "promptsListChanged", true));
    Map<String, String> headers =
        new LinkedHashMap<>(Messages.headers(method, params, Messages.STATELESS));
    if (packed) {
      headers.putAll(StreamChecks.PACKED);
    }
    Map<String, Object> message = Messages.stateless(1, method, params, Messages.STATELESS);
    try (Answer answer = http.post(endpoint.uri(), headers, message)) {
      if (!answer.ok() || !answer.eventStream()) {
        return Finding.notApplicable(method + " is answered " + answer.brief());
      }
      if (packed) {
        return StreamChecks.uncompressed(answer);
      }
      Event first = new EventStream(answer.body()).next(http.deadline());
      if (first == null) {
        throw new NoAnswer(NoAnswer.Reason.SILENT, "a stream without an event in time");
      }
      long millis = (first.arrived() - answer.asked()) / 1_000_000;
      String evidence = "%s is acknowledged after %d ms".formatted(method, millis);
      return millis <= SOON ? Finding.pass(evidence) : Finding.warn(evidence, SseChecks.BUFFERING);
    }
  }

  private Finding wrongMethod() {
    return look.speaks(Kind.STREAMABLE) || look.speaks(Kind.HTTP_SSE)
        ? Finding.notApplicable("GET belongs to the older revisions here")
        : StreamChecks.methodRefused("GET", look.get(), "POST");
  }

  private Finding unsupportedVersion() throws NoAnswer, InterruptedException {
    try (Answer answer = discover(Map.of(), NO_VERSION)) {
      return refused(
          "revision " + NO_VERSION,
          answer,
          Messages.UNSUPPORTED_VERSION,
          "Answer 400 and error -32022 with the supported revisions to one that is unknown.");
    }
  }

  private Finding headerMismatch() throws NoAnswer, InterruptedException {
    try (Answer answer = discover(Map.of("Mcp-Method", "tools/list"), Messages.STATELESS)) {
      return refused(
          "Mcp-Method: tools/list on " + METHOD,
          answer,
          Messages.HEADER_MISMATCH,
          "Answer 400 and error -32020 where a header says something else than the body, because"
              + " proxies decide by the header.");
    }
  }

  private Finding refused(String what, Answer answer, int code, String repair)
      throws InterruptedException {
    int got = Messages.code(answer.json(http.deadline()));
    String evidence =
        "%s is answered %s%s".formatted(what, answer.brief(), got == 0 ? "" : ", error " + got);
    if (answer.status() == 400 && got == code) {
      return Finding.pass(evidence);
    }
    return answer.ok() && got == 0
        ? Finding.fail(evidence, repair)
        : Finding.warn(evidence, repair);
  }

  private Finding origin() throws NoAnswer, InterruptedException {
    try (Answer answer = discover(Map.of("Origin", StreamChecks.FOREIGN), Messages.STATELESS)) {
      return StreamChecks.foreignOriginRefused(endpoint.uri(), answer);
    }
  }
}
