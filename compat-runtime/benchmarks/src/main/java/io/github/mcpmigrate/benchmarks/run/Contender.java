package io.github.mcpmigrate.benchmarks.run;

import io.github.mcpmigrate.benchmarks.load.EventLoop;
import io.github.mcpmigrate.benchmarks.load.HttpSseClient;
import io.github.mcpmigrate.benchmarks.load.McpClient;
import io.github.mcpmigrate.benchmarks.load.StreamableClient;
import io.github.mcpmigrate.benchmarks.load.Target;

/** What is measured: a server, and the transport its clients use. */
enum Contender {
  OURS_STREAMABLE("ours, Streamable HTTP", "dual", "/mcp", false),
  SDK_STREAMABLE("SDK, Streamable servlet", "sdk-streamable", "/mcp", false),
  QUARKUS_STREAMABLE("Quarkus MCP, Streamable", "quarkus", "/mcp", false),
  OURS_SSE("ours, HTTP+SSE", "dual", "/sse", true),
  SDK_SSE("SDK, HTTP+SSE servlet", "sdk-sse", "/sse", true),
  QUARKUS_SSE("Quarkus MCP, HTTP+SSE", "quarkus", "/mcp/sse", true),
  SDK_LIMIT("bare servlet + SDK server", "sdk-limit", "/mcp", false),
  SDK_LIMIT_SSE("bare servlet, HTTP+SSE + SDK server", "sdk-limit", "/sse", true),
  BARE("bare servlet", "bare", "/mcp", false),
  BARE_SSE("bare servlet, HTTP+SSE", "bare", "/sse", true);

  private final String label;
  private final String server;
  private final String path;
  private final boolean httpSse;

  Contender(String label, String server, String path, boolean httpSse) {
    this.label = label;
    this.server = server;
    this.path = path;
    this.httpSse = httpSse;
  }

  String label() {
    return label;
  }

  /** The name of the server, as {@link ServerProcess#start} takes it. */
  String server() {
    return server;
  }

  boolean httpSse() {
    return httpSse;
  }

  McpClient client(EventLoop loop, int port, McpClient.Answered observer) {
    Target target = new Target(port, path);
    return httpSse
        ? new HttpSseClient(loop, target, observer)
        : new StreamableClient(loop, target, observer);
  }

  /** Whether it only shows how far one could get. */
  boolean limit() {
    return server.equals("bare") || server.equals("sdk-limit");
  }

  /** The SDK's provider for the same transport. */
  Contender sdk() {
    return httpSse ? SDK_SSE : SDK_STREAMABLE;
  }

  /** Quarkus on the same transport. */
  Contender quarkus() {
    return httpSse ? QUARKUS_SSE : QUARKUS_STREAMABLE;
  }
}
