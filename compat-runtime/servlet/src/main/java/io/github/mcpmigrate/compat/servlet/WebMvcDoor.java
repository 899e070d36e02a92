package io.github.mcpmigrate.compat.servlet;

import io.github.mcpmigrate.compat.engine.Engine;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;
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
   */
  public static RouterFunction<ServerResponse> router(
      Engine engine, List<String> paths, Function<ServerRequest, Object> context) {
    RouterFunctions.Builder routes = RouterFunctions.route();
    for (String path : paths) {
      routes.route(
          RequestPredicates.path(path),
          request -> new EngineResponse(engine, context.apply(request)));
    }
    return routes.build();
  }

  /** A response that the engine gives, now or later, in place of Spring. */
  private record EngineResponse(Engine engine, Object context) implements ServerResponse {

    @Override
    public ModelAndView writeTo(
        HttpServletRequest request, HttpServletResponse response, Context spring)
        throws ServletException {
      ServletDoor.open(engine, request, response, context);
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
