package io.github.mcpmigrate.recipes.handwritten;

import static io.github.mcpmigrate.recipes.handwritten.EmitterSends.EMITTER;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openrewrite.java.JavaIsoVisitor;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.Statement;
import org.openrewrite.java.tree.TypeUtils;

/**
 * A method that takes the messages of a session: the statements that are about HTTP and the session
 * map, which go, and the names that the others use.
 */
final class PostHandler {

  private static final Pattern EMPTY_ANSWERS = Pattern.compile("accepted|ok|noContent|status");

  private final J.MethodDeclaration method;
  private final String sessions;
  private final Set<UUID> gone = new HashSet<>();
  private @Nullable String body;
  private @Nullable String sessionId;
  private @Nullable String emitter;
  private boolean looksUp;
  private @Nullable String obstacle;

  /**
   * @param sessions the name of the map
   */
  PostHandler(J.MethodDeclaration method, String sessions) {
    this.method = method;
    this.sessions = sessions;
    method.getParameters().forEach(this::parameter);
    obstacleIf(body == null, "is not given the message as a String");
    boolean answers =
        method.getReturnTypeExpression() != null
            && method.getReturnTypeExpression().getType() != JavaType.Primitive.Void
            && !TypeUtils.isOfClassType(
                method.getReturnTypeExpression().getType(),
                "org.springframework.http.ResponseEntity");
    obstacleIf(answers, "returns something");
    if (method.getBody() != null) {
      statements(method.getBody().getStatements());
      new Answers().visit(method.getBody(), 0);
    }
    obstacleIf(emitter == null && !looksUp, "does not look its stream up in " + sessions);
  }

  Optional<String> obstacle() {
    return Optional.ofNullable(obstacle).map(reason -> method.getSimpleName() + "() " + reason);
  }

  /** Whether a statement is about the session map alone. */
  boolean isGone(Statement statement) {
    return gone.contains(statement.getId());
  }

  String body() {
    return body;
  }

  @Nullable String sessionId() {
    return sessionId;
  }

  /** What it calls the stream that it finds, if it calls it something. */
  String emitter() {
    return emitter == null ? "mcpClient" : emitter;
  }

  private void parameter(Statement parameter) {
    if (!(parameter instanceof J.VariableDeclarations given)) {
      return;
    }
    String name = given.getVariables().get(0).getSimpleName();
    boolean isString = TypeUtils.isString(given.getVariables().get(0).getType());
    boolean isBody =
        given.getLeadingAnnotations().stream()
            .anyMatch(one -> one.getSimpleName().equals("RequestBody"));
    boolean isSession =
        given.getLeadingAnnotations().stream()
            .anyMatch(one -> one.getSimpleName().matches("RequestParam|PathVariable"));
    if (isString && isBody) {
      body = name;
    } else if (isString && isSession && sessionId == null) {
      sessionId = name;
    } else {
      obstacle(
          isBody ? "is given the message as something else than a String" : "is given " + name);
    }
  }

  /** {@code emitter = sessions.get(sessionId)}, and what follows if there is none. */
  private void statements(List<Statement> statements) {
    for (Statement statement : statements) {
      if (statement instanceof J.VariableDeclarations local
          && local.getVariables().size() == 1
          && isLookup(local.getVariables().get(0).getInitializer())
          && TypeUtils.isOfClassType(local.getVariables().get(0).getType(), EMITTER)) {
        emitter = local.getVariables().get(0).getSimpleName();
        gone.add(local.getId());
      } else if (statement instanceof J.If check && isWithoutEmitter(check)) {
        gone.add(check.getId());
      }
    }
  }

  /** Whether an expression finds the stream in the map. */
  boolean isLookup(@Nullable Expression expression) {
    return expression instanceof J.MethodInvocation call
        && call.getSimpleName().equals("get")
        && call.getSelect() != null
        && isNamed(call.getSelect(), sessions)
        && isNamed(call.getArguments().get(0), sessionId);
  }

