package io.github.mcpmigrate.recipes.sdk;

import io.github.mcpmigrate.table.LegacySseUses;
import java.util.List;
import lombok.EqualsAndHashCode;
import lombok.Value;
import org.openrewrite.ExecutionContext;
import org.openrewrite.Recipe;
import org.openrewrite.Tree;
import org.openrewrite.TreeVisitor;
import org.openrewrite.internal.ListUtils;
import org.openrewrite.java.ChangeType;
import org.openrewrite.java.JavaIsoVisitor;
import org.openrewrite.java.search.UsesType;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.Space;
import org.openrewrite.java.tree.TypeUtils;
import org.openrewrite.marker.Markers;

/** Names the class of elicitation requests with a form, which was the only one. */
@Value
@EqualsAndHashCode(callSuper = false)
public class ElicitRequestToForm extends Recipe {

  private static final String SCHEMA = "io.modelcontextprotocol.spec.McpSchema$";
  private static final String OLD = SCHEMA + "ElicitRequest";
  private static final String FORM = SCHEMA + "ElicitFormRequest";

  transient LegacySseUses table = new LegacySseUses(this);

  String displayName = "Use `ElicitFormRequest` instead of `ElicitRequest`";

  String description =
      "`ElicitRequest` is an interface since SDK 2.0, and `ElicitFormRequest` what the class was. `ElicitRequest.builder()` "
          + "is still there and makes one.";

  @Override
  public TreeVisitor<?, ExecutionContext> getVisitor() {
    return Handwork.doing(
        table,
        getName(),
        () -> new UsesType<>(OLD, false),
        handwork -> new NameForm(),
        handwork ->
            new ReportCalls(
                handwork,
                List.of(OLD + " <constructor>(..)", OLD + " requestedSchema()"),
                false,
                "since SDK 2.0 ElicitRequest is an interface, and ElicitFormRequest what it was"));
  }

  private static final class NameForm extends JavaIsoVisitor<ExecutionContext> {

    @Override
    public J.CompilationUnit visitCompilationUnit(J.CompilationUnit unit, ExecutionContext ctx) {
      boolean isClass =
          unit.getTypesInUse().getTypesInUse().stream()
              .anyMatch(
                  type ->
                      type instanceof JavaType.Class used
                          && TypeUtils.isOfClassType(used, OLD)
                          && used.getKind() != JavaType.FullyQualified.Kind.Interface);
      if (!isClass) {
        return unit;
      }
      J.CompilationUnit visited = super.visitCompilationUnit(unit, ctx);
      visited =
          (J.CompilationUnit)
              new ChangeType(OLD, FORM, true).getVisitor().visitNonNull(visited, ctx);
      return (J.CompilationUnit) new KeepFactory().visitNonNull(visited, ctx);
    }

    @Override
    public J.NewClass visitNewClass(J.NewClass newClass, ExecutionContext ctx) {
      J.NewClass call = super.visitNewClass(newClass, ctx);
      JavaType.Method type = call.getConstructorType();
      if (type == null
          || !TypeUtils.isOfClassType(type.getDeclaringType(), OLD)
          || call.getArguments().size() != 2) {
        return call;
      }
      Expression none =
          new J.Literal(
              Tree.randomId(),
              Space.SINGLE_SPACE,
              Markers.EMPTY,
              null,
              "null",
              null,
              JavaType.Primitive.Null);
      return call.withArguments(ListUtils.concat(call.getArguments(), none))
          .withConstructorType(
              type.withParameterNames(ListUtils.concat(type.getParameterNames(), "meta"))
                  .withParameterTypes(
                      ListUtils.concat(type.getParameterTypes(), type.getParameterTypes().get(1))));
    }
  }

  /** The factory method is the interface's. */
  private static final class KeepFactory extends JavaIsoVisitor<ExecutionContext> {
    private static final JavaType.FullyQualified INTERFACE =
        JavaType.ShallowClass.build(OLD).withKind(JavaType.FullyQualified.Kind.Interface);

    @Override
    public J.MethodInvocation visitMethodInvocation(
        J.MethodInvocation invocation, ExecutionContext ctx) {
      J.MethodInvocation call = super.visitMethodInvocation(invocation, ctx);
      JavaType.Method type = call.getMethodType();
      if (type == null
          || !"builder".equals(type.getName())
          || !TypeUtils.isOfClassType(type.getDeclaringType(), FORM)) {
        return call;
      }
      JavaType.Method now = type.withDeclaringType(INTERFACE);
      J.MethodInvocation factory = call.withMethodType(now).withName(call.getName().withType(now));
      if (call.getSelect() instanceof J.FieldAccess access) {
        return factory.withSelect(
            access
                .withName(access.getName().withSimpleName("ElicitRequest").withType(INTERFACE))
                .withType(INTERFACE));
      }
      if (call.getSelect() instanceof J.Identifier name) {
        maybeAddImport(OLD.replace('$', '.'));
        doAfterVisit(TidyImports.after(getCursor()));
        return factory.withSelect(name.withSimpleName("ElicitRequest").withType(INTERFACE));
      }
      return call;
    }
  }
}
