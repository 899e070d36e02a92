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
  static boolean take(
      Engine engine, SharedUrl url, ProviderFields fields, Object asked, Object answered) {
    HttpServletRequest request = (HttpServletRequest) asked;
    if (!url.isStreamable(request.getMethod(), request.getRequestURI(), request::getHeader)) {
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
}
