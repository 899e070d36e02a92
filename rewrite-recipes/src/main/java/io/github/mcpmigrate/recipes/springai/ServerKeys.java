package io.github.mcpmigrate.recipes.springai;

import io.github.mcpmigrate.recipes.McpEndpoint;
import io.github.mcpmigrate.recipes.configuration.ConfigurationDocument;
import io.github.mcpmigrate.recipes.configuration.KeyChanges;
import io.github.mcpmigrate.recipes.configuration.KeyPath;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The keys {@code spring.ai.mcp.server.*} that concern the transport, and what becomes of them. The
 * same in Spring AI 1.1 and 2.0 (their spring-configuration-metadata.json). 1.0 has no {@code
 * protocol}.
 */
final class ServerKeys {

  static final String PREFIX = "spring.ai.mcp.server";

  static final KeyPath SERVER = KeyPath.of(PREFIX);
  static final KeyPath PROTOCOL = SERVER.then("protocol");
  static final KeyPath STDIO = SERVER.then("stdio");
  static final KeyPath SSE_ENDPOINT = SERVER.then("sse-endpoint");
  static final KeyPath MESSAGE_ENDPOINT = SERVER.then("sse-message-endpoint");
  static final KeyPath BASE_URL = SERVER.then("base-url");
  static final KeyPath KEEP_ALIVE = SERVER.then("keep-alive-interval");
  static final KeyPath MCP_ENDPOINT = SERVER.then("streamable-http.mcp-endpoint");
  static final KeyPath STREAMABLE_KEEP_ALIVE = SERVER.then("streamable-http.keep-alive-interval");

  static final String STREAMABLE = "STREAMABLE";

  /** All that Spring AI knows, in capital or small letters; with another it serves nothing. */
  private static final List<String> PROTOCOLS = List.of("SSE", STREAMABLE, "STATELESS");

  static final String DEFAULT_SSE_ENDPOINT = "/sse";

  /** What a person has to decide first about the protocol that a document chooses. */
  static Optional<String> question(ConfigurationDocument document) {
    return document
        .value(PROTOCOL)
        .filter(value -> PROTOCOLS.stream().noneMatch(value.strip()::equalsIgnoreCase))
        .map(
            value ->
                isElsewhere(value)
                    ? "whoever sets this protocol has to set STREAMABLE; SSE is what these recipes move away from"
                    : "Spring AI serves no MCP endpoint with this protocol: write SSE, STREAMABLE or STATELESS, then run again");
  }

  static boolean choosesSse(ConfigurationDocument document) {
    return document.value(PROTOCOL).filter("SSE"::equalsIgnoreCase).isPresent();
  }

  /** Whether a value is not, or not only, in the configuration itself. */
  static boolean isElsewhere(String value) {
    return value.contains("${");
  }

  private ServerKeys() {}

  /**
   * What becomes of a document of a server that speaks HTTP+SSE.
   *
   * @param first whether this is the document that decides on the protocol: an absent key means
   *     HTTP+SSE in every release, although the documentation of 2.0 says otherwise
   */
  static KeyChanges changes(ConfigurationDocument document, boolean first, SpringAiMove move) {
    KeyChanges changes = new KeyChanges();
    if (choosesSse(document)) {
      changes.set(PROTOCOL, STREAMABLE);
    } else if (first && document.value(PROTOCOL).isEmpty()) {
      changes.add("protocol", STREAMABLE);
    }
    mcpEndpoint(document, first, move)
        .filter(path -> document.value(MCP_ENDPOINT).isEmpty())
        .ifPresent(path -> changes.add("streamable-http.mcp-endpoint", path));
    Stream<KeyPath> ofSse = Stream.of(SSE_ENDPOINT, MESSAGE_ENDPOINT, BASE_URL, KEEP_ALIVE);
    if (move.keepsSse()) {
      ofSse.forEach(changes::addBeside);
    } else {
      ofSse.filter(key -> document.value(key).isPresent()).forEach(changes::remove);
      document
          .value(KEEP_ALIVE)
          .filter(interval -> document.value(STREAMABLE_KEEP_ALIVE).isEmpty())
          .ifPresent(
              interval ->
                  changes.move(KEEP_ALIVE, "streamable-http.keep-alive-interval", interval));
    }
    return changes;
  }

  private static Optional<String> mcpEndpoint(
      ConfigurationDocument document, boolean first, SpringAiMove move) {
    if (move.keepUrl()) {
      return document
          .value(SSE_ENDPOINT)
          .or(() -> first ? Optional.of(DEFAULT_SSE_ENDPOINT) : Optional.empty());
    }
    return first && !move.mcpEndpoint().equals(McpEndpoint.DEFAULT)
        ? Optional.of(move.mcpEndpoint())
        : Optional.empty();
  }
}
