package io.github.mcpmigrate.recipes.springai;

import io.github.mcpmigrate.recipes.configuration.KeyPath;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openrewrite.java.JavaIsoVisitor;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaSourceFile;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.TypeUtils;

/**
 * Configuration files with names of their own, which a build names where it has them read: in
 * {@code @PropertySource} and {@code @TestPropertySource}, and in {@code spring.config.import}.
 */
final class ImportedFiles {

  private static final Set<String> ANNOTATIONS =
      Set.of(
          "org.springframework.context.annotation.PropertySource",
          "org.springframework.test.context.TestPropertySource");

  private static final KeyPath IMPORT = KeyPath.of("spring.config.import");

  private static final Pattern LOCATION =
      Pattern.compile(
          "(?:optional:)?(?:classpath\\*?:|file:)?(?:\\.?/)*([\\w-][\\w./-]*\\.(?:properties|ya?ml))");

  private final Set<String> names = new HashSet<>();

  /** Takes in what a source names. */
  void read(JavaSourceFile source) {
    if (source.getTypesInUse().getTypesInUse().stream().noneMatch(ImportedFiles::names)) {
      return;
    }
    new JavaIsoVisitor<Integer>() {
      @Override
      public J.Literal visitLiteral(J.Literal literal, Integer p) {
        J.Annotation annotation = getCursor().firstEnclosing(J.Annotation.class);
        if (annotation != null
            && names(annotation.getType())
            && literal.getValue() instanceof String location) {
          add(location);
        }
        return literal;
      }
    }.visit(source, 0);
  }

  private static boolean names(JavaType type) {
    JavaType.FullyQualified name = TypeUtils.asFullyQualified(type);
    return name != null && ANNOTATIONS.contains(name.getFullyQualifiedName());
  }

  /** Takes in what a configuration file imports. */
  void read(ConfigurationFile file) {
    file.documents().stream()
        .flatMap(document -> document.values().entrySet().stream())
        .filter(entry -> entry.getKey().startsWith(IMPORT))
        .flatMap(entry -> Pattern.compile("[,;]").splitAsStream(entry.getValue()))
        .forEach(this::add);
  }

  private void add(String location) {
    Matcher name = LOCATION.matcher(location.strip());
    if (name.matches()) {
      names.add(name.group(1));
    }
  }

  boolean include(Path path) {
    String file = path.toString().replace('\\', '/');
    return names.stream().anyMatch(name -> file.equals(name) || file.endsWith("/" + name));
  }
}
