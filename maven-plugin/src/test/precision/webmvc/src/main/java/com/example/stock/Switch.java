package com.example.stock;

import org.springframework.beans.factory.annotation.Value;

class Switch {
  enum Kind {
    SSE, ⟦not⟧
    STREAMABLE
  }

  @Value("${spring.ai.mcp.server.sse-endpoint:/stock/sse}") ⟦use⟧
  String endpoint;

  @Value("${prices.sse-endpoint:/prices/sse}") ⟦not⟧
  String prices;

  String help() {
    return "set spring.ai.mcp.server.sse-endpoint to move the server"; ⟦not⟧
  }

  Kind kind(String word) {
    return "sse".equals(word) ? Kind.SSE : Kind.STREAMABLE; ⟦not⟧
  }
}
