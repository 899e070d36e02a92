package io.github.mcpmigrate.compat.authorization;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** That access tokens are needed, for what, and who checks them. */
public record Authorization(ProtectedResource resource, TokenVerifier verifier) {

  public Authorization {
    Objects.requireNonNull(resource, "resource");
    Objects.requireNonNull(verifier, "verifier");
  }

  /** Where clients look for the metadata: at the root, and for each URL the resource may have. */
  public List<String> metadataPaths(String... endpoints) {
    return Stream.concat(Stream.of("", resource.path()), Arrays.stream(endpoints))
        .distinct()
        .map(ProtectedResource.WELL_KNOWN::concat)
        .toList();
  }
}
