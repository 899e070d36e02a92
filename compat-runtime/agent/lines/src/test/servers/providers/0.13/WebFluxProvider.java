package legacy;

import io.modelcontextprotocol.server.transport.WebFluxSseServerTransportProvider;

final class WebFluxProvider {

  private WebFluxProvider() {}

  static WebFluxSseServerTransportProvider create() {
    return WebFluxSseServerTransportProvider.builder()
        .sseEndpoint("/sse")
        .messageEndpoint("/mcp/message")
        .build();
  }
}
