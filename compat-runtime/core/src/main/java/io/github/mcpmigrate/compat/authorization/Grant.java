package io.github.mcpmigrate.compat.authorization;

import java.util.Objects;
import java.util.Set;

/**
 * What a valid access token stands for.
 *
 * @param principal who uses it; sessions belong to this name, so it must stay the same when the
 *     token is renewed
 * @param scopes what it allows; a scope that implies others is listed together with them
 * @param audience whom it was issued for ({@code aud} of a JWT or of an introspection response)
 */
public record Grant(String principal, Set<String> scopes, Set<String> audience) {

  public Grant {
    Objects.requireNonNull(principal, "principal");
    scopes = Set.copyOf(scopes);
    audience = Set.copyOf(audience);
  }
}
