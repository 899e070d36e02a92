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
import org.openrewrite.Tree;
import org.openrewrite.TreeVisitor;
import org.openrewrite.java.JavaTemplate;
import org.openrewrite.java.JavaVisitor;
import org.openrewrite.java.MethodMatcher;
import org.openrewrite.java.search.UsesMethod;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JRightPadded;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.Space;
import org.openrewrite.java.tree.TypeUtils;
import org.openrewrite.marker.Markers;

/** Makes the old type of what a method returns, where the code needs it. */
@Value
@EqualsAndHashCode(callSuper = false)
public class AdaptReturnValue extends Recipe {

  @Option(
      displayName = "Method pattern",
      description = "The method that returns another type now.",
      example = "io.modelcontextprotocol.spec.McpSchema$CallToolResult structuredContent()")
  String methodPattern;

  @Option(displayName = "Old type", description = "What it returned.", example = "java.util.Map")
  String oldType;

  @Option(
      displayName = "Replacement",
      description = "An expression of the old type, with `$0` for the call.",
      example = "(Map<String, Object>) $0")
  String replacement;

  @Option(
      displayName = "Imports",
      description = "The types that the replacement names.",
      example = "java.util.Map",
      required = false)
  @Nullable List<String> imports;

  transient LegacySseUses table = new LegacySseUses(this);

  String displayName = "Adapt what a method of the MCP Java SDK returns";

  String description =
      "Where a method returns another type now and the code around the call needs the old one, makes the old one of it.";

  @Override
  public TreeVisitor<?, ExecutionContext> getVisitor() {
    return Handwork.doing(
        table,
        getName(),
        () -> new UsesMethod<>(methodPattern),
        handwork -> new Adapt(),
        handwork ->
            new ReportCalls(
                handwork,
                List.of(methodPattern),
                true,
                "this returns another type now than " + simple(oldType)));
  }

  private static String simple(String type) {
    return type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
  }

  private final class Adapt extends JavaVisitor<ExecutionContext> {
    private final MethodMatcher matcher = new MethodMatcher(methodPattern);

    @Override
    public J visitMethodInvocation(J.MethodInvocation invocation, ExecutionContext ctx) {
      J.MethodInvocation call = (J.MethodInvocation) super.visitMethodInvocation(invocation, ctx);
      if (!matcher.matches(call)
          || !TypeUtils.isOfClassType(call.getMethodType().getReturnType(), oldType)) {
        return call;
      }
      boolean selected =
          getCursor().getParentTreeCursor().getValue() instanceof J.MethodInvocation outer
              && outer.getSelect() != null
              && outer.getSelect().getId().equals(call.getId());
      if (!selected && !isNeeded(getCursor())) {
        return call;
      }
      List<String> types = imports == null ? List.of() : imports;
      types.forEach(type -> maybeAddImport(type));
      doAfterVisit(TidyImports.after(getCursor()));
      JavaType.Method now =
          call.getMethodType().withReturnType(JavaType.buildType("java.lang.Object"));
      String code = replacement.replace("$0", "#{any(java.lang.Object)}");
      Expression adapted =
          JavaTemplate.builder(code)
              .imports(types.toArray(String[]::new))
              .javaParser(SdkTemplates.parser(ctx))
              .build()
              .apply(
                  updateCursor(call),
                  call.getCoordinates().replace(),
                  call.withMethodType(now).withName(call.getName().withType(now)));
      return selected && adapted instanceof J.TypeCast cast
          ? new J.Parentheses<>(
              Tree.randomId(),
              cast.getPrefix(),
              Markers.EMPTY,
              JRightPadded.build((Expression) cast.withPrefix(Space.EMPTY)))
          : adapted;
    }

    /** Whether the value goes where only the old type fits. */
    private boolean isNeeded(Cursor call) {
      J parent = call.getParentTreeCursor().getValue();
      if (parent instanceof J.VariableDeclarations.NamedVariable variable) {
        J.VariableDeclarations declared =
            call.getParentTreeCursor().getParentTreeCursor().getValue();
        return declared.getTypeExpression() != null
            && !(declared.getTypeExpression() instanceof J.Identifier name
                && "var".equals(name.getSimpleName()))
            && isOld(variable.getType());
      }
      if (parent instanceof J.Assignment assignment) {
        return isOld(assignment.getType());
      }
      if (parent instanceof J.Return || parent instanceof J.Ternary || parent instanceof J.Lambda) {
        return true;
      }
      if (parent instanceof J.MethodInvocation outer) {
        return isTaken(outer.getMethodType(), outer.getArguments(), call.getValue());
      }
      return parent instanceof J.NewClass outer
          && isTaken(outer.getConstructorType(), outer.getArguments(), call.getValue());
    }

    /** The SDK's own methods that take what this one returns changed with it. */
    private boolean isTaken(JavaType.@Nullable Method by, List<Expression> arguments, J call) {
      if (by == null
          || by.getDeclaringType().getPackageName().startsWith("io.modelcontextprotocol")) {
        return false;
      }
      int last = by.getParameterTypes().size() - 1;
      for (int i = 0; i < arguments.size(); i++) {
        if (arguments.get(i).getId().equals(call.getId())) {
          return isOld(by.getParameterTypes().get(Math.min(i, last)));
        }
      }
      return false;
    }

    private boolean isOld(@Nullable JavaType type) {
      return TypeUtils.isOfClassType(type, oldType);
    }
  }
}
