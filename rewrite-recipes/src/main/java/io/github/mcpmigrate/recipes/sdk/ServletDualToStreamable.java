package io.github.mcpmigrate.recipes.sdk;

import lombok.EqualsAndHashCode;
import lombok.Value;
import org.jspecify.annotations.Nullable;

/** Drop HTTP+SSE from dual servlet MCP servers. */
@Value
@EqualsAndHashCode(callSuper = false)
public class ServletDualToStreamable extends ServletProviderMove {

  String displayName = "Drop HTTP+SSE from dual servlet MCP servers";

  String description =
      "Replaces `HttpServletDualTransportProvider` of mcp-compat-sdk by "
          + "`HttpServletStreamableServerTransportProvider`, once every client speaks "
          + "Streamable HTTP.";

  @Override
  ServletProvider from() {
    return ServletProvider.DUAL;
  }

  @Override
  ServletProvider to() {
    return ServletProvider.STREAMABLE;
  }

  @Override
  @Nullable String endpointToSet() {
    return null;
  }
}
