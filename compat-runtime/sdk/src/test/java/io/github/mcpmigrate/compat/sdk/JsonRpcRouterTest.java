package io.github.mcpmigrate.compat.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpmigrate.compat.servlet.JsonRpcRouter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/** The router as an application has it: a bean among others. */
class JsonRpcRouterTest {

  @EnableWebMvc
  @Configuration
  static class Application implements WebMvcConfigurer {

    final HandwrittenServer server = new HandwrittenServer();

    @Bean
    RouterFunction<ServerResponse> mcpRouter() {
      return JsonRpcRouter.builder(server).httpSse("/sse", "/messages").build();
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
      registry.addInterceptor(
          new HandlerInterceptor() {
            @Override
            public boolean preHandle(
                HttpServletRequest request, HttpServletResponse response, Object handler) {
              boolean known = "Bearer ada".equals(request.getHeader("Authorization"));
              if (!known) {
                response.setStatus(401);
              }
              return known;
            }
          });
    }
  }

  @Test
  void interceptorsStandBeforeItAndTheApplicationClosesIt() throws Exception {
    AnnotationConfigWebApplicationContext spring = new AnnotationConfigWebApplicationContext();
    spring.register(Application.class);
    try (Door.Running running = Door.WEBMVC.serve(new DispatcherServlet(spring))) {
      RawClient client = new RawClient("http://127.0.0.1:" + running.port());
      String initialize = RawClient.INITIALIZE.formatted("2025-06-18");
      assertThat(client.send("POST", "/mcp", initialize).statusCode()).isEqualTo(401);
      assertThat(client.send("GET", "/sse", null).statusCode()).isEqualTo(401);
      assertThat(client.send("POST", "/messages?sessionId=x", initialize).statusCode())
          .isEqualTo(401);
      HttpResponse<String> known =
          client.send("POST", "/mcp", initialize, "Authorization", "Bearer ada");
      assertThat(known.statusCode()).isEqualTo(200);
      HandwrittenServer server = spring.getBean(Application.class).server;
      assertThat(server.closed).isEmpty();
      spring.close();
      assertThat(server.closed).hasSize(1);
    }
  }
}
