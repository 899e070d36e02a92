package io.github.mcpmigrate.compat.servlet;

import io.github.mcpmigrate.compat.conversation.Caller;
import io.github.mcpmigrate.compat.door.Reply;
import io.github.mcpmigrate.compat.engine.Engine;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.function.UnaryOperator;

/** Hands a servlet request to an engine. Every way into a servlet container ends here. */
public final class ServletDoor {

  private ServletDoor() {}

  /**
   * @param context what the backend wants to know of the request; may be null
   * @param carried put around what goes on on another thread than the request's
   * @throws ServletException when the request cannot be answered later
   */
  public static void open(
      Engine engine,
      HttpServletRequest request,
      HttpServletResponse response,
      Object context,
      UnaryOperator<Runnable> carried)
      throws ServletException {
    if (!request.isAsyncSupported()) {
      throw new ServletException(
          "MCP needs async support: set asyncSupported=true on this servlet and on every filter in"
              + " front of it");
    }
    ServletExchange exchange = exchange(request, response, context, carried);
    exchange.visit(() -> engine.serve(exchange));
  }

  /** Answers a request that the engine is not to serve. */
  public static void refuse(
      Engine engine, HttpServletRequest request, HttpServletResponse response, Reply reply) {
    ServletExchange exchange = exchange(request, response, null, UnaryOperator.identity());
    exchange.visit(() -> engine.refuse(exchange, reply));
  }

  private static ServletExchange exchange(
      HttpServletRequest request,
      HttpServletResponse response,
      Object context,
      UnaryOperator<Runnable> carried) {
    Principal principal = request.getUserPrincipal();
    Caller caller = new Caller(principal == null ? null : principal.getName(), context);
    return new ServletExchange(request, response, caller, carried);
  }
}
