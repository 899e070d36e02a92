package io.github.mcpmigrate.recipes.handwritten;

import java.util.HashSet;
import java.util.Set;
import org.openrewrite.java.JavaIsoVisitor;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;

/** The paths of HTTP+SSE that a file gives to the engine, and those that it maps its servlet to. */
final class PathsOfSse extends JavaIsoVisitor<Integer> {

  private final Set<String> ofSse = new HashSet<>();
  private final Set<String> ofMcp = new HashSet<>();

  private PathsOfSse() {}

  /** Those that nothing else is served at. */
  static Set<String> in(J.CompilationUnit source) {
    PathsOfSse paths = new PathsOfSse();
    paths.visit(source, 0);
    paths.ofSse.removeAll(paths.ofMcp);
    return paths.ofSse;
  }

  @Override
  public J.MethodInvocation visitMethodInvocation(J.MethodInvocation call, Integer p) {
    if (call.getSimpleName().equals("httpSse")) {
      call.getArguments().forEach(argument -> note(argument, ofSse));
    } else if (call.getSimpleName().equals("mcpEndpoint")) {
      call.getArguments().forEach(argument -> note(argument, ofMcp));
    }
    return super.visitMethodInvocation(call, p);
  }

  private static void note(Expression argument, Set<String> paths) {
    if (argument instanceof J.Literal literal && literal.getValue() instanceof String path) {
      paths.add(path);
    }
  }

  /** The path that a call maps a servlet of Jetty to; empty if it does not. */
  static String mapped(J.MethodInvocation call) {
    return call.getSimpleName().equals("addServlet")
            && call.getArguments().size() == 2
            && String.valueOf(call.getArguments().get(0).getType()).endsWith(".ServletHolder")
            && call.getArguments().get(1) instanceof J.Literal literal
            && literal.getValue() instanceof String path
        ? path
        : "";
  }
}
