package io.github.mcpmigrate.recipes.sdk;

import io.github.mcpmigrate.recipes.TodoComments;
import java.util.List;
import org.openrewrite.ExecutionContext;
import org.openrewrite.java.JavaIsoVisitor;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.TypeUtils;

/**
 * Notes the mappings in a file that does not name the transport. They may be the transport's or
 * those of any other servlet, so that they are only reported.
 */
final class MappingsElsewhere extends JavaIsoVisitor<ExecutionContext> {

  private final LegacyEndpoints endpoints;

  MappingsElsewhere(LegacyEndpoints endpoints) {
    this.endpoints = endpoints;
  }

  @Override
  public J.CompilationUnit visitCompilationUnit(J.CompilationUnit source, ExecutionContext ctx) {
    if (!ServletMappings.mayBeIn(source)) {
      return source;
    }
    endpoints.prefixed().readElsewhere(source);
    return super.visitCompilationUnit(source, ctx);
  }

  @Override
  public J.NewClass visitNewClass(J.NewClass call, ExecutionContext ctx) {
    note(call.getArguments());
    return super.visitNewClass(call, ctx);
  }

  @Override
  public J.MethodInvocation visitMethodInvocation(J.MethodInvocation call, ExecutionContext ctx) {
    note(call.getArguments());
    return super.visitMethodInvocation(call, ctx);
  }

  private void note(List<Expression> args) {
    if (ServletMappings.areIn(getCursor().getValue(), getCursor())) {
      args.stream()
          .filter(arg -> TypeUtils.isString(arg.getType()))
          .forEach(arg -> endpoints.maybeNamed(arg, TodoComments.place(getCursor())));
    }
  }
}
