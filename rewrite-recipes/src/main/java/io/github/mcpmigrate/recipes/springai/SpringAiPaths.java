package io.github.mcpmigrate.recipes.springai;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openrewrite.SourceFile;

/**
 * The paths of a server that Spring AI makes, as its configuration says.
 *
 * @param legacy those of HTTP+SSE, whatever the profile
 * @param certain whether the server has all of them at once: none is computed, and none is another
 *     profile's
 * @param streamable that of Streamable HTTP after a move; null if nobody can tell
 * @param prefixes what the application puts before all of them
 */
public record SpringAiPaths(
    Set<String> legacy, boolean certain, @Nullable String streamable, PathPrefixes prefixes) {

  static final String DEFAULT_MESSAGE_ENDPOINT = "/mcp/message";

  public SpringAiPaths {
    legacy = Set.copyOf(legacy);
  }

  /**
   * The paths of the server in a file's module that leaves HTTP+SSE alone; empty if there is none,
   * or if it has to stay.
   *
   * @param keepsSse whether HTTP+SSE is served on
   */
  public static Optional<SpringAiPaths> moved(
      SpringAiServers servers,
      SourceFile source,
      @Nullable String mcpEndpoint,
      @Nullable Boolean keepUrl,
      boolean keepsSse) {
    return servers
        .legacy(source)
        .filter(module -> moves(module, keepsSse))
        .map(module -> of(module, SpringAiMove.of(mcpEndpoint, keepUrl, keepsSse)));
  }

  private static boolean moves(SpringAiServers.Module module, boolean keepsSse) {
    return (keepsSse ? module.obstacleToBoth() : module.obstacle()).isEmpty();
  }

  /** The paths of the first server of the build that leaves HTTP+SSE alone, as {@link #moved}. */
  public static Optional<SpringAiPaths> movedSomewhere(
      SpringAiServers servers,
      @Nullable String mcpEndpoint,
      @Nullable Boolean keepUrl,
      boolean keepsSse) {
    return servers.modules().values().stream()
        .filter(module -> module.speaksSse() && moves(module, keepsSse))
        .map(module -> of(module, SpringAiMove.of(mcpEndpoint, keepUrl, keepsSse)))
        .findFirst();
  }

  /**
   * Where the build's own servers that have their event stream at a path have Streamable HTTP after
   * a move, as clients see both: with whatever the application puts before its paths.
   */
  public static Map<String, String> ofOwnServers(
      SpringAiServers servers,
      @Nullable String mcpEndpoint,
      @Nullable Boolean keepUrl,
      boolean keepsSse) {
    return ofOwnServers(servers, SpringAiMove.of(mcpEndpoint, keepUrl, keepsSse));
  }

  static Map<String, String> ofOwnServers(SpringAiServers servers, SpringAiMove move) {
    Map<String, String> own = new HashMap<>();
    Set<String> ambiguous = new HashSet<>();
    servers.modules().values().stream()
        .filter(module -> module.speaksSse() || module.isOnBoth())
        .forEach(
            module -> {
              SpringAiPaths paths = of(module, move);
              Set<String> prefixes = new HashSet<>(paths.prefixes().all());
              prefixes.add("");
              for (String sse : eventStreams(module)) {
                for (String prefix : prefixes) {
                  String old = prefix + sse;
                  if (paths.streamable() == null) {
                    ambiguous.add(old);
                  } else if (!(prefix + paths.streamable())
                      .equals(own.computeIfAbsent(old, o -> prefix + paths.streamable()))) {
                    ambiguous.add(old);
                  }
                }
              }
            });
    ambiguous.forEach(own::remove);
    return Map.copyOf(own);
  }

  /** Where the build's own servers take messages, as {@link #ofOwnServers}. */
  public static Set<String> messagesOfOwnServers(SpringAiServers servers) {
    Set<String> own = new HashSet<>();
    servers.modules().values().stream()
        .filter(module -> module.speaksSse() || module.isOnBoth())
        .forEach(
            module -> {
              Set<String> prefixes = new HashSet<>(PathPrefixes.of(module.documents()).all());
              prefixes.add("");
              module.values(ServerKeys.MESSAGE_ENDPOINT, DEFAULT_MESSAGE_ENDPOINT).stream()
                  .filter(path -> !isComputed(path))
                  .forEach(path -> prefixes.forEach(prefix -> own.add(prefix + path)));
            });
    return own;
  }

  private static Set<String> eventStreams(SpringAiServers.Module module) {
    return module.values(ServerKeys.SSE_ENDPOINT, ServerKeys.DEFAULT_SSE_ENDPOINT);
  }

  /** The paths of the server in a file's module that is on both transports and loses one. */
  public static Optional<SpringAiPaths> dropping(SpringAiServers servers, SourceFile source) {
    return servers.onBoth(source).map(module -> of(module, SpringAiMove.of(null, null, false)));
  }

  private static SpringAiPaths of(SpringAiServers.Module module, SpringAiMove move) {
    Set<String> sse = eventStreams(module);
    Set<String> messages = module.values(ServerKeys.MESSAGE_ENDPOINT, DEFAULT_MESSAGE_ENDPOINT);
    Set<String> streamable =
        module.values(
            ServerKeys.MCP_ENDPOINT, move.keepUrl() ? sse.iterator().next() : move.mcpEndpoint());
    Set<String> legacy = new LinkedHashSet<>(sse);
    legacy.addAll(messages);
    boolean known = legacy.stream().noneMatch(SpringAiPaths::isComputed);
    legacy.removeIf(SpringAiPaths::isComputed);
    return new SpringAiPaths(
        legacy,
        known && sse.size() == 1 && messages.size() == 1,
        streamable.stream()
            .filter(path -> streamable.size() == 1 && !isComputed(path))
            .findFirst()
            .orElse(null),
        PathPrefixes.of(module.documents()));
  }

  static boolean isComputed(String value) {
    return Stream.of("${", "@", "#{").anyMatch(value::contains);
  }
}
