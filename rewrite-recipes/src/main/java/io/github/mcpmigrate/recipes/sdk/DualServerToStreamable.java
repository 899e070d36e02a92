package io.github.mcpmigrate.recipes.sdk;

import lombok.EqualsAndHashCode;
import lombok.Value;

/** Drop HTTP+SSE from dual servlet MCP servers. */
@Value
@EqualsAndHashCode(callSuper = false)
public class DualServerToStreamable extends ServerMoveRecipe {

  String displayName = "Drop HTTP+SSE from dual servlet MCP servers";

  String description =
      "Replaces `HttpServletDualTransportProvider` of mcp-compat-sdk by "
          + "`HttpServletStreamableServerTransportProvider`, once every client speaks "
          + "Streamable HTTP.";

  @Override
  ServerMove move() {
    return new ServerMove(ServerTransport.DUAL, ServerTransport.STREAMABLE);
  }
}
