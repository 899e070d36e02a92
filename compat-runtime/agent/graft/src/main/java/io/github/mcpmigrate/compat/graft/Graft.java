package io.github.mcpmigrate.compat.graft;

import io.github.mcpmigrate.compat.engine.Engine;
import io.modelcontextprotocol.spec.McpServerSession;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One provider and the engine beside it. */
final class Graft implements Function<Object[], Object> {

  private static final Logger LOG = LoggerFactory.getLogger(Graft.class);

  private final ProviderFields fields;
  private final ProviderBackend backend;
  private final Engine engine;

  Graft(ProviderFields fields, Map<String, String> options) {
    this.fields = fields;
    backend = new ProviderBackend(fields);
    engine = new Engine(GraftSettings.of(fields, options), backend);
    LOG.info(
        "{} serves Streamable HTTP, too: both transports at {}",
        fields.provider(),
        fields.sseEndpoint());
  }

  @Override
  public Object apply(Object[] told) {
    return switch ((String) told[0]) {
      case "factory" -> {
        backend.serve((McpServerSession.Factory) told[1]);
        yield null;
      }
      case "request" -> request((HttpServletRequest) told[1], (HttpServletResponse) told[2]);
      case "routes" -> Routes.before(told[1], engine, fields);
      case "close" -> close();
      default -> null;
    };
  }

  /** Whether the engine took the request. */
  private Boolean request(HttpServletRequest request, HttpServletResponse response) {
    if (!isStreamable(request)) {
      return null;
    }
    try {
      ServletRequests.serve(engine, fields.context(), request, response);
      return Boolean.TRUE;
    } catch (ServletException e) {
      LOG.warn("Streamable HTTP cannot be served here: {}", e.getMessage());
      return null;
    }
  }

  /** What HTTP+SSE has no use for at this URL. Everything else is the provider's own. */
  private boolean isStreamable(HttpServletRequest request) {
    if (!path(request).endsWith(fields.sseEndpoint())) {
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

  /** The provider closes its sessions itself, ours among them. */
  private Object close() {
    engine
        .drain()
        .whenComplete(
            (nothing, failure) -> {
              backend.close();
              if (failure != null) {
                LOG.warn("The sessions did not end well", failure);
              }
            });
    return null;
  }
}
