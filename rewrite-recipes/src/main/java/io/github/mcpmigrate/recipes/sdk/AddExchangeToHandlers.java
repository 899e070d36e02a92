package io.github.mcpmigrate.recipes.sdk;

import io.github.mcpmigrate.table.LegacySseUses;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lombok.EqualsAndHashCode;
import lombok.Value;
import org.openrewrite.ExecutionContext;
import org.openrewrite.Preconditions;
import org.openrewrite.Recipe;
import org.openrewrite.TreeVisitor;
import org.openrewrite.internal.ListUtils;
import org.openrewrite.java.JavaIsoVisitor;
import org.openrewrite.java.MethodMatcher;
import org.openrewrite.java.search.UsesMethod;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaType;

/** Gives the handlers of 0.7 the exchange that handlers get since 0.8. */
@Value
@EqualsAndHashCode(callSuper = false)
public class AddExchangeToHandlers extends Recipe {

  private static final String SERVER = "io.modelcontextprotocol.server.";
  private static final List<String> CALLS =
      Stream.of("Sync", "Async")
          .flatMap(
              kind ->
                  Stream.of(
                      SERVER + "McpServerFeatures$" + kind + "ToolRegistration <constructor>(..)",
                      SERVER
                          + "McpServerFeatures$"
                          + kind
                          + "ResourceRegistration <constructor>(..)",
                      SERVER + "McpServerFeatures$" + kind + "PromptRegistration <constructor>(..)",
                      SERVER + "McpServer$" + kind + "Spec tool(..)",
                      SERVER + "McpServer$" + kind + "Spec rootsChangeConsumer(..)",
                      SERVER + "McpServer$" + kind + "Spec rootsChangeConsumers(..)"))
          .toList();

  transient LegacySseUses table = new LegacySseUses(this);

  String displayName = "Give handlers the exchange";

  String description =
      "The handlers of tools, resources, prompts and roots get an exchange since SDK 0.8, and only handlers with one exist "
          + "since 0.9. Inside of a handler, the client is asked by the exchange.";

  @Override
  public TreeVisitor<?, ExecutionContext> getVisitor() {
    return Handwork.doing(
        table,
        getName(),
        () -> Preconditions.or(CALLS.stream().map(UsesMethod::new).toArray(TreeVisitor[]::new)),
        AddExchange::new,
        handwork ->
            new ReportCalls(
                handwork, CALLS, false, "since SDK 0.9 a handler gets the exchange first"));
  }

  private final class AddExchange extends JavaIsoVisitor<ExecutionContext> {
    private final List<MethodMatcher> calls = CALLS.stream().map(MethodMatcher::new).toList();
    private final Handwork handwork;

    AddExchange(Handwork handwork) {
      this.handwork = handwork;
    }

    @Override
    public J.NewClass visitNewClass(J.NewClass newClass, ExecutionContext ctx) {
      J.NewClass call = super.visitNewClass(newClass, ctx);
      JavaType.Method type = call.getConstructorType();
      return takesHandlers(type)
          ? call.withArguments(adapted(call.getArguments(), type, ctx))
              .withConstructorType(withExchange(type))
          : call;
    }

    @Override
    public J.MethodInvocation visitMethodInvocation(
        J.MethodInvocation invocation, ExecutionContext ctx) {
      J.MethodInvocation call = super.visitMethodInvocation(invocation, ctx);
      JavaType.Method type = call.getMethodType();
      if (!takesHandlers(type)) {
        return call;
      }
      JavaType.Method now = withExchange(type);
      return call.withArguments(adapted(call.getArguments(), type, ctx))
          .withMethodType(now)
          .withName(call.getName().withType(now));
    }

    private boolean takesHandlers(JavaType.Method type) {
      return calls.stream().anyMatch(call -> call.matches(type))
          && type.getParameterTypes().stream()
              .anyMatch(parameter -> function(type, parameter).isPresent());
    }

    private List<Expression> adapted(
        List<Expression> arguments, JavaType.Method type, ExecutionContext ctx) {
      List<JavaType> parameters = type.getParameterTypes();
      int last = parameters.size() - 1;
      return ListUtils.map(
          arguments,
          (i, argument) ->
              function(type, parameters.get(Math.min(i, last)))
                  .map(function -> adapted(argument, function, ctx))
                  .orElse(argument));
    }

    private Expression adapted(Expression handler, HandlerFunction function, ExecutionContext ctx) {
      HandlerWithExchange adapter = new HandlerWithExchange(function, getCursor());
      Expression adapted = adapter.adapt(handler, ctx);
      if (adapted == handler && handler.getType() != JavaType.Primitive.Null) {
        handwork.leave(
            getCursor(), "since SDK 0.8 handlers get an exchange before what they got", ctx);
      } else if (adapter.isEvaluatedAnew()) {
        handwork.leave(
            getCursor(),
            "what makes this handler now runs at every call, keep its result in a variable if that matters",
            ctx);
      }
      if (adapter.namesExchange()) {
        maybeAddImport(adapter.exchange().getFullyQualifiedName());
        doAfterVisit(TidyImports.after(getCursor()));
      }
      return adapted;
    }

    private JavaType.Method withExchange(JavaType.Method type) {
      return type.withParameterTypes(
          ListUtils.map(
              type.getParameterTypes(),
              parameter ->
                  function(type, parameter).<JavaType>map(HandlerFunction::now).orElse(parameter)));
    }

    /** A parameter as a handler; not so a tool or a list of handlers. */
    private static Optional<HandlerFunction> function(JavaType.Method type, JavaType parameter) {
      JavaType one = parameter instanceof JavaType.Array array ? array.getElemType() : parameter;
      if (!(one instanceof JavaType.FullyQualified name)
          || !name.getFullyQualifiedName().startsWith("java.util.function.")) {
        return Optional.empty();
      }
      String kind = type.getDeclaringType().getClassName().contains("Async") ? "Async" : "Sync";
      return HandlerFunction.withExchange(
          one, JavaType.buildType(SERVER + "Mcp" + kind + "ServerExchange"));
    }
  }
}
