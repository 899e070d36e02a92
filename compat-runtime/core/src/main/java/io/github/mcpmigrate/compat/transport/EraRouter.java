package io.github.mcpmigrate.compat.transport;

import io.github.mcpmigrate.compat.settings.CompatSettings;

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
    METHOD_NOT_ALLOWED,
    NOT_FOUND
  }

  /**
   * @param prefix what stands before the endpoint in the path: a context path, a servlet mapping
   * @param allow the methods of the endpoint, for the {@code Allow} header; null when not found
   */
  public record Routing(Way way, String prefix, String allow) {}

  private static final Routing NOT_FOUND = new Routing(Way.NOT_FOUND, "", null);

  private final String mcpEndpoint;
  private final String sseEndpoint;
  private final String messageEndpoint;
  private final boolean allowDelete;

  public EraRouter(CompatSettings settings) {
    mcpEndpoint = settings.mcpEndpoint();
    sseEndpoint = settings.sseEndpoint();
    messageEndpoint = settings.messageEndpoint();
    allowDelete = settings.allowDelete();
  }

  /**
   * An endpoint is recognised at the end of the path, as in the MCP Java SDK, so that context paths
   * and servlet mappings in front of it do not matter. The longest endpoint that fits counts.
   */
  public Routing route(String method, String path) {
    String endpoint =
        longest(
            path, longest(path, longest(path, null, mcpEndpoint), sseEndpoint), messageEndpoint);
    if (endpoint == null) {
      return NOT_FOUND;
    }
    String trimmed = withoutTrailingSlash(path, endpoint);
    String prefix = trimmed.substring(0, trimmed.length() - endpoint.length());
    String allow = allow(endpoint);
    return new Routing(
        method.equals("OPTIONS") ? Way.OPTIONS : way(method, endpoint), prefix, allow);
  }

  private static String longest(String path, String best, String candidate) {
    boolean fits = withoutTrailingSlash(path, candidate).endsWith(candidate);
    return fits && (best == null || candidate.length() > best.length()) ? candidate : best;
  }

  private static String withoutTrailingSlash(String path, String endpoint) {
    return path.endsWith("/") && !endpoint.endsWith("/")
        ? path.substring(0, path.length() - 1)
        : path;
  }

  private String allow(String endpoint) {
    if (endpoint.equals(mcpEndpoint)) {
      return allowDelete ? "GET, POST, DELETE, OPTIONS" : "GET, POST, OPTIONS";
    }
    return endpoint.equals(sseEndpoint) ? "GET, OPTIONS" : "POST, OPTIONS";
  }

  private Way way(String method, String endpoint) {
    if (endpoint.equals(sseEndpoint)) {
      return method.equals("GET") ? Way.SSE_STREAM : Way.METHOD_NOT_ALLOWED;
    }
    if (endpoint.equals(messageEndpoint)) {
      return method.equals("POST") ? Way.SSE_MESSAGE : Way.METHOD_NOT_ALLOWED;
    }
    return switch (method) {
      case "POST" -> Way.STREAMABLE_POST;
      case "GET" -> Way.STREAMABLE_GET;
      case "DELETE" -> allowDelete ? Way.STREAMABLE_DELETE : Way.METHOD_NOT_ALLOWED;
      default -> Way.METHOD_NOT_ALLOWED;
    };
  }
}
