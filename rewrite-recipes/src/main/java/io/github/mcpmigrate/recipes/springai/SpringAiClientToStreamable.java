package io.github.mcpmigrate.recipes.springai;

import io.github.mcpmigrate.recipes.McpEndpoint;
import lombok.EqualsAndHashCode;
import lombok.Value;
import org.jspecify.annotations.Nullable;
import org.openrewrite.Option;
import org.openrewrite.Validated;

/** Move the connections of Spring AI clients to Streamable HTTP. */
@Value
@EqualsAndHashCode(callSuper = false)
public class SpringAiClientToStreamable extends SpringAiClientRecipe {

  @Option(
      displayName = "MCP endpoint",
      description = "The path of Streamable HTTP where HTTP+SSE was at `/sse`. Defaults to `/mcp`.",
      example = "/api/mcp",
      required = false)
  @Nullable String mcpEndpoint;

  @Option(displayName = "Keep URL", description = McpEndpoint.KEEP_URL, required = false)
  @Nullable Boolean keepUrl;

  String displayName = "Move the connections of Spring AI clients to Streamable HTTP";

  String description =
      "Moves `spring.ai.mcp.client.sse.connections` to `spring.ai.mcp.client.streamable-http.connections` in `.properties` and "
          + "YAML files of every profile, and their endpoints with them.";

  @Override
  public Validated<Object> validate() {
    return super.validate().and(McpEndpoint.validate(mcpEndpoint, keepUrl));
  }

  @Override
  SpringAiMove move() {
    return SpringAiMove.of(mcpEndpoint, keepUrl, false);
  }
}
