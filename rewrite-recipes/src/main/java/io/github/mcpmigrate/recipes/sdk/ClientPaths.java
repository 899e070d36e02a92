package io.github.mcpmigrate.recipes.sdk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the sources say about the strings that clients are given: as base URL, and as path of the
 * HTTP+SSE endpoint.
 */
final class ClientPaths {

  /** What a string is for. */
  enum Role {
    BASE,
    ENDPOINT
  }

  /**
   * A string that is handed to a client.
   *
   * @param statement where a comment on it belongs
   * @param expression the argument
   * @param base the base URL that the endpoint is appended to; null if it replaces the base's path
   */
  record Place(Role role, UUID statement, UUID expression, Origin origin, @Nullable Origin base) {}

  private final Map<String, List<Origin>> declared = new HashMap<>();
  private final Map<String, Set<UUID>> uses = new HashMap<>();
  private final Set<String> usedElsewhere = new HashSet<>();
  private final Set<String> methodsUsedElsewhere = new HashSet<>();
  private final Map<String, List<List<Origin>>> calls = new HashMap<>();
  private final Map<String, String> parameters = new HashMap<>();

  /** A variable has this value, among others if it is told more than once. */
  void declare(String variable, Origin origin) {
    declared.computeIfAbsent(variable, v -> new ArrayList<>()).add(origin);
  }

  /** A variable is the parameter at {@code index} of a method. */
  void declareParameter(String variable, String method, int index) {
    parameters.put(variable, method + "#" + index);
  }

  void call(String method, List<Origin> args) {
    calls.computeIfAbsent(method, m -> new ArrayList<>()).add(args);
  }

  void use(String variable, UUID use) {
    uses.computeIfAbsent(variable, v -> new HashSet<>()).add(use);
  }

  /** A file that is not looked into uses these. */
  void useElsewhere(Set<String> variables, Set<String> methods) {
    usedElsewhere.addAll(variables);
    methodsUsedElsewhere.addAll(methods);
  }

  /** Every place where the variable gets its value from; not known to be all if one is unknown. */
  List<Origin> originsOf(String variable) {
    List<Origin> origins = new ArrayList<>(declared.getOrDefault(variable, List.of()));
    String parameter = parameters.get(variable);
    if (parameter != null) {
      int hash = parameter.lastIndexOf('#');
      String method = parameter.substring(0, hash);
      int index = Integer.parseInt(parameter.substring(hash + 1));
      List<List<Origin>> known = calls.getOrDefault(method, List.of());
      for (List<Origin> args : known) {
        origins.add(index < args.size() ? args.get(index) : new Origin.Unknown());
      }
      if (methodsUsedElsewhere.contains(method) || known.isEmpty()) {
        origins.add(new Origin.Unknown());
      }
    }
    return origins.isEmpty() ? List.of(new Origin.Unknown()) : origins;
  }

  /** The uses that are handed to clients in one role, by variable. */
  Map<String, Set<UUID>> usesAs(Role role, List<Place> places) {
    Map<String, Set<UUID>> found = new HashMap<>();
    places.stream()
        .filter(place -> place.role() == role)
        .forEach(place -> follow(place.origin(), found));
    return found;
  }

  private void follow(Origin origin, Map<String, Set<UUID>> found) {
    if (origin instanceof Origin.Name name) {
      boolean first = !found.containsKey(name.variable());
      found.computeIfAbsent(name.variable(), v -> new HashSet<>()).add(name.use());
      if (first) {
        originsOf(name.variable()).forEach(next -> follow(next, found));
      }
    } else if (origin instanceof Origin.Joined joined) {
      follow(joined.last(), found);
    } else if (origin instanceof Origin.AnyOf any) {
      any.origins().forEach(next -> follow(next, found));
    }
  }

  /** Whether a variable is used for nothing else than what {@code known} lists. */
  boolean isUsedOnly(String variable, Map<String, Set<UUID>> known) {
    return !usedElsewhere.contains(variable)
        && known
            .getOrDefault(variable, Set.of())
            .containsAll(uses.getOrDefault(variable, Set.of()));
  }

  /** The one value that a string can have, if that is written down. */
  Optional<String> valueOf(@Nullable Origin origin) {
    return valueOf(origin, new HashSet<>());
  }

  private Optional<String> valueOf(@Nullable Origin origin, Set<String> seen) {
    if (origin instanceof Origin.Text text) {
      return Optional.of(text.value());
    }
    if (origin instanceof Origin.Name name && seen.add(name.variable())) {
      List<Origin> origins = originsOf(name.variable());
      return origins.size() == 1 ? valueOf(origins.get(0), seen) : Optional.empty();
    }
    return Optional.empty();
  }
}
