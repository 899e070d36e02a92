package io.github.mcpmigrate.recipes.sdk;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.Flag;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaType;

/**
 * The strings behind final variables and fields, as far as they are written down in the files
 * looked at.
 */
final class StringConstants {

  private final Map<String, String> values = new HashMap<>();

  StringConstants() {
    ServerProvider.of(ServerTransport.SSE).stream()
        .flatMap(ServerProvider::types)
        .forEach(
            type ->
                ServerProvider.SSE_CONSTANTS.forEach(
                    (name, value) -> values.put(type + "#" + name, value)));
  }

  void note(J.VariableDeclarations.NamedVariable variable) {
    JavaType.Variable type = variable.getVariableType();
    if (type != null
        && type.hasFlags(Flag.Final)
        && variable.getInitializer() instanceof J.Literal literal
        && literal.getValue() instanceof String value) {
      values.put(key(type), value);
    }
  }

  /** The value of a literal or of a known constant; empty for all that is computed. */
  Optional<String> valueOf(Expression expression) {
    if (expression instanceof J.Literal literal && literal.getValue() instanceof String value) {
      return Optional.of(value);
    }
    JavaType.Variable variable = variableOf(expression);
    return variable == null ? Optional.empty() : Optional.ofNullable(values.get(key(variable)));
  }

  /** The variable that an expression names, if it is nothing but a name. */
  static JavaType.@Nullable Variable variableOf(@Nullable Expression expression) {
    if (expression instanceof J.Identifier name) {
      return name.getFieldType();
    }
    return expression instanceof J.FieldAccess access ? access.getName().getFieldType() : null;
  }

  /** Identifies a variable across files. */
  static String key(JavaType.Variable variable) {
    return variable.getOwner() + "#" + variable.getName();
  }
}
