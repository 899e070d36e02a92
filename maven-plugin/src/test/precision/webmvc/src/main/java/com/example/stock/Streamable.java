package com.example.stock;

import io.modelcontextprotocol.server.transport.HttpServletStreamableServerTransportProvider;
import io.modelcontextprotocol.server.transport.StdioServerTransportProvider;

class Streamable {
  Object http() {
    return HttpServletStreamableServerTransportProvider.builder().mcpEndpoint("/mcp").build(); ⟦not⟧
  }

  Object stdio() {
    return new StdioServerTransportProvider(); ⟦not⟧
  }
}
