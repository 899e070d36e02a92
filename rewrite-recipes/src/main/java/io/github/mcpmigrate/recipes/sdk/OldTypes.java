package io.github.mcpmigrate.recipes.sdk;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.TypeUtils;

/** The types that a move replaces, given by their names. */
record OldTypes(Set<String> names) {

  /**
   * Whether a method that is called has such a type in its declared signature. The SDK's own
   * methods do not count.
   */
  boolean areNamedBy(JavaType.Method called) {
    return !called.getDeclaringType().getPackageName().startsWith("io.modelcontextprotocol.")
        && declarations(called)
            .anyMatch(
                method ->
                    contain(method.getReturnType())
                        || method.getParameterTypes().stream().anyMatch(this::contain));
  }

  private boolean contain(JavaType type) {
    return names.stream().anyMatch(name -> TypeUtils.isOfClassType(type, name));
  }

  /**
   * The methods that may have been called, as they are declared: in a call, type variables are
   * filled in.
   */
  private static Stream<JavaType.Method> declarations(JavaType.Method called) {
    List<JavaType.Method> declared =
        called.getDeclaringType().getMethods().stream()
            .filter(
                method ->
                    method.getName().equals(called.getName())
                        && method.getParameterTypes().size() == called.getParameterTypes().size())
            .toList();
    return declared.isEmpty() ? Stream.of(called) : declared.stream();
  }
}
