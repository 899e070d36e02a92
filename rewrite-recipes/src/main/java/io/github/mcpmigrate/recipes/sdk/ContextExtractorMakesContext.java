package io.github.mcpmigrate.recipes.sdk;

import io.github.mcpmigrate.table.LegacySseUses;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.EqualsAndHashCode;
import lombok.Value;
import org.openrewrite.Cursor;
import org.openrewrite.ExecutionContext;
import org.openrewrite.Recipe;
import org.openrewrite.TreeVisitor;
import org.openrewrite.internal.ListUtils;
import org.openrewrite.java.JavaIsoVisitor;
import org.openrewrite.java.JavaTemplate;
import org.openrewrite.java.MethodMatcher;
import org.openrewrite.java.search.UsesMethod;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.Space;
import org.openrewrite.java.tree.Statement;

/** Lets a context extractor make the context that it was given to fill. */
@Value
@EqualsAndHashCode(callSuper = false)
public class ContextExtractorMakesContext extends Recipe {

  private static final String EXTRACTOR =
      "io.modelcontextprotocol.server.transport.*$Builder contextExtractor(..)";
  private static final String CONTEXT = "io.modelcontextprotocol.common.McpTransportContext";
  private static final int MOST_ENTRIES = 10;

  transient LegacySseUses table = new LegacySseUses(this);

  String displayName = "Make the transport context in the context extractor";

  String description =
      "In SDK 0.11 a context extractor filled the context that it got; since 0.12 it returns a new one. A lambda that only "
          + "puts values into the context and returns it becomes one that makes it of these values. Others are left alone.";

  @Override
  public TreeVisitor<?, ExecutionContext> getVisitor() {
    return Handwork.doing(
        table,
        getName(),
        () -> new UsesMethod<>(EXTRACTOR),
        handwork -> new Make(),
        handwork -> TreeVisitor.noop());
  }

  private static final class Make extends JavaIsoVisitor<ExecutionContext> {
    private final MethodMatcher matcher = new MethodMatcher(EXTRACTOR);

    @Override
    public J.MethodInvocation visitMethodInvocation(
        J.MethodInvocation invocation, ExecutionContext ctx) {
      J.MethodInvocation call = super.visitMethodInvocation(invocation, ctx);
      if (!matcher.matches(call)
          || !(call.getArguments().get(0) instanceof J.Lambda lambda)
          || lambda.getParameters().getParameters().size() != 2
          || !(lambda.getParameters().getParameters().get(1)
              instanceof J.VariableDeclarations context)) {
        return call;
      }
      return entries(lambda.getBody(), context.getVariables().get(0).getSimpleName())
          .map(
              entries ->
                  call.withArguments(
                      ListUtils.mapFirst(
                          call.getArguments(), first -> making(lambda, entries, ctx))))
          .orElse(call);
    }

    private Expression making(J.Lambda lambda, List<Expression> entries, ExecutionContext ctx) {
      String values = entries.stream().map(entry -> "#{any()}").collect(Collectors.joining(", "));
      boolean empty = entries.isEmpty();
      Expression place = result(lambda.getBody());
      maybeAddImport(CONTEXT);
      if (!empty) {
        maybeAddImport("java.util.Map");
      }
      doAfterVisit(TidyImports.after(getCursor()));
      J.VariableDeclarations request =
          (J.VariableDeclarations) lambda.getParameters().getParameters().get(0);
      Expression made =
          JavaTemplate.builder(
                  empty
                      ? "McpTransportContext.EMPTY"
                      : "McpTransportContext.create(Map.of(" + values + "))")
              .imports(CONTEXT, "java.util.Map")
              .javaParser(SdkTemplates.parser(ctx))
              .build()
              .apply(
                  new Cursor(new Cursor(getCursor(), lambda), place),
                  place.getCoordinates().replace(),
                  entries.stream().map(entry -> entry.withPrefix(Space.EMPTY)).toArray());
      return lambda
          .withParameters(Lambdas.parameters(List.of(request)))
          .withBody(made.withPrefix(Space.SINGLE_SPACE));
    }

    /** The keys and values that are put into the context, if that is all that happens. */
    private static Optional<List<Expression>> entries(J body, String context) {
      if (isContext(body, context)) {
        return Optional.of(List.of());
      }
      if (!(body instanceof J.Block block) || block.getStatements().isEmpty()) {
        return Optional.empty();
      }
      int last = block.getStatements().size() - 1;
      if (!(block.getStatements().get(last) instanceof J.Return result)
          || !isContext(result.getExpression(), context)
          || last > MOST_ENTRIES) {
        return Optional.empty();
      }
      List<Expression> entries = new ArrayList<>();
      Set<Object> keys = new HashSet<>();
      for (Statement statement : block.getStatements().subList(0, last)) {
        // A comment would have no place in the new code.
        if (!(statement instanceof J.MethodInvocation put)
            || !"put".equals(put.getSimpleName())
            || !isContext(put.getSelect(), context)
            || !(put.getArguments().get(0) instanceof J.Literal key)
            || !keys.add(String.valueOf(key.getValue()))
            || !put.getPrefix().getComments().isEmpty()
            || VariableUses.in(put.getArguments().get(1), context).count() > 0) {
          return Optional.empty();
        }
        entries.addAll(put.getArguments());
      }
      return Optional.of(entries);
    }

    /** The context, where it is returned. */
    private static Expression result(J body) {
      return body instanceof J.Block block
          ? ((J.Return) block.getStatements().get(block.getStatements().size() - 1)).getExpression()
          : (Expression) body;
    }

    private static boolean isContext(J expression, String context) {
      return expression instanceof J.Identifier name && name.getSimpleName().equals(context);
    }
  }
}
