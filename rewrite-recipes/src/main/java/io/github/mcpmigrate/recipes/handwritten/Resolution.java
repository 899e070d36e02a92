package io.github.mcpmigrate.recipes.handwritten;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts together what the files of a module say. */
final class Resolution {

  private final List<Handler> handlers;
  private final List<SessionField> fields;
  private final Map<Place, Finding> found = new LinkedHashMap<>();
  private final Set<String> transports = new HashSet<>();

  Resolution(Iterable<ServerFile> files) {
    handlers = new ArrayList<>();
    fields = new ArrayList<>();
    for (ServerFile file : files) {
      handlers.addAll(file.handlers);
      fields.addAll(file.fields);
    }
  }

  Map<Place, Finding> findings() {
    Set<String> writers =
        handlers.stream()
            .filter(handler -> handler.namesEvents && !handler.key.isEmpty())
            .map(handler -> handler.key)
            .collect(Collectors.toSet());
    List<Handler> streams =
        handlers.stream()
            .filter(
                handler ->
                    handler.opens
                        || handler.opensAsInArticles()
                        || handler.askedToOpen.stream().anyMatch(writers::contains))
            .toList();
    // A stream is no other one's POST handler, whatever it knows of session ids.
    Set<Place> taken = streams.stream().map(stream -> stream.place).collect(Collectors.toSet());
    for (Handler stream : streams) {
      List<SessionField> sessions = sessionsOf(stream);
      if (sessions.stream().anyMatch(field -> field.value().equals(stream.owner))) {
        transports.add(stream.owner);
      }
      List<Handler> posts = postsOf(stream, sessions, taken);
      add(Role.STREAM, stream.place, !posts.isEmpty());
      sessions.forEach(session -> add(Role.SESSIONS, session.place(), !posts.isEmpty()));
      posts.forEach(this::addPost);
    }
    return found;
  }

  /** The classes of streams that others keep by session id, once there are findings. */
  Set<String> transports() {
    return transports;
  }

  private void add(Role role, Place place, boolean isMcp) {
    found.merge(place, new Finding(role, place, isMcp), (one, other) -> one.isMcp() ? one : other);
  }

  private void addPost(Handler post) {
    add(Role.POST, post.place, true);
    if (post.dispatches.size() == 1) {
      add(Role.DISPATCH, post.dispatches.get(0), true);
    }
  }

  /** What it fills; else what holds its class; else what holds streams. */
  private List<SessionField> sessionsOf(Handler stream) {
    return Stream.<Predicate<SessionField>>of(
            field -> stream.fills.contains(field.key()),
            field -> field.isById() && field.value().equals(stream.owner),
            field -> field.ofStreams() && field.owner().equals(stream.owner),
            field -> field.ofStreams() && field.isById())
        .map(condition -> fields.stream().filter(condition).toList())
        .filter(some -> !some.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private List<Handler> postsOf(Handler stream, List<SessionField> sessions, Set<Place> taken) {
    Set<String> keys = new HashSet<>();
    Set<String> owners = new HashSet<>(Set.of(stream.owner));
    for (SessionField session : sessions) {
      keys.add(session.key());
      owners.add(session.owner());
    }
    List<Handler> near =
        handlers.stream()
            .filter(handler -> !taken.contains(handler.place) && !handler.isOtherRequest)
            .filter(
                handler ->
                    owners.contains(handler.owner)
                        || handler.reads.stream().anyMatch(keys::contains)
                        || packageOf(handler.owner).equals(packageOf(stream.owner)))
            .toList();
    List<Handler> withId = near.stream().filter(handler -> handler.readsSessionId).toList();
    return withId.isEmpty()
        ? near.stream().filter(handler -> handler.isPost && owners.contains(handler.owner)).toList()
        : withId;
  }

  private static String packageOf(String type) {
    return type.substring(0, Math.max(0, type.lastIndexOf('.')));
  }
}
