package io.github.mcpmigrate.recipes.springai;

import io.github.mcpmigrate.recipes.McpEndpoint;
import lombok.EqualsAndHashCode;
import lombok.Value;
import org.jspecify.annotations.Nullable;
import org.openrewrite.Option;
import org.openrewrite.Validated;

/** Move the configuration of Spring AI servers to Streamable HTTP. */
@Value
@EqualsAndHashCode(callSuper = false)
public class SpringAiServerToStreamable extends SpringAiServerRecipe {

  @Option(
      displayName = "MCP endpoint",
      description = "The path that serves Streamable HTTP. Defaults to `/mcp`.",
      example = "/api/mcp",
      required = false)
  @Nullable String mcpEndpoint;

  @Option(displayName = "Keep URL", description = McpEndpoint.KEEP_URL, required = false)
  @Nullable Boolean keepUrl;

  String displayName = "Move the configuration of Spring AI servers to Streamable HTTP";

  String description =
      "Writes `spring.ai.mcp.server.protocol=STREAMABLE` where it is missing or `SSE`, and moves or removes the keys that "
          + "only HTTP+SSE has, in `.properties` and YAML files of every profile.";

  @Override
  public Validated<Object> validate() {
    return super.validate().and(McpEndpoint.validate(mcpEndpoint, keepUrl));
  }

  @Override
  SpringAiMove move() {
    return SpringAiMove.of(mcpEndpoint, keepUrl, false);
  }
}
