package io.github.mcpmigrate.recipes.kotlinsdk;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The calls that choose HTTP+SSE, and what to write in their place. */
enum KotlinCall {
  SERVER(
      Home.SDK,
      "mcp",
      "write mcpStreamableHttp(path = \"/mcp\") { .. } here, from Kotlin SDK 0.9.0 on: the block has a RoutingContext in place of a "
          + "ServerSSESession, and since 0.13.0 hosts other than localhost have to be in allowedHosts"),
  ROUTE(
      Home.SDK,
      "mcp",
      "the Kotlin SDK has no Streamable HTTP below a Route: write mcpStreamableHttp(path = ..) { .. } in the Application, from 0.9.0 "
          + "on, and see that what authenticate or route did for this is done there; since 0.13.0 hosts other than localhost have to "
          + "be in allowedHosts"),
  CLIENT(
      Home.SDK,
      "mcpSse",
      "write mcpStreamableHttp(url) here, from Kotlin SDK 0.7.2 on, with the server's MCP endpoint: reconnectionTime becomes "
          + "ReconnectionOptions(initialReconnectionDelay = ..)"),
  CLIENT_TRANSPORT(
      Home.SDK,
      "mcpSseTransport",
      "write mcpStreamableHttpTransport(url) here, from Kotlin SDK 0.7.2 on, with the server's MCP endpoint: reconnectionTime "
          + "becomes ReconnectionOptions(initialReconnectionDelay = ..)"),
  CLIENT_CLASS(
      Home.SDK,
      "SseClientTransport",
      "write StreamableHttpClientTransport(client, url) here, from Kotlin SDK 0.7.2 on, with the server's MCP endpoint: "
          + "reconnectionTime becomes ReconnectionOptions(initialReconnectionDelay = ..)"),
  KOOG_URL(Home.KOOG, "fromSseUrl", Home.KOOG_WAY),
  KOOG_TRANSPORT(Home.KOOG, "defaultSseTransport", Home.KOOG_WAY);

  /** Where the calls are imported from. */
  private static final class Home {
    private static final String SDK = "io.modelcontextprotocol.kotlin.sdk.";
    private static final String KOOG = "ai.koog.agents.mcp.";
    private static final String KOOG_WAY =
        "write McpToolRegistryProvider.streamableHttp { url = \"http://host:8080/mcp\" } here, from Koog 1.0.0-beta-preview7 on; up to "
            + "0.8.0 Koog has no Streamable HTTP, and fromTransport takes none";
  }

  private final String home;
  private final String method;
  private final String advice;

  KotlinCall(String home, String method, String advice) {
    this.home = home;
    this.method = method;
    this.advice = advice;
  }

  /**
   * @param imports of the file
   * @param below whether the call is made on a route
   */
  static Optional<KotlinCall> of(String method, boolean below, Set<String> imports) {
    return Stream.of(values())
        .filter(call -> call.method.equals(method))
        .filter(call -> call != (below ? SERVER : ROUTE))
        .filter(call -> imports.stream().anyMatch(call::isImportedBy))
        .findFirst();
  }

  /** Koog's are members of an object; the SDK's are imported by their own name. */
  private boolean isImportedBy(String name) {
    return name.startsWith(home)
        && (home.equals(Home.KOOG) || name.endsWith("." + method) || name.endsWith(".*"));
  }

  static boolean mayBeIn(Set<String> imports) {
    return imports.stream()
        .anyMatch(name -> name.startsWith(Home.SDK) || name.startsWith(Home.KOOG));
  }

  String method() {
    return method;
  }

  String advice() {
    return advice;
  }
}
