package io.github.mcpmigrate.recipes.handwritten;

import java.util.Locale;
import java.util.stream.Stream;
import org.openrewrite.java.JavaIsoVisitor;
import org.openrewrite.java.tree.J;

/** Which requests a handler is for, as frameworks are told. */
final class RequestMethods {

  private RequestMethods() {}

  /**
   * Whether an annotation says so: {@code @PostMapping}, {@code @POST}, Micronaut's {@code @Post},
   * or {@code @RequestMapping} with the method.
   */
  static boolean isPost(J.MethodDeclaration handler, String method, String name) {
    return handler.getLeadingAnnotations().stream()
        .anyMatch(
            given ->
                given.getSimpleName().equals(name + "Mapping")
                    || given.getSimpleName().equals(method)
                    || given.getSimpleName().equals(name)
                    || given.getSimpleName().equals("RequestMapping") && names(given, method));
  }

  private static boolean names(J.Annotation given, String method) {
    boolean[] found = {false};
    new JavaIsoVisitor<Integer>() {
      @Override
      public J.Identifier visitIdentifier(J.Identifier name, Integer p) {
        found[0] |= name.getSimpleName().equals(method);
        return name;
      }
    }.visit(given, 0);
    return found[0];
  }

  /** Whether a call registers a handler for a method: {@code app.post(..)}. */
  static boolean isRoute(J.MethodInvocation call, String method) {
    return call.getSimpleName().toLowerCase(Locale.ROOT).equals(method)
        || call.getSelect() instanceof J.MethodInvocation select && isRoute(select, method);
  }

  /** A route as the table shows it: its calls with their first strings. */
  static String route(J.MethodInvocation call) {
    String before =
        call.getSelect() instanceof J.MethodInvocation select
            ? route(select) + "."
            : call.getSelect() instanceof J.Identifier name ? name.getSimpleName() + "." : "";
    return before
        + call.getSimpleName()
        + EventTexts.first(call)
            .filter(J.Literal.class::isInstance)
            .map(literal -> "(" + ((J.Literal) literal).getValueSource() + ")")
            .orElse("(..)");
  }

  /** The strings in an annotation. */
  static Stream<String> strings(J.Annotation given) {
    return given.getArguments() == null
        ? Stream.empty()
        : given.getArguments().stream()
            .map(
                argument ->
                    argument instanceof J.Assignment assigned ? assigned.getAssignment() : argument)
            .filter(J.Literal.class::isInstance)
            .map(literal -> String.valueOf(((J.Literal) literal).getValue()));
  }
}
