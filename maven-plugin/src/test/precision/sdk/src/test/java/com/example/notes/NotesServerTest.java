package com.example.notes;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.transport.HttpClientSseClientTransport;
import io.modelcontextprotocol.spec.ProtocolVersions;
import java.net.URI;
import java.net.URL;

class NotesServerTest {
  private final HttpClientSseClientTransport transport =
      HttpClientSseClientTransport.builder("http://localhost:8080").build(); ⟦use⟧

  void asks() throws Exception {
    URI.create("http://localhost:8080/sse"); ⟦use⟧
    new URL("http://localhost:8080" + "/mcp/message"); ⟦use⟧
    URI.create("http://localhost:8080/health"); ⟦not⟧
    new URL("http://localhost:8080/prices/sse"); ⟦not⟧
    // URI.create("http://localhost:8080/sse"); ⟦not⟧
  }

  void asserts(String version) {
    assertThat(version).isEqualTo("2024-11-05"); ⟦use⟧
    assertThat(version).isEqualTo(ProtocolVersions.MCP_2024_11_05); ⟦use⟧
    assertThat(version).isEqualTo("2025-11-25"); ⟦not⟧
    System.out.println("2024-11-05"); ⟦not⟧
    assertThat(version).as("2024-11-05 is old").isNotNull(); ⟦not⟧
  }
}
