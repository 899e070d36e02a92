package io.github.mcpmigrate.recipes.handwritten;

import static io.github.mcpmigrate.recipes.handwritten.EmitterSends.EMITTER;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openrewrite.Cursor;
import org.openrewrite.java.JavaIsoVisitor;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.TypeUtils;

/**
 * Follows the emitter that a POST handler finds through the methods it is handed to, which may only
 * send messages to it or hand it on.
 */
final class EmitterUses extends JavaIsoVisitor<Integer> {

  private final EmitterServer server;
  private final J.ClassDeclaration controller;
  private final Map<UUID, String> given;
  private final Set<UUID> sends;
  private final Deque<J.MethodDeclaration> toVisit = new ArrayDeque<>();
  private @Nullable String emitter;
  private @Nullable String obstacle;

  /**
   * @param given gets the methods that are handed the emitter, with the name of their parameter
   * @param sends gets the calls that send a message
   */
  EmitterUses(
      EmitterServer server,
      J.ClassDeclaration controller,
      Map<UUID, String> given,
      Set<UUID> sends) {
    this.server = server;
    this.controller = controller;
    this.given = given;
    this.sends = sends;
  }

  /** Why the emitter cannot become something else, if it cannot. */
  Optional<String> check(Cursor cursor) {
    toVisit.add(server.post());
    while (!toVisit.isEmpty() && obstacle == null) {
      J.MethodDeclaration method = toVisit.remove();
      emitter = server.emitterOf(method);
      visit(method.getBody(), 0, new Cursor(cursor, method));
    }
    if (obstacle == null) {
      new Leftovers().visit(controller, 0);
    }
    return Optional.ofNullable(obstacle);
  }

  @Override
  public J.VariableDeclarations visitVariableDeclarations(J.VariableDeclarations local, Integer p) {
    return server.handler().isGone(local) ? local : super.visitVariableDeclarations(local, p);
  }

  @Override
  public J.If visitIf(J.If check, Integer p) {
    return server.handler().isGone(check) ? check : super.visitIf(check, p);
  }

  @Override
  public J.MethodInvocation visitMethodInvocation(J.MethodInvocation call, Integer p) {
    Optional<Expression> message =
        call.getSelect() != null && isEmitter(call.getSelect())
            ? EmitterSends.message(call)
            : Optional.empty();
    if (message.isPresent()) {
      sends.add(call.getId());
      visit(message.get(), p);
      return call;
    }
    if (isEmitter(call)) {
      note(call.printTrimmed(getCursor()) + " is used for more than to send messages");
      return call;
    }
    for (int i = 0; i < call.getArguments().size(); i++) {
      if (isEmitter(call.getArguments().get(i))) {
        handOn(call, i);
      }
    }
    call.getArguments().stream().filter(one -> !isEmitter(one)).forEach(one -> visit(one, p));
    visit(call.getSelect(), p);
    return call;
  }

  private void handOn(J.MethodInvocation call, int index) {
    J.MethodDeclaration method =
        controller.getBody().getStatements().stream()
            .filter(J.MethodDeclaration.class::isInstance)
            .map(J.MethodDeclaration.class::cast)
            .filter(declared -> isSame(declared.getMethodType(), call.getMethodType()))
            .findFirst()
            .orElse(null);
    if (method == null || !method.hasModifier(J.Modifier.Type.Private)) {
      note(call.getSimpleName() + "(..) is given the emitter, and is no private method here");
    } else if (method.getParameters().get(index) instanceof J.VariableDeclarations parameter
        && given.put(method.getId(), parameter.getVariables().get(0).getSimpleName()) == null) {
      toVisit.add(method);
    }
  }

  private static boolean isSame(
      JavaType.@Nullable Method declared, JavaType.@Nullable Method called) {
    return declared != null
        && called != null
        && declared.getName().equals(called.getName())
        && TypeUtils.isOfType(declared.getDeclaringType(), called.getDeclaringType())
        && declared.getParameterTypes().toString().equals(called.getParameterTypes().toString());
  }

  @Override
  public J.Identifier visitIdentifier(J.Identifier name, Integer p) {
    if (isEmitter(name)) {
      note(
          emitter
              + " is used for more than to send messages: "
              + getCursor().getParentTreeCursor().<J>getValue().printTrimmed(getCursor()));
    }
    return name;
  }

  /** What sends no more throws an {@code IOException} may leave a catch that nothing reaches. */
  @Override
  public J.Try visitTry(J.Try tried, Integer p) {
    boolean catchesIo =
        tried.getCatches().stream()
            .anyMatch(
                one ->
                    TypeUtils.isOfClassType(
                        one.getParameter().getTree().getType(), "java.io.IOException"));
    if (catchesIo && !Throwing.io(tried.getBody())) {
      note("an IOException is caught that only the emitter throws");
    }
    return super.visitTry(tried, p);
  }

  private boolean isEmitter(Expression expression) {
    return server.handler().isLookup(expression)
        || expression instanceof J.Identifier name
            && name.getSimpleName().equals(emitter)
            && VariableNames.isLocal(name);
  }

  private void note(String reason) {
    if (obstacle == null) {
      obstacle = reason;
    }
  }

  /** Whether anything but an emitter throws an {@code IOException} in a block. */
  private static final class Throwing extends JavaIsoVisitor<Integer> {
    private boolean found;

    static boolean io(J.Block block) {
      Throwing visitor = new Throwing();
      visitor.visit(block, 0);
      return visitor.found;
    }

    @Override
    public J.MethodInvocation visitMethodInvocation(J.MethodInvocation call, Integer p) {
      found |=
          call.getMethodType() != null
              && EmitterSends.message(call).isEmpty()
              && call.getMethodType().getThrownExceptions().stream()
                  .anyMatch(thrown -> TypeUtils.isAssignableTo("java.io.IOException", thrown));
      return super.visitMethodInvocation(call, p);
    }
  }

  /** Uses of the type that have nothing to do with this server. */
  private final class Leftovers extends JavaIsoVisitor<Integer> {

    @Override
    public J.MethodDeclaration visitMethodDeclaration(J.MethodDeclaration method, Integer p) {
      if (method == server.stream()) {
        return method;
      }
      if (given.containsKey(method.getId()) || method == server.post()) {
        visit(method.getBody(), p);
        return method;
      }
      return super.visitMethodDeclaration(method, p);
    }

    @Override
    public J.VariableDeclarations visitVariableDeclarations(
        J.VariableDeclarations declared, Integer p) {
      return declared == server.sessions() || server.handler().isGone(declared)
          ? declared
          : super.visitVariableDeclarations(declared, p);
    }

    @Override
    public J.MethodInvocation visitMethodInvocation(J.MethodInvocation call, Integer p) {
      return sends.contains(call.getId()) || server.handler().isLookup(call)
          ? call
          : super.visitMethodInvocation(call, p);
    }

    @Override
    public J.Identifier visitIdentifier(J.Identifier name, Integer p) {
      String map = server.sessions().getVariables().get(0).getSimpleName();
      if (TypeUtils.isOfClassType(name.getType(), EMITTER)
          && name.getSimpleName().equals("SseEmitter")) {
        note("SseEmitter is used for something else, too");
      } else if (name.getSimpleName().equals(map) && name.getFieldType() != null) {
        note(map + " is used for something else, too");
      }
      return name;
    }
  }
}
