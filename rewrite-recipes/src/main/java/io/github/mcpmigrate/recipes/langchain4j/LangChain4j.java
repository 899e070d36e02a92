package io.github.mcpmigrate.recipes.langchain4j;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openrewrite.java.marker.JavaSourceSet;
import org.openrewrite.java.tree.JavaSourceFile;
import org.openrewrite.java.tree.JavaType;

/**
 * The LangChain4j that a source file compiles against.
 *
 * @param hasStreamable whether it has {@code StreamableHttpMcpTransport}: from 1.4.0-beta10 on
 * @param hasChannel whether that can be asked for a listening stream: from 1.12.1 on
 */
record LangChain4j(boolean hasStreamable, boolean hasChannel) {

  static final String HTTP_SSE = "dev.langchain4j.mcp.client.transport.http.HttpMcpTransport";
  static final String STREAMABLE =
      "dev.langchain4j.mcp.client.transport.http.StreamableHttpMcpTransport";

  private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+)\\.(\\d+).*");

  /**
   * @param version of the artifact, as the build resolved it; empty if nobody knows
   */
  static LangChain4j of(JavaSourceFile source, String version) {
    boolean hasStreamable =
        source.getMarkers().findFirst(JavaSourceSet.class).stream()
            .flatMap(found -> found.getClasspath().stream())
            .map(JavaType.FullyQualified::getFullyQualifiedName)
            .anyMatch(STREAMABLE::equals);
    Matcher parts = VERSION.matcher(version);
    return new LangChain4j(hasStreamable, parts.matches() && isAtLeast(parts, 1, 12, 1));
  }

  private static boolean isAtLeast(Matcher version, int major, int minor, int patch) {
    int[] wanted = {major, minor, patch};
    for (int i = 0; i < wanted.length; i++) {
      int part = Integer.parseInt(version.group(i + 1));
      if (part != wanted[i]) {
        return part > wanted[i];
      }
    }
    return true;
  }
}
