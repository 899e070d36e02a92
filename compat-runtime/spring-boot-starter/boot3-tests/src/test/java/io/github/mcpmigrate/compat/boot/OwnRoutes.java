package io.github.mcpmigrate.compat.boot;

import static org.springframework.web.servlet.function.RequestPredicates.path;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/** Routes of an application's own that let nobody in. */
final class OwnRoutes {

  private static RouterFunction<ServerResponse> closed() {
    return route(path("/mcp"), request -> ServerResponse.status(HttpStatus.FORBIDDEN).build());
  }

  static class Named {

    @Bean({"webMvcStreamableServerRouterFunction", "routes"})
    RouterFunction<ServerResponse> routes() {
      return closed();
    }
  }

  static class Unnamed {

    @Bean
    RouterFunction<ServerResponse> routes() {
      return closed();
    }
  }

  private OwnRoutes() {}
}
