package io.github.mcpmigrate.recipes.sdk;

import lombok.EqualsAndHashCode;
import lombok.Value;
import org.jspecify.annotations.Nullable;

/** Drop HTTP+SSE from dual servlet MCP servers. */
@Value
@EqualsAndHashCode(callSuper = false)
public class DualServerToStreamable extends ServerProviderMove {

  String displayName = "Drop HTTP+SSE from dual servlet MCP servers";

  String description =
      "Replaces `HttpServletDualTransportProvider` of mcp-compat-sdk by "
          + "`HttpServletStreamableServerTransportProvider`, once every client speaks "
          + "Streamable HTTP.";

  @Override
  ServerProvider from() {
    return ServerProvider.DUAL;
  }

  @Override
  ServerProvider to() {
    return ServerProvider.STREAMABLE;
  }

  @Override
  @Nullable String endpointToSet() {
    return null;
  }
}
