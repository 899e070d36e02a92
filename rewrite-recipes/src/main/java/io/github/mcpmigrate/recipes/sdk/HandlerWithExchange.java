package io.github.mcpmigrate.recipes.sdk;

import java.util.List;
import java.util.Set;
import org.openrewrite.Cursor;
import org.openrewrite.ExecutionContext;
import org.openrewrite.java.JavaIsoVisitor;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.TypeUtils;

/** Makes a handler of 0.7 one that gets the exchange. */
final class HandlerWithExchange {

  /** What a server asked its only client up to 0.8. */
  private static final Set<String> ASKS_CLIENT =
      Set.of("createMessage", "listRoots", "getClientCapabilities", "getClientInfo");

  private final HandlerFunction function;
  private final Cursor cursor;
  private boolean namesExchange;
  private boolean evaluatedAnew;

  /**
   * @param cursor the call that takes the handler
   */
  HandlerWithExchange(HandlerFunction function, Cursor cursor) {
    this.function = function;
    this.cursor = cursor;
  }

  /** Whether the exchange's type is written, so that it has to be imported. */
  boolean namesExchange() {
    return namesExchange;
  }

  /** Whether an expression that was evaluated once is evaluated for every call now. */
  boolean isEvaluatedAnew() {
    return evaluatedAnew;
  }

  JavaType.FullyQualified exchange() {
    return (JavaType.FullyQualified) function.now().getTypeParameters().get(0);
  }

  /** The handler with an exchange, or the handler itself if that cannot be written. */
  Expression adapt(Expression handler, ExecutionContext ctx) {
    if (handler instanceof J.Lambda lambda) {
      return lambda.getParameters().getParameters().get(0) instanceof J.VariableDeclarations given
          ? adapt(lambda, given, ctx)
          : handler;
    }
    if (handler.getType() == JavaType.Primitive.Null) {
      return handler;
    }
    JavaType argument = function.old().getTypeParameters().get(0);
    J.VariableDeclarations exchange = Lambdas.parameter(exchangeName(), exchange(), false);
    J.VariableDeclarations given =
        Lambdas.parameter(
            Lambdas.freeName(cursor, null, nameFor(argument), "given"), argument, false);
    Expression called = function.call(handler, Lambdas.use(given));
    if (called == null && handler instanceof J.MethodInvocation) {
      called = function.apply(handler, Lambdas.use(given));
      evaluatedAnew = true;
    }
    return called == null
        ? handler
        : Lambdas.lambda(List.of(exchange, given), called, function.now())
            .withPrefix(handler.getPrefix());
  }

  private J.Lambda adapt(J.Lambda lambda, J.VariableDeclarations given, ExecutionContext ctx) {
    namesExchange = given.getTypeExpression() != null;
    J.VariableDeclarations exchange = Lambdas.parameter(exchangeName(), exchange(), namesExchange);
    return lambda
        .withParameters(Lambdas.parameters(List.of(exchange, given)))
        .withBody(new AskByExchange(exchange).visitNonNull(lambda.getBody(), ctx, cursor))
        .withType(function.now());
  }

  private String exchangeName() {
    return Lambdas.freeName(cursor, null, "exchange", "mcpExchange");
  }

  private static String nameFor(JavaType argument) {
    if (TypeUtils.isOfClassType(argument, "java.util.Map")) {
      return "arguments";
    }
    return TypeUtils.isOfClassType(argument, "java.util.List") ? "roots" : "request";
  }

  /** Asks the client whose call is handled. */
  private final class AskByExchange extends JavaIsoVisitor<ExecutionContext> {
    private final J.VariableDeclarations exchange;
    private final String server;

    AskByExchange(J.VariableDeclarations exchange) {
      this.exchange = exchange;
      this.server = exchange().getFullyQualifiedName().replace("ServerExchange", "Server");
    }

    @Override
    public J.MethodInvocation visitMethodInvocation(
        J.MethodInvocation invocation, ExecutionContext ctx) {
      J.MethodInvocation call = super.visitMethodInvocation(invocation, ctx);
      JavaType.Method type = call.getMethodType();
      if (type == null
          || call.getSelect() == null
          || !ASKS_CLIENT.contains(type.getName())
          || !TypeUtils.isOfClassType(type.getDeclaringType(), server)) {
        return call;
      }
      JavaType.Method now = type.withDeclaringType(exchange());
      return call.withSelect(Lambdas.use(exchange).withPrefix(call.getSelect().getPrefix()))
          .withMethodType(now)
          .withName(call.getName().withType(now));
    }
  }
}
