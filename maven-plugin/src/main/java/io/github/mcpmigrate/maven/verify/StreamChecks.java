package io.github.mcpmigrate.maven.verify;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/** What holds for the responses of every transport. */
final class StreamChecks {

  /** No page of this origin has any business with the server; the name can belong to nobody. */
  static final String FOREIGN = "https://foreign.invalid";

  /** What browsers say that they can unpack. */
  static final Map<String, String> PACKED = Map.of("Accept-Encoding", "gzip, deflate, br");

  private static final String NO_FILTER =
      "Switch compression off for text/event-stream, in the server and in every proxy before it.";

  private StreamChecks() {}

  /** Of a stream that was asked for as browsers ask. */
  static Finding uncompressed(Answer answer) {
    String encoding = answer.header("Content-Encoding").toLowerCase(Locale.ROOT);
    if (!answer.ok()) {
      return Finding.notApplicable("no stream was opened (" + answer.brief() + ")");
    }
    return encoding.isEmpty() || encoding.equals("identity")
        ? Finding.pass("event streams come as they are")
        : Finding.fail("the event stream comes as Content-Encoding: " + encoding, NO_FILTER);
  }

  /** Of a request that a page of {@link #FOREIGN} would send. */
  static Finding foreignOriginRefused(URI uri, Answer answer) {
    if (answer.status() == 403) {
      return Finding.pass("a request with Origin: " + FOREIGN + " is answered 403");
    }
    String evidence = "a request with Origin: %s is answered %s".formatted(FOREIGN, answer.brief());
    String repair =
        "Refuse origins that are not yours with 403 (MCP Java SDK: a DefaultServerTransportSecurityValidator"
            + " with allowedOrigins; MCP Migrate's providers: allowedOrigins).";
    return answer.ok() && Urls.loopback(uri)
        ? Finding.fail(evidence + ": any web page can use this server", repair)
        : Finding.warn(evidence, repair);
  }

  /** Of a method that the URL does not serve. */
  static Finding methodRefused(String method, Look.Said said, String allowed) {
    String evidence = method + " is answered " + said.words();
    if (said.status() == 405) {
      return said.allow().isEmpty()
          ? Finding.warn(
              evidence + " without Allow", "Add the header Allow: %s to it.".formatted(allowed))
          : Finding.pass(evidence + ", Allow: " + said.allow());
    }
    return Finding.warn(evidence, "Answer 405 with Allow: %s.".formatted(allowed));
  }

  /** Whether scripts of this origin can read the session's id. */
  static Finding sessionExposed(String origin, boolean demanded, Answer answer) {
    String allowed = answer.header("Access-Control-Allow-Origin");
    if (!allowed.equals("*") && !allowed.equals(origin)) {
      String evidence =
          "pages of %s are not served (%s%s)"
              .formatted(
                  origin, answer.brief(), answer.ok() ? ", no Access-Control-Allow-Origin" : "");
      return demanded
          ? Finding.fail(evidence, "Allow the origin in the server's CORS configuration.")
          : Finding.notApplicable(evidence);
    }
    if (answer.header(StreamablePeer.SESSION).isEmpty()) {
      return Finding.notApplicable("the server gives no session id that could be exposed");
    }
    String exposed = String.join(",", answer.headers().allValues("Access-Control-Expose-Headers"));
    boolean there =
        Arrays.stream(exposed.split(","))
            .map(String::trim)
            .anyMatch(name -> name.equals("*") || name.equalsIgnoreCase(StreamablePeer.SESSION));
    return there
        ? Finding.pass("Access-Control-Expose-Headers: " + exposed)
        : Finding.fail(
            "pages of %s are served, but Access-Control-Expose-Headers is '%s'"
                .formatted(origin, exposed),
            "Add Access-Control-Expose-Headers: Mcp-Session-Id; without it browsers hide the session"
                + " id from the client.");
  }
}
