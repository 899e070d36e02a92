package io.github.mcpmigrate.recipes.sdk;

import io.github.mcpmigrate.table.LegacySseUses;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lombok.EqualsAndHashCode;
import lombok.Value;
import org.openrewrite.ExecutionContext;
import org.openrewrite.Preconditions;
import org.openrewrite.Recipe;
import org.openrewrite.TreeVisitor;
import org.openrewrite.java.JavaIsoVisitor;
import org.openrewrite.java.MethodMatcher;
import org.openrewrite.java.search.UsesMethod;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaType;

/** Gives tool handlers the request in place of the map of its arguments. */
@Value
@EqualsAndHashCode(callSuper = false)
public class GiveToolHandlersTheRequest extends Recipe {

  private static final String SERVER = "io.modelcontextprotocol.server.";
  private static final String TOOL = "io.modelcontextprotocol.spec.McpSchema$Tool";
  private static final String FUNCTION = "java.util.function.BiFunction";

  private static final List<String> CALLS =
      Stream.of("Sync", "Async")
          .flatMap(
              kind ->
                  Stream.of(
                      "%sMcpServer$%sSpecification tool(%s, %s)"
                          .formatted(SERVER, kind, TOOL, FUNCTION),
                      "%sMcpServerFeatures$%sToolSpecification <constructor>(%s, %s)"
                          .formatted(SERVER, kind, TOOL, FUNCTION),
                      "%sMcpServerFeatures$%sToolSpecification <constructor>(%s, %s, %s)"
                          .formatted(SERVER, kind, TOOL, FUNCTION, FUNCTION)))
          .toList();

  transient LegacySseUses table = new LegacySseUses(this);

  String displayName = "Give tool handlers the request";

  String description =
      "Since SDK 1.0 the handler of a tool gets the whole `CallToolRequest`, and `tool(..)` is `toolCall(..)`. The map of "
          + "arguments is asked of the request.";

  @Override
  public TreeVisitor<?, ExecutionContext> getVisitor() {
    return Handwork.doing(
        table,
        getName(),
        () ->
            Preconditions.or(
                CALLS.stream()
                    .map(call -> new UsesMethod<>(call, true))
                    .toArray(TreeVisitor[]::new)),
        GiveRequest::new,
        handwork ->
            new ReportCalls(
                handwork,
                CALLS,
                false,
                "since SDK 1.0 a tool's handler gets the CallToolRequest, and asks it for its arguments()"));
  }

  private final class GiveRequest extends JavaIsoVisitor<ExecutionContext> {
    private final List<MethodMatcher> calls =
        CALLS.stream().map(call -> new MethodMatcher(call, true)).toList();
    private final Handwork handwork;

    GiveRequest(Handwork handwork) {
      this.handwork = handwork;
    }

    @Override
    public J.NewClass visitNewClass(J.NewClass newClass, ExecutionContext ctx) {
      J.NewClass call = super.visitNewClass(newClass, ctx);
      JavaType.Method type = call.getConstructorType();
      Optional<HandlerFunction> function = function(type);
      if (function.isEmpty()) {
        return call;
      }
      List<Expression> arguments = new ArrayList<>(call.getArguments());
      if (arguments.size() == 3) {
        if (isNull(arguments.get(1))) {
          return call.withArguments(
                  List.of(
                      arguments.get(0), arguments.get(2).withPrefix(arguments.get(1).getPrefix())))
              .withConstructorType(function.get().of(type));
        }
        if (!isNull(arguments.get(2))) {
          handwork.leave(
              getCursor(),
              "since SDK 1.0 a tool has one handler, which gets a CallToolRequest",
              ctx);
          return call;
        }
        arguments.remove(2);
      }
      Expression adapted = adapted(arguments.get(1), function.get(), ctx);
      if (adapted == arguments.get(1)) {
        return call;
      }
      return call.withArguments(List.of(arguments.get(0), adapted))
          .withConstructorType(function.get().of(type));
    }

    @Override
    public J.MethodInvocation visitMethodInvocation(
        J.MethodInvocation invocation, ExecutionContext ctx) {
      J.MethodInvocation call = super.visitMethodInvocation(invocation, ctx);
      Optional<HandlerFunction> function = function(call.getMethodType());
      if (function.isEmpty()) {
        return call;
      }
      Expression handler = call.getArguments().get(1);
      Expression adapted = adapted(handler, function.get(), ctx);
      if (adapted == handler) {
        return call;
      }
      JavaType.Method now = function.get().of(call.getMethodType()).withName("toolCall");
      return call.withArguments(List.of(call.getArguments().get(0), adapted))
          .withMethodType(now)
          .withName(call.getName().withSimpleName("toolCall").withType(now));
    }

    private Expression adapted(Expression handler, HandlerFunction function, ExecutionContext ctx) {
      HandlerWithRequest adapter = new HandlerWithRequest(function, getCursor());
      Expression adapted = adapter.adapt(handler, ctx);
      if (adapted == handler) {
        handwork.leave(
            getCursor(),
            "since SDK 1.0 the handler of a tool gets a CallToolRequest, whose arguments() are what it got",
            ctx);
      } else if (adapter.isEvaluatedAnew()) {
        handwork.leave(
            getCursor(),
            "what makes this handler now runs at every call, keep its result in a variable if that matters",
            ctx);
      }
      if (adapter.namesRequest()) {
        maybeAddImport(HandlerFunction.TOOL_REQUEST);
      }
      maybeAddImport("java.util.Map");
      doAfterVisit(TidyImports.after(getCursor()));
      maybeRemoveImport("java.util.Map");
      return adapted;
    }

    private Optional<HandlerFunction> function(JavaType.Method type) {
      return calls.stream().anyMatch(call -> call.matches(type))
          ? HandlerFunction.withRequest(type.getParameterTypes().get(1))
          : Optional.empty();
    }

    private static boolean isNull(Expression argument) {
      return argument.getType() == JavaType.Primitive.Null;
    }
  }
}
