package io.github.mcpmigrate.recipes.sdk;

import io.github.mcpmigrate.table.LegacySseUses;
import java.util.Set;
import lombok.EqualsAndHashCode;
import lombok.Value;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.Preconditions;
import org.openrewrite.Recipe;
import org.openrewrite.TreeVisitor;
import org.openrewrite.java.JavaIsoVisitor;
import org.openrewrite.java.search.UsesType;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.TypeUtils;

/** Leaves a comment where a pattern switch relied on an interface of the SDK being sealed. */
@Value
@EqualsAndHashCode(callSuper = false)
public class ReportSwitchesWithoutDefault extends Recipe {

  private static final String SCHEMA = "io.modelcontextprotocol.spec.McpSchema$";
  private static final Set<String> NO_LONGER_SEALED =
      Set.of(
          SCHEMA + "Content",
          SCHEMA + "Request",
          SCHEMA + "ResourceContents",
          SCHEMA + "JSONRPCMessage");

  transient LegacySseUses table = new LegacySseUses(this);

  String displayName = "Report pattern switches that need a default since SDK 2.0";

  String description =
      "`Content`, `Request`, `ResourceContents` and `JSONRPCMessage` are not sealed since SDK 2.0: a `switch` over one of "
          + "them that names every class no longer names all there may be. OpenRewrite reads such a `switch` on JDK 21 or newer.";

  @Override
  public TreeVisitor<?, ExecutionContext> getVisitor() {
    return Handwork.doing(
        table,
        getName(),
        () ->
            Preconditions.or(
                NO_LONGER_SEALED.stream()
                    .map(type -> new UsesType<>(type, false))
                    .toArray(TreeVisitor[]::new)),
        Report::new,
        // Kotlin asks for an "else" in the same places.
        Report::new);
  }

  private static final class Report extends JavaIsoVisitor<ExecutionContext> {
    private final Handwork handwork;

    Report(Handwork handwork) {
      this.handwork = handwork;
    }

    @Override
    public J.Switch visitSwitch(J.Switch statement, ExecutionContext ctx) {
      check(statement.getSelector().getTree().getType(), statement.getCases(), ctx);
      return super.visitSwitch(statement, ctx);
    }

    @Override
    public J.SwitchExpression visitSwitchExpression(
        J.SwitchExpression expression, ExecutionContext ctx) {
      check(expression.getSelector().getTree().getType(), expression.getCases(), ctx);
      return super.visitSwitchExpression(expression, ctx);
    }

    private void check(@Nullable JavaType selector, J.Block cases, ExecutionContext ctx) {
      if (NO_LONGER_SEALED.stream().anyMatch(type -> TypeUtils.isOfClassType(selector, type))
          && cases.getStatements().stream()
              .noneMatch(one -> one instanceof J.Case label && isTotal(label, selector))) {
        handwork.leave(
            getCursor(),
            "since SDK 2.0 there may be other classes than those that this switch names: it needs a default",
            ctx);
      }
    }

    private static boolean isTotal(J.Case label, @Nullable JavaType selector) {
      return label.getCaseLabels().stream()
          .anyMatch(
              one ->
                  one instanceof J.Identifier name && "default".equals(name.getSimpleName())
                      || one instanceof J.VariableDeclarations pattern
                          && label.getGuard() == null
                          && TypeUtils.isOfType(pattern.getType(), selector));
    }
  }
}
