package legacy;

import io.modelcontextprotocol.server.transport.WebMvcSseServerTransportProvider;

final class WebMvcProvider {

  private WebMvcProvider() {}

  static WebMvcSseServerTransportProvider create() {
    return WebMvcSseServerTransportProvider.builder()
        .sseEndpoint("/sse")
        .messageEndpoint("/mcp/message")
        .build();
  }
}
