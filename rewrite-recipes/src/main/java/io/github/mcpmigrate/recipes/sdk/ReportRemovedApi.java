package io.github.mcpmigrate.recipes.sdk;

import io.github.mcpmigrate.table.LegacySseUses;
import lombok.EqualsAndHashCode;
import lombok.Value;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.Option;
import org.openrewrite.Preconditions;
import org.openrewrite.Recipe;
import org.openrewrite.TreeVisitor;
import org.openrewrite.Validated;
import org.openrewrite.java.JavaIsoVisitor;
import org.openrewrite.java.MethodMatcher;
import org.openrewrite.java.search.DeclaresMethod;
import org.openrewrite.java.search.UsesMethod;
import org.openrewrite.java.search.UsesType;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.TypeUtils;

/** Leaves a comment where code uses what is gone from the SDK and has no sure replacement. */
@Value
@EqualsAndHashCode(callSuper = false)
public class ReportRemovedApi extends Recipe {

  @Option(
      displayName = "Method pattern",
      description = "The method or constructor that is gone.",
      example = "io.modelcontextprotocol.server.McpSyncServer listRoots(..)",
      required = false)
  @Nullable String methodPattern;

  @Option(
      displayName = "Type",
      description = "The type that is gone, instead of a method.",
      example = "io.modelcontextprotocol.spec.DefaultMcpSession",
      required = false)
  @Nullable String type;

  @Option(
      displayName = "Reason",
      description = "What happened to it and what to do, as the comment says it.",
      example = "ask the exchange that the handler gets")
  String reason;

  transient LegacySseUses table = new LegacySseUses(this);

  String displayName = "Report what is gone from the MCP Java SDK";

  String description =
      "Leaves a `TODO mcp-migrate:` comment at the calls and overrides of a method or the mentions of a type that is gone from the SDK, "
          + "and lists them in the data table `LegacySseUses`.";

  @Override
  public Validated<Object> validate() {
    return super.validate()
        .and(
            Validated.test(
                "methodPattern",
                "either a method pattern or a type",
                methodPattern,
                pattern -> (pattern == null) != (type == null)));
  }

  @Override
  public TreeVisitor<?, ExecutionContext> getVisitor() {
    return Preconditions.check(
        methodPattern != null
            ? Preconditions.or(
                new UsesMethod<>(methodPattern, true), new DeclaresMethod<>(methodPattern, true))
            : new UsesType<>(type, false),
        Handwork.doing(table, getName(), Report::new));
  }

  private final class Report extends JavaIsoVisitor<ExecutionContext> {
    private final @Nullable MethodMatcher matcher =
        methodPattern == null ? null : new MethodMatcher(methodPattern, true);
    private final Handwork handwork;

    Report(Handwork handwork) {
      this.handwork = handwork;
    }

    @Override
    public J.Import visitImport(J.Import imported, ExecutionContext ctx) {
      return imported;
    }

    @Override
    public J.NewClass visitNewClass(J.NewClass call, ExecutionContext ctx) {
      check(call.getConstructorType(), ctx);
      return super.visitNewClass(call, ctx);
    }

    @Override
    public J.MethodInvocation visitMethodInvocation(J.MethodInvocation call, ExecutionContext ctx) {
      check(call.getMethodType(), ctx);
      return super.visitMethodInvocation(call, ctx);
    }

    @Override
    public J.MemberReference visitMemberReference(J.MemberReference call, ExecutionContext ctx) {
      check(call.getMethodType(), ctx);
      return super.visitMemberReference(call, ctx);
    }

    @Override
    public J.MethodDeclaration visitMethodDeclaration(
        J.MethodDeclaration method, ExecutionContext ctx) {
      check(method.getMethodType(), ctx);
      return super.visitMethodDeclaration(method, ctx);
    }

    @Override
    public J.Identifier visitIdentifier(J.Identifier name, ExecutionContext ctx) {
      if (type != null && name.getFieldType() == null && isNameOfType(name)) {
        handwork.leave(getCursor(), reason, ctx);
      }
      return super.visitIdentifier(name, ctx);
    }

    private boolean isNameOfType(J.Identifier name) {
      String simple = type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
      return simple.equals(name.getSimpleName()) && TypeUtils.isOfClassType(name.getType(), type);
    }

    private void check(JavaType.@Nullable Method called, ExecutionContext ctx) {
      if (matcher != null && matcher.matches(called)) {
        handwork.leave(getCursor(), reason, ctx);
      }
    }
  }
}
