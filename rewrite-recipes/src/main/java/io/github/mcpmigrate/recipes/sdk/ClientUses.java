package io.github.mcpmigrate.recipes.sdk;

import io.github.mcpmigrate.recipes.McpEndpoint;
import io.github.mcpmigrate.recipes.ServerHost;
import io.github.mcpmigrate.recipes.sdk.ClientPaths.Place;
import io.github.mcpmigrate.recipes.sdk.ServerProviderUses.Obstacle;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a project's sources say about its clients on HTTP+SSE, gathered before anything is edited.
 *
 * <p>Clients whose files have nothing to do with one another move one by one. Files that hand each
 * other the legacy class by its own name move together or not at all: else they would not compile.
 */
public final class ClientUses {

  /** A construction: the argument that says where the server is, and where a comment belongs. */
  record Construction(UUID statement, UUID tree, Origin target, boolean appends) {}

  private final ClientPaths paths = new ClientPaths();
  private final ConfiguredValues configured = new ConfiguredValues();
  private final Map<Path, ClientFile> files = new LinkedHashMap<>();
  private final Set<Path> lookedInto = new HashSet<>();
  private final Set<String> declared = new HashSet<>();
  private final List<Origin> serverPaths = new ArrayList<>();
  private final List<Origin> serverEndpoints = new ArrayList<>();
  private final Map<Path, Optional<String>> whyNot = new HashMap<>();
  private final OwnServers servers;
  private final String mcpEndpoint;
  private @Nullable ClientPathEdits edits;

  ClientUses(OwnServers servers) {
    this.servers = servers;
    ServerMove move = servers.move();
    this.mcpEndpoint =
        move.keepUrl()
            ? ClientTransport.DEFAULT_SSE_ENDPOINT
            : McpEndpoint.orDefault(move.mcpEndpoint());
  }

  ClientPaths paths() {
    return paths;
  }

  ConfiguredValues configured() {
    return configured;
  }

  ClientFile in(Path file) {
    return files.computeIfAbsent(file, f -> new ClientFile());
  }

  void declares(String type) {
    declared.add(type);
  }

  /** One of the project's own servers serves HTTP+SSE there. */
  void serverPath(Origin path) {
    serverPaths.add(path);
  }

  /** One of the project's own servers, on both transports, serves Streamable HTTP there. */
  void serverEndpoint(Origin path) {
    serverEndpoints.add(path);
  }

  /** Where the project's own servers have their MCP endpoint after the move. */
  private String mcpEndpoint() {
    if (serverEndpoints.isEmpty() || servers.move().leavesSse()) {
      return mcpEndpoint;
    }
    Set<String> found =
        serverEndpoints.stream()
            .map(path -> paths.valueOf(path).orElse(mcpEndpoint))
            .collect(Collectors.toSet());
    return found.size() == 1 ? found.iterator().next() : mcpEndpoint;
  }

  /** An obstacle, should it turn out that the project does not declare a type. */
  void unlessDeclared(String type, ClientFile file, Obstacle obstacle) {
    file.outside.add(new ClientFile.Outside(type, obstacle));
  }

  /** What has to become of the strings, once every source has been looked at. */
  ClientPathEdits edits() {
    if (edits == null) {
      List<Place> moving = new ArrayList<>();
      files.forEach(
          (path, file) -> {
            if (concern(path) && whyNot(path).isEmpty()) {
              moving.addAll(file.places);
            }
          });
      Set<String> ownPaths =
          serverPaths.stream()
              .flatMap(path -> paths.valueOf(path).stream())
              .collect(Collectors.toSet());
      edits =
          new ClientPathEdits(
              paths,
              new ClientEndpoint(
                  mcpEndpoint(), servers.moved(ownPaths, mcpEndpoint()), servers.move().keepUrl()),
              moving,
              configured);
    }
    return edits;
  }

  /** A file is looked into, statement by statement. */
  void lookInto(Path file) {
    lookedInto.add(file);
  }

  boolean lookedInto(Path file) {
    return lookedInto.contains(file);
  }

  OwnServers servers() {
    return servers;
  }

  /** Whether a file uses the legacy classes. */
  boolean concern(Path file) {
    return !servers.areNotConcerned() && files.containsKey(file) && files.get(file).legacy;
  }

  /** Why the clients in a file stay as they are, if they do. */
  Optional<String> whyNot(Path path) {
    return whyNot.computeIfAbsent(path, this::findWhyNot);
  }

