package io.github.mcpmigrate.compat.boot;

import io.modelcontextprotocol.server.transport.WebMvcStreamableServerTransportProvider;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/** A transport with routes of an application's own, which counts what comes by them. */
class OwnWebMvcTransport {

  static final AtomicInteger SEEN = new AtomicInteger();

  @Bean
  WebMvcStreamableServerTransportProvider transport() {
    return WebMvcStreamableServerTransportProvider.builder()
        .mcpEndpoint("/mcp")
        .build();
  }

  @Bean({"webMvcStreamableServerRouterFunction", "routes"})
  RouterFunction<ServerResponse> routes(WebMvcStreamableServerTransportProvider transport) {
    return transport
        .getRouterFunction()
        .filter(
            (request, next) -> {
              SEEN.incrementAndGet();
              return next.handle(request);
            });
  }
}
