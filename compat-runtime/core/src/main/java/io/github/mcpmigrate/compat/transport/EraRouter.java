package io.github.mcpmigrate.compat.transport;

import io.github.mcpmigrate.compat.settings.CompatSettings;
import java.util.List;

/**
 * Decides from method and path alone which transport serves a request. Pure: the same request
 * always takes the same way, and every request takes one.
 */
public final class EraRouter {

  /** The ways a request can take. */
  public enum Way {
    SSE_STREAM,
    SSE_MESSAGE,
    STREAMABLE_POST,
    STREAMABLE_GET,
    STREAMABLE_DELETE,
    OPTIONS,
    METADATA,
    METHOD_NOT_ALLOWED,
    NOT_FOUND
  }

  /**
   * @param prefix what stands before the endpoint in the path: a context path, a servlet mapping
   * @param allow the methods of the endpoint, for the {@code Allow} header; null when not found
   * @param httpSse whether the request belongs to HTTP+SSE, which is deprecated
   */
  public record Routing(Way way, String prefix, String allow, boolean httpSse) {}

  private static final Routing NOT_FOUND = new Routing(Way.NOT_FOUND, "", null, false);

  private final String mcpEndpoint;

  /** Null, as the message endpoint, where HTTP+SSE is not served. */
  private final String sseEndpoint;

  private final String messageEndpoint;
  private final List<String> metadataPaths;
  private final boolean allowDelete;
  private final boolean sameUrl;

  public EraRouter(CompatSettings settings) {
    mcpEndpoint = settings.mcpEndpoint();
    sseEndpoint = settings.httpSse() ? settings.sseEndpoint() : null;
    messageEndpoint = settings.httpSse() ? settings.messageEndpoint() : null;
    metadataPaths = settings.metadataPaths();
    allowDelete = settings.allowDelete();
    sameUrl = settings.sameUrl();
  }

  /**
   * An endpoint is recognised at the end of the path, as in the MCP Java SDK, so that context paths
   * and servlet mappings in front of it do not matter. The longest endpoint that fits counts.
   *
   * @param inSession whether the request names a Streamable HTTP session
   */
  public Routing route(String method, String path, boolean inSession) {
    if (!metadataPaths.isEmpty() && isMetadata(path)) {
      return metadata(method);
    }
    String endpoint =
        longest(
            path, longest(path, longest(path, null, mcpEndpoint), sseEndpoint), messageEndpoint);
    if (endpoint == null) {
      return NOT_FOUND;
    }
    String trimmed = withoutTrailingSlash(path, endpoint);
    String prefix = onePath(trimmed.substring(0, trimmed.length() - endpoint.length()));
    Way way = method.equals("OPTIONS") ? Way.OPTIONS : way(method, endpoint, inSession);
    boolean httpSse = way == Way.SSE_STREAM || !isStreamable(endpoint);
    return new Routing(way, prefix, allow(endpoint), httpSse);
  }

  private boolean isMetadata(String path) {
    return metadataPaths.stream()
        .anyMatch(metadata -> withoutTrailingSlash(path, metadata).endsWith(metadata));
  }

  private static Routing metadata(String method) {
    Way way =
        switch (method) {
          case "GET" -> Way.METADATA;
          case "OPTIONS" -> Way.OPTIONS;
          default -> Way.METHOD_NOT_ALLOWED;
        };
    return new Routing(way, "", "GET, OPTIONS", false);
  }

  /** What begins with two slashes would be read as the name of a host. */
  private static String onePath(String prefix) {
    int from = 0;
    while (prefix.startsWith("//", from) || prefix.length() == from + 1) {
      from++;
    }
    return prefix.substring(from);
  }

  private static String longest(String path, String best, String candidate) {
    if (candidate == null) {
      return best;
    }
    boolean fits = withoutTrailingSlash(path, candidate).endsWith(candidate);
    return fits && (best == null || candidate.length() > best.length()) ? candidate : best;
  }

  private static String withoutTrailingSlash(String path, String endpoint) {
    return path.endsWith("/") && !endpoint.endsWith("/")
        ? path.substring(0, path.length() - 1)
        : path;
  }

  private boolean isStreamable(String endpoint) {
    return endpoint.equals(mcpEndpoint) || sameUrl && endpoint.equals(sseEndpoint);
  }

  private String allow(String endpoint) {
    if (isStreamable(endpoint)) {
      return allowDelete ? "GET, POST, DELETE, OPTIONS" : "GET, POST, OPTIONS";
    }
    return endpoint.equals(sseEndpoint) ? "GET, OPTIONS" : "POST, OPTIONS";
  }

  private Way way(String method, String endpoint, boolean inSession) {
    if (endpoint.equals(messageEndpoint)) {
      return method.equals("POST") ? Way.SSE_MESSAGE : Way.METHOD_NOT_ALLOWED;
    }
    if (!isStreamable(endpoint)) {
      return method.equals("GET") ? Way.SSE_STREAM : Way.METHOD_NOT_ALLOWED;
    }
    return switch (method) {
      case "POST" -> Way.STREAMABLE_POST;
      // Where one URL serves both, a GET without a session is the opening of HTTP+SSE.
      case "GET" -> sameUrl && !inSession ? Way.SSE_STREAM : Way.STREAMABLE_GET;
      case "DELETE" -> allowDelete ? Way.STREAMABLE_DELETE : Way.METHOD_NOT_ALLOWED;
      default -> Way.METHOD_NOT_ALLOWED;
    };
  }
}
