package io.github.mcpmigrate.recipes.sdk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.java.JavaIsoVisitor;
import org.openrewrite.java.MethodMatcher;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaType;

/** Notes every call of some methods, every reference to them and every override as handwork. */
final class ReportCalls extends JavaIsoVisitor<ExecutionContext> {

  private final Handwork handwork;
  private final List<MethodMatcher> methods;
  private final boolean onlyValues;
  private final String reason;

  /**
   * @param patterns of the methods, those that override them included
   * @param onlyValues whether a call whose value nobody takes is left out
   */
  ReportCalls(Handwork handwork, List<String> patterns, boolean onlyValues, String reason) {
    this.handwork = handwork;
    this.methods = patterns.stream().map(pattern -> new MethodMatcher(pattern, true)).toList();
    this.onlyValues = onlyValues;
    this.reason = reason;
  }

  @Override
  public J.NewClass visitNewClass(J.NewClass call, ExecutionContext ctx) {
    check(call.getConstructorType(), ctx);
    return super.visitNewClass(call, ctx);
  }

  @Override
  public J.MethodInvocation visitMethodInvocation(J.MethodInvocation call, ExecutionContext ctx) {
    if (!onlyValues || !isStatement()) {
      check(call.getMethodType(), ctx);
    }
    return super.visitMethodInvocation(call, ctx);
  }

  private boolean isStatement() {
    Object parent = getCursor().getParentTreeCursor().getValue();
    return parent instanceof J.Block
        || parent instanceof J.Case
        || parent instanceof J.If
        || parent instanceof J.If.Else;
  }

  @Override
  public J.MemberReference visitMemberReference(J.MemberReference call, ExecutionContext ctx) {
    if (!onlyValues) {
      check(call.getMethodType(), ctx);
    }
    return super.visitMemberReference(call, ctx);
  }

  @Override
  public J.MethodDeclaration visitMethodDeclaration(
      J.MethodDeclaration method, ExecutionContext ctx) {
    check(method.getMethodType(), ctx);
    return super.visitMethodDeclaration(method, ctx);
  }

  private void check(JavaType.@Nullable Method called, ExecutionContext ctx) {
    if (methods.stream().anyMatch(method -> method.matches(called))) {
      handwork.leave(getCursor(), reason, ctx);
    }
  }
}
