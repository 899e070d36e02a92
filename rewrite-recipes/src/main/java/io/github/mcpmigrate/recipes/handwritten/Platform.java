package io.github.mcpmigrate.recipes.handwritten;

import java.util.List;
import java.util.Optional;
import org.openrewrite.java.marker.JavaSourceSet;
import org.openrewrite.java.marker.JavaVersion;
import org.openrewrite.java.tree.JavaSourceFile;
import org.openrewrite.java.tree.JavaType;

/** What the engine needs to run on. */
final class Platform {

  private static final int JAVA = 17;

  private Platform() {}

  /** Why the engine does not go with what a file is compiled with. */
  static Optional<String> lacks(JavaSourceFile source) {
    boolean isOld =
        source.getMarkers().findFirst(JavaVersion.class).stream()
            .anyMatch(java -> java.getMajorReleaseVersion() < JAVA);
    if (isOld) {
      return Optional.of("mcp-compat-servlet needs Java 17");
    }
    List<JavaType.FullyQualified> classPath =
        source
            .getMarkers()
            .findFirst(JavaSourceSet.class)
            .map(JavaSourceSet::getClasspath)
            .orElse(List.of());
    return classPath.isEmpty()
            || classPath.stream()
                .anyMatch(type -> type.getFullyQualifiedName().equals("jakarta.servlet.Servlet"))
        ? Optional.empty()
        : Optional.of("mcp-compat-servlet needs Jakarta Servlet, as Spring Boot has it since 3.0");
  }
}
