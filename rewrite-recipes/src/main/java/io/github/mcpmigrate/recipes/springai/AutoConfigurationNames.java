package io.github.mcpmigrate.recipes.springai;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The classes that configure Spring AI's transports by themselves, in 1.0, 1.1 and 2.0 (their
 * {@code AutoConfiguration.imports}), and those of 1.0 that have moved since.
 */
final class AutoConfigurationNames {

  private static final String AI = "org.springframework.ai.mcp.";

  /** Of a server on HTTP+SSE, with what is called so from 1.1 on, and its twin. */
  private record Server(String sse, String streamable) {}

  private static final Map<String, Server> SERVERS = new LinkedHashMap<>();
  private static final Map<String, String> CLIENTS = new LinkedHashMap<>();

  /** What lives elsewhere since 1.1. */
  private static final Map<String, String> MOVED =
      Map.of(
          AI + "server.autoconfigure.McpServerAutoConfiguration",
          AI + "server.common.autoconfigure.McpServerAutoConfiguration",
          AI + "client.autoconfigure.McpClientAutoConfiguration",
          AI + "client.common.autoconfigure.McpClientAutoConfiguration",
          AI + "client.autoconfigure.McpToolCallbackAutoConfiguration",
          AI + "client.common.autoconfigure.McpToolCallbackAutoConfiguration",
          AI + "client.autoconfigure.StdioTransportAutoConfiguration",
          AI + "client.common.autoconfigure.StdioTransportAutoConfiguration");

  static {
    for (String stack : Set.of("WebMvc", "WebFlux")) {
      String home = AI + "server.autoconfigure.";
      String home20 = AI + "server." + stack.toLowerCase(Locale.ROOT) + ".autoconfigure.";
      String sse = "McpServerSse" + stack + "AutoConfiguration";
      String streamable = "McpServerStreamableHttp" + stack + "AutoConfiguration";
      Server since11 = new Server(home + sse, home + streamable);
      SERVERS.put(home + "Mcp" + stack + "ServerAutoConfiguration", since11);
      SERVERS.put(home + sse, since11);
      SERVERS.put(home20 + sse, new Server(home20 + sse, home20 + streamable));
    }
    String http = "SseHttpClientTransportAutoConfiguration";
    String streamableHttp =
        AI + "client.httpclient.autoconfigure.StreamableHttpHttpClientTransportAutoConfiguration";
    String web = "SseWebFluxTransportAutoConfiguration";
    String streamableWeb =
        AI + "client.webflux.autoconfigure.StreamableHttpWebFluxTransportAutoConfiguration";
    CLIENTS.put(AI + "client.autoconfigure." + http, streamableHttp);
    CLIENTS.put(AI + "client.httpclient.autoconfigure." + http, streamableHttp);
    CLIENTS.put(AI + "client.autoconfigure." + web, streamableWeb);
    CLIENTS.put(AI + "client.webflux.autoconfigure." + web, streamableWeb);
  }

  private AutoConfigurationNames() {}

  /** Whether a class configures a server on HTTP+SSE. */
  static boolean isServer(String name) {
    return SERVERS.containsKey(name);
  }

  /** The classes that are called something else after a move, with their new names. */
  static Map<String, String> successors(CodeKeys keys) {
    Map<String, String> successors = new LinkedHashMap<>();
    if (keys.serverMoves()) {
      SERVERS.forEach(
          (name, server) ->
              successors.put(name, keys.move().keepsSse() ? server.sse() : server.streamable()));
    }
    if (keys.anyClientStays().isEmpty()) {
      successors.putAll(CLIENTS);
    }
    if (keys.rises()) {
      successors.putAll(MOVED);
    }
    successors.entrySet().removeIf(entry -> entry.getKey().equals(entry.getValue()));
    return successors;
  }

  /** A text with the new names of all classes in it; empty if there is none. */
  static Optional<String> replacedIn(String text, Map<String, String> successors) {
    String replaced = text;
    for (Map.Entry<String, String> entry : successors.entrySet()) {
      replaced = replaced.replaceAll(Pattern.quote(entry.getKey()) + "\\b", entry.getValue());
    }
    return replaced.equals(text) ? Optional.empty() : Optional.of(replaced);
  }
}
