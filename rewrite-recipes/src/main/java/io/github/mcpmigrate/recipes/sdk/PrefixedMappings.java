package io.github.mcpmigrate.recipes.sdk;

import io.github.mcpmigrate.recipes.sdk.ServerProviderUses.Obstacle;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.JavaSourceFile;

/**
 * Mappings of servlets below a folder. The SDK's servlets look only at how a URL ends, so that a
 * mapping to {@code /api/sse} reached the one whose endpoint is {@code /sse}. It does not reach one
 * that is at {@code /mcp}.
 */
final class PrefixedMappings {

  private record Mapping(Expression path, UUID statement) {}

  private final List<Mapping> mappings = new ArrayList<>();
  private final Set<UUID> elsewhere = new HashSet<>();
  private final LegacyEndpoints endpoints;

  PrefixedMappings(LegacyEndpoints endpoints) {
    this.endpoints = endpoints;
  }

  void add(Expression path, UUID statement) {
    mappings.add(new Mapping(path, statement));
  }

  /** A file with mappings that does not name the transport. */
  void readElsewhere(JavaSourceFile source) {
    elsewhere.add(source.getId());
  }

  boolean areElsewhereIn(JavaSourceFile source) {
    return elsewhere.contains(source.getId());
  }

  /** Whether nobody answers at a pattern any more that the old servlet answered at. */
  boolean isLost(String pattern) {
    return !reaches(pattern) && endsInLegacy(pattern);
  }

  /** Whether a pattern leads to Streamable HTTP, be it after the mappings have followed. */
  boolean reaches(String pattern) {
    return pattern.endsWith("*") && !endsInLegacy(pattern)
        || endpoints.isLegacy(pattern)
        || endpoints.mcpPath() != null && pattern.endsWith(endpoints.mcpPath());
  }

  private boolean endsInLegacy(String pattern) {
    String path = PathPattern.of(pattern).base();
    return endpoints.legacyPaths().stream().anyMatch(path::endsWith);
  }

  /** The mappings that nobody answers at; while HTTP+SSE stays, those without another beside. */
  List<Obstacle> toLookAt() {
    if (endpoints.keepsSse()
        && mappings.stream()
            .anyMatch(mapping -> valueOf(mapping).filter(this::reaches).isPresent())) {
      return List.of();
    }
    return mappings.stream()
        .flatMap(
            mapping ->
                valueOf(mapping)
                    .filter(this::isLost)
                    .map(
                        path ->
                            new Obstacle(
                                mapping.statement(), mapping.path().getId(), endpoints.note(path)))
                    .stream())
        .toList();
  }

  private Optional<String> valueOf(Mapping mapping) {
    return endpoints.valueOf(mapping.path());
  }
}
