package io.github.mcpmigrate.recipes.handwritten;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a file has that may belong to a server by hand. */
final class ServerFile {

  final List<Handler> handlers = new ArrayList<>();
  final List<SessionField> fields = new ArrayList<>();

  /** The strings that begin with a slash. */
  final Set<String> paths = new HashSet<>();

  /** What can perhaps be moved. */
  Optional<EmitterServer> server = Optional.empty();

  /** All of it, in the order of the file. */
  Stream<Place> places() {
    return Stream.concat(
            fields.stream().map(SessionField::place),
            handlers.stream()
                .flatMap(
                    handler ->
                        Stream.concat(Stream.of(handler.place), handler.dispatches.stream())))
        .distinct()
        .sorted(Comparator.comparingInt(Place::line).thenComparingInt(Place::column));
  }
}
