package legacy;

import org.springframework.ai.mcp.server.webflux.transport.WebFluxSseServerTransportProvider;

final class WebFluxProvider {

  private WebFluxProvider() {}

  static WebFluxSseServerTransportProvider create() {
    return WebFluxSseServerTransportProvider.builder()
        .sseEndpoint("/sse")
        .messageEndpoint("/mcp/message")
        .build();
  }
}
