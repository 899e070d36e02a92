package io.github.mcpmigrate.compat.webflux;

import io.github.mcpmigrate.compat.conversation.Caller;
import io.github.mcpmigrate.compat.door.Reply;
import io.github.mcpmigrate.compat.engine.Engine;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.CorsConfigurationSource;
import org.springframework.web.cors.reactive.CorsUtils;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/** The engine behind a Spring WebFlux router function. */
public final class WebFluxDoor {

  private WebFluxDoor() {}

  /**
   * Routes every method of the endpoints to the engine.
   *
   * @param paths the engine's endpoints
   * @param context captures what the backend wants to know of a request and of the Reactor context
   *     it came in; may return null
   */
  public static RouterFunction<ServerResponse> router(
      Engine engine, List<String> paths, BiFunction<ServerRequest, ContextView, Object> context) {
    return router(engine, paths, context, request -> Mono.empty());
  }

  /**
   * The same, for who has something to say about who may come in.
   *
   * @param refusal what a request is answered that the engine is not to serve; empty lets it
   *     through. Preflights are not asked about
   */
  public static RouterFunction<ServerResponse> router(
      Engine engine,
      List<String> paths,
      BiFunction<ServerRequest, ContextView, Object> context,
      Function<ServerRequest, Mono<Reply>> refusal) {
    RouterFunctions.Builder routes = RouterFunctions.route();
    EngineHandler handler = new EngineHandler(engine, context, refusal);
    for (String path : paths) {
      // With or without a slash at the end: a redirect would turn a POST into a GET.
      routes.route(RequestPredicates.path(path).or(RequestPredicates.path(path + '/')), handler);
    }
    return routes.build();
  }

  /**
   * Spring answers preflights itself, and refuses them where it was told nothing of CORS. It asks
   * the handler; the engine knows.
   */
  private record EngineHandler(
      Engine engine,
      BiFunction<ServerRequest, ContextView, Object> context,
      Function<ServerRequest, Mono<Reply>> refusal)
      implements HandlerFunction<ServerResponse>, CorsConfigurationSource {

    @Override
    public Mono<ServerResponse> handle(ServerRequest request) {
      return refusal
          .apply(request)
          .map(Optional::of)
          .defaultIfEmpty(Optional.empty())
          .flatMap(
              refused ->
                  refused.isPresent()
                      ? refuse(engine, request, refused.get())
                      : serve(engine, request, context));
    }

    @Override
    public CorsConfiguration getCorsConfiguration(ServerWebExchange exchange) {
      if (!CorsUtils.isPreFlightRequest(exchange.getRequest())) {
        return null;
      }
      ServerRequest request = ServerRequest.create(exchange, List.of());
      return configuration(engine.preflight(new WebFluxExchange(request, Caller.ANONYMOUS, null)));
    }

    private static CorsConfiguration configuration(Reply preflight) {
      CorsConfiguration cors = new CorsConfiguration();
      Map<String, String> headers = preflight.headers();
      String origin = headers.get(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN);
      if (origin != null) {
        cors.addAllowedOrigin(origin);
        cors.setAllowedMethods(
            List.of(headers.get(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS).split(", ")));
        cors.setAllowedHeaders(
            List.of(headers.get(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS).split(", ")));
        cors.setMaxAge(Long.valueOf(headers.get(HttpHeaders.ACCESS_CONTROL_MAX_AGE)));
      }
      return cors;
    }
  }

  private static Mono<ServerResponse> refuse(Engine engine, ServerRequest request, Reply reply) {
    return Mono.create(
        answer -> engine.refuse(new WebFluxExchange(request, Caller.ANONYMOUS, answer), reply));
  }

  private static Mono<ServerResponse> serve(
      Engine engine,
      ServerRequest request,
      BiFunction<ServerRequest, ContextView, Object> context) {
    return Mono.deferContextual(
        reactor ->
            request
                .principal()
                .map(Optional::<Principal>of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(
                    principal ->
                        serve(
                            engine, request, caller(principal, context.apply(request, reactor)))));
  }

  private static Mono<ServerResponse> serve(Engine engine, ServerRequest request, Caller caller) {
    return Mono.create(answer -> engine.serve(new WebFluxExchange(request, caller, answer)));
  }

  private static Caller caller(Optional<Principal> principal, Object context) {
    return new Caller(principal.map(Principal::getName).orElse(null), context);
  }
}
