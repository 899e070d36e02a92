package io.github.mcpmigrate.recipes.sdk;

import java.util.Optional;
import java.util.Set;
import org.openrewrite.Cursor;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;

/**
 * The calls on a provider's builder that follow one another.
 *
 * @param last the last call that was looked at: {@code build()}, if the chain is understood
 * @param whyNot why the chain cannot be moved; empty if it can
 */
record BuilderChain(J.MethodInvocation last, Optional<String> whyNot) {

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
          // Of the dual provider's own: limits and the end of HTTP+SSE, which the SDK has not; but
          // not its authorization, without which the server would be open to all.
          "eventLogSize",
          "maxSessions",
          "maxSessionsPerPrincipal",
          "maxCalls",
          "drainTimeout",
          "askTimeout",
          "sessionIdleTimeout",
          "sameUrl",
          "sunset",
          "enforceSunset");

  /**
   * Follows a chain outwards.
   *
   * @param builderCall the call of {@code builder()} that it begins with
   * @param cursor the place of that call
   */
  static BuilderChain from(
      J.MethodInvocation builderCall, Cursor cursor, ServerProvider from, ServerProvider to) {
    Cursor place = cursor;
    J.MethodInvocation link = builderCall;
    while (!"build".equals(link.getSimpleName())) {
      Cursor parent = place.getParentTreeCursor();
      if (!(parent.getValue() instanceof J.MethodInvocation next) || next.getSelect() != link) {
        return new BuilderChain(
            link,
            Optional.of(
                "the builder of " + from.simpleName() + " is not used in one chain of calls"));
      }
      String option = from.optionOf(next.getSimpleName());
      if (!"build".equals(option) && !to.has(option) && !isReplaceable(option)) {
        return new BuilderChain(
            link, Optional.of(to.simpleName() + " has no " + next.getSimpleName() + "(..)"));
      }
      if (takesTwo(next)) {
        return new BuilderChain(
            link,
            Optional.of(
                "a context extractor is given the request alone since SDK 0.12, and returns a context of its own making"));
      }
      link = next;
      place = parent;
    }
    return new BuilderChain(link, Optional.empty());
  }

  /** The extractor of SDK 0.11, which filled in the context that it was given. */
  private static boolean takesTwo(J.MethodInvocation call) {
    return "contextExtractor".equals(call.getSimpleName())
        && call.getArguments().get(0) instanceof J.Lambda extractor
        && extractor.getParameters().getParameters().size() == 2;
  }

  static boolean isReplaceable(String option) {
    return REPLACEABLE.contains(option);
  }

  /** The argument of {@code method} in the chain that {@code last} ends, if it is called there. */
  static Optional<Expression> argument(J.MethodInvocation last, String method) {
    for (Expression link = last; link instanceof J.MethodInvocation call; link = call.getSelect()) {
      if (method.equals(call.getSimpleName()) && call.getArguments().size() == 1) {
        return Optional.of(call.getArguments().get(0));
      }
    }
    return Optional.empty();
  }
}
