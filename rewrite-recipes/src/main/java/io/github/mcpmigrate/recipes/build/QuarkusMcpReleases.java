package io.github.mcpmigrate.recipes.build;

import java.util.Map;
import java.util.Optional;

/**
 * The releases of Quarkus' MCP server, by the poms and jars of 1.2.0 to 1.13.0: until 1.7 its HTTP
 * artifact was named after HTTP+SSE, from 1.8 on after HTTP, and up to 1.13 the old name leads to
 * the new one. From 1.2 on it serves both transports.
 */
public final class QuarkusMcpReleases {

  static final String GROUP = "io.quarkiverse.mcp";
  static final String HTTP = "quarkus-mcp-server-http";

  /** The first with the artifact and the keys of today. */
  public static final String FIRST_HTTP = "1.8.0";

  private static final Map<String, String> RENAMED =
      Map.of(
          "quarkus-mcp-server-sse",
          HTTP,
          "quarkus-mcp-server-sse-deployment",
          HTTP + "-deployment");

  private QuarkusMcpReleases() {}

  /** What an artifact is called from 1.8 on, if that is another name. */
  static Optional<String> renamed(String artifact) {
    return Optional.ofNullable(RENAMED.get(artifact));
  }

  /** Whether an artifact is the server, or its part at build time. */
  static boolean isServer(String artifact) {
    return RENAMED.containsKey(artifact) || RENAMED.containsValue(artifact);
  }

  /** Whether a release is not older than another. */
  public static boolean isSince(String version, String first) {
    return !SdkReleases.isNewer(first, version);
  }

  /**
   * The newest release that is not built for a newer line of Quarkus than the given one: 1.13.0 is
   * built with Quarkus 3.33.2, 1.10.1 with 3.27.2.
   */
  static Optional<String> newest(String quarkus) {
    if (isSince(quarkus, "3.33.0")) {
      return Optional.of("1.13.0");
    }
    return isSince(quarkus, "3.27.0") ? Optional.of("1.10.1") : Optional.empty();
  }
}
