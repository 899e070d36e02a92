package io.github.mcpmigrate.recipes.handwritten;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaSourceFile;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.TypeUtils;

/**
 * The files of a module that name a class which holds a response, or a servlet of the project's
 * own: those that may have to change with a transport. Remembers what it has learnt of a type.
 */
final class TransportUsers {

  private static final String RESPONSE = "jakarta.servlet.http.HttpServletResponse";

  private final Map<String, Boolean> known = new HashMap<>();
  private final Map<Path, J.CompilationUnit> files = new LinkedHashMap<>();
  private final Map<String, Set<Path>> users = new HashMap<>();
  private boolean inOtherLanguages;

  void note(JavaSourceFile source) {
    for (JavaType type : source.getTypesInUse().getTypesInUse()) {
      if (type instanceof JavaType.Class named && isConcerned(named)) {
        users
            .computeIfAbsent(named.getFullyQualifiedName(), any -> new HashSet<>())
            .add(source.getSourcePath());
        if (source instanceof J.CompilationUnit java) {
          files.put(source.getSourcePath(), java);
        } else {
          inOtherLanguages = true;
        }
      }
    }
    for (J.ClassDeclaration declared : source.getClasses()) {
      if (declared.getType() instanceof JavaType.Class type
          && source instanceof J.CompilationUnit java
          && isConcerned(type)) {
        files.put(source.getSourcePath(), java);
      }
    }
  }

  private boolean isConcerned(JavaType.Class type) {
    return known.computeIfAbsent(type.getFullyQualifiedName(), name -> isServletOrHolds(type));
  }

  private static boolean isServletOrHolds(JavaType.Class type) {
    String name = type.getFullyQualifiedName();
    if (name.startsWith("java.") || name.startsWith("jakarta.") || name.startsWith("org.")) {
      return false;
    }
    return type.getSupertype() != null
            && type.getSupertype()
                .getFullyQualifiedName()
                .equals("jakarta.servlet.http.HttpServlet")
        || type.getMembers().stream()
            .anyMatch(member -> TypeUtils.isOfClassType(member.getType(), RESPONSE));
  }

  /** The files that name a type. */
  Set<Path> of(String type) {
    return users.getOrDefault(type, Set.of());
  }

  Map<Path, J.CompilationUnit> files() {
    return files;
  }

  boolean areInOtherLanguages() {
    return inOtherLanguages;
  }
}
