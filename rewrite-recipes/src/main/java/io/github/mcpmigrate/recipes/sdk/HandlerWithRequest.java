package io.github.mcpmigrate.recipes.sdk;

import static io.github.mcpmigrate.recipes.sdk.HandlerFunction.TOOL_REQUEST;

import java.util.List;
import org.openrewrite.Cursor;
import org.openrewrite.ExecutionContext;
import org.openrewrite.internal.ListUtils;
import org.openrewrite.java.JavaVisitor;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.Space;
import org.openrewrite.java.tree.Statement;

/** Makes a tool's handler that gets a map of arguments one that gets the request. */
final class HandlerWithRequest {

  private final HandlerFunction function;
  private final Cursor cursor;
  private boolean namesRequest;
  private boolean evaluatedAnew;

  /**
   * @param cursor the call that takes the handler
   */
  HandlerWithRequest(HandlerFunction function, Cursor cursor) {
    this.function = function;
    this.cursor = cursor;
  }

  /** Whether the request's type is written, so that it has to be imported. */
  boolean namesRequest() {
    return namesRequest;
  }

  /** Whether an expression that was evaluated once is evaluated for every call now. */
  boolean isEvaluatedAnew() {
    return evaluatedAnew;
  }

  /** The handler with a request, or the handler itself if that cannot be written. */
  Expression adapt(Expression handler, ExecutionContext ctx) {
    if (handler instanceof J.Lambda lambda) {
      List<J> parameters = lambda.getParameters().getParameters();
      return parameters.get(1) instanceof J.VariableDeclarations given
          ? adapt(lambda, (J.VariableDeclarations) parameters.get(0), given, ctx)
          : handler;
    }
    J.VariableDeclarations exchange =
        Lambdas.parameter(
            Lambdas.freeName(cursor, null, "exchange", "mcpExchange"),
            function.now().getTypeParameters().get(0),
            false);
    J.VariableDeclarations request = request(requestName(null), false);
    Expression[] arguments = {Lambdas.use(exchange), argumentsOf(request)};
    Expression called = function.call(handler, arguments);
    if (called == null && handler instanceof J.MethodInvocation) {
      called = function.apply(handler, arguments);
      evaluatedAnew = true;
    }
    return called == null
        ? handler
        : Lambdas.lambda(List.of(exchange, request), called, function.now())
            .withPrefix(handler.getPrefix());
  }

  private Expression adapt(
      J.Lambda lambda,
      J.VariableDeclarations exchange,
      J.VariableDeclarations given,
      ExecutionContext ctx) {
    String name = given.getVariables().get(0).getSimpleName();
    VariableUses uses = VariableUses.in(lambda.getBody(), name);
    boolean keepName = lambda.getBody() instanceof J.Block && (uses.count() > 1 || !uses.isPlain());
    if (!keepName && !uses.isPlain()) {
      return lambda;
    }
    namesRequest = given.getTypeExpression() != null;
    J.VariableDeclarations request = request(requestName(keepName ? null : name), namesRequest);
    J body = lambda.getBody();
    if (keepName) {
      body = withDeclaration((J.Block) body, name, request);
    } else if (uses.count() > 0) {
      body = new AskRequest(name, request).visitNonNull(body, ctx, cursor);
    }
    return lambda
        .withParameters(Lambdas.parameters(List.of(exchange, request)))
        .withBody(body)
        .withType(function.now());
  }

  /** Names the map on the line before the first statement. */
  private J withDeclaration(J.Block body, String name, J.VariableDeclarations request) {
    JavaType map = function.old().getTypeParameters().get(1);
    Space line = body.getStatements().get(0).getPrefix();
    Statement named =
        Lambdas.mapVariable(name, map, argumentsOf(request))
            .withPrefix(Space.format(line.getWhitespace()));
    return body.withStatements(ListUtils.concat(named, body.getStatements()));
  }

  private String requestName(String own) {
    return Lambdas.freeName(cursor, own, "request", "callRequest", "toolRequest");
  }

  private static J.VariableDeclarations request(String name, boolean typed) {
    return Lambdas.parameter(name, JavaType.buildType(TOOL_REQUEST), typed);
  }

  private J.MethodInvocation argumentsOf(J.VariableDeclarations request) {
    JavaType map = function.old().getTypeParameters().get(1);
    JavaType.FullyQualified type = (JavaType.FullyQualified) JavaType.buildType(TOOL_REQUEST);
    return Lambdas.call(Lambdas.use(request), "arguments", Lambdas.method(type, "arguments", map));
  }

  /** Asks the request where the map was named. */
  private final class AskRequest extends JavaVisitor<ExecutionContext> {
    private final String name;
    private final J.VariableDeclarations request;

    AskRequest(String name, J.VariableDeclarations request) {
      this.name = name;
      this.request = request;
    }

    @Override
    public J visitIdentifier(J.Identifier identifier, ExecutionContext ctx) {
      return VariableUses.isUse(identifier, name, getCursor())
          ? argumentsOf(request).withPrefix(identifier.getPrefix())
          : identifier;
    }
  }
}
