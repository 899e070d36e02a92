package com.example;

import com.google.adk.tools.mcp.SseServerParameters;

class AdkAgent {
  Object make() {
    return SseServerParameters.builder().url("http://localhost").build(); ⟦use⟧
  }
}
