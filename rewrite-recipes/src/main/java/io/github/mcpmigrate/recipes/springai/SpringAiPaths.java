package io.github.mcpmigrate.recipes.springai;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
 */
public record SpringAiPaths(Set<String> legacy, boolean certain, @Nullable String streamable) {

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

  /** Where the servers that speak HTTP+SSE have their event streams. */
  static Set<String> ofEventStreams(SpringAiServers servers) {
    return servers.modules().values().stream()
        .filter(SpringAiServers.Module::speaksSse)
        .flatMap(
            module ->
                module.values(ServerKeys.SSE_ENDPOINT, ServerKeys.DEFAULT_SSE_ENDPOINT).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The paths of the server in a file's module that is on both transports and loses one. */
  public static Optional<SpringAiPaths> dropping(SpringAiServers servers, SourceFile source) {
    return servers.onBoth(source).map(module -> of(module, SpringAiMove.of(null, null, false)));
  }

  private static SpringAiPaths of(SpringAiServers.Module module, SpringAiMove move) {
    Set<String> sse = module.values(ServerKeys.SSE_ENDPOINT, ServerKeys.DEFAULT_SSE_ENDPOINT);
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
            .orElse(null));
  }

  private static boolean isComputed(String value) {
    return Stream.of("${", "@", "#{").anyMatch(value::contains);
  }
}
