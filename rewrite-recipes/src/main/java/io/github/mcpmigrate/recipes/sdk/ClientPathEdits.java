package io.github.mcpmigrate.recipes.sdk;

import io.github.mcpmigrate.recipes.sdk.ClientPaths.Place;
import io.github.mcpmigrate.recipes.sdk.ClientPaths.Role;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What has to become of the strings that clients are given, for the move to Streamable HTTP. */
final class ClientPathEdits {

  private final ClientPaths paths;
  private final ClientEndpoint endpoint;
  private final ConfiguredValues configured;
  private final Map<Role, Map<String, Set<UUID>>> usesByRole;
  private final Map<UUID, String> literals = new HashMap<>();
  private final Map<UUID, String> inlined = new HashMap<>();
  private final Set<UUID> shortened = new HashSet<>();
  private final Map<String, Role> settings = new HashMap<>();
  private final Map<UUID, Place> unknown = new LinkedHashMap<>();

  /**
   * @param places of the clients that move
   * @param configured what the project's configuration files say
   */
  ClientPathEdits(
      ClientPaths paths, ClientEndpoint endpoint, List<Place> places, ConfiguredValues configured) {
    this.paths = paths;
    this.endpoint = endpoint;
    this.configured = configured;
    this.usesByRole =
        Map.of(
            Role.BASE, paths.usesAs(Role.BASE, places),
            Role.ENDPOINT, paths.usesAs(Role.ENDPOINT, places));
    places.forEach(
        place -> {
          if (!decide(place.origin(), place, new HashSet<>()) && place.role() == Role.ENDPOINT) {
            unknown.put(place.expression(), place);
          }
        });
  }

  /** New values of string literals. */
  Map<UUID, String> literals() {
    return literals;
  }

  /** Literals that take the place of names, because others use what is behind the name. */
  Map<UUID, String> inlined() {
    return inlined;
  }

  /** Concatenations of which only the left side remains. */
  Set<UUID> shortened() {
    return shortened;
  }

  /** Configuration keys whose values follow. */
  Map<String, Role> settings() {
    return settings;
  }

  /** What a configuration value has to become; empty to leave it. */
  Optional<String> valueOf(String key, String value) {
    Role role = settings.get(key);
    if (role == null) {
      return Optional.empty();
    }
    return role == Role.BASE ? shortBase(value) : endpoint.of(value);
  }

  private static Optional<String> shortBase(String value) {
    String base = ClientEndpoint.base(value);
    return base.equals(value) || !value.contains("://") ? Optional.empty() : Optional.of(base);
  }

  /** The endpoints that nobody can tell from the code, by their expressions. */
  Map<UUID, Place> unknown() {
    return unknown;
  }

  boolean isEmpty() {
    return literals.isEmpty() && inlined.isEmpty() && shortened.isEmpty();
  }

  /** Whether it is certain that the string will be right. */
  private boolean decide(Origin origin, Place place, Set<String> seen) {
    if (origin instanceof Origin.Text text) {
      Optional<String> moved = moved(text.value(), place);
      moved.ifPresent(value -> literals.put(text.literal(), value));
      return moved.isPresent();
    }
    if (origin instanceof Origin.Joined joined) {
      if (place.role() == Role.BASE
          && joined.last() instanceof Origin.Text text
          && ClientEndpoint.base(text.value()).isEmpty()) {
        shortened.add(joined.binary());
        return true;
      }
      return decide(joined.last(), place, seen);
    }
    if (origin instanceof Origin.AnyOf any) {
      boolean certain = true;
      for (Origin each : any.origins()) {
        certain &= decide(each, place, seen);
      }
      return certain;
    }
    if (origin instanceof Origin.Setting setting) {
      return decideSetting(setting, place);
    }
    return origin instanceof Origin.Name name && decideName(name, place, seen);
  }

  private boolean decideName(Origin.Name name, Place place, Set<String> seen) {
    if (!seen.add(name.variable())) {
      return true;
    }
    if (paths.isUsedOnly(name.variable(), usesByRole.get(place.role()))) {
      boolean certain = true;
      for (Origin each : paths.originsOf(name.variable())) {
        certain &= decide(each, place, seen);
      }
      return certain;
    }
    Optional<String> moved =
        place.role() == Role.BASE
            ? Optional.empty()
            : paths.valueOf(name).flatMap(value -> moved(value, place));
    moved.ifPresent(value -> inlined.put(name.use(), value));
    return moved.isPresent();
  }

  private boolean decideSetting(Origin.Setting setting, Place place) {
    boolean ours = !isOfFramework(setting.key());
    if (ours && setting.literal() != null && setting.byDefault() != null) {
      moved(setting.byDefault(), place)
          .ifPresent(
              value -> literals.put(setting.literal(), "${" + setting.key() + ":" + value + "}"));
    }
    List<String> values = configured.valuesOf(setting.key());
    if (!ours || values.isEmpty()) {
      return ours && setting.byDefault() != null && moved(setting.byDefault(), place).isPresent();
    }
    settings.put(setting.key(), place.role());
    return values.stream().allMatch(value -> moved(value, place).isPresent());
  }

  /** Settings that a framework reads itself do not change their meaning for a client's sake. */
  private static boolean isOfFramework(String key) {
    return key.startsWith("spring.") || key.startsWith("quarkus.") || key.startsWith("server.");
  }

  private Optional<String> moved(String value, Place place) {
    if (place.role() == Role.BASE) {
      return shortBase(value);
    }
    String prefix = paths.valueOf(place.base()).map(ClientEndpoint::pathOf).orElse("");
    return endpoint.of(value).map(path -> prefix + path);
  }
}
