package io.github.mcpmigrate.recipes.handwritten;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openrewrite.java.tree.JavaSourceFile;

/** The server by hand of a module, and whether it moves. */
final class ServerModule {

  private static final String NO_CONTROLLER =
      "the recipes only move a controller of Spring that keeps SseEmitters by session id, all in one class";

  private final Map<Path, ServerFile> files;
  private final Map<Place, Finding> found;
  private final Optional<ServerFile> only;
  private final Optional<String> obstacle;

  ServerModule(Map<Path, ServerFile> files, EngineMove move, CallsElsewhere calls) {
    this.files = files;
    this.found = new Resolution(files.values()).findings();
    List<ServerFile> with =
        files.values().stream()
            .filter(
                file -> file.places().map(found::get).anyMatch(one -> one != null && one.isMcp()))
            .toList();
    only = with.size() == 1 ? Optional.of(with.get(0)) : Optional.empty();
    obstacle =
        with.isEmpty()
            ? Optional.empty()
            : only.flatMap(file -> file.server)
                .map(
                    server ->
                        server
                            .whyNot(move)
                            .or(() -> calls.of(server))
                            .or(() -> new RulesElsewhere(files, move).of(server, only.get())))
                .orElse(Optional.of(NO_CONTROLLER));
  }

  boolean isMoved() {
    return only.isPresent() && obstacle.isEmpty();
  }

  Optional<String> whyNot() {
    return obstacle;
  }

  Optional<EmitterServer> moved(Path file) {
    return isMoved() && files.get(file) == only.get() ? only.get().server : Optional.empty();
  }

  List<Finding> in(JavaSourceFile source) {
    ServerFile file = files.get(source.getSourcePath());
    return file == null || found.isEmpty()
        ? List.of()
        : file.places().filter(found::containsKey).map(found::get).toList();
  }
}
