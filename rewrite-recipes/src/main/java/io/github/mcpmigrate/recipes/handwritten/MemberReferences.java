package io.github.mcpmigrate.recipes.handwritten;

import java.util.List;
import org.openrewrite.Tree;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JLeftPadded;
import org.openrewrite.java.tree.JRightPadded;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.Space;
import org.openrewrite.marker.Markers;

/** References to methods that handle messages. */
final class MemberReferences {

  private MemberReferences() {}

  /** {@code containing::method}, as a {@code JsonRpcHandler}. */
  static J.MemberReference to(Expression containing, JavaType.Method method) {
    J.Identifier name =
        new J.Identifier(
            Tree.randomId(), Space.EMPTY, Markers.EMPTY, List.of(), method.getName(), null, null);
    return new J.MemberReference(
        Tree.randomId(),
        Space.EMPTY,
        Markers.EMPTY,
        JRightPadded.build(containing),
        null,
        JLeftPadded.build(name),
        JavaType.buildType(EngineTemplates.HANDLER),
        method,
        null);
  }

  /** What a method is that is given a message and a client. */
  static JavaType.Method handling(JavaType.Method method) {
    return method
        .withParameterNames(List.of("message", "client"))
        .withParameterTypes(
            List.of(
                JavaType.buildType("java.lang.String"), JavaType.buildType(EngineTemplates.CLIENT)))
        .withReturnType(JavaType.Primitive.Void);
  }
}
