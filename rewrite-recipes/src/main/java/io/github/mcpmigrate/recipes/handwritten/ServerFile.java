package io.github.mcpmigrate.recipes.handwritten;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What a file has that may belong to a server by hand. */
final class ServerFile {

  final List<Handler> handlers = new ArrayList<>();
  final List<SessionField> fields = new ArrayList<>();

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
