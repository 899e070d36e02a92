package com.example;

import io.agentscope.core.tool.mcp.McpClientBuilder;

class Scope {
  Object make() {
    return McpClientBuilder.create("a").sseTransport("http://localhost/x").build(); ⟦use⟧
  }
}
