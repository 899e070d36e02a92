package io.github.mcpmigrate.recipes.handwritten;

import java.util.List;
import java.util.Optional;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;

/** The paths that Spring's annotations give to a controller's methods. */
final class Mapping {

  private static final String MAPPING = "Mapping";

  private Mapping() {}

  static boolean isOne(J.Annotation annotation) {
    return annotation.getSimpleName().endsWith(MAPPING);
  }

  /** The path of a method, behind that of its class; empty if it is not one written string. */
  static Optional<String> path(J.ClassDeclaration controller, J.MethodDeclaration method) {
    return path(controller.getLeadingAnnotations())
        .flatMap(prefix -> path(method.getLeadingAnnotations()).map(path -> joined(prefix, path)))
        .filter(path -> path.matches("(/[A-Za-z0-9._~-]+)+"));
  }

  private static String joined(String prefix, String path) {
    String begin = prefix.endsWith("/") ? prefix.substring(0, prefix.length() - 1) : prefix;
    String whole = begin + (path.isEmpty() || path.startsWith("/") ? "" : "/") + path;
    return whole.startsWith("/") ? whole : "/" + whole;
  }

  private static Optional<String> path(List<J.Annotation> annotations) {
    Optional<J.Annotation> mapping = annotations.stream().filter(Mapping::isOne).findFirst();
    if (mapping.isEmpty() || mapping.get().getArguments() == null) {
      return Optional.of("");
    }
    Optional<Expression> path =
        mapping.get().getArguments().stream()
            .filter(
                argument ->
                    !(argument instanceof J.Assignment named)
                        || List.of("value", "path").contains(named.getVariable().toString()))
            .map(
                argument ->
                    argument instanceof J.Assignment named ? named.getAssignment() : argument)
            .findFirst();
    return path.isEmpty() ? Optional.of("") : path.flatMap(Mapping::string);
  }

  private static Optional<String> string(Expression path) {
    if (path instanceof J.NewArray several
        && several.getInitializer() != null
        && several.getInitializer().size() == 1) {
      return string(several.getInitializer().get(0));
    }
    return path instanceof J.Literal literal && literal.getValue() instanceof String text
        ? Optional.of(text)
        : Optional.empty();
  }
}
