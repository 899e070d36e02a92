package io.github.mcpmigrate.recipes.sdk;

import java.util.Set;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;

/** What can be said about a chain of calls on a provider's builder. */
final class BuilderChain {

  /**
   * Methods of a builder that are dropped, or become another method, where the new builder lacks
   * them.
   */
  private static final Set<String> REPLACEABLE =
      Set.of(
          "objectMapper",
          "baseUrl",
          "sseEndpoint",
          "messageEndpoint",
          // Of the dual provider's own: limits and the end of HTTP+SSE, which the SDK has not.
          "eventLogSize",
          "maxSessions",
          "maxSessionsPerPrincipal",
          "maxCalls",
          "drainTimeout",
          "sessionIdleTimeout",
          "sameUrl",
          "sunset",
          "enforceSunset");

  private BuilderChain() {}

  static boolean isReplaceable(String method) {
    return REPLACEABLE.contains(method);
  }

  /** Whether {@code method} is called in the chain that {@code last} ends. */
  static boolean calls(J.MethodInvocation last, String method) {
    for (Expression link = last; link instanceof J.MethodInvocation call; link = call.getSelect()) {
      if (method.equals(call.getSimpleName())) {
        return true;
      }
    }
    return false;
  }
}
