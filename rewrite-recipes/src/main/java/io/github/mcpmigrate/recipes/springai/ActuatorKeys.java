package io.github.mcpmigrate.recipes.springai;

import io.github.mcpmigrate.recipes.configuration.KeyPath;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.openrewrite.SourceFile;

/** Keys by which an application has Spring Boot's health endpoint elsewhere, or not at all. */
public final class ActuatorKeys {

  private static final List<KeyPath> ELSEWHERE =
      Stream.of(
              "management.server",
              "management.endpoints.web.base-path",
              "management.endpoints.web.path-mapping",
              "management.endpoints.web.discovery",
              "management.endpoints.enabled-by-default",
              "management.endpoints.access",
              "management.endpoint.health.enabled",
              "management.endpoint.health.access",
              "management.endpoint.health.probes",
              "management.endpoint.health.group",
              "management.health.probes",
              "spring.main.cloud-platform")
          .map(KeyPath::of)
          .toList();

  private static final KeyPath EXPOSURE = KeyPath.of("management.endpoints.web.exposure");
  private static final KeyPath INCLUDE = EXPOSURE.then("include");

  private ActuatorKeys() {}

  /** Why nobody can tell where the endpoint is of an application that a file configures. */
  public static Optional<String> whyElsewhere(SourceFile source) {
    return ConfigurationFile.of(source)
        .filter(file -> !file.test())
        .flatMap(
            file ->
                file.documents().stream()
                    .flatMap(document -> document.values().entrySet().stream())
                    .filter(entry -> moves(entry.getKey(), entry.getValue()))
                    .map(entry -> entry.getKey() + " is set")
                    .findFirst());
  }

  private static boolean moves(KeyPath key, String value) {
    if (key.startsWith(EXPOSURE)) {
      return !key.startsWith(INCLUDE)
          || Stream.of(value.toLowerCase(Locale.ROOT).split("[,\\s]+"))
              .noneMatch(name -> name.equals("*") || name.equals("health"));
    }
    return ELSEWHERE.stream().anyMatch(key::startsWith);
  }
}
