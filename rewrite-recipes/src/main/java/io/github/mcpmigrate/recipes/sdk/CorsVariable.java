package io.github.mcpmigrate.recipes.sdk;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openrewrite.Cursor;
import org.openrewrite.java.JavaIsoVisitor;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.Statement;
import org.openrewrite.java.tree.TypeUtils;

/**
 * A variable with a {@code CorsConfiguration}.
 *
 * @param calls on it
 * @param registeredAt the paths that it is registered for
 * @param handedOut whether a lambda or method returns it
 */
record CorsVariable(
    J.VariableDeclarations declaration,
    List<J.MethodInvocation> calls,
    List<Expression> registeredAt,
    boolean handedOut) {

  private static final List<String> SOURCES =
      List.of(
          "org.springframework.web.cors.CorsConfigurationSource",
          "org.springframework.web.cors.reactive.CorsConfigurationSource");

  /** What a block does with a variable that it declares. */
  static CorsVariable of(J.VariableDeclarations declaration, J.Block block) {
    List<J.MethodInvocation> calls = new ArrayList<>();
    List<Expression> registeredAt = new ArrayList<>();
    boolean[] handedOut = {false};
    new JavaIsoVisitor<Integer>() {
      @Override
      public J.MethodInvocation visitMethodInvocation(J.MethodInvocation call, Integer p) {
        if (is(call.getSelect(), declaration)) {
          calls.add(call);
        }
        if (call.getSimpleName().equals("registerCorsConfiguration")
            && call.getArguments().size() == 2
            && is(call.getArguments().get(1), declaration)) {
          registeredAt.add(call.getArguments().get(0));
        }
        return super.visitMethodInvocation(call, p);
      }

      @Override
      public J.Return visitReturn(J.Return returned, Integer p) {
        handedOut[0] |= is(returned.getExpression(), declaration);
        return super.visitReturn(returned, p);
      }

      @Override
      public J.Lambda visitLambda(J.Lambda lambda, Integer p) {
        handedOut[0] |= is(lambda.getBody(), declaration);
        return super.visitLambda(lambda, p);
      }
    }.visit(block, 0);
    return new CorsVariable(declaration, calls, registeredAt, handedOut[0]);
  }

  private static boolean is(@Nullable Object expression, J.VariableDeclarations declaration) {
    return expression instanceof J.Identifier name
        && name.getSimpleName().equals(declaration.getVariables().get(0).getSimpleName());
  }

  /** Whether Spring asks for this configuration whatever the path. */
  boolean isForAllPaths(Cursor block) {
    if (!handedOut || !registeredAt.isEmpty()) {
      return false;
    }
    for (Cursor at = block; at != null; at = at.getParent()) {
      if (at.getValue() instanceof J.Lambda lambda) {
        return isSource(lambda.getType());
      }
      if (at.getValue() instanceof J.MethodDeclaration method) {
        return method.getSimpleName().equals("getCorsConfiguration")
            || method.getReturnTypeExpression() != null
                && isSource(method.getReturnTypeExpression().getType());
      }
    }
    return false;
  }

  private static boolean isSource(@Nullable JavaType type) {
    return SOURCES.stream().anyMatch(source -> TypeUtils.isAssignableTo(source, type));
  }

  /** Whether it begins with what Spring permits by default: every header. */
  boolean isPermittedByDefault() {
    Expression value = declaration.getVariables().get(0).getInitializer();
    return value instanceof J.MethodInvocation call
            && call.getSimpleName().equals("applyPermitDefaultValues")
        || calls.stream().anyMatch(call -> call.getSimpleName().equals("applyPermitDefaultValues"));
  }

  /** A block with a statement for each value, behind the last that is about the variable. */
  J.Block with(CorsNeed need, List<String> values, J.Block block) {
    List<Statement> statements = new ArrayList<>(block.getStatements());
    int last = 0;
    for (int i = 0; i < statements.size(); i++) {
      if (statements.get(i).isScope(declaration)
          || statements.get(i) instanceof J.MethodInvocation call
              && is(call.getSelect(), declaration)) {
        last = i;
      }
    }
    Statement model = statements.get(last);
    for (String value : values) {
      statements.add(
          ++last,
          CorsCalls.statement(
              declaration.getVariables().get(0).getName(), need.adder(), value, model));
    }
    return block.withStatements(statements);
  }
}
