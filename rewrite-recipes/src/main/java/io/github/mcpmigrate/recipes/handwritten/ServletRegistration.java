package io.github.mcpmigrate.recipes.handwritten;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openrewrite.java.JavaIsoVisitor;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.TypeUtils;

/**
 * Where a servlet of transports is made and put into Jetty, at one path for streams and one for
 * messages.
 *
 * @param made the constructor call
 * @param ssePath the path for streams
 * @param mappings the calls that map the servlet, in their order
 */
record ServletRegistration(UUID made, String ssePath, List<UUID> mappings) {

  static Optional<ServletRegistration> in(J.CompilationUnit file, TransportServlet servlet) {
    Calls calls = new Calls(servlet);
    calls.visit(file, 0);
    List<String> others = new ArrayList<>(calls.paths);
    boolean isMapped = others.remove(servlet.messagePath());
    return calls.made.size() == 1 && !calls.isElsewhere && isMapped && others.size() == 1
        ? Optional.of(
            new ServletRegistration(calls.made.get(0), others.get(0), List.copyOf(calls.mappings)))
        : Optional.empty();
  }

  private static final class Calls extends JavaIsoVisitor<Integer> {
    private final TransportServlet servlet;
    private final List<UUID> made = new ArrayList<>();
    private final List<UUID> mappings = new ArrayList<>();
    private final List<String> paths = new ArrayList<>();
    private boolean isElsewhere;

    Calls(TransportServlet servlet) {
      this.servlet = servlet;
    }

    @Override
    public J.NewClass visitNewClass(J.NewClass call, Integer p) {
      if (TypeUtils.isOfClassType(call.getType(), servlet.type())) {
        made.add(call.getId());
        isElsewhere |=
            call.getArguments().size() != 1
                || !TypeUtils.isOfClassType(call.getArguments().get(0).getType(), servlet.server())
                || !(getCursor().getParentTreeCursor().getValue() instanceof J.NewClass holder
                    && isHolder(holder));
        visit(call.getArguments().get(0), p);
        return call;
      }
      return super.visitNewClass(call, p);
    }

    private static boolean isHolder(J.NewClass holder) {
      return holder.getType() != null && holder.getType().toString().endsWith(".ServletHolder");
    }

    @Override
    public J.MethodInvocation visitMethodInvocation(J.MethodInvocation call, Integer p) {
      List<Expression> args = call.getArguments();
      if (call.getSimpleName().equals("addServlet")
          && args.size() == 2
          && args.get(1) instanceof J.Literal path
          && path.getValue() instanceof String text
          && args.get(0).getType() != null
          && args.get(0).getType().toString().endsWith(".ServletHolder")) {
        mappings.add(call.getId());
        paths.add(text);
      } else if (call.getSimpleName().startsWith("addServlet")) {
        isElsewhere = true;
      }
      return super.visitMethodInvocation(call, p);
    }

    @Override
    public J.Identifier visitIdentifier(J.Identifier name, Integer p) {
      isElsewhere |=
          TypeUtils.isOfClassType(name.getType(), servlet.type())
              && !(getCursor().getParentTreeCursor().getValue() instanceof J.FieldAccess);
      return name;
    }
  }
}
