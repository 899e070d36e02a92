package legacy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.modelcontextprotocol.server.transport.WebFluxSseServerTransportProvider;

final class WebFluxProvider {

  private WebFluxProvider() {}

  static WebFluxSseServerTransportProvider create() {
    return WebFluxSseServerTransportProvider.builder()
        .objectMapper(new ObjectMapper())
        .sseEndpoint("/sse")
        .messageEndpoint("/mcp/message")
        .build();
  }
}
