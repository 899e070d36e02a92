package com.example.notes;

import io.modelcontextprotocol.client.transport.HttpClientSseClientTransport;
import java.util.List;

class Generic {
  private List<HttpClientSseClientTransport> transports; ⟦use⟧
}
