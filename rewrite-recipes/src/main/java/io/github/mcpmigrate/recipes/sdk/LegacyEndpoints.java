package io.github.mcpmigrate.recipes.sdk;

import static io.github.mcpmigrate.recipes.sdk.ServerTransport.DUAL;

import io.github.mcpmigrate.recipes.McpEndpoint;
import io.github.mcpmigrate.recipes.sdk.ServerProviderUses.Obstacle;
import io.github.mcpmigrate.recipes.springai.SpringAiPaths;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;

/** The paths of HTTP+SSE: where a project sets them, and where else it names them. */
final class LegacyEndpoints {

  /** An expression for a path, and the statement that it is part of. */
  private record Place(Expression path, UUID statement) {}

  private static final String DEFAULT_SSE_ENDPOINT =
      ServerProvider.SSE_CONSTANTS.get("DEFAULT_SSE_ENDPOINT");

  private static final Set<String> ROOT = Set.of("", "/");

  private final StringConstants constants = new StringConstants();
  private final List<Place> set = new ArrayList<>();
  private final List<Place> named = new ArrayList<>();
  private final List<Place> sse = new ArrayList<>();
  private final List<Place> streamable = new ArrayList<>();
  private final ServerTransport to;
  private final ServerMove move;
  private @Nullable SpringAiPaths configured;
  private final PrefixedMappings prefixed = new PrefixedMappings(this);

  LegacyEndpoints(ServerMove move) {
    this.to = move.to();
    this.move = move;
  }

  /** Takes the paths from Spring AI's configuration instead of from code. */
  void configuredAs(SpringAiPaths paths) {
    configured = paths;
  }

  void constant(J.VariableDeclarations.NamedVariable variable) {
    constants.note(variable);
  }

  void setTo(Expression path, UUID statement) {
    set.add(new Place(path, statement));
  }

  /** The path of the event stream; every other path of HTTP+SSE is that of the messages. */
  void setSseTo(Expression path, UUID statement) {
    setTo(path, statement);
    sse.add(new Place(path, statement));
  }

  /** The path that Streamable HTTP has already, and keeps. */
  void setStreamableTo(Expression path, UUID statement) {
    streamable.add(new Place(path, statement));
  }

  /** Where Streamable HTTP is after the move; null if the move leaves it where nobody can tell. */
  @Nullable String mcpPath() {
    if (configured != null) {
      return configured.streamable();
    }
    if (areStreamableToo()) {
      Set<Optional<String>> paths =
          streamable.stream().map(this::valueOf).collect(Collectors.toSet());
      return paths.isEmpty()
          ? McpEndpoint.DEFAULT
          : paths.size() == 1 ? paths.iterator().next().orElse(null) : null;
    }
    return move.keepUrl()
        ? sse.stream()
            .flatMap(place -> valueOf(place).stream())
            .findFirst()
            .orElse(DEFAULT_SSE_ENDPOINT)
        : move.mcpEndpoint();
  }

  /** Whether the paths of HTTP+SSE are served after the move, too. */
  boolean keepsSse() {
    return to == DUAL;
  }

  /** Whether Streamable HTTP has been served beside HTTP+SSE. */
  boolean areStreamableToo() {
    return move.from() == DUAL;
  }

  boolean isLegacy(Expression path) {
    return legacyAt(path).isPresent();
  }

  boolean isLegacy(String path) {
    return legacyPaths().contains(withoutWildcard(path));
  }

  /** The legacy path that an expression names, be it with everything below. */
  Optional<String> legacyAt(Expression path) {
    return constants.valueOf(path).map(LegacyEndpoints::withoutWildcard).filter(this::isLegacy);
  }

  /** The legacy paths that a pattern is for. */
  Set<String> legacyIn(Expression pattern) {
    return constants
        .valueOf(pattern)
        .map(
            value ->
                served().stream()
                    .filter(path -> covers(value, path))
                    .collect(Collectors.toUnmodifiableSet()))
        .orElse(Set.of());
  }

  /** Whether a pattern is for the path of Streamable HTTP. */
  boolean coversMcpPath(Expression pattern) {
    return mcpPath() != null
        && constants.valueOf(pattern).filter(value -> covers(value, mcpPath())).isPresent();
  }

  private static boolean covers(String pattern, String path) {
    String base = withoutWildcard(pattern);
    return path.equals(base) || pattern.endsWith("/**") && path.startsWith(base + "/");
  }

  /** The part of a pattern before {@code /*} or {@code /**}. */
  static String withoutWildcard(String pattern) {
    return pattern.replaceFirst("/\\*{1,2}$", "");
  }

