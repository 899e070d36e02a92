package io.github.mcpmigrate.recipes.handwritten;

import java.util.Set;
import lombok.EqualsAndHashCode;
import lombok.Value;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.Preconditions;
import org.openrewrite.Recipe;
import org.openrewrite.TreeVisitor;
import org.openrewrite.java.JavaVisitor;
import org.openrewrite.java.search.UsesType;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.TypeUtils;

/** Drop HTTP+SSE from servers by hand on both transports. */
@Value
@EqualsAndHashCode(callSuper = false)
public class DropSseFromHandwrittenServers extends Recipe {

  private static final String OPTIONS = "io.github.mcpmigrate.compat.servlet.JsonRpcServerBuilder";

  String displayName = "Drop HTTP+SSE from servers by hand on both transports";

  String description =
      "Removes `httpSse(..)` where the engine of mcp-compat-servlet is registered before a server that is written by hand.";

  @Override
  public TreeVisitor<?, ExecutionContext> getVisitor() {
    return Preconditions.check(
        Preconditions.or(
            new UsesType<>(EngineTemplates.ROUTER, false),
            new UsesType<>(EngineTemplates.SERVLET, false)),
        new JavaVisitor<ExecutionContext>() {
          @Override
          public J visitCompilationUnit(J.CompilationUnit source, ExecutionContext ctx) {
            getCursor().putMessage("gone", PathsOfSse.in(source));
            return super.visitCompilationUnit(source, ctx);
          }

          @Override
          public @Nullable J visitMethodInvocation(J.MethodInvocation call, ExecutionContext ctx) {
            Set<String> gone = getCursor().getNearestMessage("gone", Set.of());
            if (gone.contains(PathsOfSse.mapped(call))) {
              return null;
            }
            J visited = super.visitMethodInvocation(call, ctx);
            return visited instanceof J.MethodInvocation option && goes(option)
                ? option.getSelect().withPrefix(option.getPrefix())
                : visited;
          }
        });
  }

  private static boolean goes(J.MethodInvocation call) {
    return call.getSelect() != null
        && call.getMethodType() != null
        && TypeUtils.isAssignableTo(OPTIONS, call.getMethodType().getDeclaringType())
        && (call.getSimpleName().equals("httpSse") || setsSameUrlAlone(call));
  }

  /** What the migration wrote beside it; settings of the user's own are more than that. */
  private static boolean setsSameUrlAlone(J.MethodInvocation call) {
    Expression settings = call.getArguments().get(0);
    return call.getSimpleName().equals("settings")
        && settings instanceof J.Lambda lambda
        && lambda.getBody() instanceof J.MethodInvocation only
        && only.getSimpleName().equals("sameUrl")
        && only.getSelect() instanceof J.Identifier;
  }
}
