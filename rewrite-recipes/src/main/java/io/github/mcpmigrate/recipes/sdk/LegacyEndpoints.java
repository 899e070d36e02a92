package io.github.mcpmigrate.recipes.sdk;

import static io.github.mcpmigrate.recipes.sdk.ServerTransport.DUAL;

import io.github.mcpmigrate.recipes.McpEndpoint;
import io.github.mcpmigrate.recipes.sdk.ServerProviderUses.Obstacle;
import io.github.mcpmigrate.recipes.springai.PathPrefixes;
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

  private final WrittenPaths written = new WrittenPaths(this::concerns);
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
    written.under(paths.prefixes());
  }

  /** Takes in what an application's configuration puts before all its paths. */
  void under(PathPrefixes prefixes) {
    written.under(prefixes);
  }

  void constant(J.VariableDeclarations.NamedVariable variable) {
    written.constant(variable);
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
    return legacyPaths().contains(PathPattern.of(path).base());
  }

  /** The legacy path that an expression names, as it is written, be it with everything below. */
  Optional<String> legacyAt(Expression path) {
    return written
        .within(path)
        .filter(pattern -> legacyPaths().contains(pattern.base()))
        .map(pattern -> written.prefixOf(path) + pattern.base());
  }

  /** The path that an expression names, if it may be a legacy one behind a prefix nobody knows. */
  Optional<String> perhapsLegacyAt(Expression path) {
    return legacyAt(path).isPresent() || written.prefixes().certain()
        ? Optional.empty()
        : valueOf(path)
            .map(value -> PathPattern.of(value).base())
            .filter(
                base ->
                    legacyPaths().stream().anyMatch(old -> written.prefixes().leads(base, old)));
  }

  /** The legacy paths that a pattern is for. */
  Set<String> legacyIn(Expression pattern) {
    return written
        .within(pattern)
        .map(inside -> served().stream().filter(inside::covers).collect(Collectors.toSet()))
        .orElse(Set.of());
  }

  /** Whether a pattern is for the path of Streamable HTTP. */
  boolean coversMcpPath(Expression pattern) {
    return mcpPath() != null
        && written.within(pattern).filter(inside -> inside.covers(mcpPath())).isPresent();
  }

  private boolean concerns(PathPattern pattern) {
    return pattern.base().equals(mcpPath()) || legacyPaths().stream().anyMatch(pattern::covers);
  }

  /** What a path has of what the application puts before all its paths. */
  String prefixOf(Expression path) {
    return written.prefixOf(path);
  }

  /** The path of Streamable HTTP as it has to be named where another path is named. */
  String mcpPathWhere(Expression path) {
    return prefixOf(path) + mcpPath();
  }

  /** What stands in the place of a legacy path for Streamable HTTP. */
  String mcpPathFor(Expression legacy) {
    return mcpPathWhere(legacy) + written.wildcardOf(legacy);
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
    return written
        .within(path)
        .filter(pattern -> isMcpPath(pattern.base() + pattern.wildcard()))
        .isPresent();
  }

  boolean isMcpPath(String path) {
    return path.equals(mcpPath());
  }

  /** The paths of the event streams; one that is computed is not among them. */
  Set<String> eventStreams() {
    return sse.isEmpty()
        ? Set.of(DEFAULT_SSE_ENDPOINT)
        : sse.stream().flatMap(place -> valueOf(place).stream()).collect(Collectors.toSet());
  }

  /** The root is not among them: elsewhere "/" is a context path or a whole site. */
  Set<String> legacyPaths() {
    Set<String> legacy =
        new HashSet<>(configured == null ? Set.of(DEFAULT_SSE_ENDPOINT) : configured.legacy());
    set.forEach(place -> valueOf(place).ifPresent(legacy::add));
    legacy.removeAll(Set.of("", "/"));
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
    return written.endOf(url, legacyPaths());
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
    return written.valueOf(path);
  }

  private Optional<String> valueOf(Place place) {
    return valueOf(place.path());
  }
}
