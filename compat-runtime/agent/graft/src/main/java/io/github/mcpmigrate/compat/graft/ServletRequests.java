package io.github.mcpmigrate.compat.graft;

import io.github.mcpmigrate.compat.engine.Engine;
import io.github.mcpmigrate.compat.servlet.ServletDoor;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Apart from the graft, so that an application without servlets never loads it. */
final class ServletRequests {

  private static final Logger LOG = LoggerFactory.getLogger(ServletRequests.class);

  private ServletRequests() {}

  /** Whether the engine took the request; else it is the provider's own. */
  static boolean take(Engine engine, ProviderFields fields, Object asked, Object answered) {
    HttpServletRequest request = (HttpServletRequest) asked;
    if (!isStreamable(request, fields.sseEndpoint())) {
      return false;
    }
    try {
      ServletDoor.open(
          engine,
          request,
          (HttpServletResponse) answered,
          fields.context().of(request),
          UnaryOperator.identity());
      return true;
    } catch (ServletException e) {
      LOG.warn("Streamable HTTP cannot be served here: {}", e.getMessage());
      return false;
    }
  }

  /** What HTTP+SSE has no use for at this URL. */
  private static boolean isStreamable(HttpServletRequest request, String endpoint) {
    if (!path(request).endsWith(endpoint)) {
      return false;
    }
    return switch (request.getMethod()) {
      case "POST", "DELETE" -> true;
      case "GET" -> request.getHeader("Mcp-Session-Id") != null;
      default -> false;
    };
  }

  private static String path(HttpServletRequest request) {
    String path = request.getRequestURI();
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }
}
