package io.github.mcpmigrate.compat.engine;

import io.github.mcpmigrate.compat.door.Exchange;
import io.github.mcpmigrate.compat.door.Reply;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What web pages need to be told of a server (WHATWG Fetch, the CORS protocol). */
final class Cors {

  private static final String EXPOSED =
      "Mcp-Session-Id, WWW-Authenticate, MCP-Protocol-Version, Retry-After, Deprecation, Sunset,"
          + " Link";

  private static final String REQUEST_HEADERS =
      "Content-Type, Accept, Authorization, Mcp-Session-Id, MCP-Protocol-Version, Last-Event-ID,"
          + " Mcp-Method, Mcp-Name";

  /** The headers of parameters have names of the tools' choosing, and no wildcard covers them. */
  private static final Pattern PARAMETER_HEADER =
      Pattern.compile("(?i)mcp-param-[!#$%&'*+.^_`|~0-9a-z-]{1,100}");

  private static final int MOST_PARAMETER_HEADERS = 32;

  /** Caches must know that the answer to a page of this origin may look different. */
  static final Map<String, String> NO_PAGE = Map.of("Vary", "Origin");

  private Cors() {}

  /**
   * The headers of every answer.
   *
   * @param origin where the page comes from, or null when none asks or it is not allowed
   */
  static Map<String, String> headers(String origin) {
    if (origin == null) {
      return NO_PAGE;
    }
    return Map.of(
        "Access-Control-Allow-Origin",
        origin,
        "Access-Control-Expose-Headers",
        EXPOSED,
        "Vary",
        "Origin");
  }

  /** The answer to OPTIONS, a preflight or not. */
  static Reply options(Exchange exchange, String allow) {
    Reply reply = Reply.empty(204).with("Allow", allow);
    if (exchange.header("Access-Control-Request-Method") == null) {
      return reply;
    }
    return reply
        .with("Access-Control-Allow-Methods", allow)
        .with("Access-Control-Allow-Headers", REQUEST_HEADERS + parameterHeaders(exchange))
        .with("Access-Control-Max-Age", "3600");
  }

  private static String parameterHeaders(Exchange exchange) {
    return exchange.headers("Access-Control-Request-Headers").stream()
        .flatMap(line -> Arrays.stream(line.split(",")))
        .map(String::strip)
        .filter(name -> PARAMETER_HEADER.matcher(name).matches())
        .limit(MOST_PARAMETER_HEADERS)
        .map(", "::concat)
        .collect(Collectors.joining());
  }
}
