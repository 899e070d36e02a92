package io.github.mcpmigrate.recipes.solon;

import java.util.HashSet;
import java.util.Set;
import org.openrewrite.ExecutionContext;
import org.openrewrite.java.JavaIsoVisitor;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.TypeUtils;

/** The servers on HTTP+SSE of one file. */
final class SolonServers extends JavaIsoVisitor<ExecutionContext> {

  private final Set<String> paths = new HashSet<>();
  private boolean there;

  /** Their paths, as far as they are written as text. */
  Set<String> paths() {
    return paths;
  }

  boolean areThere() {
    return there;
  }

  /** What an annotation says of a server on HTTP+SSE, if it is one. */
  static boolean isSse(J.Annotation annotation) {
    return TypeUtils.isOfClassType(annotation.getType(), Solon.ANNOTATION)
        && Solon.element(annotation, "channel")
            .map(Solon::isSse)
            .orElseGet(() -> isOld(annotation));
  }

  /** Before 3.5.0 there was nothing else. */
  static boolean isOld(J.Annotation annotation) {
    JavaType.FullyQualified type = TypeUtils.asFullyQualified(annotation.getType());
    return type != null && !type.getMethods().isEmpty() && !Solon.has(type, "mcpEndpoint");
  }

  /** The element of HTTP+SSE that has the path: Solon takes the other one if there is none. */
  static String endpointOf(J.Annotation annotation) {
    return Solon.element(annotation, "sseEndpoint").isPresent() ? "sseEndpoint" : "mcpEndpoint";
  }

  static boolean isSse(J.MethodInvocation call) {
    return call.getSimpleName().equals("channel")
        && Solon.isOfBuilder(call, Solon.SERVER)
        && Solon.isSse(call.getArguments().get(0));
  }

  @Override
  public J.Annotation visitAnnotation(J.Annotation annotation, ExecutionContext ctx) {
    if (isSse(annotation)) {
      there = true;
      Solon.element(annotation, endpointOf(annotation)).ifPresent(this::path);
    }
    return super.visitAnnotation(annotation, ctx);
  }

  @Override
  public J.MethodInvocation visitMethodInvocation(J.MethodInvocation call, ExecutionContext ctx) {
    if (isSse(call)) {
      there = true;
    } else if (call.getSimpleName().equals("sseEndpoint")
        && Solon.isOfBuilder(call, Solon.SERVER)) {
      path(call.getArguments().get(0));
    }
    return super.visitMethodInvocation(call, ctx);
  }

  private void path(Expression path) {
    if (path instanceof J.Literal literal && literal.getValue() instanceof String text) {
      paths.add(text);
    }
  }
}
