package legacy;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

public final class WebMvcServer {

  static Tools tools;

  @Configuration
  @EnableWebMvc
  static class Routes {

    @Bean
    RouterFunction<ServerResponse> mcp() {
      // As Spring AI's auto-configuration: the routes before the server.
      var provider = WebMvcProvider.create();
      RouterFunction<ServerResponse> routes = provider.getRouterFunction();
      tools = new Tools(provider);
      return routes;
    }
  }

  public static void main(String[] args) throws Exception {
    AnnotationConfigWebApplicationContext spring = new AnnotationConfigWebApplicationContext();
    spring.register(Routes.class);
    int port = Container.start(args[0], new DispatcherServlet(spring), true, "", "/");
    Life.live(port, tools);
  }
}
