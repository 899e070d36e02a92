package io.github.mcpmigrate.recipes.sdk;

/** A web stack that MCP servers run on, and where its transports live. */
enum ServerStack {
  SERVLET("HttpServlet", "io.modelcontextprotocol.server.transport"),
  WEBMVC("WebMvc", "io.modelcontextprotocol.server.transport"),
  WEBFLUX("WebFlux", "io.modelcontextprotocol.server.transport"),
  /** WebMvc with SDK 1.0 and later. */
  SPRING_AI_WEBMVC("WebMvc", "org.springframework.ai.mcp.server.webmvc.transport"),
  /** WebFlux with SDK 1.0 and later. */
  SPRING_AI_WEBFLUX("WebFlux", "org.springframework.ai.mcp.server.webflux.transport");

  private final String prefix;
  private final String home;

  ServerStack(String prefix, String home) {
    this.prefix = prefix;
    this.home = home;
  }

  /** What the names of its transports begin with. */
  String prefix() {
    return prefix;
  }

  /** The package of the SDK's own transports, or of those that Spring AI took over. */
  String home() {
    return home;
  }

  boolean isWebFlux() {
    return this == WEBFLUX || this == SPRING_AI_WEBFLUX;
  }

  boolean isSpringAi() {
    return this == SPRING_AI_WEBMVC || this == SPRING_AI_WEBFLUX;
  }

  /** The same stack where Spring AI has its transports; the servlet's stay with the SDK. */
  ServerStack inSpringAi() {
    return switch (this) {
      case WEBMVC -> SPRING_AI_WEBMVC;
      case WEBFLUX -> SPRING_AI_WEBFLUX;
      default -> this;
    };
  }
}
