package io.github.mcpmigrate.compat.boot;

import org.springframework.util.StringUtils;

/**
 * A path that is served, and the key that it can be changed with.
 *
 * @param key the key it came from; for a default, the one to write
 */
record EndpointPath(String key, String path) {

  /**
   * @param compat the value of {@code mcp.compat.<name>}, or null
   * @param springAi the value of Spring AI's own key, or null
   */
  static EndpointPath of(
      String name, String compat, String springAiKey, String springAi, String standard) {
    if (StringUtils.hasText(compat)) {
      return new EndpointPath("mcp.compat." + name, fromRoot(compat));
    }
    String path = StringUtils.hasText(springAi) ? fromRoot(springAi) : standard;
    return new EndpointPath(SpringAiKeys.PREFIX + '.' + springAiKey, path);
  }

  /** Spring puts the slash there itself. */
  private static String fromRoot(String path) {
    return path.startsWith("/") ? path : '/' + path;
  }

  /**
   * @throws CompatConfigurationException when it is a pattern, which no client could be told
   */
  void requirePlain() {
    if (path.chars().anyMatch(c -> "{}*?".indexOf(c) >= 0)) {
      throw new CompatConfigurationException(
          key + " is '" + path + "', but an endpoint that serves both transports is a plain path.",
          "Write a path without variables and wildcards in "
              + key
              + ", or mcp.compat.enabled=false to serve one transport as before.");
    }
  }

  /**
   * @throws CompatConfigurationException when both are the same
   */
  void requireOtherThan(EndpointPath other) {
    if (path.equals(other.path)) {
      throw new CompatConfigurationException(
          key + " and " + other.key + " are both '" + path + "'.",
          "Give one of them another path, for example " + key + "=" + path + "-2.");
    }
  }
}
