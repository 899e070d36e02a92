package io.github.mcpmigrate.compat.servlet;

import io.github.mcpmigrate.compat.engine.Engine;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Function;
import java.util.function.UnaryOperator;

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

  /** The engine that is served. */
  final Engine engine() {
    return engine;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException {
    ServletDoor.open(engine, request, response, context.apply(request), UnaryOperator.identity());
  }

  /** Shuts the engine down gracefully, which takes at most its drain timeout. */
  @Override
  public void destroy() {
    engine.drainAndClose();
  }
}
