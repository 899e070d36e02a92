package io.github.mcpmigrate.recipes.handwritten;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openrewrite.Cursor;
import org.openrewrite.java.JavaIsoVisitor;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.TypeUtils;

/**
 * Looks for what a method that opens a stream does besides: a check of who calls, for example,
 * which must not go with it.
 */
final class StreamOnly extends JavaIsoVisitor<Integer> {

  /** Whose methods have to do with the stream alone, or with the log. */
  private static final List<String> HARMLESS =
      List.of(
          "org.springframework.web.servlet.mvc.method.annotation.",
          "org.springframework.http.MediaType",
          "org.springframework.http.ResponseEntity",
          "java.util.UUID",
          "java.util.Map",
          "java.util.concurrent.ConcurrentMap",
          "java.util.concurrent.ConcurrentHashMap",
          "java.util.HashMap",
          "java.util.concurrent.TimeUnit",
          "java.time.Duration",
          "java.lang.String",
          "java.lang.Throwable",
          "java.lang.Exception",
          "java.io.IOException",
          "java.io.PrintStream",
          "org.slf4j.",
          "org.apache.commons.logging.",
          "org.apache.logging.log4j.",
          "java.util.logging.");

  /** What a class for one stream, and a servlet that keeps such, may use besides. */
  private static final List<String> OF_SERVLETS =
      List.of("jakarta.servlet.", "java.util.", "java.io.", "java.lang.");

  private final List<String> allowed;
  private final boolean mayAssign;
  private @Nullable String found;

  private StreamOnly(List<String> allowed, boolean mayAssign) {
    this.allowed = allowed;
    this.mayAssign = mayAssign;
  }

  /**
   * The first thing in a class that is something else.
   *
   * @param others the classes that it may use, by their full names
   */
  static Optional<String> otherThan(J.ClassDeclaration type, Cursor parent, List<String> others) {
    List<String> allowed = new ArrayList<>(HARMLESS);
    allowed.addAll(OF_SERVLETS);
    allowed.addAll(others);
    StreamOnly visitor = new StreamOnly(allowed, true);
    visitor.visit(type, 0, parent);
    return Optional.ofNullable(visitor.found);
  }

  /** The first thing that is something else. */
  static Optional<String> otherThan(J.MethodDeclaration stream, Cursor parent) {
    StreamOnly visitor = new StreamOnly(HARMLESS, false);
    visitor.visit(stream.getBody(), 0, new Cursor(parent, stream));
    return Optional.ofNullable(visitor.found);
  }

  @Override
  public J.MethodInvocation visitMethodInvocation(J.MethodInvocation call, Integer p) {
    check(call, call.getMethodType());
    return super.visitMethodInvocation(call, p);
  }

  @Override
  public J.NewClass visitNewClass(J.NewClass call, Integer p) {
    check(call, call.getConstructorType());
    return super.visitNewClass(call, p);
  }

  @Override
  public J.Assignment visitAssignment(J.Assignment assignment, Integer p) {
    if (!mayAssign) {
      note(assignment);
    }
    return super.visitAssignment(assignment, p);
  }

  @Override
  public J.Unary visitUnary(J.Unary unary, Integer p) {
    if (!mayAssign && unary.getOperator().isModifying()) {
      note(unary);
    }
    return super.visitUnary(unary, p);
  }

  private void check(J call, JavaType.@Nullable Method method) {
    JavaType.FullyQualified declared =
        method == null ? null : TypeUtils.asFullyQualified(method.getDeclaringType());
    if (declared == null
        || allowed.stream().noneMatch(declared.getFullyQualifiedName()::startsWith)) {
      note(call);
    }
  }

  private void note(J other) {
    if (found == null) {
      found = other.printTrimmed(getCursor().getParentOrThrow()).lines().findFirst().orElse("");
    }
  }
}
