package io.github.mcpmigrate.compat.engine;

import io.github.mcpmigrate.compat.door.Exchange;
import io.github.mcpmigrate.compat.door.Reply;
import java.util.Map;

/** What web pages need to be told of a server (WHATWG Fetch, the CORS protocol). */
final class Cors {

  private static final String EXPOSED =
      "Mcp-Session-Id, WWW-Authenticate, MCP-Protocol-Version, Retry-After, Deprecation, Sunset,"
          + " Link";

  private static final String REQUEST_HEADERS =
      "Content-Type, Accept, Authorization, Mcp-Session-Id, MCP-Protocol-Version, Last-Event-ID,"
          + " Mcp-Method, Mcp-Name";

  private Cors() {}

  /** The headers of every answer to a page of an allowed origin. */
  static Map<String, String> headers(String origin) {
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
        .with("Access-Control-Allow-Headers", REQUEST_HEADERS)
        .with("Access-Control-Max-Age", "3600");
  }
}
