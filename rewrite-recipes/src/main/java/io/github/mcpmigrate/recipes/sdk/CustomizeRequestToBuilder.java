package io.github.mcpmigrate.recipes.sdk;

import io.github.mcpmigrate.table.LegacySseUses;
import java.util.List;
import lombok.EqualsAndHashCode;
import lombok.Value;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.Recipe;
import org.openrewrite.TreeVisitor;
import org.openrewrite.java.JavaVisitor;
import org.openrewrite.java.MethodMatcher;
import org.openrewrite.java.search.UsesMethod;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.Space;

/** Hands client transports the request that their customizer made. */
@Value
@EqualsAndHashCode(callSuper = false)
public class CustomizeRequestToBuilder extends Recipe {

  private static final String CUSTOMIZE =
      "io.modelcontextprotocol.client.transport.HttpClient*Transport$Builder customizeRequest(java.util.function.Consumer)";
  private static final String REQUEST = "java.net.http.HttpRequest";

  transient LegacySseUses table = new LegacySseUses(this);

  String displayName = "Use `requestBuilder(..)` instead of `customizeRequest(..)`";

  String description =
      "`customizeRequest(..)` of the client transports is gone since SDK 2.0. It was called once, with a new builder, so "
          + "`requestBuilder(..)` gets a new builder with the same calls.";

  @Override
  public TreeVisitor<?, ExecutionContext> getVisitor() {
    return Handwork.doing(
        table,
        getName(),
        () -> new UsesMethod<>(CUSTOMIZE),
        HandOver::new,
        handwork ->
            new ReportCalls(
                handwork,
                List.of(CUSTOMIZE),
                false,
                "since SDK 2.0 requestBuilder(..) takes the place of customizeRequest(..)"));
  }

  private final class HandOver extends JavaVisitor<ExecutionContext> {
    private final MethodMatcher matcher = new MethodMatcher(CUSTOMIZE);
    private final Handwork handwork;

    HandOver(Handwork handwork) {
      this.handwork = handwork;
    }

    @Override
    public J visitMethodInvocation(J.MethodInvocation invocation, ExecutionContext ctx) {
      J.MethodInvocation call = (J.MethodInvocation) super.visitMethodInvocation(invocation, ctx);
      if (!matcher.matches(call)) {
        return call;
      }
      Expression request = request(call);
      if (request == null) {
        handwork.leave(
            getCursor(),
            "customizeRequest is gone since SDK 2.0, use requestBuilder or httpRequestCustomizer",
            ctx);
        return call;
      }
      maybeAddImport(REQUEST);
      doAfterVisit(TidyImports.after(getCursor()));
      JavaType.Method now =
          call.getMethodType()
              .withName("requestBuilder")
              .withParameterTypes(List.of(JavaType.buildType(REQUEST + "$Builder")));
      return call.withArguments(List.of(request.withPrefix(Space.EMPTY)))
          .withMethodType(now)
          .withName(call.getName().withSimpleName("requestBuilder").withType(now));
    }

    /** What the customizer makes of a new request builder; null if it does more than set it up. */
    private @Nullable Expression request(J.MethodInvocation call) {
      if (!(call.getArguments().get(0) instanceof J.Lambda lambda)
          || !(lambda.getParameters().getParameters().get(0)
              instanceof J.VariableDeclarations given)
          || isSetBefore(call)) {
        return null;
      }
      String name = given.getVariables().get(0).getSimpleName();
      List<? extends J> steps =
          lambda.getBody() instanceof J.Block block
              ? block.getStatements()
              : List.of(lambda.getBody());
      if (steps.isEmpty() || VariableUses.in(lambda.getBody(), name).count() != steps.size()) {
        return null;
      }
      Expression request = newBuilder();
      for (J step : steps) {
        request = step instanceof J.MethodInvocation set ? on(request, set, name) : null;
        if (request == null) {
          return null;
        }
      }
      return request;
    }

    /** Whether the chain has a request builder already, which the customizer would go on with. */
    private static boolean isSetBefore(J.MethodInvocation call) {
      Expression link = call.getSelect();
      while (link instanceof J.MethodInvocation before) {
        if (before.getSimpleName().matches("requestBuilder|customizeRequest")) {
          return true;
        }
        link = before.getSelect();
      }
      return false;
    }

    private static Expression newBuilder() {
      JavaType.FullyQualified type = (JavaType.FullyQualified) JavaType.buildType(REQUEST);
      return Lambdas.call(
          Lambdas.type(REQUEST),
          "newBuilder",
          Lambdas.method(type, "newBuilder", JavaType.buildType(REQUEST + "$Builder")));
    }

    /** The calls of a step on the request so far; null if they are on something else. */
    private static @Nullable Expression on(
        Expression request, J.MethodInvocation set, String name) {
      if (set.getSelect() instanceof J.Identifier root && root.getSimpleName().equals(name)) {
        return set.withSelect(request.withPrefix(Space.EMPTY)).withPrefix(Space.EMPTY);
      }
      if (!(set.getSelect() instanceof J.MethodInvocation inner)) {
        return null;
      }
      Expression select = on(request, inner, name);
      return select == null ? null : set.withSelect(select).withPrefix(Space.EMPTY);
    }
  }
}
