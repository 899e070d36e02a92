package io.github.mcpmigrate.compat.graft.guard;

/**
 * Where a provider serves what.
 *
 * @param sse path of HTTP+SSE's event stream, at which Streamable HTTP is served, too
 * @param message path HTTP+SSE clients POST to
 * @param mcp path of Streamable HTTP alone; null when there is none
 */
public record Endpoints(String sse, String message, String mcp) {

  /**
   * What stands before the endpoint in a path that Streamable HTTP is served at.
   *
   * @param path without the context path
   * @throws IllegalArgumentException when none of the endpoints is at its end
   */
  String prefix(String path) {
    String trimmed =
        path.endsWith("/") && !sse.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    for (String endpoint : new String[] {sse, mcp}) {
      if (endpoint != null && trimmed.endsWith(endpoint)) {
        return trimmed.substring(0, trimmed.length() - endpoint.length());
      }
    }
    throw new IllegalArgumentException("No endpoint is at " + path);
  }
}
