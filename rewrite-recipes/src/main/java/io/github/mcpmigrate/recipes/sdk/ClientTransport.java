package io.github.mcpmigrate.recipes.sdk;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaSourceFile;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.TypeUtils;

/**
 * The client transports over HTTP+SSE, in the MCP Java SDK 0.7 to 2.1 and, where it went with SDK
 * 1.0, in Spring AI; and what each becomes.
 */
enum ClientTransport {
  HTTP_CLIENT(
      "io.modelcontextprotocol.client.transport.HttpClientSseClientTransport",
      "io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport"),
  WEB_CLIENT(
      "io.modelcontextprotocol.client.transport.WebFluxSseClientTransport",
      "io.modelcontextprotocol.client.transport.WebClientStreamableHttpTransport"),
  SPRING_AI_WEB_CLIENT(
      "org.springframework.ai.mcp.client.webflux.transport.WebFluxSseClientTransport",
      "org.springframework.ai.mcp.client.webflux.transport.WebClientStreamableHttpTransport");

  /** Where a client looks for HTTP+SSE unless it is told otherwise; in every version. */
  static final String DEFAULT_SSE_ENDPOINT = "/sse";

  private final String legacy;
  private final String streamable;

  ClientTransport(String legacy, String streamable) {
    this.legacy = legacy;
    this.streamable = streamable;
  }

  String legacy() {
    return legacy;
  }

  String legacyBuilder() {
    return legacy + "$Builder";
  }

  String legacyName() {
    return legacy.substring(legacy.lastIndexOf('.') + 1);
  }

  String streamable() {
    return streamable;
  }

  String streamableBuilder() {
    return streamable + "$Builder";
  }

  String streamableName() {
    return streamable.substring(streamable.lastIndexOf('.') + 1);
  }

  /** The transport whose legacy class this is. */
  static Optional<ClientTransport> ofLegacy(@Nullable JavaType type) {
    return find(type, false);
  }

  /** The transport whose legacy builder this is. */
  static Optional<ClientTransport> ofLegacyBuilder(@Nullable JavaType type) {
    return find(type, true);
  }

  /** The transport whose legacy class is imported, and not all of its package or its members. */
  static Optional<ClientTransport> ofImport(J.Import imported) {
    return Stream.of(values())
        .filter(
            transport -> !imported.isStatic() && transport.legacy.equals(imported.getTypeName()))
        .findFirst();
  }

  boolean hasBuilderNamedIn(JavaSourceFile source) {
    return source.getTypesInUse().getTypesInUse().stream()
        .anyMatch(type -> TypeUtils.isOfClassType(type, legacyBuilder()));
  }

  /** Whether a type is one that the move replaces. */
  static boolean isLegacy(@Nullable JavaType type) {
    return ofLegacy(type).isPresent() || ofLegacyBuilder(type).isPresent();
  }

  /** The transport that a project's own class extends. */
  static Optional<ClientTransport> extendedBy(@Nullable JavaType type) {
    for (ClientTransport transport : values()) {
      if (TypeUtils.isAssignableTo(transport.legacy, type)
          && !TypeUtils.isOfClassType(type, transport.legacy)) {
        return Optional.of(transport);
      }
    }
    return Optional.empty();
  }

  static boolean isStreamable(@Nullable JavaType type) {
    for (ClientTransport transport : values()) {
      if (TypeUtils.isOfClassType(type, transport.streamable)) {
        return true;
      }
    }
    return false;
  }

  private static Optional<ClientTransport> find(@Nullable JavaType type, boolean builder) {
    for (ClientTransport transport : values()) {
      if (TypeUtils.isOfClassType(type, builder ? transport.legacyBuilder() : transport.legacy)) {
        return Optional.of(transport);
      }
    }
    return Optional.empty();
  }
}
