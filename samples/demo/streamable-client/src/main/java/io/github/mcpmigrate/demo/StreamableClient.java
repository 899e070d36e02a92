package io.github.mcpmigrate.demo;

import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;

/** A client that speaks Streamable HTTP: MCP Java SDK 1.1. */
public final class StreamableClient {

  private StreamableClient() {}

  public static void main(String[] args) throws Exception {
    new DemoClient("streamable").run(HttpClientStreamableHttpTransport.builder(args[0]).build());
    System.exit(0);
  }
}
