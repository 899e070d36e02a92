package io.github.mcpmigrate.recipes.langchain4j;

import io.github.mcpmigrate.recipes.sdk.OwnServers;
import java.util.List;
import org.openrewrite.ExecutionContext;
import org.openrewrite.Tree;
import org.openrewrite.java.JavaIsoVisitor;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JRightPadded;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.Space;
import org.openrewrite.marker.Markers;

/** Builds the transport as its successor is built. The types follow afterwards. */
final class MoveTransport extends JavaIsoVisitor<ExecutionContext> {

  private static final String CHANNEL = "subsidiaryChannel";

  private final LangChain4j library;
  private final OwnServers own;

  MoveTransport(LangChain4j library, OwnServers own) {
    this.library = library;
    this.own = own;
  }

  @Override
  public J.MethodInvocation visitMethodInvocation(J.MethodInvocation call, ExecutionContext ctx) {
    boolean url = TransportUses.isUrl(call);
    boolean build = TransportUses.isBuild(call);
    J.MethodInvocation visited = super.visitMethodInvocation(call, ctx);
    if (url) {
      return url(visited);
    }
    return build && library.hasChannel() ? withChannel(visited) : visited;
  }

  private J.MethodInvocation url(J.MethodInvocation call) {
    JavaType.Method type = call.getMethodType().withName("url");
    return call.withName(call.getName().withSimpleName("url").withType(type))
        .withMethodType(type)
        .withArguments(List.of(moved(call.getArguments().get(0))));
  }

  private Expression moved(Expression url) {
    J.Literal end = TransportUses.end(url).orElse(null);
    if (end == null) {
      return url;
    }
    return url instanceof J.Binary sum ? sum.withRight(moved(end)) : moved(end);
  }

  private J.Literal moved(J.Literal literal) {
    String text = (String) literal.getValue();
    return own.streamableUrl(text)
        .filter(to -> !to.equals(text))
        .map(to -> literal.withValue(to).withValueSource('"' + to + '"'))
        .orElse(literal);
  }

  /** A listening stream, which HTTP+SSE always had and Streamable HTTP has if it is asked for. */
  private static J.MethodInvocation withChannel(J.MethodInvocation build) {
    JRightPadded<Expression> select = build.getPadding().getSelect();
    if (select == null) {
      return build;
    }
    JavaType.Method type =
        build
            .getMethodType()
            .withName(CHANNEL)
            .withReturnType(build.getMethodType().getDeclaringType())
            .withParameterNames(List.of("subsidiaryChannel"))
            .withParameterTypes(List.of(JavaType.Primitive.Boolean));
    J.Literal yes =
        new J.Literal(
            Tree.randomId(),
            Space.EMPTY,
            Markers.EMPTY,
            true,
            "true",
            null,
            JavaType.Primitive.Boolean);
    J.MethodInvocation channel =
        build
            .withId(Tree.randomId())
            .withPrefix(Space.EMPTY)
            .withName(
                build.getName().withId(Tree.randomId()).withSimpleName(CHANNEL).withType(type))
            .withMethodType(type)
            .withArguments(List.of(yes));
    // What stands behind the last call, a comment perhaps, stays there.
    Space line = Space.build(select.getAfter().getLastWhitespace(), List.of());
    return build.getPadding().withSelect(select.withElement(channel).withAfter(line));
  }
}
