package io.github.mcpmigrate.recipes.handwritten;

import java.util.List;
import org.openrewrite.Tree;
import org.openrewrite.internal.ListUtils;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.Space;
import org.openrewrite.java.tree.Statement;
import org.openrewrite.java.tree.TypeTree;
import org.openrewrite.marker.Markers;

/**
 * Makes a method that handled requests one that handles messages: without annotations, and void.
 */
final class HandlerMethod {

  private HandlerMethod() {}

  static J.MethodDeclaration of(J.MethodDeclaration method, JavaType.Method type) {
    boolean leads = method.getModifiers().isEmpty();
    TypeTree before = method.getReturnTypeExpression();
    J.Primitive nothing =
        new J.Primitive(
            Tree.randomId(),
            leads ? Space.EMPTY : before.getPrefix(),
            Markers.EMPTY,
            JavaType.Primitive.Void);
    return method
        .withLeadingAnnotations(List.of())
        .withModifiers(ListUtils.map(method.getModifiers(), (i, one) -> modifier(i, one)))
        .withReturnTypeExpression(nothing)
        .withMethodType(type)
        .withName(method.getName().withType(type))
        .withBody(
            method
                .getBody()
                .withStatements(
                    ListUtils.mapFirst(method.getBody().getStatements(), HandlerMethod::first)));
  }

  private static J.Modifier modifier(int index, J.Modifier one) {
    J.Modifier modifier =
        one.getType() == J.Modifier.Type.Public ? one.withType(J.Modifier.Type.Private) : one;
    return index == 0 ? modifier.withPrefix(Space.EMPTY) : modifier;
  }

  /** No empty line is left where statements before it are gone. */
  private static Statement first(Statement statement) {
    String before = statement.getPrefix().getWhitespace();
    int line = before.lastIndexOf('\n');
    return line < 1
        ? statement
        : statement.withPrefix(statement.getPrefix().withWhitespace(before.substring(line)));
  }
}
