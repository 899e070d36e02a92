package io.github.mcpmigrate.compat.authorization;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * That access tokens are needed, for what, and who checks them.
 *
 * @param limit how long a check may take before the request is answered 503; default 10 seconds
 */
public record Authorization(ProtectedResource resource, TokenVerifier verifier, Duration limit) {

  private static final Duration DEFAULT_LIMIT = Duration.ofSeconds(10);

  /**
   * @throws IllegalArgumentException when the limit is not positive
   */
  public Authorization {
    Objects.requireNonNull(resource, "resource");
    Objects.requireNonNull(verifier, "verifier");
    if (limit.isZero() || limit.isNegative()) {
      throw new IllegalArgumentException("A token cannot be checked within " + limit);
    }
  }

  public Authorization(ProtectedResource resource, TokenVerifier verifier) {
    this(resource, verifier, DEFAULT_LIMIT);
  }

  /** Where clients look for the metadata: at the root, and for each URL the resource may have. */
  public List<String> metadataPaths(String... endpoints) {
    return Stream.concat(Stream.of("", resource.path()), Arrays.stream(endpoints))
        .distinct()
        .map(ProtectedResource.WELL_KNOWN::concat)
        .toList();
  }
}