  private boolean isWithoutEmitter(J.If check) {
    Expression condition = check.getIfCondition().getTree();
    List<Statement> then =
        check.getThenPart() instanceof J.Block block
            ? block.getStatements()
            : List.of(check.getThenPart());
    return emitter != null
        && condition instanceof J.Binary equal
        && equal.getOperator() == J.Binary.Type.Equal
        && isNamed(equal.getLeft(), emitter)
        && equal.getRight().getType() == JavaType.Primitive.Null
        && check.getElsePart() == null
        && !then.isEmpty()
        && (then.get(then.size() - 1) instanceof J.Return
            || then.get(then.size() - 1) instanceof J.Throw);
  }

  private static boolean isNamed(Expression expression, @Nullable String name) {
    return expression instanceof J.Identifier identifier && identifier.getSimpleName().equals(name)
        || expression instanceof J.FieldAccess access
            && access.getSimpleName().equals(name)
            && access.getTarget() instanceof J.Identifier target
            && target.getSimpleName().equals("this");
  }

  private void obstacleIf(boolean is, String reason) {
    if (is) {
      obstacle(reason);
    }
  }

  private void obstacle(String reason) {
    if (obstacle == null) {
      obstacle = reason;
    }
  }

  /** What is left has to return without a body, and to know nothing of the map. */
  private final class Answers extends JavaIsoVisitor<Integer> {

    @Override
    public Statement visitStatement(Statement statement, Integer p) {
      return isGone(statement) ? statement : super.visitStatement(statement, p);
    }

    @Override
    public J.VariableDeclarations visitVariableDeclarations(
        J.VariableDeclarations local, Integer p) {
      return isGone(local) ? local : super.visitVariableDeclarations(local, p);
    }

    @Override
    public J.If visitIf(J.If check, Integer p) {
      return isGone(check) ? check : super.visitIf(check, p);
    }

    @Override
    public J.MethodInvocation visitMethodInvocation(J.MethodInvocation call, Integer p) {
      if (isLookup(call)) {
        looksUp = true;
        return call;
      }
      return super.visitMethodInvocation(call, p);
    }

    @Override
    public J.Lambda visitLambda(J.Lambda lambda, Integer p) {
      // Its returns are its own.
      new JavaIsoVisitor<Integer>() {
        @Override
        public J.MethodInvocation visitMethodInvocation(J.MethodInvocation call, Integer q) {
          looksUp |= isLookup(call);
          return isLookup(call) ? call : super.visitMethodInvocation(call, q);
        }

        @Override
        public J.Identifier visitIdentifier(J.Identifier name, Integer q) {
          noteMap(name);
          return name;
        }
      }.visit(lambda, p);
      return lambda;
    }

    @Override
    public J.Return visitReturn(J.Return returned, Integer p) {
      obstacleIf(
          returned.getExpression() != null && !isEmptyAnswer(returned.getExpression()),
          "answers with more than a status");
      return super.visitReturn(returned, p);
    }

    @Override
    public J.Identifier visitIdentifier(J.Identifier name, Integer p) {
      noteMap(name);
      return name;
    }

    private void noteMap(J.Identifier name) {
      obstacleIf(
          name.getFieldType() != null && name.getSimpleName().equals(sessions),
          "uses " + sessions + " for more than to find a stream");
    }

    private static boolean isEmptyAnswer(Expression answer) {
      return answer instanceof J.MethodInvocation build
          && build.getSimpleName().equals("build")
          && build.getSelect() instanceof J.MethodInvocation status
          && EMPTY_ANSWERS.matcher(status.getSimpleName()).matches()
          && (!status.getSimpleName().equals("status")
              || status
                  .getArguments()
                  .get(0)
                  .toString()
                  .matches(".*(ACCEPTED|NO_CONTENT|OK|20\\d)"));
    }
  }
}
