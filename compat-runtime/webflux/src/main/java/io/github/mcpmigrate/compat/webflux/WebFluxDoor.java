package io.github.mcpmigrate.compat.webflux;

import io.github.mcpmigrate.compat.conversation.Caller;
import io.github.mcpmigrate.compat.engine.Engine;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** The engine behind a Spring WebFlux router function. */
public final class WebFluxDoor {

  private WebFluxDoor() {}

  /**
   * Routes every method of the endpoints to the engine.
   *
   * @param paths the engine's endpoints
   * @param context captures what the backend wants to know of a request; may return null
   */
  public static RouterFunction<ServerResponse> router(
      Engine engine, List<String> paths, Function<ServerRequest, Object> context) {
    RouterFunctions.Builder routes = RouterFunctions.route();
    for (String path : paths) {
      routes.route(RequestPredicates.path(path), request -> serve(engine, request, context));
    }
    return routes.build();
  }

  private static Mono<ServerResponse> serve(
      Engine engine, ServerRequest request, Function<ServerRequest, Object> context) {
    return request
        .principal()
        .map(Optional::<Principal>of)
        .defaultIfEmpty(Optional.empty())
        .flatMap(principal -> serve(engine, request, caller(request, principal, context)));
  }

  private static Mono<ServerResponse> serve(Engine engine, ServerRequest request, Caller caller) {
    WebFluxExchange exchange = new WebFluxExchange(request, caller);
    engine.serve(exchange);
    return exchange.response();
  }

  private static Caller caller(
      ServerRequest request,
      Optional<Principal> principal,
      Function<ServerRequest, Object> context) {
    return new Caller(
        principal.map(Principal::getName).orElse(null),
        request.headers().firstHeader(HttpHeaders.USER_AGENT),
        context.apply(request));
  }
}
