package io.github.mcpmigrate.compat.homes.war;

import io.modelcontextprotocol.server.transport.WebMvcSseServerTransportProvider;
import jakarta.servlet.ServletContext;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;
import reactor.core.scheduler.Schedulers;

/**
 * A war on the SDK's WebMvc routes, as it was written for HTTP+SSE. Nobody closes its server: only
 * the routes are a bean.
 */
@EnableWebMvc
@Configuration
public class SpringServer {

  @Bean
  RouterFunction<ServerResponse> mcp(ServletContext context) {
    WebMvcSseServerTransportProvider provider =
        WebMvcSseServerTransportProvider.builder()
            .baseUrl(context.getContextPath())
            .sseEndpoint("/sse")
            .messageEndpoint("/mcp/message")
            .build();
    EchoServer.on(provider);
    return provider.getRouterFunction();
  }

  /** Reactor's own threads would keep the war in memory, with the agent or without. */
  @Bean
  DisposableBean reactor() {
    return () -> {
      if (Schedulers.class.getClassLoader() == SpringServer.class.getClassLoader()) {
        Schedulers.shutdownNow();
      }
    };
  }
}
