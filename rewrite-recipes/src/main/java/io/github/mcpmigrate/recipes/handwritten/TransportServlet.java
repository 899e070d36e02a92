package io.github.mcpmigrate.recipes.handwritten;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openrewrite.Cursor;
import org.openrewrite.java.JavaIsoVisitor;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.Statement;
import org.openrewrite.java.tree.TypeUtils;

/**
 * A servlet that does nothing but to keep transports: {@code doGet} makes one and connects a server
 * to it, {@code doPost} finds it again.
 *
 * @param type its full name
 * @param messagePath what it tells clients to post to
 * @param server the full name of the server's class
 * @param connect the method that it calls there
 */
record TransportServlet(String type, String messagePath, String server, JavaType.Method connect) {

  private static final Set<String> METHODS = Set.of("doGet", "doPost");

  static Optional<TransportServlet> in(J.@Nullable CompilationUnit file, String transport) {
    if (file == null || file.getClasses().size() != 1) {
      return Optional.empty();
    }
    J.ClassDeclaration servlet = file.getClasses().get(0);
    boolean isServlet =
        servlet.getType() != null
            && servlet.getExtends() != null
            && TypeUtils.isOfClassType(
                servlet.getExtends().getType(), "jakarta.servlet.http.HttpServlet")
            && servlet.getLeadingAnnotations().isEmpty();
    if (!isServlet
        || !servlet.getBody().getStatements().stream().allMatch(TransportServlet::fits)) {
      return Optional.empty();
    }
    Cursor cursor = new Cursor(new Cursor(null, Cursor.ROOT_VALUE), file);
    Opening opening = new Opening(transport);
    opening.visit(servlet, 0, cursor);
    if (opening.paths.size() != 1 || opening.connects.size() != 1) {
      return Optional.empty();
    }
    JavaType.Method connect = opening.connects.get(0);
    String server = connect.getDeclaringType().getFullyQualifiedName();
    boolean callsMore =
        opening.calls.stream()
                .filter(call -> call.getDeclaringType().getFullyQualifiedName().equals(server))
                .count()
            > 1;
    return callsMore
            || StreamOnly.otherThan(servlet, cursor, List.of(transport, server)).isPresent()
        ? Optional.empty()
        : Optional.of(
            new TransportServlet(
                servlet.getType().getFullyQualifiedName(), opening.paths.get(0), server, connect));
  }

  private static boolean fits(Statement member) {
    return member instanceof J.VariableDeclarations
        || member instanceof J.MethodDeclaration method
            && (METHODS.contains(method.getSimpleName())
                || method.isConstructor()
                    && method.getBody().getStatements().stream()
                        .allMatch(J.Assignment.class::isInstance));
  }

  /** Collects how transports are made, and who is given one. */
  private static final class Opening extends JavaIsoVisitor<Integer> {
    private final String transport;
    private final List<String> paths = new ArrayList<>();
    private final List<JavaType.Method> connects = new ArrayList<>();
    private final List<JavaType.Method> calls = new ArrayList<>();

    Opening(String transport) {
      this.transport = transport;
    }

    @Override
    public J.NewClass visitNewClass(J.NewClass call, Integer p) {
      if (TypeUtils.isOfClassType(call.getType(), transport)) {
        paths.add(
            call.getArguments().get(0) instanceof J.Literal path
                    && path.getValue() instanceof String text
                ? text
                : "");
      }
      return super.visitNewClass(call, p);
    }

    @Override
    public J.MethodInvocation visitMethodInvocation(J.MethodInvocation call, Integer p) {
      JavaType.Method method = call.getMethodType();
      if (method != null) {
        calls.add(method);
      }
      if (method != null
          && method.getParameterTypes().size() == 1
          && TypeUtils.isOfClassType(method.getParameterTypes().get(0), transport)) {
        connects.add(method);
      }
      return super.visitMethodInvocation(call, p);
    }
  }
}
