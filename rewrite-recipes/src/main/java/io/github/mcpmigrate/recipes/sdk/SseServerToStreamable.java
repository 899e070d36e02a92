package io.github.mcpmigrate.recipes.sdk;

import io.github.mcpmigrate.recipes.McpEndpoint;
import lombok.EqualsAndHashCode;
import lombok.Value;
import org.jspecify.annotations.Nullable;
import org.openrewrite.Option;
import org.openrewrite.Validated;

/** Move servlet MCP servers to Streamable HTTP. */
@Value
@EqualsAndHashCode(callSuper = false)
public class SseServerToStreamable extends ServerMoveRecipe {

  @Option(
      displayName = "MCP endpoint",
      description = "The path that serves Streamable HTTP. Defaults to `/mcp`.",
      example = "/api/mcp",
      required = false)
  @Nullable String mcpEndpoint;

  @Option(displayName = "Keep URL", description = McpEndpoint.KEEP_URL, required = false)
  @Nullable Boolean keepUrl;

  String displayName = "Move servlet MCP servers to Streamable HTTP";

  String description =
      "Replaces `HttpServletSseServerTransportProvider` by "
          + "`HttpServletStreamableServerTransportProvider`, however it is built and "
          + "wherever it is declared. The provider is moved everywhere in a project or, if "
          + "one use cannot follow, nowhere.";

  @Override
  public Validated<Object> validate() {
    return super.validate().and(McpEndpoint.validate(mcpEndpoint, keepUrl));
  }

  @Override
  ServerMove move() {
    return ServerMove.fromSse(ServerTransport.STREAMABLE, mcpEndpoint, keepUrl);
  }
}
