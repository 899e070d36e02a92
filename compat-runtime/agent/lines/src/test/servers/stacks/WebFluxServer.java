package legacy;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.web.reactive.config.EnableWebFlux;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;
import reactor.netty.http.server.HttpServer;

public final class WebFluxServer {

  static Tools tools;

  @Configuration
  @EnableWebFlux
  static class Routes {

    @Bean
    RouterFunction<?> mcp() {
      // As Spring AI's auto-configuration: the routes before the server.
      var provider = WebFluxProvider.create();
      RouterFunction<?> routes = provider.getRouterFunction();
      tools = new Tools(provider);
      return routes;
    }
  }

  public static void main(String[] args) throws Exception {
    AnnotationConfigApplicationContext spring =
        new AnnotationConfigApplicationContext(Routes.class);
    int port =
        HttpServer.create()
            .host("127.0.0.1")
            .port(0)
            .handle(
                new ReactorHttpHandlerAdapter(
                    WebHttpHandlerBuilder.applicationContext(spring).build()))
            .bindNow()
            .port();
    Life.live(port, tools);
  }
}
