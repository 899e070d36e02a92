package io.github.mcpmigrate.recipes.build;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openrewrite.java.marker.JavaProject;

/**
 * Where the builds of a project say which version of the MCP Java SDK they use, gathered before
 * anything is edited.
 *
 * <p>A version is written once and often meant for several artifacts: a property, a BOM, an entry
 * of a version catalog. Not every artifact was released with every version, so the artifacts that
 * share one decide together where it goes.
 */
public final class SdkVersions {

  /** The artifacts that get their version from one place. */
  private static final class Place {
    private final Set<String> artifacts = new TreeSet<>();
    private @Nullable String version;
    private boolean written;
    private boolean shared;
  }

  private final Map<String, Place> places = new HashMap<>();
  private final Set<String> managedByBom = new TreeSet<>();
  private final Set<JavaProject> jackson2 = new HashSet<>();
  private final @Nullable String sdkVersion;
  private boolean jackson2WithoutProject;

  /**
   * @param sdkVersion the version to move to, or null for the newest of each line
   */
  SdkVersions(@Nullable String sdkVersion) {
    this.sdkVersion = sdkVersion;
  }

  /** The place of a version that is written where it is used. */
  static String literal(String artifact, String version) {
    return "literal " + artifact + ":" + version;
  }

  /** The place of a version that has a name. */
  static String named(String name) {
    return "named " + name;
  }

  /** A Gradle build declares a dependency. */
  void note(GradleDependency dependency) {
    if (!dependency.isSdk()) {
      dependency.place().ifPresent(this::shared);
    } else if (dependency.place().isEmpty()) {
      useOfBom(dependency.artifact());
    } else {
      String place = dependency.place().get();
      use(place, dependency.artifact(), dependency.version());
      if (dependency.version() != null && SdkReleases.isVersion(dependency.version())) {
        written(place, dependency.version());
      }
    }
  }

  /** An artifact of the SDK gets its version from a place. */
  void use(String place, String artifact, @Nullable String version) {
    Place used = place(place);
    used.artifacts.add(artifact);
    if (!used.written && version != null && SdkReleases.isVersion(version)) {
      used.version = version;
    }
  }

  /** An artifact of the SDK gets its version from the SDK's BOM, wherever that is imported. */
  void useOfBom(String artifact) {
    managedByBom.add(artifact);
  }

  /** Where the version of the SDK's BOM is written, if one is imported. */
  Optional<String> bomPlace() {
    return places.entrySet().stream()
        .filter(place -> place.getValue().artifacts.contains("mcp-bom"))
        .map(Map.Entry::getKey)
        .sorted()
        .findFirst();
  }

  /** The version that a place says; empty if it cannot be told. */
  Optional<String> version(String place) {
    return Optional.ofNullable(place(place).version);
  }

  /** The place can be edited; what it says counts, whatever a module was resolved with. */
  void written(String place, String version) {
    Place written = place(place);
    written.written = true;
    written.version = version;
  }

  /** Something that is not of the SDK gets its version from there, too. */
  void shared(String place) {
    place(place).shared = true;
  }

  /** Code of a project uses Jackson 2 itself. */
  void usesJackson2(@Nullable JavaProject project) {
    if (project == null) {
      jackson2WithoutProject = true;
    } else {
      jackson2.add(project);
    }
  }

  /** Whether the code of a project uses Jackson 2 itself; null stands for any project. */
  boolean hasJackson2(@Nullable JavaProject project) {
    return jackson2WithoutProject
        || (project == null ? !jackson2.isEmpty() : jackson2.contains(project));
  }

  boolean isShared(String place) {
    return place(place).shared;
  }

  /** Whether some place of this build that can be edited says this version. */
  boolean isWrittenSomewhere(String version) {
    return places.values().stream()
        .anyMatch(
            place -> place.written && version.equals(place.version) && !place.artifacts.isEmpty());
  }

  boolean isWritten(String place) {
    return place(place).written;
  }

  /** What a place has to say for its artifacts to move; empty if it stays as it is. */
  Optional<String> target(String place) {
    Place found = place(place);
    if (found.shared) {
      return Optional.empty();
    }
    Set<String> artifacts = new TreeSet<>(found.artifacts);
    if (artifacts.contains("mcp-bom")) {
      artifacts.addAll(managedByBom);
    }
    return target(found.version, artifacts);
  }

  /** What an artifact that has a version to itself moves to; empty if it stays as it is. */
  Optional<String> target(@Nullable String version, String artifact) {
    return target(version, Set.of(artifact));
  }

  private Optional<String> target(@Nullable String version, Set<String> artifacts) {
    if (version == null || artifacts.isEmpty() || !SdkReleases.isNewer(wanted(version), version)) {
      return Optional.empty();
    }
    String wanted = wanted(version);
    Set<String> staying =
        artifacts.stream()
            .flatMap(artifact -> becomes(artifact, wanted))
            .collect(Collectors.toUnmodifiableSet());
    return SdkReleases.newest(wanted, staying)
        .filter(newest -> SdkReleases.isNewer(newest, version));
  }

  /** The artifacts of the SDK's group that stand for one of it in a version. */
  private static Stream<String> becomes(String artifact, String version) {
    if (SdkReleases.isSpring(artifact) && SdkReleases.isSince1(version)) {
      return Stream.empty();
    }
    return Stream.of(artifact.equals("mcp-json") ? "mcp-core" : artifact);
  }

  /** What an SDK of the given version moves to, were all artifacts released with all versions. */
  String wanted(String version) {
    return sdkVersion != null ? sdkVersion : SdkReleases.newestOfLine(version);
  }

  private Place place(String name) {
    return places.computeIfAbsent(name, key -> new Place());
  }
}
