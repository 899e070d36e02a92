package legacy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.modelcontextprotocol.server.transport.HttpServletSseServerTransportProvider;

final class ServletProvider {

  private ServletProvider() {}

  static HttpServletSseServerTransportProvider create() {
    return new HttpServletSseServerTransportProvider(
        new ObjectMapper(), "/mcp/message", "/sse");
  }
}
