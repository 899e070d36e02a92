package io.github.mcpmigrate.recipes.sdk;

import io.github.mcpmigrate.recipes.build.SdkReach;
import io.github.mcpmigrate.recipes.springai.PathPrefixes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openrewrite.Cursor;
import org.openrewrite.java.marker.JavaProject;
import org.openrewrite.java.tree.J;

/**
 * What a project's sources say about the providers to move, gathered before anything is edited.
 *
 * <p>They are moved everywhere or nowhere: a field that became Streamable beside a subclass that
 * could not would not compile.
 */
public final class ServerProviderUses {

  /** A place that cannot be moved. */
  record Obstacle(UUID statement, UUID tree, String reason) {}

  /** A call of code that the project does not own, with the provider's type in its signature. */
  private record OutsideCall(String declaringType, Obstacle obstacle) {}

  private final SdkTypes sdkTypes = new SdkTypes();
  private final Set<String> declaredTypes = new HashSet<>();
  private final Map<Optional<JavaProject>, String> streamable = new HashMap<>();
  private final Set<JavaProject> projects = new HashSet<>();
  private static final String NOT_BUILT =
      "nothing in this project builds this transport: it moves with whatever does, for example a Spring AI starter";

  private final List<Obstacle> declarations = new ArrayList<>();
  private final Set<String> delegatingServlets = new HashSet<>();
  private final Set<String> otherTransports = new TreeSet<>();
  private final List<Obstacle> obstacles = new ArrayList<>();
  private final List<OutsideCall> outsideCalls = new ArrayList<>();
  private final Map<UUID, UUID> statementOfConstruction = new LinkedHashMap<>();
  private final List<Obstacle> droppedBaseUrls = new ArrayList<>();
  private final ServerMove move;
  private final SdkReach reach = new SdkReach();
  private final LegacyEndpoints endpoints;
  private final AccessRules accessRules;
  private final ServerMeetings meetings;
  private PathPrefixes prefixes = PathPrefixes.NONE;
  private boolean contractNamed;
  private boolean used;
  private boolean usedWithoutProject;

  ServerProviderUses(ServerMove move) {
    this.move = move;
    this.endpoints = new LegacyEndpoints(move);
    this.accessRules = new AccessRules(endpoints);
    this.meetings = new ServerMeetings(move, endpoints::valueOf);
  }

  /** Which types have to be looked at in the first place. */
  SdkTypes sdkTypes() {
    return sdkTypes;
  }

  /** What the build files say of the SDK. */
  SdkReach reach() {
    return reach;
  }

  /** The servers that will have one path. */
  ServerMeetings meetings() {
    return meetings;
  }

  /** What the configuration of the applications puts before their paths. */
  PathPrefixes prefixes() {
    return prefixes;
  }

  void under(PathPrefixes more) {
    prefixes = prefixes.and(more);
    endpoints.under(prefixes);
  }

  LegacyEndpoints endpoints() {
    return endpoints;
  }

  void usedIn(@Nullable JavaProject project) {
    used = true;
    if (project == null) {
      usedWithoutProject = true;
    } else {
      projects.add(project);
    }
  }

  void declares(String type) {
    declaredTypes.add(type);
  }

  /** A servlet that was a transport, and will have one. */
  void delegates(String servlet) {
    delegatingServlets.add(servlet);
  }

  Set<String> delegatingServlets() {
    return Set.copyOf(delegatingServlets);
  }

  void namesContract() {
    contractNamed = true;
  }

  void otherTransport(String type) {
    otherTransports.add(type);
  }

  void constructedAt(UUID statement, UUID expression) {
    statementOfConstruction.put(expression, statement);
  }

  void dropsBaseUrl(Obstacle note) {
    droppedBaseUrls.add(note);
  }

  void obstacle(Obstacle obstacle) {
    obstacles.add(obstacle);
  }

  void outsideCall(String declaringType, Obstacle obstacle) {
    outsideCalls.add(new OutsideCall(declaringType, obstacle));
  }

  /**
   * Whether there is anything to move: false also if the project has its own copy of a provider.
   */
  boolean areToMove() {
    return used && move.origins().stream().noneMatch(this::isOwn);
  }

  /** Whether the project declares the provider itself, a copy of the SDK's. */
  boolean isOwn(ServerProvider provider) {
    return provider.types().anyMatch(declaredTypes::contains);
  }

  /** Whether a provider will be moved in the project that a build file belongs to. */
  boolean areMovedIn(@Nullable JavaProject project) {
    return areToMove()
        && whyNot().isEmpty()
        && !statementOfConstruction.isEmpty()
        && (usedWithoutProject || project == null || projects.contains(project));
  }

