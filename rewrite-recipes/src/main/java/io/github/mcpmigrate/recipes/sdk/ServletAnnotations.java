package io.github.mcpmigrate.recipes.sdk;

import java.util.ArrayList;
import java.util.List;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.TypeUtils;

/** The paths that annotations map servlets and filters to. */
final class ServletAnnotations {

  private ServletAnnotations() {}

  static boolean isWebServlet(J.Annotation annotation) {
    return TypeUtils.isOfClassType(annotation.getType(), "jakarta.servlet.annotation.WebServlet");
  }

  /** The paths that an annotation maps a servlet to. */
  static List<Expression> patterns(J.Annotation annotation) {
    return isWebServlet(annotation) ? strings(annotation) : List.of();
  }

  /** The paths that an annotation maps a filter to. */
  static List<Expression> filterPatterns(J.Annotation annotation) {
    return TypeUtils.isOfClassType(annotation.getType(), "jakarta.servlet.annotation.WebFilter")
        ? strings(annotation)
        : List.of();
  }

  private static List<Expression> strings(J.Annotation annotation) {
    List<Expression> patterns = new ArrayList<>();
    if (annotation.getArguments() != null) {
      annotation.getArguments().stream()
          .map(arg -> arg instanceof J.Assignment attribute ? attribute.getAssignment() : arg)
          .forEach(
              value -> {
                if (value instanceof J.NewArray array && array.getInitializer() != null) {
                  patterns.addAll(array.getInitializer());
                } else {
                  patterns.add(value);
                }
              });
    }
    return patterns;
  }
}
