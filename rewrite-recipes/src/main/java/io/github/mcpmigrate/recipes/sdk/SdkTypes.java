package io.github.mcpmigrate.recipes.sdk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openrewrite.java.tree.JavaSourceFile;
import org.openrewrite.java.tree.JavaType;

/**
 * Tells the types that have to do with MCP from all others, of which a project has thousands: the
 * questions that recipes ask about a type are expensive, and asked for every file.
 *
 * <p>Remembers its answers by name, as long as one scan of a project takes.
 */
final class SdkTypes {

  private static final List<String> PACKAGES =
      List.of(
          "io.modelcontextprotocol.",
          "org.springframework.ai.mcp.",
          "io.github.mcpmigrate.compat.");

  private final Map<String, Boolean> known = new HashMap<>();

  /** Whether a source uses a type of the SDK or of what stands in for it. */
  static boolean areNamedIn(JavaSourceFile source) {
    for (JavaType type : source.getTypesInUse().getTypesInUse()) {
      if (type instanceof JavaType.FullyQualified named && isNamed(named.getFullyQualifiedName())) {
        return true;
      }
    }
    return false;
  }

  /** Whether a type is of the SDK or of what stands in for it, by its full name. */
  static boolean isNamed(String type) {
    for (String name : PACKAGES) {
      if (type.startsWith(name)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a type is of the SDK, of what stands in for it, or extends such a type. */
  boolean include(JavaType.@Nullable FullyQualified type) {
    if (type == null) {
      return false;
    }
    String name = type.getFullyQualifiedName();
    Boolean answer = known.get(name);
    if (answer == null) {
      answer =
          isNamed(name)
              || include(type.getSupertype())
              || type.getInterfaces().stream().anyMatch(this::include);
      known.put(name, answer);
    }
    return answer;
  }
}
