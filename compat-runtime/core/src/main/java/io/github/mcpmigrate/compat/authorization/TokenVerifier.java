package io.github.mcpmigrate.compat.authorization;

import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Checks access tokens; the application supplies it. */
@FunctionalInterface
public interface TokenVerifier {

  /**
   * Checks signature or introspection, expiry and issuer; the engine checks audience and scopes.
   * Called for every request, on a thread of the web stack, so it must not block; it may answer
   * later, on any thread.
   *
   * @param token the access token; not to be logged
   * @return what the token stands for; empty when it is not valid (the client is answered 401);
   *     failed when it could not be checked (503), which it also counts as after the limit of
   *     {@link Authorization}
   */
  CompletionStage<Optional<Grant>> verify(String token);
}
