package io.github.mcpmigrate.compat.boot;

import io.modelcontextprotocol.server.transport.WebFluxStreamableServerTransportProvider;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.annotation.Bean;
import org.springframework.web.reactive.function.server.RouterFunction;

/** A transport with routes of an application's own, which counts what comes by them. */
class OwnWebFluxTransport {

  static final AtomicInteger SEEN = new AtomicInteger();

  @Bean
  WebFluxStreamableServerTransportProvider transport() {
    return WebFluxStreamableServerTransportProvider.builder()
        .messageEndpoint("/mcp")
        .build();
  }

  @Bean({"webFluxStreamableServerRouterFunction", "routes"})
  RouterFunction<?> routes(WebFluxStreamableServerTransportProvider transport) {
    return transport
        .getRouterFunction()
        .filter(
            (request, next) -> {
              SEEN.incrementAndGet();
              return next.handle(request);
            });
  }
}
