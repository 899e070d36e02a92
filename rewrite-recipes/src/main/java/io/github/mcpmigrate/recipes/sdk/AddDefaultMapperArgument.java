package io.github.mcpmigrate.recipes.sdk;

import io.github.mcpmigrate.table.LegacySseUses;
import java.util.List;
import lombok.EqualsAndHashCode;
import lombok.Value;
import org.jspecify.annotations.Nullable;
import org.openrewrite.Cursor;
import org.openrewrite.ExecutionContext;
import org.openrewrite.Option;
import org.openrewrite.Recipe;
import org.openrewrite.TreeVisitor;
import org.openrewrite.internal.ListUtils;
import org.openrewrite.java.JavaTemplate;
import org.openrewrite.java.JavaVisitor;
import org.openrewrite.java.MethodMatcher;
import org.openrewrite.java.search.UsesMethod;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.Space;

/** Names the mapper in a call that used to make one of its own. */
@Value
@EqualsAndHashCode(callSuper = false)
public class AddDefaultMapperArgument extends Recipe {

  private static final String DEFAULTS = "io.modelcontextprotocol.json.McpJsonDefaults";

  @Option(
      displayName = "Method pattern",
      description = "The method or constructor that had no mapper.",
      example = "io.modelcontextprotocol.spec.McpSchema$Tool$Builder inputSchema(java.lang.String)")
  String methodPattern;

  @Option(
      displayName = "Argument index",
      description = "Where the mapper goes, the first argument being 0. Defaults to 0.",
      example = "1",
      required = false)
  @Nullable Integer argumentIndex;

  transient LegacySseUses table = new LegacySseUses(this);

  String displayName = "Name the default JSON mapper";

  String description =
      "Adds `McpJsonDefaults.getMapper()` to calls that parsed JSON with a mapper of the SDK's own up to 0.12.";

  @Override
  public TreeVisitor<?, ExecutionContext> getVisitor() {
    return Handwork.doing(
        table,
        getName(),
        () -> new UsesMethod<>(methodPattern),
        handwork -> new AddMapper(),
        handwork -> new AddMapper());
  }

  private final class AddMapper extends JavaVisitor<ExecutionContext> {
    private final MethodMatcher matcher = new MethodMatcher(methodPattern);
    private final int index = argumentIndex == null ? 0 : argumentIndex;

    @Override
    public J visitMethodInvocation(J.MethodInvocation invocation, ExecutionContext ctx) {
      J.MethodInvocation call = (J.MethodInvocation) super.visitMethodInvocation(invocation, ctx);
      if (!matcher.matches(call)) {
        return call;
      }
      maybeAddImport(DEFAULTS);
      doAfterVisit(TidyImports.after(getCursor()));
      JavaType.Method type = withMapper(call.getMethodType());
      return call.withArguments(withMapper(call.getArguments(), call, ctx))
          .withMethodType(type)
          .withName(call.getName().withType(type));
    }

    @Override
    public J visitNewClass(J.NewClass newClass, ExecutionContext ctx) {
      J.NewClass call = (J.NewClass) super.visitNewClass(newClass, ctx);
      if (!matcher.matches(call) || call.getBody() != null) {
        return call;
      }
      maybeAddImport(DEFAULTS);
      doAfterVisit(TidyImports.after(getCursor()));
      return call.withArguments(withMapper(call.getArguments(), call, ctx))
          .withConstructorType(withMapper(call.getConstructorType()));
    }

    private List<Expression> withMapper(
        List<Expression> written, Expression call, ExecutionContext ctx) {
      Expression place = written.get(0);
      Expression mapper =
          JavaTemplate.builder("McpJsonDefaults.getMapper()")
              .imports(DEFAULTS)
              .javaParser(SdkTemplates.parser(ctx))
              .build()
              .apply(
                  new Cursor(new Cursor(getCursor().getParentOrThrow(), call), place),
                  place.getCoordinates().replace());
      if (place instanceof J.Empty) {
        return List.of(mapper.withPrefix(Space.EMPTY));
      }
      if (index == 0) {
        Space first = place.getPrefix();
        Expression moved = first.isEmpty() ? place.withPrefix(Space.SINGLE_SPACE) : place;
        return ListUtils.concat(
            (Expression) mapper.withPrefix(first), ListUtils.mapFirst(written, argument -> moved));
      }
      return ListUtils.insert(written, mapper.withPrefix(Space.SINGLE_SPACE), index);
    }

    private JavaType.Method withMapper(JavaType.Method method) {
      return method
          .withParameterTypes(
              ListUtils.insert(method.getParameterTypes(), JsonMapperCalls.MCP_MAPPER, index))
          .withParameterNames(ListUtils.insert(method.getParameterNames(), "jsonMapper", index));
    }
  }
}
