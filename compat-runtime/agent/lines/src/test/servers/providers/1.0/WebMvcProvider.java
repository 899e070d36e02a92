package legacy;

import org.springframework.ai.mcp.server.webmvc.transport.WebMvcSseServerTransportProvider;

final class WebMvcProvider {

  private WebMvcProvider() {}

  static WebMvcSseServerTransportProvider create() {
    return WebMvcSseServerTransportProvider.builder()
        .sseEndpoint("/sse")
        .messageEndpoint("/mcp/message")
        .build();
  }
}
