package io.github.mcpmigrate.recipes.sdk;

import io.github.mcpmigrate.recipes.McpEndpoint;
import lombok.EqualsAndHashCode;
import lombok.Value;
import org.jspecify.annotations.Nullable;
import org.openrewrite.Option;
import org.openrewrite.Validated;

/** Let CORS rules give browser clients what Streamable HTTP needs. */
@Value
@EqualsAndHashCode(callSuper = false)
public class CorsForStreamableHttp extends CorsRecipe {

  @Option(
      displayName = "MCP endpoint",
      description = "The path that serves Streamable HTTP. Defaults to `/mcp`.",
      example = "/api/mcp",
      required = false)
  @Nullable String mcpEndpoint;

  @Option(displayName = "Keep URL", description = McpEndpoint.KEEP_URL, required = false)
  @Nullable Boolean keepUrl;

  @Option(
      displayName = "Keep HTTP+SSE",
      description = "Whether the servers are on both transports afterwards. Defaults to `false`.",
      required = false)
  @Nullable Boolean dual;

  String displayName = "Let CORS rules give browser clients what Streamable HTTP needs";

  String description =
      "Where Spring's CORS rules are for the path of a server that moves, they expose the header `Mcp-Session-Id` and allow the "
          + "request headers of Streamable HTTP. The method DELETE is added for that path alone; what has to be decided is reported.";

  @Override
  public Validated<Object> validate() {
    return super.validate().and(McpEndpoint.validate(mcpEndpoint, keepUrl));
  }

  @Override
  ServerMove move() {
    return ServerMove.fromSse(
        Boolean.TRUE.equals(dual) ? ServerTransport.DUAL : ServerTransport.STREAMABLE,
        mcpEndpoint,
        keepUrl);
  }
}
