package io.github.mcpmigrate.compat.graft;

import io.github.mcpmigrate.compat.settings.CompatSettings;
import io.github.mcpmigrate.compat.transport.EraRouter;
import io.github.mcpmigrate.compat.transport.EraRouter.Routing;
import java.util.function.UnaryOperator;

/** Tells the requests for the engine from those that stay the provider's own, at one URL. */
final class SharedUrl {

  private final EraRouter router;

  SharedUrl(CompatSettings settings) {
    router = new EraRouter(settings);
  }

  /**
   * Whether the engine serves a request: one of Streamable HTTP, or a browser's question whether
   * such a one may be sent, which the old providers do not answer.
   *
   * @param header the value of a header; null when it is not there
   */
  boolean isStreamable(String method, String path, UnaryOperator<String> header) {
    Routing routing = router.route(method, path, header.apply("Mcp-Session-Id") != null);
    return switch (routing.way()) {
      case STREAMABLE_POST, STREAMABLE_GET, STREAMABLE_DELETE -> true;
      case OPTIONS -> !routing.httpSse() && header.apply("Access-Control-Request-Method") != null;
      default -> false;
    };
  }
}
