package io.github.mcpmigrate.recipes.springai;

import io.github.mcpmigrate.recipes.McpEndpoint;
import io.github.mcpmigrate.recipes.ServerHost;
import io.github.mcpmigrate.recipes.configuration.ConfigurationDocument;
import io.github.mcpmigrate.recipes.configuration.KeyChanges;
import io.github.mcpmigrate.recipes.configuration.KeyPath;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The keys {@code spring.ai.mcp.client.sse.*} and what becomes of them. {@code
 * streamable-http.connections} exists from Spring AI 1.1.0 on; a connection keeps its name, by
 * which customizers and annotations know it.
 */
final class ClientKeys {

  static final String PREFIX = "spring.ai.mcp.client";

  private static final KeyPath CLIENT = KeyPath.of(PREFIX);
  private static final KeyPath SSE = CLIENT.then("sse");
  static final KeyPath CONNECTIONS = SSE.then("connections");
  private static final KeyPath URL = CONNECTIONS.then("*").then("url");
  private static final KeyPath ENDPOINT = CONNECTIONS.then("*").then("sse-endpoint");

  /** A literal URL: scheme and host, then the path. */
  private static final Pattern LITERAL_URL = Pattern.compile("([a-z]+://[^/?#]+)(/[^?#]*)?");

  private ClientKeys() {}

  static boolean areIn(ConfigurationDocument document) {
    return document.hasBelow(CONNECTIONS);
  }

  /** Whether a connection may lead to a server of the project that has it: not to a known host. */
  static boolean mayBeOfThisProject(ConfigurationDocument document) {
    return areIn(document) && urls(document).anyMatch(url -> !ServerHost.isElsewhere(url));
  }

  /** Whether nothing here says that a connection leads to a known host. */
  private static boolean mayBeNear(ConfigurationDocument document) {
    return mayBeOfThisProject(document) || urls(document).findAny().isEmpty();
  }

  private static Stream<String> urls(ConfigurationDocument document) {
    return document.values().entrySet().stream()
        .filter(entry -> entry.getKey().matches(URL))
        .map(Map.Entry::getValue);
  }

  static boolean isUrl(KeyPath key) {
    return key.matches(URL);
  }

  /**
   * What becomes of the connections.
   *
   * @param own where the build's own servers will have Streamable HTTP, by the path of their event
   *     stream
   */
  static KeyChanges changes(
      ConfigurationDocument document, SpringAiMove move, Map<String, String> own) {
    KeyChanges changes = new KeyChanges();
    if (!areIn(document)) {
      return changes;
    }
    Map<String, String> known = mayBeNear(document) ? own : Map.of();
    changes.rename(SSE, "streamable-http");
    changes.rename(ENDPOINT, "endpoint");
    for (Map.Entry<KeyPath, String> entry : document.values().entrySet()) {
      KeyPath key = entry.getKey();
      if (key.matches(ENDPOINT)) {
        endpoint(key, entry.getValue(), move, known, changes);
      } else if (key.matches(URL)) {
        url(key, entry.getValue(), changes);
        if (!hasEndpoint(document, key)) {
          String path = move.keepUrl() ? ServerKeys.DEFAULT_SSE_ENDPOINT : move.mcpEndpoint();
          if (!path.equals(McpEndpoint.DEFAULT)) {
            changes.addAfter(key, "endpoint", path);
          }
        }
      }
    }
    return changes;
  }

  private static boolean hasEndpoint(ConfigurationDocument document, KeyPath url) {
    return document.values().keySet().stream()
        .anyMatch(key -> key.matches(ENDPOINT) && key.startsWith(url.parent()));
  }

  private static void endpoint(
      KeyPath key, String path, SpringAiMove move, Map<String, String> own, KeyChanges changes) {
    if (move.keepUrl()) {
      return;
    }
    Optional<String> moved = Optional.ofNullable(own.get(path)).or(() -> moved(path, move));
    if (moved.isEmpty()) {
      changes.comment(key, "ask whoever runs this server where it serves Streamable HTTP");
    } else if (moved.get().equals(McpEndpoint.DEFAULT)) {
      changes.remove(key);
    } else {
      changes.set(key, moved.get());
    }
  }

  /** {@code /a/sse} becomes {@code /a/mcp}; of any other path nobody can tell. */
  private static Optional<String> moved(String path, SpringAiMove move) {
    String sse = ServerKeys.DEFAULT_SSE_ENDPOINT;
    String relative = sse.substring(1);
    if (path.equals(relative)) {
      return Optional.of(move.mcpEndpoint());
    }
    return path.endsWith(sse) && !path.contains("$")
        ? Optional.of(path.substring(0, path.length() - sse.length()) + move.mcpEndpoint())
        : Optional.empty();
  }

  /** HTTP+SSE took the path of a URL for nothing; Streamable HTTP does as well. */
  private static void url(KeyPath key, String url, KeyChanges changes) {
    Matcher parts = LITERAL_URL.matcher(url);
    if (parts.matches() && ServerKeys.DEFAULT_SSE_ENDPOINT.equals(parts.group(2))) {
      changes.set(key, parts.group(1));
    }
  }
}
