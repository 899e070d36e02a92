package io.github.mcpmigrate.compat.graft;

import io.github.mcpmigrate.compat.door.Reply;
import io.github.mcpmigrate.compat.engine.Engine;
import io.github.mcpmigrate.compat.graft.guard.Endpoints;
import io.github.mcpmigrate.compat.graft.guard.ReactiveGuard;
import io.github.mcpmigrate.compat.servlet.WebMvcDoor;
import io.github.mcpmigrate.compat.webflux.WebFluxDoor;
import java.util.function.UnaryOperator;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.servlet.support.RequestContextUtils;
import reactor.core.publisher.Mono;

/** Puts the engine's routes before a provider's own. */
final class Routes {

  private Routes() {}

  /**
   * @param own the provider's router function, of WebMvc or of WebFlux
   * @param close ends the engine
   */
  static Object before(
      Object own,
      Engine engine,
      SharedUrl url,
      ProviderFields fields,
      Endpoints endpoints,
      Runnable close) {
    SpringEnd end = new SpringEnd(close);
    // Each in a class of its own: an application has one of the two stacks.
    return Mvc.isOne(own)
        ? Mvc.before(own, engine, url, fields, endpoints, end)
        : Flux.before(own, engine, url, fields, endpoints, end);
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
    static Object before(
        Object own,
        Engine engine,
        SharedUrl url,
        ProviderFields fields,
        Endpoints endpoints,
        SpringEnd end) {
      ServletRequests requests = new ServletRequests(engine, url, fields, endpoints);
      RequestPredicate streamable = request -> requests.isOurs(request.servletRequest());
      RouterFunction<ServerResponse> ours =
          WebMvcDoor.router(
              engine,
              url.paths(),
              request -> {
                end.await(RequestContextUtils.findWebApplicationContext(request.servletRequest()));
                return fields.context().of(request);
              },
              UnaryOperator::identity,
              request -> requests.refusal(request.servletRequest()));
      return RouterFunctions.nest(streamable, ours).and((RouterFunction<ServerResponse>) own);
    }
  }

  private static final class Flux {

    static Object before(
        Object own,
        Engine engine,
        SharedUrl url,
        ProviderFields fields,
        Endpoints endpoints,
        SpringEnd end) {
      ReactiveGuard guard = new ReactiveGuard(fields.provider(), endpoints);
      org.springframework.web.reactive.function.server.RequestPredicate streamable =
          request ->
              url.isStreamable(
                  request.method().name(), request.path(), request.headers()::firstHeader);
      return org.springframework.web.reactive.function.server.RouterFunctions.nest(
              streamable,
              WebFluxDoor.router(
                  engine,
                  url.paths(),
                  (request, reactor) -> {
                    end.await(request.exchange().getApplicationContext());
                    return new WebFluxContext(fields.context().of(request), reactor);
                  },
                  request -> guard.refusal(request).switchIfEmpty(unserved(url, request))))
          .andOther((org.springframework.web.reactive.function.server.RouterFunction<?>) own);
    }

    private static Mono<Reply> unserved(
        SharedUrl url, org.springframework.web.reactive.function.server.ServerRequest request) {
      return Mono.justOrEmpty(
          url.refusal(request.method().name(), request.path(), request.headers()::firstHeader));
    }
  }
}
