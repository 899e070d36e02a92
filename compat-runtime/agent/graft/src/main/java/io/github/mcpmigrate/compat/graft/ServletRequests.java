package io.github.mcpmigrate.compat.graft;

import io.github.mcpmigrate.compat.engine.Engine;
import io.github.mcpmigrate.compat.servlet.ServletDoor;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.UnaryOperator;

/** Apart from the graft, so that an application without servlets never loads it. */
final class ServletRequests {

  private ServletRequests() {}

  static void serve(
      Engine engine,
      TransportContext context,
      HttpServletRequest request,
      HttpServletResponse response)
      throws ServletException {
    ServletDoor.open(engine, request, response, context.of(request), UnaryOperator.identity());
  }
}
