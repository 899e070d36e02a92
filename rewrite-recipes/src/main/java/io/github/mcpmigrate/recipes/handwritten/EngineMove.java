package io.github.mcpmigrate.recipes.handwritten;

import io.github.mcpmigrate.recipes.McpEndpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What servers by hand serve after a move.
 *
 * @param dual whether HTTP+SSE stays, beside Streamable HTTP
 * @param mcpEndpoint the path of Streamable HTTP; null if it is the one where HTTP+SSE was
 */
record EngineMove(boolean dual, @Nullable String mcpEndpoint) {

  static EngineMove of(
      @Nullable String servers, @Nullable String mcpEndpoint, @Nullable Boolean keepUrl) {
    return new EngineMove(
        "dual".equals(servers),
        Boolean.TRUE.equals(keepUrl) ? null : McpEndpoint.orDefault(mcpEndpoint));
  }

  /** Why a server cannot move whose paths are these; empty where nobody can tell them. */
  Optional<String> whyNot(Optional<String> ssePath, Optional<String> messagePath) {
    boolean isTold = ssePath.isPresent() && (messagePath.isPresent() || !dual);
    return isTold || !dual && mcpEndpoint != null
        ? Optional.empty()
        : Optional.of("the paths of the old endpoints are not written as strings");
  }

  /** The path of Streamable HTTP of a server. */
  String mcpPath(Optional<String> ssePath) {
    return mcpEndpoint == null ? ssePath.orElseThrow() : mcpEndpoint;
  }

  /** The calls on the engine's builder, one a line. */
  List<String> options(Optional<String> ssePath, Optional<String> messagePath) {
    List<String> lines = new ArrayList<>();
    lines.add(".mcpEndpoint(\"%s\")".formatted(mcpPath(ssePath)));
    if (dual) {
      lines.add(
          ".httpSse(\"%s\", \"%s\")".formatted(ssePath.orElseThrow(), messagePath.orElseThrow()));
      if (mcpPath(ssePath).equals(ssePath.orElseThrow())) {
        lines.add(".settings(options -> options.sameUrl(true))");
      }
    }
    lines.add(".build()");
    return lines;
  }
}
