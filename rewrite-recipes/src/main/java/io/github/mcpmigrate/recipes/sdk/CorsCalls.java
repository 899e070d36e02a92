package io.github.mcpmigrate.recipes.sdk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openrewrite.Tree;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JContainer;
import org.openrewrite.java.tree.JRightPadded;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.Space;
import org.openrewrite.java.tree.Statement;
import org.openrewrite.java.tree.TypeUtils;
import org.openrewrite.marker.Markers;

/** New calls of Spring's methods for CORS, typed as the ones beside them are. */
final class CorsCalls {

  private CorsCalls() {}

  /** {@code variable.method("value");} in a line of its own, as a statement before it. */
  static J.MethodInvocation statement(
      J.Identifier variable, String method, String value, Statement before) {
    return call(
            JRightPadded.build((Expression) variable.withPrefix(Space.EMPTY)),
            method,
            List.of(value),
            method(variable.getType(), method))
        .withPrefix(
            Space.format(
                before.getPrefix().getWhitespace().replaceFirst("^\\s*\\n(?=\\s*\\n)", "")));
  }

  /** A chain with one link more, in a line of its own if the last one has one. */
  static J.MethodInvocation link(J.MethodInvocation chain, String method, List<String> values) {
    JRightPadded<Expression> select = chain.getPadding().getSelect();
    Space after = select == null ? Space.EMPTY : select.getAfter();
    JavaType registration =
        chain.getMethodType() == null ? null : chain.getMethodType().getReturnType();
    return call(
            JRightPadded.build((Expression) chain.withId(Tree.randomId()).withPrefix(Space.EMPTY))
                .withAfter(Space.format(after.getWhitespace())),
            method,
            values,
            method(registration, method))
        .withId(chain.getId())
        .withPrefix(chain.getPrefix());
  }

  private static J.MethodInvocation call(
      JRightPadded<Expression> select,
      String name,
      List<String> values,
      JavaType.@Nullable Method type) {
    List<Expression> arguments =
        values.stream()
            .map(
                value ->
                    (Expression)
                        CorsValues.literal(value)
                            .withPrefix(
                                value.equals(values.get(0)) ? Space.EMPTY : Space.SINGLE_SPACE))
            .toList();
    J.Identifier method =
        new J.Identifier(Tree.randomId(), Space.EMPTY, Markers.EMPTY, List.of(), name, type, null);
    return new J.MethodInvocation(
            Tree.randomId(),
            Space.EMPTY,
            Markers.EMPTY,
            select,
            null,
            method,
            JContainer.empty(),
            type)
        .withArguments(arguments);
  }

  private static JavaType.@Nullable Method method(@Nullable JavaType owner, String name) {
    JavaType.FullyQualified type = TypeUtils.asFullyQualified(owner);
    return type == null
        ? null
        : type.getMethods().stream()
            .filter(method -> method.getName().equals(name))
            .filter(method -> method.getParameterTypes().size() == 1)
            .findFirst()
            .orElse(null);
  }
}
