package io.github.mcpmigrate.compat.graft;

import io.github.mcpmigrate.compat.door.Reply;
import io.github.mcpmigrate.compat.engine.Engine;
import io.github.mcpmigrate.compat.graft.guard.Endpoints;
import io.github.mcpmigrate.compat.graft.guard.ExtraMapping;
import io.github.mcpmigrate.compat.graft.guard.ServletGuard;
import io.github.mcpmigrate.compat.servlet.ServletDoor;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Apart from the graft, so that an application without servlets never loads it. */
final class ServletRequests {

  private static final Logger LOG = LoggerFactory.getLogger(ServletRequests.class);

  private final Engine engine;
  private final SharedUrl url;
  private final ProviderFields fields;
  private final Endpoints endpoints;
  private final ServletGuard guard;

  ServletRequests(Engine engine, SharedUrl url, ProviderFields fields, Endpoints endpoints) {
    this.engine = engine;
    this.url = url;
    this.fields = fields;
    this.endpoints = endpoints;
    guard = new ServletGuard(fields.provider(), endpoints);
  }

  /** The servlet is initialised. */
  void init(Object servlet) {
    if (endpoints.mcp() != null) {
      ExtraMapping.add((HttpServlet) servlet, endpoints, guard);
    }
  }

  /** Whether a request to the servlet is for the engine; else it is the provider's own. */
  boolean concerns(Object asked) {
    HttpServletRequest request = (HttpServletRequest) asked;
    return !isElsewhere(request.getPathInfo()) && isOurs(request);
  }

  /** Answers a request that is ours; false if the provider is to do that after all. */
  boolean take(Object asked, Object answered) {
    HttpServletRequest request = (HttpServletRequest) asked;
    HttpServletResponse response = (HttpServletResponse) answered;
    Reply refusal = refusal(request);
    if (refusal != null) {
      ServletDoor.refuse(engine, request, response, refusal);
      return true;
    }
    try {
      ServletDoor.open(
          engine, request, response, fields.context().of(request), UnaryOperator.identity());
      return true;
    } catch (ServletException e) {
      LOG.warn("Streamable HTTP cannot be served here: {}", e.getMessage());
      return false;
    }
  }

  /** Where HTTP+SSE would not be served, and nobody has a rule for it. */
  private boolean isElsewhere(String pathInfo) {
    return fields.wholePath()
        && pathInfo != null
        && !pathInfo.equals(endpoints.sse())
        && !pathInfo.equals(endpoints.mcp());
  }

  boolean isOurs(HttpServletRequest request) {
    return url.isStreamable(request.getMethod(), request.getRequestURI(), request::getHeader)
        && guard.opens(request);
  }

  /** Null for a request that the engine is to serve. */
  Reply refusal(HttpServletRequest request) {
    Reply refusal = guard.refusal(request);
    return refusal == null
        ? url.refusal(request.getMethod(), request.getRequestURI(), request::getHeader)
        : refusal;
  }
}
