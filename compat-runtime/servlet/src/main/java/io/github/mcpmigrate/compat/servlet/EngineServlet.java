package io.github.mcpmigrate.compat.servlet;

import io.github.mcpmigrate.compat.conversation.Caller;
import io.github.mcpmigrate.compat.engine.Engine;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.function.Function;

/**
 * Serves an engine in a servlet container. Map it to paths that its endpoints end on, {@code /*}
 * for example; it must be registered with async support.
 */
@WebServlet(asyncSupported = true)
public class EngineServlet extends HttpServlet {

  private static final long serialVersionUID = 1;

  private final transient Engine engine;
  private final transient Function<HttpServletRequest, Object> context;

  /**
   * @param context captures what the backend wants to know of a request, while the request is
   *     there; may return null
   */
  protected EngineServlet(Engine engine, Function<HttpServletRequest, Object> context) {
    this.engine = engine;
    this.context = context;
  }

  /** The engine behind this servlet. */
  protected final Engine engine() {
    return engine;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException {
    if (!request.isAsyncSupported()) {
      throw new ServletException(
          "MCP needs async support: set asyncSupported=true on this servlet and on every filter in"
              + " front of it");
    }
    Caller caller = caller(request);
    AsyncContext async = request.startAsync(request, response);
    // Streams stay open for as long as the client wants; the engine watches them itself.
    async.setTimeout(0);
    engine.serve(new ServletExchange(async, request, response, caller));
  }

  private Caller caller(HttpServletRequest request) {
    Principal principal = request.getUserPrincipal();
    return new Caller(
        principal == null ? null : principal.getName(),
        request.getHeader("User-Agent"),
        context.apply(request));
  }

  @Override
  public void destroy() {
    engine.close();
  }
}
