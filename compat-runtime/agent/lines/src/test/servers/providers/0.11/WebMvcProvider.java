package legacy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.modelcontextprotocol.server.transport.WebMvcSseServerTransportProvider;

final class WebMvcProvider {

  private WebMvcProvider() {}

  static WebMvcSseServerTransportProvider create() {
    return WebMvcSseServerTransportProvider.builder()
        .objectMapper(new ObjectMapper())
        .sseEndpoint("/sse")
        .messageEndpoint("/mcp/message")
        .build();
  }
}
