package legacy;

import io.modelcontextprotocol.server.transport.HttpServletSseServerTransportProvider;

final class ServletProvider {

  private ServletProvider() {}

  static HttpServletSseServerTransportProvider create() {
    return HttpServletSseServerTransportProvider.builder()
        .sseEndpoint("/sse")
        .messageEndpoint("/mcp/message")
        .build();
  }
}