  AccessRules accessRules() {
    return accessRules;
  }

  /** The places beside those that move that a person has to look at once they have moved. */
  List<Obstacle> toLookAt() {
    List<Obstacle> places = new ArrayList<>(endpoints.toLookAt());
    if (move.changesTransport() && whyNot().isEmpty()) {
      places.addAll(droppedBaseUrls);
      places.addAll(endpoints.computed());
      places.addAll(accessRules.toDecide());
      places.addAll(meetings.toLookAt());
    }
    return places;
  }

  /** A server that speaks Streamable HTTP already. */
  void servesStreamable(@Nullable JavaProject project, String type) {
    streamable.put(Optional.ofNullable(project), type);
  }

  /** The server on Streamable HTTP beside one of those that are to move. */
  private Optional<String> besideStreamable() {
    return streamable.entrySet().stream()
        .filter(entry -> entry.getKey().map(projects::contains).orElse(usedWithoutProject))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** A variable or parameter of the provider's type. */
  void declaredAt(UUID statement, UUID tree) {
    declarations.add(new Obstacle(statement, tree, NOT_BUILT));
  }

  /**
   * Why the SDK's version has to stay: something on HTTP+SSE stays that a newer SDK would break.
   */
  Optional<String> whyTheSdkStays() {
    Optional<String> copy =
        move.origins().stream()
            .flatMap(ServerProvider::types)
            .filter(declaredTypes::contains)
            .findFirst();
    if (copy.isPresent()) {
      return copy.map(type -> "this project has its own copy of " + type);
    }
    return areToMove() ? whyNot() : whyOutOfReach();
  }

  /** Why the sources cannot be taken to another SDK; a move within today's SDK needs none. */
  private Optional<String> whyOutOfReach() {
    return move.changesTransport() ? reach.obstacle() : Optional.empty();
  }

  /** The first reason why the provider stays as it is, if there is one. */
  Optional<String> whyNot() {
    if (move.leavesSse() && besideStreamable().isPresent()) {
      return besideStreamable()
          .map(
              type ->
                  "this project serves Streamable HTTP already, by "
                      + type
                      + ": what is left of HTTP+SSE can go by hand once its clients have");
    }
    if (contractNamed && !otherTransports.isEmpty()) {
      return Optional.of(
          "McpServerTransportProvider also stands for " + String.join(", ", otherTransports));
    }
    return whyOutOfReach().or(() -> allObstacles().stream().map(Obstacle::reason).findFirst());
  }

  /** The reason for every place that cannot be moved by itself. */
  Map<UUID, String> obstaclesByStatement() {
    Map<UUID, String> reasons = new LinkedHashMap<>();
    allObstacles().forEach(obstacle -> reasons.put(obstacle.statement(), obstacle.reason()));
    return reasons;
  }

  /**
   * The reason for every place in {@link #obstaclesByStatement} and for every construction that
   * therefore stays.
   */
  Map<UUID, String> reasonsByStatement() {
    Map<UUID, String> reasons = new LinkedHashMap<>();
    whyNot()
        .ifPresent(
            reason -> statementOfConstruction.values().forEach(id -> reasons.put(id, reason)));
    reasons.putAll(obstaclesByStatement());
    return reasons;
  }

  /** Why the element at {@code cursor} stays as it is, if it does: the reason nearest to it. */
  Optional<String> whyNot(Cursor cursor) {
    Map<UUID, String> reasons = new HashMap<>();
    allObstacles().forEach(obstacle -> reasons.put(obstacle.tree(), obstacle.reason()));
    Iterator<Object> path = cursor.getPath(J.class::isInstance);
    while (path.hasNext()) {
      String reason = reasons.get(((J) path.next()).getId());
      if (reason != null) {
        return Optional.of(reason);
      }
    }
    return whyNot();
  }

  /** What to say about places that are moved, or that the others do not depend on. */
  Map<UUID, String> notes() {
    Map<UUID, String> notes = new LinkedHashMap<>();
    toLookAt().forEach(place -> notes.put(place.statement(), place.reason()));
    notes.putAll(obstaclesByStatement());
    return notes;
  }

  private List<Obstacle> allObstacles() {
    List<Obstacle> all = new ArrayList<>(obstacles);
    if (statementOfConstruction.isEmpty() && obstacles.isEmpty() && move.leavesSse()) {
      all.addAll(declarations);
    }
    outsideCalls.stream()
        .filter(call -> !declaredTypes.contains(call.declaringType()))
        .map(OutsideCall::obstacle)
        .forEach(all::add);
    all.addAll(endpoints.clashes());
    all.addAll(meetings.obstacles());
    return all;
  }
}
