package io.github.mcpmigrate.recipes.sdk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openrewrite.internal.ListUtils;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.Flag;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.TypeUtils;

/**
 * The type of a handler before and after, and how to call one that is given as something else than
 * a lambda.
 *
 * @param old a functional interface of java.util.function
 * @param now the same with one more argument, or with another one
 */
record HandlerFunction(JavaType.Parameterized old, JavaType.Parameterized now) {

  static final String TOOL_REQUEST = "io.modelcontextprotocol.spec.McpSchema$CallToolRequest";

  /** A handler that gets the exchange, too; empty if the parameter is no such function. */
  static Optional<HandlerFunction> withExchange(JavaType parameter, JavaType exchange) {
    if (!(parameter instanceof JavaType.Parameterized function)) {
      return Optional.empty();
    }
    String bi = "Bi" + function.getClassName();
    return Optional.of(
        new HandlerFunction(
            function,
            Lambdas.function(bi, ListUtils.concat(exchange, function.getTypeParameters()))));
  }

  /** A tool's handler that gets the request in place of its arguments. */
  static Optional<HandlerFunction> withRequest(JavaType parameter) {
    if (!(parameter instanceof JavaType.Parameterized function)
        || function.getTypeParameters().size() != 3
        || !TypeUtils.isOfClassType(function.getTypeParameters().get(1), "java.util.Map")) {
      return Optional.empty();
    }
    List<JavaType> types = new ArrayList<>(function.getTypeParameters());
    types.set(1, JavaType.buildType(TOOL_REQUEST));
    return Optional.of(new HandlerFunction(function, Lambdas.function("BiFunction", types)));
  }

  /** A method that takes a tool and its handler, after the change. */
  JavaType.Method of(JavaType.Method method) {
    return method
        .withParameterTypes(List.of(method.getParameterTypes().get(0), now))
        .withParameterNames(method.getParameterNames().subList(0, 2));
  }

  /**
   * The call of a handler with these arguments; null if it cannot be written without changing when
   * what is evaluated.
   */
  @Nullable Expression call(Expression handler, Expression... arguments) {
    if (handler instanceof J.MemberReference reference) {
      return callOf(reference, arguments);
    }
    return isName(handler) ? apply(handler, arguments) : null;
  }

  /** The call of a handler that an expression computes, once for every call. */
  Expression apply(Expression handler, Expression... arguments) {
    boolean returns = old.getClassName().endsWith("Function");
    List<JavaType> types = old.getTypeParameters();
    JavaType.Method method =
        Lambdas.method(
            old,
            returns ? "apply" : "accept",
            returns ? types.get(types.size() - 1) : JavaType.Primitive.Void,
            types.subList(0, arguments.length).toArray(JavaType[]::new));
    return Lambdas.call(handler, method.getName(), method, arguments);
  }

  private static @Nullable Expression callOf(J.MemberReference reference, Expression... arguments) {
    JavaType.Method method = reference.getMethodType();
    Expression on = reference.getContaining();
    if (method == null || method.isConstructor() || !isName(on)) {
      return null;
    }
    boolean onType =
        on instanceof J.Identifier name ? isType(name) : isType(((J.FieldAccess) on).getName());
    if (onType && !method.hasFlags(Flag.Static)) {
      return null;
    }
    boolean onThis = on instanceof J.Identifier name && "this".equals(name.getSimpleName());
    return Lambdas.call(
        onThis ? null : on, reference.getReference().getSimpleName(), method, arguments);
  }

  private static boolean isType(J.Identifier name) {
    return name.getFieldType() == null
        && !"this".equals(name.getSimpleName())
        && !"super".equals(name.getSimpleName());
  }

  private static boolean isName(Expression expression) {
    return expression instanceof J.Identifier
        || expression instanceof J.FieldAccess access && isName(access.getTarget());
  }
}
