package io.github.mcpmigrate.recipes.sdk;

import static io.github.mcpmigrate.recipes.sdk.ServerTransport.DUAL;
import static io.github.mcpmigrate.recipes.sdk.ServerTransport.SSE;
import static io.github.mcpmigrate.recipes.sdk.ServerTransport.SSE_CONTRACTS;
import static io.github.mcpmigrate.recipes.sdk.ServerTransport.STREAMABLE;

import io.github.mcpmigrate.recipes.McpEndpoint;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openrewrite.java.marker.JavaSourceSet;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaSourceFile;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.TypeUtils;

/**
 * Which transport a recipe moves servers from, and to which.
 *
 * @param mcpEndpoint the path of Streamable HTTP after the move; null if the move leaves it alone,
 *     or if it is the project's own
 * @param keepUrl whether the path of Streamable HTTP is the one where HTTP+SSE was
 */
record ServerMove(
    ServerTransport from, ServerTransport to, @Nullable String mcpEndpoint, boolean keepUrl) {

  /** A move that only changes how servers are built, or one that leaves no path to choose. */
  ServerMove(ServerTransport from, ServerTransport to) {
    this(from, to, null, false);
  }

  /** Away from HTTP+SSE alone, to the path that the user has chosen. */
  static ServerMove fromSse(
      ServerTransport to, @Nullable String mcpEndpoint, @Nullable Boolean keepUrl) {
    boolean keeps = Boolean.TRUE.equals(keepUrl);
    return new ServerMove(SSE, to, keeps ? null : McpEndpoint.orDefault(mcpEndpoint), keeps);
  }

  /**
   * What a recipe is told of servers by its option {@code servers}: {@code streamable}, which is
   * the default, {@code dual}, or {@code drop-legacy} if they are on both transports so far.
   */
  static ServerMove of(
      @Nullable String servers, @Nullable String mcpEndpoint, @Nullable Boolean keepUrl) {
    return switch (servers == null ? "streamable" : servers) {
      case "dual" -> fromSse(DUAL, mcpEndpoint, keepUrl);
      case "drop-legacy" -> new ServerMove(DUAL, STREAMABLE);
      default -> fromSse(STREAMABLE, mcpEndpoint, keepUrl);
    };
  }

  boolean setsMcpEndpoint() {
    return mcpEndpoint != null || keepUrl;
  }

  /** Whether servers speak something else afterwards, and are not only built in another way. */
  boolean changesTransport() {
    return from != to;
  }

  /** Whether this is a migration: away from HTTP+SSE alone. */
  boolean leavesSse() {
    return from == SSE && to != SSE;
  }

  List<ServerProvider> origins() {
    return ServerProvider.of(from);
  }

  /** The provider that is of exactly this type. */
  Optional<ServerProvider> origin(@Nullable JavaType type) {
    return first(provider -> provider.isExactly(type));
  }

  /** The provider that is of this type, or that this type extends. */
  Optional<ServerProvider> originOrParent(@Nullable JavaType type) {
    return first(provider -> provider.isOrIsExtendedBy(type));
  }

  /** The provider whose builder is called. */
  Optional<ServerProvider> built(J.MethodInvocation call) {
    return first(provider -> provider.isBuilderCall(call));
  }

  /** The provider whose builder is of this type. */
  Optional<ServerProvider> built(@Nullable JavaType type) {
    return first(provider -> provider.isBuiltBy(type));
  }

  private Optional<ServerProvider> first(Predicate<ServerProvider> condition) {
    return origins().stream().filter(condition).findFirst();
  }

  /** What a provider becomes in a source file. */
  ServerProvider target(ServerProvider origin, @Nullable JavaSourceFile source) {
    boolean leavesCompat = from == DUAL && source != null && isOnSpringAi(origin, source);
    return new ServerProvider(leavesCompat ? origin.stack().inSpringAi() : origin.stack(), to);
  }

  /** The dual providers do not tell where the SDK's are: the class path does. */
  private boolean isOnSpringAi(ServerProvider origin, JavaSourceFile source) {
    String type = new ServerProvider(origin.stack().inSpringAi(), to).type();
    return source
        .getMarkers()
        .findFirst(JavaSourceSet.class)
        .map(
            set ->
                set.getClasspath().stream()
                    .anyMatch(found -> found.getFullyQualifiedName().equals(type)))
        .orElse(false);
  }

  /** The names of all types that the move replaces. */
  Set<String> oldTypes() {
    return Stream.concat(
            origins().stream().flatMap(ServerProvider::types),
            from == SSE ? SSE_CONTRACTS.stream() : Stream.empty())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether the type stands for the old transport and others. */
  boolean isContract(@Nullable JavaType type) {
    return from == SSE
        && SSE_CONTRACTS.stream().anyMatch(name -> TypeUtils.isOfClassType(type, name));
  }

  /** Whether a class can be used where the contract is asked for. */
  static boolean isTransport(@Nullable JavaType type) {
    return SSE_CONTRACTS.stream().anyMatch(name -> TypeUtils.isAssignableTo(name, type));
  }
}
