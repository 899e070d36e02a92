package io.github.mcpmigrate.compat.authorization;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * The server as an OAuth 2.0 protected resource (RFC 9728).
 *
 * @param resource its URL as clients see it, for example {@code https://mcp.example.com/mcp}; with
 *     clients of both transports the origin alone, because clients want it to cover the URL they
 *     use
 * @param authorizationServers the issuers whose tokens it takes, at least one
 * @param scopes what every request needs; default none
 * @param audience what tokens must be issued for; default the resource
 */
public record ProtectedResource(
    String resource, List<String> authorizationServers, List<String> scopes, String audience) {

  /** Where the metadata is found (RFC 9728, section 3): before the path of the resource. */
  public static final String WELL_KNOWN = "/.well-known/oauth-protected-resource";

  /**
   * @throws IllegalArgumentException when a value makes no sense, saying which and why
   */
  public ProtectedResource {
    requireUrl("resource", resource);
    authorizationServers = List.copyOf(authorizationServers);
    if (authorizationServers.isEmpty()) {
      throw new IllegalArgumentException("At least one authorization server is needed");
    }
    authorizationServers.forEach(server -> requireUrl("authorization server", server));
    scopes = List.copyOf(scopes);
    scopes.forEach(ProtectedResource::requireScope);
    Objects.requireNonNull(audience, "audience");
  }

  /** A resource that needs no particular scope. */
  public static ProtectedResource of(String resource, String... authorizationServers) {
    return new ProtectedResource(resource, List.of(authorizationServers), List.of(), resource);
  }

  /** The same with these scopes needed for every request. */
  public ProtectedResource withScopes(String... needed) {
    return new ProtectedResource(resource, authorizationServers, List.of(needed), audience);
  }

  /** The same for tokens that name the resource in another way. */
  public ProtectedResource withAudience(String named) {
    return new ProtectedResource(resource, authorizationServers, scopes, named);
  }

  /** The path in the resource's URL; empty for none. */
  public String path() {
    String path = URI.create(resource).getRawPath();
    return path == null || path.equals("/") ? "" : path;
  }

  /** The URL of the metadata. */
  public String metadataUrl() {
    URI url = URI.create(resource);
    return url.getScheme() + "://" + url.getRawAuthority() + WELL_KNOWN + path();
  }

  private static void requireUrl(String name, String value) {
    URI url = URI.create(Objects.requireNonNull(value, name));
    String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.matches("https?") || url.getHost() == null || url.getRawFragment() != null) {
      throw new IllegalArgumentException(
          "The " + name + " must be a whole URL without a fragment, not '" + value + "'");
    }
  }

  private static void requireScope(String scope) {
    // RFC 6749, section 3.3
    if (!scope.matches("[\\x21\\x23-\\x5B\\x5D-\\x7E]+")) {
      throw new IllegalArgumentException("'" + scope + "' is not a scope");
    }
    if (scope.equals("offline_access")) {
      throw new IllegalArgumentException(
          "offline_access is between client and authorization server; no resource needs it");
    }
  }
}
