package io.github.mcpmigrate.recipes.sdk;

import io.github.mcpmigrate.table.LegacySseUses;
import java.util.List;
import java.util.Set;
import lombok.EqualsAndHashCode;
import lombok.Value;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.Preconditions;
import org.openrewrite.Recipe;
import org.openrewrite.Tree;
import org.openrewrite.TreeVisitor;
import org.openrewrite.internal.ListUtils;
import org.openrewrite.java.JavaIsoVisitor;
import org.openrewrite.java.JavaParser;
import org.openrewrite.java.search.UsesType;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.TypeUtils;

/** Gives a pattern switch a default where it relied on an interface of the SDK being sealed. */
@Value
@EqualsAndHashCode(callSuper = false)
public class AddDefaultToSwitches extends Recipe {

  private static final String SCHEMA = "io.modelcontextprotocol.spec.McpSchema$";
  private static final Set<String> NO_LONGER_SEALED =
      Set.of(
          SCHEMA + "Content",
          SCHEMA + "Request",
          SCHEMA + "ResourceContents",
          SCHEMA + "JSONRPCMessage");

  transient LegacySseUses table = new LegacySseUses(this);

  String displayName = "Give pattern switches the default that they need since SDK 2.0";

  String description =
      "`Content`, `Request`, `ResourceContents` and `JSONRPCMessage` are not sealed since SDK 2.0: a `switch` over one of "
          + "them that names every class no longer names all there may be. Its new default throws, as the `switch` did before. "
          + "OpenRewrite reads such a `switch` on JDK 21 or newer. Kotlin's `when` gets a `TODO mcp-migrate:` comment.";

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
        handwork -> new AddDefault(),
        Report::new);
  }

  /** Whether a switch over one of the interfaces has no case for whatever else there may be. */
  private static boolean lacksDefault(J.ControlParentheses<?> selector, J.Block cases) {
    JavaType type =
        selector.getTree() instanceof Expression expression ? expression.getType() : null;
    return NO_LONGER_SEALED.stream().anyMatch(name -> TypeUtils.isOfClassType(type, name))
        && cases.getStatements().stream()
            .noneMatch(one -> one instanceof J.Case label && isTotal(label, type));
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

  private static final class AddDefault extends JavaIsoVisitor<ExecutionContext> {

    @Override
    public J.Switch visitSwitch(J.Switch statement, ExecutionContext ctx) {
      J.Switch visited = super.visitSwitch(statement, ctx);
      return lacksDefault(visited.getSelector(), visited.getCases())
          ? visited.withCases(withDefault(visited.getSelector().getTree(), visited.getCases()))
          : visited;
    }

    @Override
    public J.SwitchExpression visitSwitchExpression(
        J.SwitchExpression expression, ExecutionContext ctx) {
      J.SwitchExpression visited = super.visitSwitchExpression(expression, ctx);
      return lacksDefault(visited.getSelector(), visited.getCases())
          ? visited.withCases(withDefault(visited.getSelector().getTree(), visited.getCases()))
          : visited;
    }

    private static J.Block withDefault(J selector, J.Block cases) {
      J.Case last = (J.Case) cases.getStatements().get(cases.getStatements().size() - 1);
      J.Case added =
          defaultCase(
                  selector instanceof J.Identifier name ? name.getSimpleName() : null,
                  last.getType() == J.Case.Type.Rule ? " ->" : ":")
              .<J.Case>withPrefix(last.getPrefix().withComments(List.of()))
              .withId(Tree.randomId());
      return cases.withStatements(ListUtils.concat(cases.getStatements(), added));
    }

    /** As the parser of this JDK reads it. */
    private static J.Case defaultCase(@Nullable String variable, String arrow) {
      String parameter = variable == null ? "value" : variable;
      String message = "\"Unexpected value" + (variable == null ? "\"" : ": \" + " + variable);
      String code =
          "class Switches { void of(String %s) { switch (%s) { default%s throw new IllegalStateException(%s); } } }";
      J.CompilationUnit source =
          JavaParser.fromJavaVersion()
              .build()
              .parse(code.formatted(parameter, parameter, arrow, message))
              .map(J.CompilationUnit.class::cast)
              .findFirst()
              .orElseThrow();
      J.MethodDeclaration method =
          (J.MethodDeclaration) source.getClasses().get(0).getBody().getStatements().get(0);
      J.Switch statement = (J.Switch) method.getBody().getStatements().get(0);
      return (J.Case) statement.getCases().getStatements().get(0);
    }
  }

  /** Kotlin asks for an "else" in the same places. */
  private static final class Report extends JavaIsoVisitor<ExecutionContext> {
    private final Handwork handwork;

    Report(Handwork handwork) {
      this.handwork = handwork;
    }

    @Override
    public J.Switch visitSwitch(J.Switch statement, ExecutionContext ctx) {
      check(statement.getSelector(), statement.getCases(), ctx);
      return super.visitSwitch(statement, ctx);
    }

    @Override
    public J.SwitchExpression visitSwitchExpression(
        J.SwitchExpression expression, ExecutionContext ctx) {
      check(expression.getSelector(), expression.getCases(), ctx);
      return super.visitSwitchExpression(expression, ctx);
    }

    private void check(J.ControlParentheses<?> selector, J.Block cases, ExecutionContext ctx) {
      if (lacksDefault(selector, cases)) {
        handwork.leave(
            getCursor(),
            "since SDK 2.0 there may be other classes than those that this switch names: it needs a default",
            ctx);
      }
    }
  }
}
