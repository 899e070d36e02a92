package io.github.mcpmigrate.recipes.sdk;

import lombok.EqualsAndHashCode;
import lombok.Value;

/** Build the servlet HTTP+SSE provider by its builder. */
@Value
@EqualsAndHashCode(callSuper = false)
public class SseServerConstructorToBuilder extends ServerMoveRecipe {

  String displayName = "Build the servlet HTTP+SSE provider by its builder";

  String description =
      "The constructors of `HttpServletSseServerTransportProvider` are private since SDK 0.13.";

  @Override
  ServerMove move() {
    return new ServerMove(ServerTransport.SSE, ServerTransport.SSE);
  }
}
