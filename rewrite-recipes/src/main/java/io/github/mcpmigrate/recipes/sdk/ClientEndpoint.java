package io.github.mcpmigrate.recipes.sdk;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells where a server that was at an HTTP+SSE path has its MCP endpoint.
 *
 * @param mcpEndpoint where the project's own servers have it
 * @param own where they have it whose HTTP+SSE is at a path that they are given
 * @param keepUrl whether servers have their MCP endpoint where they had HTTP+SSE
 */
record ClientEndpoint(String mcpEndpoint, Map<String, String> own, boolean keepUrl) {

  private static final Pattern PATH = Pattern.compile("([^?#]*?)(/?)([?#].*)?");

  /**
   * What {@code sse}, a path or the end of one, has to become. The last segment decides: {@code
   * /x/sse} becomes {@code /x/mcp}; {@code /mcp/sse}, as Quarkus has it, becomes {@code /mcp}.
   * Empty if it does not end in {@code sse} and no server of the project has it.
   */
  Optional<String> of(String sse) {
    Matcher parts = PATH.matcher(sse);
    if (!parts.matches()) {
      return keepUrl ? Optional.of(sse) : Optional.empty();
    }
    String path = parts.group(1);
    String rest = parts.group(3) == null ? "" : parts.group(3);
    // A server of Quarkus has its MCP endpoint where it has it, whatever others do.
    if (own.containsKey(path) && !own.get(path).equals(path)) {
      return Optional.of(own.get(path) + rest);
    }
    if (keepUrl) {
      return Optional.of(sse);
    }
    if (own.containsKey(path)) {
      return Optional.of(path + rest);
    }
    if (path.equals(ClientTransport.DEFAULT_SSE_ENDPOINT)) {
      return Optional.of(mcpEndpoint + rest);
    }
    if (path.equals("sse")) {
      return Optional.of(mcpEndpoint.substring(1) + rest);
    }
    if (!path.endsWith("/sse")) {
      return Optional.empty();
    }
    String parent = path.substring(0, path.length() - "/sse".length());
    return Optional.of(
        (parent.equals("mcp") || parent.endsWith("/mcp") ? parent : parent + "/mcp") + rest);
  }

  /** A base URL without the HTTP+SSE path that some end in, which clients do not look at. */
  static String base(String url) {
    return url.replaceFirst("/sse/?$", "");
  }

  /** The path of a base URL; empty if there is none, or if this is no URL. */
  static String pathOf(String url) {
    try {
      String path = URI.create(base(url)).getPath();
      return path == null ? "" : path.replaceFirst("/$", "");
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