  /** What a pattern has after the part before its wildcard. */
  String wildcardOf(Expression pattern) {
    return constants
        .valueOf(pattern)
        .map(value -> value.substring(withoutWildcard(value).length()))
        .orElse("");
  }

  /** The paths that HTTP+SSE has; empty if one of them is computed. */
  Set<String> served() {
    if (configured != null) {
      return configured.certain() ? configured.legacy() : Set.of();
    }
    if (set.stream().anyMatch(place -> valueOf(place).isEmpty())) {
      return Set.of();
    }
    Set<String> paths = new HashSet<>();
    set.forEach(place -> valueOf(place).ifPresent(paths::add));
    if (sse.isEmpty()) {
      paths.add(DEFAULT_SSE_ENDPOINT);
    }
    return paths;
  }

  /** The endpoints that were computed, and are a literal afterwards. */
  List<Obstacle> computed() {
    return mcpPath() == null || !move.leavesSse() || keepsSse() || move.keepUrl()
        ? List.of()
        : set.stream()
            .filter(place -> valueOf(place).isEmpty())
            .map(
                place ->
                    new Obstacle(
                        place.statement(),
                        place.path().getId(),
                        "the paths were configured so far, and Streamable HTTP is always at "
                            + mcpPath()))
            .toList();
  }

  boolean isMcpPath(Expression path) {
    return constants.valueOf(path).filter(this::isMcpPath).isPresent();
  }

  boolean isMcpPath(String path) {
    return path.equals(mcpPath());
  }

  /** The root is not among them: elsewhere "/" is a context path or a whole site. */
  Set<String> legacyPaths() {
    Set<String> legacy = new HashSet<>();
    if (configured == null) {
      legacy.add(DEFAULT_SSE_ENDPOINT);
    } else {
      legacy.addAll(configured.legacy());
    }
    set.forEach(place -> valueOf(place).ifPresent(legacy::add));
    legacy.removeAll(ROOT);
    return legacy;
  }

  /** A string that is handed to something else than the provider; it may be a path, or not. */
  void maybeNamed(Expression path, UUID statement) {
    named.add(new Place(path, statement));
  }

  /** The mappings of servlets, of which not all can follow. */
  PrefixedMappings prefixed() {
    return prefixed;
  }

  /** The endpoints that stay and are where Streamable HTTP would be. */
  List<Obstacle> clashes() {
    if (move.keepUrl() || move.mcpEndpoint() == null) {
      return List.of();
    }
    String mcpEndpoint = move.mcpEndpoint();
    String clash =
        mcpEndpoint
            + " is taken by HTTP+SSE already: choose another mcpEndpoint for Streamable HTTP";
    return set.stream()
        .filter(
            place ->
                to == DUAL && valueOf(place).filter(path -> path.equals(mcpEndpoint)).isPresent())
        .map(place -> new Obstacle(place.statement(), place.path().getId(), clash))
        .toList();
  }

  /**
   * The places that name a legacy endpoint and have to be looked at after the move: a servlet's
   * mapping, a filter.
   */
  List<Obstacle> toLookAt() {
    Set<String> legacy = legacyPaths();
    if (move.keepUrl()) {
      legacy.remove(mcpPath());
    }
    Stream<Obstacle> exact =
        named.stream()
            .flatMap(
                place ->
                    valueOf(place)
                        .filter(legacy::contains)
                        .map(
                            path ->
                                new Obstacle(place.statement(), place.path().getId(), note(path)))
                        .stream());
    return Stream.concat(exact, prefixed.toLookAt().stream()).toList();
  }

  /** The legacy path that a URL or path, written down or in a known constant, ends in. */
  Optional<String> endOf(Expression url) {
    Expression last = url;
    while (last instanceof J.Binary sum && sum.getOperator() == J.Binary.Type.Addition) {
      last = sum.getRight();
    }
    boolean whole = last == url;
    return constants
        .valueOf(last)
        .flatMap(
            value ->
                legacyPaths().stream()
                    .filter(
                        path ->
                            value.equals(path)
                                || value.endsWith(path) && (!whole || value.contains("://")))
                    .findFirst());
  }

  /** What to say of a legacy path. */
  String note(String path) {
    if (to == DUAL) {
      return "Streamable HTTP is at "
          + mcpPath()
          + ", which may have to be named here beside "
          + path;
    }
    return path
        + " is no longer served"
        + (mcpPath() == null ? "" : ", Streamable HTTP is at " + mcpPath());
  }

  /** What is known of a string. */
  Optional<String> valueOf(Expression path) {
    return constants.valueOf(path);
  }

  private Optional<String> valueOf(Place place) {
    return valueOf(place.path());
  }
}
