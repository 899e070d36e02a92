package io.github.mcpmigrate.demo;

import io.modelcontextprotocol.client.transport.HttpClientSseClientTransport;

/** A client of 2025 that speaks HTTP+SSE only: MCP Java SDK 0.11. */
public final class HttpSseClient {

  private HttpSseClient() {}

  public static void main(String[] args) throws Exception {
    new DemoClient("http-sse").run(HttpClientSseClientTransport.builder(args[0]).build());
    System.exit(0);
  }
}
