package com.example.notes;

import io.modelcontextprotocol.client.transport.*;

class Star {
  Object client(String base) {
    return new HttpClientSseClientTransport(base); ⟦use⟧
  }
}
