package legacy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.modelcontextprotocol.server.transport.WebMvcSseServerTransportProvider;

final class WebMvcProvider {

  private WebMvcProvider() {}

  static WebMvcSseServerTransportProvider create() {
    return new WebMvcSseServerTransportProvider(
        new ObjectMapper(), "/mcp/message", "/sse");
  }
}
