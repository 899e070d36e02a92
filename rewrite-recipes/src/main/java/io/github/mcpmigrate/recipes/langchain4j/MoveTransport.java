package io.github.mcpmigrate.recipes.langchain4j;

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

  MoveTransport(LangChain4j library) {
    this.library = library;
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

  private static J.MethodInvocation url(J.MethodInvocation call) {
    JavaType.Method type = call.getMethodType().withName("url");
    return call.withName(call.getName().withSimpleName("url").withType(type)).withMethodType(type);
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
