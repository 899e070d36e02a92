package io.github.mcpmigrate.recipes.kotlinsdk;

import io.github.mcpmigrate.recipes.Guide;
import io.github.mcpmigrate.recipes.TodoComments;
import io.github.mcpmigrate.recipes.client.ClientFindings;
import io.github.mcpmigrate.table.LegacySseUses;
import io.github.mcpmigrate.table.LegacySseUses.Action;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.EqualsAndHashCode;
import lombok.Value;
import org.jspecify.annotations.Nullable;
import org.openrewrite.Cursor;
import org.openrewrite.ExecutionContext;
import org.openrewrite.Option;
import org.openrewrite.Recipe;
import org.openrewrite.Tree;
import org.openrewrite.TreeVisitor;
import org.openrewrite.java.JavaIsoVisitor;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.TypeUtils;
import org.openrewrite.kotlin.tree.K;

/** Find HTTP+SSE of the MCP Kotlin SDK and of Koog. */
@Value
@EqualsAndHashCode(callSuper = false)
public class FindKotlinSse extends Recipe {

  private static final Set<String> ROUTES = Set.of("routing", "route", "authenticate");

  @Option(
      displayName = "Comment",
      description = "Whether a comment above each use says what to write. Defaults to false.",
      required = false)
  @Nullable Boolean comment;

  transient LegacySseUses table = new LegacySseUses(this);

  String displayName = "Find HTTP+SSE of the MCP Kotlin SDK and of Koog";

  String description =
      "Lists servers and clients of the MCP Kotlin SDK and of Koog on HTTP+SSE in the data table `LegacySseUses`, with what to "
          + "write in their place. They are told by their imports, so that types need not resolve.";

  @Override
  public TreeVisitor<?, ExecutionContext> getVisitor() {
    return new TreeVisitor<Tree, ExecutionContext>() {
      @Override
      public @Nullable Tree visit(@Nullable Tree tree, ExecutionContext ctx) {
        if (!(tree instanceof K.CompilationUnit source)) {
          return tree;
        }
        Set<String> imports =
            source.getImports().stream()
                .map(one -> one.getQualid().print(new Cursor(null, source)).trim())
                .collect(Collectors.toSet());
        return KotlinCall.mayBeIn(imports) ? find(source, imports, ctx) : tree;
      }
    };
  }

  private Tree find(K.CompilationUnit source, Set<String> imports, ExecutionContext ctx) {
    ClientFindings findings = new ClientFindings("kotlin", Guide.FRAMEWORKS);
    new JavaIsoVisitor<ExecutionContext>() {
      @Override
      public J.MethodInvocation visitMethodInvocation(J.MethodInvocation call, ExecutionContext p) {
        add(call, call.getSimpleName(), isBelow(call, getCursor()));
        return super.visitMethodInvocation(call, p);
      }

      @Override
      public J.NewClass visitNewClass(J.NewClass made, ExecutionContext p) {
        if (made.getClazz() != null) {
          add(made, made.getClazz().printTrimmed(getCursor()), false);
        }
        return super.visitNewClass(made, p);
      }

      private void add(J place, String name, boolean below) {
        KotlinCall.of(name, below, imports)
            .ifPresent(
                call ->
                    findings.add(
                        getCursor(), place, call.method() + "()", Action.MANUAL, call.advice()));
      }
    }.visit(source, ctx);
    findings.report(table, getName(), source, ctx);
    return Boolean.TRUE.equals(comment)
        ? new TodoComments(findings.comments()).visitNonNull(source, ctx)
        : source;
  }

  /** Whether a server is made on a route: it is given a path, or stands in one. */
  private static boolean isBelow(J.MethodInvocation call, Cursor cursor) {
    if (!call.getArguments().isEmpty()
        && call.getArguments().get(0) instanceof J.Literal path
        && TypeUtils.isString(path.getType())) {
      return true;
    }
    return cursor
        .getPathAsStream(J.MethodInvocation.class::isInstance)
        .map(J.MethodInvocation.class::cast)
        .anyMatch(outer -> outer != call && ROUTES.contains(outer.getSimpleName()));
  }
}
