package com.example.notes;

import io.modelcontextprotocol.spec.McpServerTransportProvider;

class InMemoryTransport implements McpServerTransportProvider { ⟦not⟧
  private final java.util.Queue<String> messages = new java.util.ArrayDeque<>();
}
