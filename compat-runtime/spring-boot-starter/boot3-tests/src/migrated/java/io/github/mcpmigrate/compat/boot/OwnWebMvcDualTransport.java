package io.github.mcpmigrate.compat.boot;

import io.github.mcpmigrate.compat.sdk.WebMvcDualTransportProvider;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/** A transport with routes of an application's own, which counts what comes by them. */
class OwnWebMvcDualTransport {

  static final AtomicInteger SEEN = new AtomicInteger();

  @Bean
  WebMvcDualTransportProvider transport() {
    return WebMvcDualTransportProvider.builder()
        .messageEndpoint("/mcp/message")
        .mcpEndpoint("/mcp")
        .build();
  }

  @Bean
  RouterFunction<ServerResponse> routes(WebMvcDualTransportProvider transport) {
    return transport
        .getRouterFunction()
        .filter(
            (request, next) -> {
              SEEN.incrementAndGet();
              return next.handle(request);
            });
  }
}
