package io.github.mcpmigrate.recipes.handwritten;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openrewrite.java.JavaIsoVisitor;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.Statement;
import org.openrewrite.java.tree.TypeUtils;

/**
 * A server that is connected to transports: it handles their messages in a method that is given the
 * message and the transport, and only sends to transports otherwise.
 *
 * @param connect the method that goes
 * @param dispatch the method that handles a message
 * @param given the methods that are given a transport, with the name of their parameter
 */
record ConnectedServer(
    String type,
    J.MethodDeclaration connect,
    J.MethodDeclaration dispatch,
    Map<UUID, String> given) {

  static Optional<ConnectedServer> in(
      J.CompilationUnit file, TransportServlet servlet, String transport) {
    J.ClassDeclaration server = file.getClasses().get(0);
    J.MethodDeclaration connect = declared(server, servlet.connect());
    Optional<J.MethodDeclaration> dispatch =
        connect == null ? Optional.empty() : dispatch(server, connect, transport);
    if (dispatch.isEmpty()) {
      return Optional.empty();
    }
    Uses uses = new Uses(server, transport);
    return uses.areOnlySends(connect, dispatch.get())
        ? Optional.of(new ConnectedServer(servlet.server(), connect, dispatch.get(), uses.given))
        : Optional.empty();
  }

  private static J.@Nullable MethodDeclaration declared(
      J.ClassDeclaration server, JavaType.@Nullable Method called) {
    return server.getBody().getStatements().stream()
        .filter(J.MethodDeclaration.class::isInstance)
        .map(J.MethodDeclaration.class::cast)
        .filter(
            method ->
                called != null
                    && method.getMethodType() != null
                    && method.getMethodType().getName().equals(called.getName())
                    && method
                        .getMethodType()
                        .getParameterTypes()
                        .toString()
                        .equals(called.getParameterTypes().toString()))
        .findFirst()
        .orElse(null);
  }

  /** {@code transport.onMessage(message -> handle(message, transport)); transport.start();} */
  private static Optional<J.MethodDeclaration> dispatch(
      J.ClassDeclaration server, J.MethodDeclaration connect, String transport) {
    List<Statement> statements = connect.getBody().getStatements();
    if (statements.size() != 2 || !statements.stream().allMatch(one -> isOn(one, transport))) {
      return Optional.empty();
    }
    return statements.stream()
        .map(one -> ((J.MethodInvocation) one).getArguments().get(0))
        .filter(J.Lambda.class::isInstance)
        .map(J.Lambda.class::cast)
        .map(lambda -> handled(lambda, transport))
        .filter(call -> call != null)
        .map(call -> declared(server, call.getMethodType()))
        .filter(method -> method != null)
        .findFirst();
  }

  private static boolean isOn(Statement statement, String transport) {
    return statement instanceof J.MethodInvocation call
        && call.getSelect() instanceof J.Identifier name
        && TypeUtils.isOfClassType(name.getType(), transport);
  }

  private static J.@Nullable MethodInvocation handled(J.Lambda lambda, String transport) {
    return lambda.getParameters().getParameters().size() == 1
            && lambda.getBody() instanceof J.MethodInvocation call
            && call.getMethodType() != null
            && call.getSelect() == null
            && call.getArguments().size() == 2
            && TypeUtils.isString(call.getMethodType().getParameterTypes().get(0))
            && TypeUtils.isOfClassType(call.getMethodType().getParameterTypes().get(1), transport)
            && call.getArguments().stream().allMatch(J.Identifier.class::isInstance)
            && call.getMethodType().getReturnType() == JavaType.Primitive.Void
        ? call
        : null;
  }

  /** Follows the transport through the methods that it is handed to. */
  private static final class Uses extends JavaIsoVisitor<Integer> {
    private final J.ClassDeclaration server;
    private final String transport;
    private final Map<UUID, String> given = new HashMap<>();
    private final Deque<J.MethodDeclaration> toVisit = new ArrayDeque<>();
    private boolean plain = true;

    Uses(J.ClassDeclaration server, String transport) {
      this.server = server;
      this.transport = transport;
    }

    boolean areOnlySends(J.MethodDeclaration connect, J.MethodDeclaration dispatch) {
      handOn(dispatch);
      while (!toVisit.isEmpty()) {
        visit(toVisit.remove().getBody(), 0);
      }
      for (Statement member : server.getBody().getStatements()) {
        boolean isFollowed = member == connect || given.containsKey(member.getId());
        if (!isFollowed) {
          visit(member, 0);
        }
      }
      return plain;
    }

    private void handOn(J.@Nullable MethodDeclaration method) {
      if (method == null || !method.hasModifier(J.Modifier.Type.Private)) {
        plain = false;
        return;
      }
      for (Statement parameter : method.getParameters()) {
        if (parameter instanceof J.VariableDeclarations one
            && TypeUtils.isOfClassType(one.getType(), transport)
            && given.put(method.getId(), one.getVariables().get(0).getSimpleName()) == null) {
          toVisit.add(method);
        }
      }
    }

    @Override
    public J.MethodInvocation visitMethodInvocation(J.MethodInvocation call, Integer p) {
      boolean sends =
          call.getSimpleName().equals("send")
              && isTransport(call.getSelect())
              && call.getArguments().size() == 1
              && TypeUtils.isString(call.getArguments().get(0).getType())
              && call.getMethodType() != null
              && call.getMethodType().getThrownExceptions().isEmpty()
              && call.getMethodType().getReturnType() == JavaType.Primitive.Void;
      if (!sends) {
        visit(call.getSelect(), p);
      }
      boolean handsOn = call.getArguments().stream().anyMatch(this::isTransport);
      if (handsOn) {
        handOn(declared(server, call.getMethodType()));
      }
      call.getArguments().stream().filter(one -> !isTransport(one)).forEach(one -> visit(one, p));
      return call;
    }

    private boolean isTransport(@Nullable Expression expression) {
      return expression instanceof J.Identifier name
          && VariableNames.isLocal(name)
          && TypeUtils.isOfClassType(name.getType(), transport);
    }

    @Override
    public J.Identifier visitIdentifier(J.Identifier name, Integer p) {
      plain &= !TypeUtils.isOfClassType(name.getType(), transport);
      return name;
    }
  }
}
