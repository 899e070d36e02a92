package io.github.mcpmigrate.recipes.handwritten;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openrewrite.Cursor;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaSourceFile;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.TypeUtils;

/** Tells how a file sends events: by a builder's name for them, or as the text of an event. */
final class EventTexts {

  private static final Pattern ENDPOINT_EVENT = Pattern.compile("event: ?endpoint\\b");

  /** The text of an event whose name follows, or is filled in. */
  private static final Pattern ANY_EVENT = Pattern.compile("(?s)(.*\\n)?event: ?(%s.*)?");

  /** What sets the name of an event, in a class for such events. */
  private static final Pattern NAMES = Pattern.compile("name|event|setEvent|sendEvent|eventType");

  private static final Pattern EVENTS =
      Pattern.compile("(.*\\.)?(sse\\..*|.*(Sse|SSE|ServerSent).*)");

  /** What turns a text into another form of it, which is sent then. */
  private static final Pattern FORMS =
      Pattern.compile("getBytes|format|formatted|concat|encode|wrap|buffer|copiedBuffer|just|of");

  /** What clients and tests do with the text of an event. */
  private static final Pattern QUESTIONS =
      Pattern.compile(
          "equals.*|starts.*|ends.*|contains.*|matches|indexOf|lastIndexOf|assert.*|is|is[A-Z].*|has[A-Z].*|split"
              + "|replace.*|compile|substring.*|trace|debug|info|warn|error|log.*|fine.*|description");

  private final Map<String, String> constants = new HashMap<>();

  private EventTexts() {}

  static EventTexts in(JavaSourceFile source) {
    EventTexts texts = new EventTexts();
    source.getClasses().forEach(texts::note);
    return texts;
  }

  private void note(J.ClassDeclaration declared) {
    declared
        .getBody()
        .getStatements()
        .forEach(
            member -> {
              if (member instanceof J.ClassDeclaration nested) {
                note(nested);
              } else if (member instanceof J.VariableDeclarations fields
                  && fields.hasModifier(J.Modifier.Type.Final)) {
                fields.getVariables().forEach(this::note);
              }
            });
  }

  private void note(J.VariableDeclarations.NamedVariable field) {
    if (field.getInitializer() instanceof J.Literal literal
        && literal.getValue() instanceof String text) {
      constants.put(field.getSimpleName(), text);
    }
  }

  /** The string that an expression is: a literal, or a constant of the file. */
  Optional<String> text(@Nullable Expression expression) {
    if (expression instanceof J.Literal literal && literal.getValue() instanceof String text) {
      return Optional.of(text);
    }
    if (expression instanceof J.Identifier name && name.getFieldType() != null) {
      return Optional.ofNullable(constants.get(name.getSimpleName()));
    }
    return Optional.empty();
  }

  /** Whether a string that is sent is the endpoint event, or begins it. */
  boolean isEndpointEvent(Expression expression, Cursor cursor) {
    return text(expression).filter(text -> ENDPOINT_EVENT.matcher(text).find()).isPresent()
        && isSent(cursor);
  }

  /** Whether a string that is sent begins an event of any name. */
  boolean isAnyEvent(Expression expression, Cursor cursor) {
    return text(expression).filter(text -> ANY_EVENT.matcher(text).matches()).isPresent()
        && isSent(cursor);
  }

  /** The name that a call gives to an event. */
  static Optional<Expression> eventName(J.MethodInvocation call) {
    JavaType.FullyQualified declared =
        call.getMethodType() == null
            ? null
            : TypeUtils.asFullyQualified(call.getMethodType().getDeclaringType());
    return declared != null
            && NAMES.matcher(call.getSimpleName()).matches()
            && EVENTS.matcher(declared.getFullyQualifiedName()).matches()
        ? first(call)
        : Optional.empty();
  }

  /** The first argument of a call. */
  static Optional<Expression> first(J.MethodInvocation call) {
    return call.getArguments().stream()
        .filter(argument -> !(argument instanceof J.Empty))
        .findFirst();
  }

  /** Whether a string goes into something, instead of being asked what it is. */
  private static boolean isSent(Cursor text) {
    Cursor inner = text;
    for (Cursor outer = text.getParentTreeCursor();
        !outer.isRoot();
        inner = outer, outer = outer.getParentTreeCursor()) {
      Object value = outer.getValue();
      if (value instanceof J.MethodInvocation call) {
        if (!FORMS.matcher(call.getSimpleName()).matches()) {
          return call.getSelect() != inner.getValue() && !isQuestion(call);
        }
      } else if (value instanceof J.VariableDeclarations.NamedVariable
          || value instanceof J.Assignment
          || value instanceof J.AssignmentOperation
          || value instanceof J.Return) {
        return true;
      } else if (!(value instanceof J.Parentheses
          || value instanceof J.Ternary
          || value instanceof J.Binary sum && sum.getOperator() == J.Binary.Type.Addition)) {
        return false;
      }
    }
    return false;
  }

  private static boolean isQuestion(J.MethodInvocation call) {
    return QUESTIONS.matcher(call.getSimpleName()).matches()
        || call.getMethodType() != null
            && TypeUtils.isOfClassType(
                call.getMethodType().getDeclaringType(), "java.io.PrintStream");
  }
}
