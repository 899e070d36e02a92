package io.github.mcpmigrate.maven.verify;

/** What {@link SmallServer} can do wrong; where it is found, and how much it counts. */
enum Mistake {
  ENDPOINT_OF_OTHER_HOST(Outcome.FAIL, "endpoint-event", Kind.HTTP_SSE),
  ENDPOINT_WITHOUT_PREFIX(Outcome.FAIL, "endpoint-event", Kind.HTTP_SSE),
  ENDPOINT_NOT_THERE(Outcome.FAIL, "endpoint-event", Kind.HTTP_SSE),
  HEAD_HELD_BACK(Outcome.FAIL, "first-event", Kind.HTTP_SSE),
  FIRST_EVENT_HELD_BACK(Outcome.FAIL, "first-event", Kind.HTTP_SSE),
  SSE_AS_PLAIN_TEXT(Outcome.FAIL, "content-type", Kind.HTTP_SSE),
  SSE_COMPRESSED(Outcome.FAIL, "compression", Kind.HTTP_SSE),
  SSE_ANSWERS_POST_WITH_500(Outcome.FAIL, "wrong-method", Kind.HTTP_SSE),
  SSE_ANSWERS_POST_WITH_404(Outcome.WARN, "wrong-method", Kind.HTTP_SSE),
  SSE_405_WITHOUT_ALLOW(Outcome.WARN, "wrong-method", Kind.HTTP_SSE),
  SSE_TAKES_ANY_SESSION(Outcome.FAIL, "unknown-session", Kind.HTTP_SSE),
  SSE_TAKES_ANY_ORIGIN(Outcome.FAIL, "origin", Kind.HTTP_SSE),
  MCP_AS_PLAIN_TEXT(Outcome.FAIL, "content-type", Kind.STREAMABLE),
  MCP_ANSWERS_GET_WITH_404(Outcome.FAIL, "wrong-method", Kind.STREAMABLE),
  NO_STREAM_BUT_404(Outcome.FAIL, "stream", Kind.STREAMABLE),
  SESSION_MAY_BE_MISSING(Outcome.FAIL, "missing-session", Kind.STREAMABLE),
  SESSION_MAY_BE_UNKNOWN(Outcome.FAIL, "unknown-session", Kind.STREAMABLE),
  DELETE_DOES_NOTHING(Outcome.FAIL, "end-session", Kind.STREAMABLE),
  DELETE_NOT_ALLOWED(Outcome.WARN, "end-session", Kind.STREAMABLE),
  ANY_PROTOCOL_VERSION(Outcome.WARN, "protocol-version", Kind.STREAMABLE),
  ANSWERS_COMPRESSED(Outcome.FAIL, "compression", Kind.STREAMABLE),
  MCP_TAKES_ANY_ORIGIN(Outcome.FAIL, "origin", Kind.STREAMABLE),
  SESSION_NOT_EXPOSED(Outcome.FAIL, "cors", Kind.STREAMABLE),
  PROGRESS_HELD_BACK(Outcome.FAIL, "buffering", Kind.STREAMABLE),
  TOOL_REPORTS_AT_ITS_END(Outcome.WARN, "buffering", null),
  CURSOR_WITHOUT_END(Outcome.FAIL, "lists", Kind.STREAMABLE),
  TOOL_MISSING(Outcome.FAIL, "same-tools", null),
  TOOL_DEFINED_OTHERWISE(Outcome.FAIL, "same-tools", null),
  OTHER_RESULT(Outcome.FAIL, "same-call", null),
  ANY_REVISION(Outcome.FAIL, "protocol-version", Kind.STATELESS),
  ANY_METHOD_HEADER(Outcome.FAIL, "header-mismatch", Kind.STATELESS),
  ACKNOWLEDGEMENT_HELD_BACK(Outcome.FAIL, "first-event", Kind.STATELESS),
  LISTEN_COMPRESSED(Outcome.FAIL, "compression", Kind.STATELESS),
  STATELESS_TAKES_ANY_ORIGIN(Outcome.FAIL, "origin", Kind.STATELESS);

  private final Outcome outcome;
  private final String check;
  private final Kind kind;

  Mistake(Outcome outcome, String check, Kind kind) {
    this.outcome = outcome;
    this.check = check;
    this.kind = kind;
  }

  Outcome outcome() {
    return outcome;
  }

  String check() {
    return check;
  }

  /** Where the row begins with this; comparisons name both. */
  String where() {
    return kind == null ? "" : kind.label();
  }
}
