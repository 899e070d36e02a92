package io.github.mcpmigrate.recipes.springai;

import io.github.mcpmigrate.recipes.McpEndpoint;
import org.jspecify.annotations.Nullable;

/**
 * Where a recipe takes servers that Spring AI makes.
 *
 * @param mcpEndpoint the path of Streamable HTTP
 * @param keepUrl whether that is the path where HTTP+SSE was
 * @param keepsSse whether HTTP+SSE is served on
 */
record SpringAiMove(String mcpEndpoint, boolean keepUrl, boolean keepsSse) {

  static SpringAiMove of(
      @Nullable String mcpEndpoint, @Nullable Boolean keepUrl, boolean keepsSse) {
    return new SpringAiMove(
        McpEndpoint.orDefault(mcpEndpoint), Boolean.TRUE.equals(keepUrl), keepsSse);
  }
}
