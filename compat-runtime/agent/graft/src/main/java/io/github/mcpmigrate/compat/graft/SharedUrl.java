package io.github.mcpmigrate.compat.graft;

import io.github.mcpmigrate.compat.door.Reply;
import io.github.mcpmigrate.compat.settings.CompatSettings;
import io.github.mcpmigrate.compat.transport.EraRouter;
import io.github.mcpmigrate.compat.transport.EraRouter.Routing;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Tells the requests for the engine from those that stay the provider's own, at the URL that both
 * share and at that of Streamable HTTP alone, if there is one.
 */
final class SharedUrl {

  private static final String SESSION = "Mcp-Session-Id";

  private final EraRouter shared;

  /** Null when Streamable HTTP has no URL of its own. */
  private final EraRouter alone;

  private final List<String> paths;

  SharedUrl(CompatSettings settings) {
    String sse = settings.sseEndpoint();
    String mcp = settings.mcpEndpoint();
    CompatSettings.Builder router =
        CompatSettings.builder().sseEndpoint(sse).messageEndpoint(settings.messageEndpoint());
    shared = new EraRouter(router.mcpEndpoint(sse).sameUrl(true).build());
    alone = mcp.equals(sse) ? null : new EraRouter(router.mcpEndpoint(mcp).sameUrl(false).build());
    paths = alone == null ? List.of(sse) : List.of(sse, mcp);
  }

  /** Where Streamable HTTP is served. */
  List<String> paths() {
    return paths;
  }

  /**
   * Whether the engine serves a request: one of Streamable HTTP, or a browser's question whether
   * such a one may be sent, which the old providers do not answer.
   *
   * @param header the value of a header; null when it is not there
   */
  boolean isStreamable(String method, String path, UnaryOperator<String> header) {
    if (alone(method, path, header) != null) {
      return true;
    }
    Routing routing = shared.route(method, path, header.apply(SESSION) != null);
    return switch (routing.way()) {
      case STREAMABLE_POST, STREAMABLE_GET, STREAMABLE_DELETE -> true;
      case OPTIONS -> !routing.httpSse() && header.apply("Access-Control-Request-Method") != null;
      default -> false;
    };
  }

  /**
   * The answer to a GET without a session at the URL of Streamable HTTP alone, which to the engine
   * would open HTTP+SSE as at the shared one; null for all else.
   */
  Reply refusal(String method, String path, UnaryOperator<String> header) {
    Routing routing = alone(method, path, header);
    return routing != null && method.equals("GET") && header.apply(SESSION) == null
        ? Reply.text(405, "HTTP+SSE is not served here\n").with("Allow", routing.allow())
        : null;
  }

  private Routing alone(String method, String path, UnaryOperator<String> header) {
    if (alone == null) {
      return null;
    }
    Routing routing = alone.route(method, path, header.apply(SESSION) != null);
    return switch (routing.way()) {
      case STREAMABLE_POST, STREAMABLE_GET, STREAMABLE_DELETE -> routing;
      case OPTIONS, METHOD_NOT_ALLOWED -> routing.httpSse() ? null : routing;
      default -> null;
    };
  }
}
