package io.github.mcpmigrate.recipes.adk;

import io.github.mcpmigrate.recipes.client.ClientProjects;
import io.github.mcpmigrate.recipes.client.Release;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaSourceFile;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.TypeUtils;

/** The classes of Google's ADK that say how a server is reached. */
final class Adk {

  static final String ARTIFACT = "google-adk";
  static final String SSE = "com.google.adk.tools.mcp.SseServerParameters";
  static final String STREAMABLE = "com.google.adk.tools.mcp.StreamableHttpServerParameters";

  /** What the client appends to the URL if it is given nothing else. */
  static final String DEFAULT_ENDPOINT = "sse";

  private Adk() {}

  /** Why clients of the release that a file compiles against cannot move. */
  static Optional<String> tooOld(JavaSourceFile source, ClientProjects projects) {
    return Release.isAtLeast(projects.version(source, ARTIFACT), 0, 5, 0)
        ? Optional.empty()
        : Optional.of(
            "the google-adk here has no StreamableHttpServerParameters.builder() that takes a url: raise it to 0.5.0 or newer, and run again");
  }

  static boolean isIn(JavaSourceFile source) {
    return source.getTypesInUse().getTypesInUse().stream().anyMatch(Adk::isLegacy);
  }

  static boolean isLegacy(@Nullable JavaType type) {
    return TypeUtils.isOfClassType(type, SSE) || TypeUtils.isOfClassType(type, SSE + "$Builder");
  }

  static boolean isOfBuilder(J.MethodInvocation call, String name) {
    return call.getSimpleName().equals(name)
        && call.getMethodType() != null
        && TypeUtils.isOfClassType(call.getMethodType().getDeclaringType(), SSE + "$Builder");
  }

  static boolean isUrl(J.MethodInvocation call) {
    return isOfBuilder(call, "url");
  }

  /** The calls from {@code builder()} to the one given, the last first, if they are one chain. */
  static Optional<List<J.MethodInvocation>> chain(J.MethodInvocation last) {
    List<J.MethodInvocation> calls = new ArrayList<>();
    Expression call = last;
    while (call instanceof J.MethodInvocation one && one.getMethodType() != null) {
      calls.add(one);
      if (one.getSimpleName().equals("builder")
          && TypeUtils.isOfClassType(one.getMethodType().getDeclaringType(), SSE)) {
        return Optional.of(calls);
      }
      call = one.getSelect();
    }
    return Optional.empty();
  }

  /**
   * The URL that the client of HTTP+SSE asks: it resolves the endpoint against the URL, as the
   * SDK's HttpClientSseClientTransport does.
   *
   * @param url all of it, or its end
   * @return empty if that loses something that is written, such as a query
   */
  static String resolve(String url, String endpoint) {
    if (url.contains("?") || url.contains("#")) {
      return "";
    }
    int host = url.indexOf("://");
    int path = url.indexOf('/', host < 0 ? 0 : host + 3);
    String base = path < 0 ? url : url.substring(0, path);
    if (endpoint.startsWith("/")) {
      return base + endpoint;
    }
    return path < 0 ? base + "/" + endpoint : url.substring(0, url.lastIndexOf('/') + 1) + endpoint;
  }
}
