package io.github.mcpmigrate.recipes.sdk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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

  /** Whether a type is of the SDK, of what stands in for it, or extends such a type. */
  boolean include(JavaType.@Nullable FullyQualified type) {
    if (type == null) {
      return false;
    }
    String name = type.getFullyQualifiedName();
    Boolean answer = known.get(name);
    if (answer == null) {
      answer =
          PACKAGES.stream().anyMatch(name::startsWith)
              || include(type.getSupertype())
              || type.getInterfaces().stream().anyMatch(this::include);
      known.put(name, answer);
    }
    return answer;
  }
}
