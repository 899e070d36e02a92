package io.github.mcpmigrate.recipes.handwritten;

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

  private @Nullable String found;

  private StreamOnly() {}

  /** The first thing that is something else. */
  static Optional<String> otherThan(J.MethodDeclaration stream, Cursor parent) {
    StreamOnly visitor = new StreamOnly();
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
    note(assignment);
    return assignment;
  }

  @Override
  public J.Unary visitUnary(J.Unary unary, Integer p) {
    if (unary.getOperator().isModifying()) {
      note(unary);
    }
    return super.visitUnary(unary, p);
  }

  private void check(J call, JavaType.@Nullable Method method) {
    JavaType.FullyQualified declared =
        method == null ? null : TypeUtils.asFullyQualified(method.getDeclaringType());
    if (declared == null
        || HARMLESS.stream().noneMatch(declared.getFullyQualifiedName()::startsWith)) {
      note(call);
    }
  }

  private void note(J other) {
    if (found == null) {
      found = other.printTrimmed(getCursor().getParentOrThrow()).lines().findFirst().orElse("");
    }
  }
}
