package io.github.mcpmigrate.recipes.sdk;

import lombok.EqualsAndHashCode;
import lombok.Value;
import org.jspecify.annotations.Nullable;

/** Build the servlet HTTP+SSE provider by its builder. */
@Value
@EqualsAndHashCode(callSuper = false)
public class SseServerConstructorToBuilder extends ServerProviderMove {

  String displayName = "Build the servlet HTTP+SSE provider by its builder";

  String description =
      "The constructors of `HttpServletSseServerTransportProvider` are private since SDK 0.13.";

  @Override
  ServerProvider from() {
    return ServerProvider.SSE;
  }

  @Override
  ServerProvider to() {
    return ServerProvider.SSE;
  }

  @Override
  @Nullable String endpointToSet() {
    return null;
  }
}
