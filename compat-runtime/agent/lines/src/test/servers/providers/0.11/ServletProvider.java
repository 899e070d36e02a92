package legacy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.modelcontextprotocol.server.transport.HttpServletSseServerTransportProvider;

final class ServletProvider {

  private ServletProvider() {}

  static HttpServletSseServerTransportProvider create() {
    return HttpServletSseServerTransportProvider.builder()
        .objectMapper(new ObjectMapper())
        .sseEndpoint("/sse")
        .messageEndpoint("/mcp/message")
        .build();
  }
}
