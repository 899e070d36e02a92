package io.github.mcpmigrate.recipes.handwritten;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openrewrite.java.tree.JavaSourceFile;

/** The server by hand of a module, and whether it moves. */
final class ServerModule {

  private static final String NOT_SUCH =
      "the recipes only move a controller of Spring that keeps SseEmitters by session id, all in one class, or a servlet with a "
          + "transport of its own for each client, as in the TypeScript SDK's example";

  private final Map<Path, ServerFile> files;
  private final Map<Place, Finding> found;
  private final Optional<Path> controller;
  private final Optional<TransportServer> transports;
  private final Optional<String> obstacle;

  ServerModule(
      Map<Path, ServerFile> files, EngineMove move, CallsElsewhere calls, TransportUsers users) {
    Resolution resolution = new Resolution(files.values());
    this.files = files;
    this.found = resolution.findings();
    List<Path> with =
        files.entrySet().stream()
            .filter(file -> isOfServer(file.getValue()))
            .map(Map.Entry::getKey)
            .toList();
    RulesElsewhere rules = new RulesElsewhere(files, move);
    controller =
        with.size() == 1 && files.get(with.get(0)).server.isPresent()
            ? Optional.of(with.get(0))
            : Optional.empty();
    transports =
        controller.isEmpty() && resolution.transports().size() == 1
            ? TransportServer.around(resolution.transports().iterator().next(), users)
            : Optional.empty();
    if (with.isEmpty()) {
      obstacle = Optional.empty();
    } else if (controller.isPresent()) {
      EmitterServer server = files.get(controller.get()).server.orElseThrow();
      obstacle =
          server
              .whyNot(move)
              .or(() -> calls.of(server))
              .or(() -> rules.of(server.ssePath(), server.messagePath(), Set.of(controller.get())));
    } else {
      obstacle =
          transports.isEmpty()
              ? Optional.of(NOT_SUCH)
              : rules.of(
                  Optional.of(transports.get().registration().ssePath()),
                  Optional.of(transports.get().servlet().messagePath()),
                  transports.get().files());
    }
  }

  private boolean isOfServer(ServerFile file) {
    return file.places().map(found::get).anyMatch(one -> one != null && one.isMcp());
  }

  boolean isMoved() {
    return obstacle.isEmpty() && (controller.isPresent() || transports.isPresent());
  }

  Optional<String> whyNot() {
    return obstacle;
  }

  /** The controller of a file, if it moves. */
  Optional<EmitterServer> controllerIn(Path file) {
    return controller
        .filter(path -> isMoved() && path.equals(file))
        .flatMap(path -> files.get(path).server);
  }

  /** The server with transports, if it moves. */
  Optional<TransportServer> transports() {
    return isMoved() ? transports : Optional.empty();
  }

  List<Finding> in(JavaSourceFile source) {
    ServerFile file = files.get(source.getSourcePath());
    return file == null || found.isEmpty()
        ? List.of()
        : file.places().filter(found::containsKey).map(found::get).toList();
  }
}
