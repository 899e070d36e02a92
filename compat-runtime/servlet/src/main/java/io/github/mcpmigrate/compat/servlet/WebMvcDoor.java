package io.github.mcpmigrate.compat.servlet;

import io.github.mcpmigrate.compat.conversation.Caller;
import io.github.mcpmigrate.compat.door.Reply;
import io.github.mcpmigrate.compat.engine.Engine;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** The engine behind a Spring WebMvc router function. */
public final class WebMvcDoor {

  private WebMvcDoor() {}

  /**
   * Routes every method of the endpoints to the engine.
   *
   * @param paths the engine's endpoints
   * @param context captures what the backend wants to know of a request; may return null
   * @param threadContext called on the thread of a request; what it gives is put around the
   *     handling when that goes on on another thread
   */
  public static RouterFunction<ServerResponse> router(
      Engine engine,
      List<String> paths,
      Function<ServerRequest, Object> context,
      Supplier<UnaryOperator<Runnable>> threadContext) {
    return router(engine, paths, context, threadContext, request -> null);
  }

  /**
   * The same, for who has something to say about who may come in.
   *
   * @param refusal what a request is answered that the engine is not to serve; null lets it
   *     through. Preflights are not asked about
   */
  public static RouterFunction<ServerResponse> router(
      Engine engine,
      List<String> paths,
      Function<ServerRequest, Object> context,
      Supplier<UnaryOperator<Runnable>> threadContext,
      Function<ServerRequest, Reply> refusal) {
    RouterFunctions.Builder routes = RouterFunctions.route();
    EngineHandler handler = new EngineHandler(engine, context, threadContext, refusal);
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
      Function<ServerRequest, Object> context,
      Supplier<UnaryOperator<Runnable>> threadContext,
      Function<ServerRequest, Reply> refusal)
      implements HandlerFunction<ServerResponse>, CorsConfigurationSource {

    @Override
    public ServerResponse handle(ServerRequest request) {
      Reply refused = refusal.apply(request);
      Object known = refused == null ? context.apply(request) : null;
      return new EngineResponse(engine, known, threadContext, refused);
    }

    @Override
    public CorsConfiguration getCorsConfiguration(HttpServletRequest request) {
      return CorsUtils.isPreFlightRequest(request)
          ? configuration(
              engine.preflight(
                  new ServletExchange(request, null, Caller.ANONYMOUS, UnaryOperator.identity())))
          : null;
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

  /**
   * A response that the engine gives, now or later, in place of Spring.
   *
   * @param refused null for a request that the engine serves
   */
  private record EngineResponse(
      Engine engine, Object context, Supplier<UnaryOperator<Runnable>> threadContext, Reply refused)
      implements ServerResponse {

    @Override
    public ModelAndView writeTo(
        HttpServletRequest request, HttpServletResponse response, Context spring)
        throws ServletException {
      if (refused != null) {
        ServletDoor.refuse(engine, request, response, refused);
      } else {
        ServletDoor.open(
            engine,
            request,
            response,
            context,
            RequestThread.of(request, response, threadContext.get()));
      }
      return null;
    }

    @Override
    public HttpStatusCode statusCode() {
      return HttpStatus.OK;
    }

    /** Deprecated in Spring 6 and gone in 7; harmless there. */
    public int rawStatusCode() {
      return 200;
    }

    @Override
    public HttpHeaders headers() {
      return new HttpHeaders();
    }

    @Override
    public MultiValueMap<String, Cookie> cookies() {
      return new LinkedMultiValueMap<>();
    }
  }
}
