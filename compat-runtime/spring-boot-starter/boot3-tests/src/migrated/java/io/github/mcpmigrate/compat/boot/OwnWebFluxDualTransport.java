package io.github.mcpmigrate.compat.boot;

import io.github.mcpmigrate.compat.sdk.WebFluxDualTransportProvider;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.annotation.Bean;
import org.springframework.web.reactive.function.server.RouterFunction;

/** A transport with routes of an application's own, which counts what comes by them. */
class OwnWebFluxDualTransport {

  static final AtomicInteger SEEN = new AtomicInteger();

  @Bean
  WebFluxDualTransportProvider transport() {
    return WebFluxDualTransportProvider.builder()
        .messageEndpoint("/mcp/message")
        .mcpEndpoint("/mcp")
        .build();
  }

  @Bean
  RouterFunction<?> routes(WebFluxDualTransportProvider transport) {
    return transport
        .getRouterFunction()
        .filter(
            (request, next) -> {
              SEEN.incrementAndGet();
              return next.handle(request);
            });
  }
}
