package io.github.mcpmigrate.recipes.sdk;

import io.github.mcpmigrate.recipes.sdk.ServerProviderUses.Obstacle;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.openrewrite.java.marker.JavaProject;
import org.openrewrite.java.tree.Expression;

/**
 * Servers of one module, in different files, that have paths of their own so far and would have one
 * path after a move.
 *
 * <p>Beans of one application share a port and cannot move. Of others nobody can tell.
 */
final class ServerMeetings {

  /**
   * A server.
   *
   * @param text the path of its messages, as it is written
   * @param bean whether every application that has the file has this server
   */
  record Server(
      @Nullable JavaProject project,
      Path file,
      Place place,
      Expression path,
      String text,
      boolean bean) {}

  /** The statement of a server, and the call that says where it takes messages. */
  record Place(UUID statement, UUID tree) {}

  private final List<Server> servers = new ArrayList<>();
  private final ServerMove move;
  private final Function<Expression, Optional<String>> values;

  /**
   * @param values tells what is known of a string
   */
  ServerMeetings(ServerMove move, Function<Expression, Optional<String>> values) {
    this.move = move;
    this.values = values;
  }

  void note(Server server) {
    servers.add(server);
  }

  /** The servers that cannot move together. */
  List<Obstacle> obstacles() {
    return meetings(
        (server, other) ->
            server.bean() && other.bean()
                ? Optional.of(
                    "this server and that of "
                        + other.file().getFileName()
                        + " have paths of their own and would meet at "
                        + move.mcpEndpoint()
                        + ": keepUrl=true leaves each its path")
                : Optional.empty());
  }

  /** The servers that may be in each other's way. */
  List<Obstacle> toLookAt() {
    return meetings(
        (server, other) ->
            server.bean() && other.bean()
                ? Optional.empty()
                : Optional.of(
                    "the server of "
                        + other.file().getFileName()
                        + " is at "
                        + move.mcpEndpoint()
                        + ", too: make sure that they do not share a port"));
  }

  private List<Obstacle> meetings(BiFunction<Server, Server, Optional<String>> reason) {
    List<Obstacle> found = new ArrayList<>();
    for (Server server : servers) {
      servers.stream()
          .filter(other -> meet(server, other))
          .flatMap(other -> reason.apply(server, other).stream())
          .findFirst()
          .ifPresent(
              why ->
                  found.add(new Obstacle(server.place().statement(), server.place().tree(), why)));
    }
    return found;
  }

  private boolean meet(Server one, Server other) {
    return !one.file().equals(other.file())
        && (one.project() == null ? other.project() == null : one.project().equals(other.project()))
        && !valueOf(one).equals(valueOf(other));
  }

  private String valueOf(Server server) {
    return values.apply(server.path()).orElse(server.text());
  }
}
