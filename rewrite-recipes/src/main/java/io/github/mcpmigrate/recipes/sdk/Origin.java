package io.github.mcpmigrate.recipes.sdk;

import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaType;

/** Where a string comes from, as far as the code says. */
sealed interface Origin {

  /** A literal. */
  record Text(UUID literal, String value) implements Origin {}

  /** The use of a variable, field or parameter. */
  record Name(String variable, UUID use) implements Origin {}

  /**
   * A configuration value that is injected.
   *
   * @param literal the annotation's argument, {@code "${key:default}"}
   * @param byDefault what it is if nobody configures it; null if there is no such thing
   */
  record Setting(String key, @Nullable UUID literal, @Nullable String byDefault)
      implements Origin {}

  /** A concatenation, of which the last part counts. */
  record Joined(UUID binary, Origin last) implements Origin {}

  /** One of several. */
  record AnyOf(List<Origin> origins) implements Origin {}

  /** Something computed. */
  record Unknown() implements Origin {}

  Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^:}]+)(?::([^}]*))?}");

  /** Reads an expression. */
  static Origin of(@Nullable Expression expression) {
    if (expression instanceof J.Literal literal && literal.getValue() instanceof String value) {
      return new Text(literal.getId(), value);
    }
    if (expression instanceof J.Parentheses<?> parentheses
        && parentheses.getTree() instanceof Expression inner) {
      return of(inner);
    }
    if (expression instanceof J.Binary binary && binary.getOperator() == J.Binary.Type.Addition) {
      return new Joined(binary.getId(), of(binary.getRight()));
    }
    if (expression instanceof J.Ternary ternary) {
      return new AnyOf(List.of(of(ternary.getTruePart()), of(ternary.getFalsePart())));
    }
    if (expression instanceof J.MethodInvocation call) {
      return ofCall(call);
    }
    JavaType.Variable variable = StringConstants.variableOf(expression);
    return variable == null
        ? new Unknown()
        : new Name(StringConstants.key(variable), expression.getId());
  }

  private static Origin ofCall(J.MethodInvocation call) {
    List<Expression> args = call.getArguments();
    JavaType.Method method = call.getMethodType();
    String owner = method == null ? "" : method.getDeclaringType().getFullyQualifiedName();
    switch (call.getSimpleName()) {
      case "getProperty" -> {
        boolean spring = owner.startsWith("org.springframework.core.env.");
        Origin configured =
            spring && of(args.get(0)) instanceof Text key
                ? new Setting(key.value(), null, null)
                : new Unknown();
        return args.size() == 2 ? new AnyOf(List.of(configured, of(args.get(1)))) : configured;
      }
      case "getOrDefault", "requireNonNullElse" -> {
        return args.size() == 2
            ? new AnyOf(List.of(new Unknown(), of(args.get(1))))
            : new Unknown();
      }
      case "orElse" -> {
        return new AnyOf(List.of(new Unknown(), of(args.get(0))));
      }
      case "format" -> {
        return owner.equals("java.lang.String") ? formatted(args.get(0), args) : new Unknown();
      }
      case "formatted" -> {
        return owner.equals("java.lang.String") ? formatted(call.getSelect(), args) : new Unknown();
      }
      default -> {
        return new Unknown();
      }
    }
  }

  /** What a format ends with: letters of its own, or its last argument. */
  private static Origin formatted(@Nullable Expression format, List<Expression> args) {
    if (of(format) instanceof Text text) {
      return text.value().endsWith("%s") ? of(args.get(args.size() - 1)) : text;
    }
    return new Unknown();
  }

  /** Reads the annotations by which Spring and MicroProfile inject configuration values. */
  static @Nullable Origin of(List<J.Annotation> annotations) {
    for (J.Annotation annotation : annotations) {
      List<Expression> args = annotation.getArguments();
      if ("Value".equals(annotation.getSimpleName())
          && args != null
          && args.size() == 1
          && of(args.get(0)) instanceof Text text) {
        Matcher placeholder = PLACEHOLDER.matcher(text.value());
        return placeholder.matches()
            ? new Setting(placeholder.group(1), text.literal(), placeholder.group(2))
            : new Unknown();
      }
      if ("ConfigProperty".equals(annotation.getSimpleName()) && args != null) {
        return ofConfigProperty(args);
      }
    }
    return null;
  }

  private static Origin ofConfigProperty(List<Expression> args) {
    Origin configured = new Unknown();
    Origin byDefault = null;
    for (Expression arg : args) {
      if (arg instanceof J.Assignment assignment
          && assignment.getVariable() instanceof J.Identifier name
          && of(assignment.getAssignment()) instanceof Text text) {
        if ("name".equals(name.getSimpleName())) {
          configured = new Setting(text.value(), null, null);
        } else if ("defaultValue".equals(name.getSimpleName())) {
          byDefault = text;
        }
      }
    }
    return byDefault == null ? configured : new AnyOf(List.of(configured, byDefault));
  }
}
