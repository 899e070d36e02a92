package io.github.mcpmigrate.recipes.sdk;

import io.github.mcpmigrate.table.LegacySseUses;
import java.util.List;
import lombok.EqualsAndHashCode;
import lombok.Value;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.Option;
import org.openrewrite.Recipe;
import org.openrewrite.TreeVisitor;
import org.openrewrite.java.JavaVisitor;
import org.openrewrite.java.MethodMatcher;
import org.openrewrite.java.search.UsesMethod;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaType;

/** Writes a call of the SDK anew; the steps say in YAML which and how. */
@Value
@EqualsAndHashCode(callSuper = false)
public class ReplaceCall extends Recipe {

  @Option(
      displayName = "Method pattern",
      description = "The method or constructor whose calls are replaced.",
      example = "io.modelcontextprotocol.json.McpJsonMapper getDefault()")
  String methodPattern;

  @Option(
      displayName = "Replacement",
      description =
          "The new expression. `$1` to `$9` are the arguments of the call, `$0` is what it is called on, and `$type` the "
              + "class as the code names it. A line that begins with a dot goes if its only argument is `null`, or a plain "
              + "`new ObjectMapper()` to be wrapped, which is the SDK's default.",
      example = "McpJsonDefaults.getMapper()")
  String replacement;

  @Option(
      displayName = "Imports",
      description = "The types that the replacement names besides `$type`.",
      example = "io.modelcontextprotocol.json.McpJsonDefaults",
      required = false)
  @Nullable List<String> imports;

  transient LegacySseUses table = new LegacySseUses(this);

  String displayName = "Replace a call of the MCP Java SDK";

  String description =
      "Replaces the calls of a method or constructor that is gone by an expression that has the same value. Method "
          + "references to it become findings.";

  @Override
  public TreeVisitor<?, ExecutionContext> getVisitor() {
    CallTemplate template = new CallTemplate(replacement, imports == null ? List.of() : imports);
    return Handwork.doing(
        table,
        getName(),
        () -> new UsesMethod<>(methodPattern),
        Replace::new,
        template.isKotlinToo()
            ? Replace::new
            : handwork ->
                new ReportCalls(
                    handwork,
                    List.of(methodPattern),
                    false,
                    "this is gone from the MCP SDK; in Java it becomes " + template.inOneLine()));
  }

  private final class Replace extends JavaVisitor<ExecutionContext> {
    private final MethodMatcher matcher = new MethodMatcher(methodPattern);
    private final CallTemplate template =
        new CallTemplate(replacement, imports == null ? List.of() : imports);
    private final Handwork handwork;

    Replace(Handwork handwork) {
      this.handwork = handwork;
    }

    @Override
    public J visitNewClass(J.NewClass newClass, ExecutionContext ctx) {
      J.NewClass call = (J.NewClass) super.visitNewClass(newClass, ctx);
      if (!matcher.matches(call) || call.getClazz() == null) {
        return call;
      }
      if (call.getBody() != null) {
        handwork.leave(getCursor(), "this constructor is gone from the MCP SDK", ctx);
        return call;
      }
      imported(call.getConstructorType());
      return template.apply(call, updateCursor(call), ctx);
    }

    @Override
    public J visitMethodInvocation(J.MethodInvocation invocation, ExecutionContext ctx) {
      J.MethodInvocation call = (J.MethodInvocation) super.visitMethodInvocation(invocation, ctx);
      if (!matcher.matches(call)) {
        return call;
      }
      if (call.getSelect() == null && template.namesSelect()) {
        handwork.leave(getCursor(), "this method is gone from the MCP SDK", ctx);
        return call;
      }
      imported(call.getMethodType());
      return template.apply(call, updateCursor(call), ctx);
    }

    @Override
    public J visitMemberReference(J.MemberReference reference, ExecutionContext ctx) {
      J.MemberReference visited = (J.MemberReference) super.visitMemberReference(reference, ctx);
      if (matcher.matches(visited.getMethodType())) {
        handwork.leave(
            getCursor(),
            "`%s` is gone from the MCP SDK, write a lambda that calls `%s`"
                .formatted(
                    reference.printTrimmed(getCursor().getParentOrThrow()), template.inOneLine()),
            ctx);
      }
      return visited;
    }

    private void imported(JavaType.Method old) {
      String owner = old.getDeclaringType().getFullyQualifiedName();
      maybeRemoveImport(owner);
      maybeRemoveImport(owner + "." + old.getName());
      template.imports().forEach(type -> maybeAddImport(type));
      doAfterVisit(TidyImports.after(getCursor()));
      maybeRemoveImport(JsonMapperCalls.OBJECT_MAPPER);
    }
  }
}
