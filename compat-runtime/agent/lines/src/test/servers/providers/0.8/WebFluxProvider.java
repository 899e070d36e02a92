package legacy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.modelcontextprotocol.server.transport.WebFluxSseServerTransportProvider;

final class WebFluxProvider {

  private WebFluxProvider() {}

  static WebFluxSseServerTransportProvider create() {
    return new WebFluxSseServerTransportProvider(
        new ObjectMapper(), "/mcp/message", "/sse");
  }
}