  private Optional<String> findWhyNot(Path path) {
    for (ClientTransport transport : ClientTransport.values()) {
      if (declared.contains(transport.legacy())) {
        return Optional.of(
            "this project has its own copy of "
                + transport.legacyName()
                + ", which is never touched");
      }
    }
    Optional<String> outOfReach = servers.whyOutOfReach();
    if (outOfReach.isPresent()) {
      return outOfReach;
    }
    Set<Path> group = groupOf(path);
    for (Path member : group) {
      for (Obstacle obstacle : obstaclesIn(member)) {
        return Optional.of(
            member.equals(path)
                ? obstacle.reason()
                : member.getFileName() + " cannot follow: " + obstacle.reason());
      }
    }
    Optional<String> server = servers.whyTheyStay();
    if (server.isPresent() && group.stream().anyMatch(this::mayTalkToOwnServer)) {
      return Optional.of("the project's own server stays on HTTP+SSE: " + server.get());
    }
    for (Map.Entry<Path, ClientFile> other : files.entrySet()) {
      if (other.getValue().streamable
          && Objects.equals(other.getValue().project, files.get(path).project)) {
        return Optional.of(
            "this project has clients on Streamable HTTP too, see "
                + other.getKey().getFileName()
                + ": those on HTTP+SSE may be meant to be there");
      }
    }
    return Optional.empty();
  }

  private List<Obstacle> obstaclesIn(Path path) {
    ClientFile file = files.get(path);
    List<Obstacle> all = new ArrayList<>(file.obstacles);
    file.outside.stream()
        .filter(call -> !declared.contains(call.owner()))
        .forEach(call -> all.add(call.obstacle()));
    return all;
  }

  private boolean mayTalkToOwnServer(Path path) {
    return files.get(path).constructions.stream()
        .anyMatch(
            construction ->
                !paths.valueOf(construction.target()).map(ServerHost::isElsewhere).orElse(false));
  }

  /** The files that move together with a file. */
  private Set<Path> groupOf(Path path) {
    Map<String, Path> fileOf = new HashMap<>();
    files.forEach((file, uses) -> uses.declares.forEach(type -> fileOf.put(type, file)));
    Map<Path, Set<Path>> neighbours = new HashMap<>();
    files.forEach(
        (file, uses) ->
            uses.linkedTo.stream()
                .map(fileOf::get)
                .filter(other -> other != null && !other.equals(file))
                .forEach(
                    other -> {
                      neighbours.computeIfAbsent(file, f -> new LinkedHashSet<>()).add(other);
                      neighbours.computeIfAbsent(other, f -> new LinkedHashSet<>()).add(file);
                    }));
    Set<Path> group = new LinkedHashSet<>(List.of(path));
    List<Path> next = new ArrayList<>(group);
    while (!next.isEmpty()) {
      for (Path neighbour : neighbours.getOrDefault(next.remove(0), Set.of())) {
        if (group.add(neighbour)) {
          next.add(neighbour);
        }
      }
    }
    return group;
  }

  /** Comments on what stays, for every place in a file. */
  Map<UUID, String> reasons(Path path) {
    Map<UUID, String> reasons = new LinkedHashMap<>();
    String whyNot = whyNot(path).orElseThrow();
    ClientFile file = files.get(path);
    file.constructions.forEach(construction -> reasons.put(construction.statement(), whyNot));
    obstaclesIn(path).forEach(obstacle -> reasons.put(obstacle.statement(), obstacle.reason()));
    return reasons;
  }

  /** What a person has to look at where a file is moved: the tree, the statement, the reason. */
  List<Obstacle> toLookAt(Path path) {
    List<Obstacle> toLookAt = new ArrayList<>();
    ClientFile file = files.get(path);
    file.places.stream()
        .filter(place -> edits().unknown().containsKey(place.expression()))
        .forEach(
            place ->
                toLookAt.add(
                    new Obstacle(
                        place.statement(),
                        place.expression(),
                        "this has to be the server's MCP endpoint, such as "
                            + mcpEndpoint()
                            + ", and no longer its HTTP+SSE endpoint")));
    file.constructions.forEach(
        construction ->
            paths
                .valueOf(construction.target())
                .filter(ServerHost::isElsewhere)
                .ifPresent(
                    url ->
                        toLookAt.add(
                            new Obstacle(
                                construction.statement(),
                                construction.tree(),
                                "make sure that " + url + " serves Streamable HTTP"))));
    return toLookAt;
  }

  /** The endpoint to set where none was set; empty if the transport's default is right. */
  Optional<String> endpointToAdd(Construction construction) {
    if (paths.valueOf(construction.target()).filter(ServerHost::isElsewhere).isPresent()) {
      return Optional.empty();
    }
    String prefix =
        construction.appends()
            ? paths.valueOf(construction.target()).map(ClientEndpoint::pathOf).orElse("")
            : "";
    String path = prefix + mcpEndpoint();
    return path.equals(McpEndpoint.DEFAULT) ? Optional.empty() : Optional.of(path);
  }

  Optional<Construction> constructionAt(Path path, UUID tree) {
    return files.containsKey(path)
        ? files.get(path).constructions.stream().filter(c -> c.tree().equals(tree)).findFirst()
        : Optional.empty();
  }
}
