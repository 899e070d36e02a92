package com.example.notes;

class Named {
  Class<?> load() throws ClassNotFoundException {
    return Class.forName("io.modelcontextprotocol.client.transport.HttpClientSseClientTransport"); ⟦use⟧
  }

  Class<?> other() throws ClassNotFoundException {
    return Class.forName("com.example.other.HttpClientSseClientTransport"); ⟦not⟧
  }

  Class<?> mentioned() throws ClassNotFoundException {
    return Class.forName("io.modelcontextprotocol.spec.McpSchema"); ⟦not⟧
  }
}
