package io.github.mcpmigrate.recipes.sdk;

import java.util.List;
import java.util.Set;

/** What a server speaks over HTTP. */
enum ServerTransport {
  SSE(
      "SseServerTransportProvider",
      Set.of(
          "jsonMapper",
          "baseUrl",
          "sseEndpoint",
          "messageEndpoint",
          "keepAliveInterval",
          "contextExtractor",
          "securityValidator")),
  STREAMABLE(
      "StreamableServerTransportProvider",
      Set.of(
          "jsonMapper",
          "mcpEndpoint",
          "keepAliveInterval",
          "contextExtractor",
          "disallowDelete",
          "securityValidator")),
  /** Both of them, by mcp-compat-sdk. */
  DUAL(
      "DualTransportProvider",
      Set.of(
          "jsonMapper",
          "baseUrl",
          "sseEndpoint",
          "messageEndpoint",
          "mcpEndpoint",
          "keepAliveInterval",
          "contextExtractor",
          "disallowDelete",
          "maxRequestSize"));

  /** What {@code McpServer.sync} and {@code async} take for HTTP+SSE; since SDK 0.8. */
  static final String SSE_CONTRACT = "io.modelcontextprotocol.spec.McpServerTransportProvider";

  /** What they took in SDK 0.7, and still did in 0.8. */
  static final String FIRST_SSE_CONTRACT = "io.modelcontextprotocol.spec.ServerMcpTransport";

  /** What they take for the other two; since SDK 0.11. */
  static final String STREAMABLE_CONTRACT =
      "io.modelcontextprotocol.spec.McpStreamableServerTransportProvider";

  /** All that stands for HTTP+SSE among other transports. */
  static final List<String> SSE_CONTRACTS = List.of(SSE_CONTRACT, FIRST_SSE_CONTRACT);

  private final String suffix;
  private final Set<String> options;

  ServerTransport(String suffix, Set<String> options) {
    this.suffix = suffix;
    this.options = options;
  }

  /** What the names of its providers end with. */
  String suffix() {
    return suffix;
  }

  /** The options that every provider has, by the names of the servlet's builder. */
  Set<String> options() {
    return options;
  }
}
