package io.github.mcpmigrate.compat.graft;

import io.github.mcpmigrate.compat.engine.Engine;
import io.github.mcpmigrate.compat.servlet.WebMvcDoor;
import io.github.mcpmigrate.compat.webflux.WebFluxDoor;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** Puts the engine's routes before a provider's own, at its SSE endpoint. */
final class Routes {

  private Routes() {}

  /**
   * @param own the provider's router function, of WebMvc or of WebFlux
   */
  static Object before(Object own, Engine engine, SharedUrl url, ProviderFields fields) {
    // Each in a class of its own: an application has one of the two stacks.
    return Mvc.isOne(own)
        ? Mvc.before(own, engine, url, fields)
        : Flux.before(own, engine, url, fields);
  }

  private static final class Mvc {

    static boolean isOne(Object routes) {
      try {
        return Class.forName("org.springframework.web.servlet.function.RouterFunction")
            .isInstance(routes);
      } catch (ClassNotFoundException e) {
        return false;
      }
    }

    @SuppressWarnings("unchecked")
    static Object before(Object own, Engine engine, SharedUrl url, ProviderFields fields) {
      RequestPredicate streamable =
          request ->
              url.isStreamable(
                  request.method().name(), request.path(), request.headers()::firstHeader);
      RouterFunction<ServerResponse> ours =
          WebMvcDoor.router(
              engine,
              List.of(fields.sseEndpoint()),
              request -> fields.context().of(request),
              UnaryOperator::identity);
      return RouterFunctions.nest(streamable, ours).and((RouterFunction<ServerResponse>) own);
    }
  }

  private static final class Flux {

    static Object before(Object own, Engine engine, SharedUrl url, ProviderFields fields) {
      org.springframework.web.reactive.function.server.RequestPredicate streamable =
          request ->
              url.isStreamable(
                  request.method().name(), request.path(), request.headers()::firstHeader);
      return org.springframework.web.reactive.function.server.RouterFunctions.nest(
              streamable,
              WebFluxDoor.router(
                  engine,
                  List.of(fields.sseEndpoint()),
                  (request, reactor) -> new WebFluxContext(fields.context().of(request), reactor)))
          .andOther((org.springframework.web.reactive.function.server.RouterFunction<?>) own);
    }
  }
}
