package io.github.mcpmigrate.recipes.sdk;

import io.github.mcpmigrate.table.LegacySseUses;
import java.util.ArrayList;
import java.util.List;
import lombok.EqualsAndHashCode;
import lombok.Value;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.Option;
import org.openrewrite.Recipe;
import org.openrewrite.TreeVisitor;
import org.openrewrite.internal.ListUtils;
import org.openrewrite.java.JavaIsoVisitor;
import org.openrewrite.java.MethodMatcher;
import org.openrewrite.java.search.UsesMethod;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaType;

/** Gives a lambda the parameters that its interface has now. */
@Value
@EqualsAndHashCode(callSuper = false)
public class ChangeLambdaParameters extends Recipe {

  @Option(
      displayName = "Method pattern",
      description = "The method that takes the lambda as its first argument.",
      example = "io.modelcontextprotocol..* contextExtractor(..)")
  String methodPattern;

  @Option(
      displayName = "Old number of parameters",
      description = "How many parameters the lambda had.",
      example = "2")
  String before;

  @Option(
      displayName = "New parameter",
      description =
          "The type of a parameter to add after the others. Without it, the last one goes.",
      example = "io.modelcontextprotocol.common.McpTransportContext",
      required = false)
  @Nullable String added;

  @Option(
      displayName = "Reason",
      description = "What the comment says where the code has no lambda or uses what goes.",
      example = "since SDK 0.12 a context extractor makes the context")
  String reason;

  transient LegacySseUses table = new LegacySseUses(this);

  String displayName = "Change the parameters of a lambda";

  String description =
      "Adds a parameter to the lambdas that a method of the SDK takes, or removes the last one if it is not used.";

  @Override
  public TreeVisitor<?, ExecutionContext> getVisitor() {
    return Handwork.doing(
        table,
        getName(),
        () -> new UsesMethod<>(methodPattern),
        Change::new,
        handwork -> new ReportCalls(handwork, List.of(methodPattern), false, reason));
  }

  private final class Change extends JavaIsoVisitor<ExecutionContext> {
    private final MethodMatcher matcher = new MethodMatcher(methodPattern);
    private final Handwork handwork;

    Change(Handwork handwork) {
      this.handwork = handwork;
    }

    @Override
    public J.MethodInvocation visitMethodInvocation(
        J.MethodInvocation invocation, ExecutionContext ctx) {
      J.MethodInvocation call = super.visitMethodInvocation(invocation, ctx);
      if (!matcher.matches(call) || !(call.getArguments().get(0) instanceof J.Lambda lambda)) {
        return call;
      }
      List<J.VariableDeclarations> parameters = new ArrayList<>();
      for (J parameter : lambda.getParameters().getParameters()) {
        if (parameter instanceof J.VariableDeclarations declared) {
          parameters.add(declared);
        }
      }
      if (parameters.size() != Integer.parseInt(before)) {
        return call;
      }
      J.VariableDeclarations last = parameters.get(parameters.size() - 1);
      if (added != null) {
        boolean typed = last.getTypeExpression() != null;
        String name = Lambdas.freeName(getCursor(), null, "context", "transportContext");
        parameters.add(Lambdas.parameter(name, JavaType.buildType(added), typed));
        maybeAddImport(added);
        doAfterVisit(TidyImports.after(getCursor()));
      } else if (VariableUses.in(lambda.getBody(), last.getVariables().get(0).getSimpleName())
              .count()
          > 0) {
        handwork.leave(getCursor(), reason, ctx);
        return call;
      } else {
        parameters.remove(last);
      }
      return call.withArguments(
          ListUtils.mapFirst(
              call.getArguments(),
              first -> (Expression) lambda.withParameters(Lambdas.parameters(parameters))));
    }
  }
}
