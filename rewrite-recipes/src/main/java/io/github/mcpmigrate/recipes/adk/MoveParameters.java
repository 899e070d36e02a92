package io.github.mcpmigrate.recipes.adk;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.openrewrite.ExecutionContext;
import org.openrewrite.Tree;
import org.openrewrite.internal.ListUtils;
import org.openrewrite.java.JavaIsoVisitor;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JLeftPadded;
import org.openrewrite.java.tree.JRightPadded;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.Space;
import org.openrewrite.java.tree.TypeUtils;
import org.openrewrite.marker.Markers;

/** Builds parameters as those of Streamable HTTP are built. The types follow afterwards. */
final class MoveParameters extends JavaIsoVisitor<ExecutionContext> {

  private final Map<UUID, String> suffixes;

  /**
   * @param suffixes what to append to the argument of a call of {@code url()}
   */
  MoveParameters(Map<UUID, String> suffixes) {
    this.suffixes = suffixes;
  }

  @Override
  public J.MethodInvocation visitMethodInvocation(J.MethodInvocation call, ExecutionContext ctx) {
    J.MethodInvocation visited = super.visitMethodInvocation(call, ctx);
    visited = withoutEndpoint(visited);
    String suffix = suffixes.get(visited.getId());
    if (suffix != null) {
      return visited.withArguments(List.of(sum(visited.getArguments().get(0), suffix)));
    }
    return isReadTimeout(visited) ? renamed(visited, "readTimeout") : visited;
  }

  private static boolean isReadTimeout(J.MethodInvocation call) {
    return call.getSimpleName().equals("sseReadTimeout")
        && call.getMethodType() != null
        && Adk.isLegacy(call.getMethodType().getDeclaringType());
  }

  private static J.MethodInvocation renamed(J.MethodInvocation call, String name) {
    JavaType.Method type = call.getMethodType().withName(name);
    return call.withName(call.getName().withSimpleName(name).withType(type)).withMethodType(type);
  }

  /** The same call, without the one before it if that is {@code sseEndpoint()}. */
  private static J.MethodInvocation withoutEndpoint(J.MethodInvocation call) {
    JRightPadded<Expression> select = call.getPadding().getSelect();
    if (select == null
        || !(select.getElement() instanceof J.MethodInvocation before)
        || !Adk.isOfBuilder(before, "sseEndpoint")
        || before.getPadding().getSelect() == null) {
      return call;
    }
    JRightPadded<Expression> earlier = before.getPadding().getSelect();
    Space after = select.getAfter();
    // What is said behind the call before stays.
    Space both =
        after.withComments(
            ListUtils.concatAll(earlier.getAfter().getComments(), after.getComments()));
    if (!earlier.getAfter().getComments().isEmpty()) {
      both = both.withWhitespace(earlier.getAfter().getWhitespace());
    }
    return call.getPadding().withSelect(earlier.withElement(earlier.getElement()).withAfter(both));
  }

  private static J.Binary sum(Expression base, String suffix) {
    JavaType text = TypeUtils.asFullyQualified(base.getType());
    return new J.Binary(
        Tree.randomId(),
        base.getPrefix(),
        Markers.EMPTY,
        base.withPrefix(Space.EMPTY),
        JLeftPadded.<J.Binary.Type>build(J.Binary.Type.Addition).withBefore(Space.SINGLE_SPACE),
        new J.Literal(
            Tree.randomId(),
            Space.SINGLE_SPACE,
            Markers.EMPTY,
            suffix,
            '"' + suffix + '"',
            null,
            JavaType.Primitive.String),
        text);
  }
}
