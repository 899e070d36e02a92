package io.github.mcpmigrate.recipes.build;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openrewrite.Cursor;
import org.openrewrite.maven.tree.ManagedDependency;
import org.openrewrite.maven.tree.MavenResolutionResult;
import org.openrewrite.maven.tree.ResolvedManagedDependency;
import org.openrewrite.maven.tree.ResolvedPom;
import org.openrewrite.xml.tree.Xml;

/**
 * A dependency on the SDK in a pom, its entry in {@code dependencyManagement}, or an import of its
 * BOM.
 *
 * @param place where its version is written
 * @param version the version itself; null if it cannot be told
 * @param manager what decides on the version, for a reader; null if the tag itself does
 * @param fromBom whether that is a BOM
 */
record SdkDependency(
    String artifact,
    String place,
    @Nullable String version,
    @Nullable String manager,
    boolean fromBom) {

  private static final int LONGEST_CHAIN = 10;
  private static final Set<String> OWNERS = Set.of("project", "profile", "dependencyManagement");

  /** Whether a tag holds the dependencies of a project, not those of a plugin. */
  static boolean isDependencies(Cursor tag) {
    return tag.getValue() instanceof Xml.Tag dependencies
        && "dependencies".equals(dependencies.getName())
        && tag.getParentTreeCursor().getValue() instanceof Xml.Tag owner
        && OWNERS.contains(owner.getName());
  }

  /** The dependency that a tag declares, if it is one on the SDK. */
  static Optional<SdkDependency> of(Xml.Tag tag, MavenResolutionResult pom) {
    return of(tag, pom, SdkReleases.GROUP);
  }

  /** The dependency that a tag declares, if it is one on an artifact of a group. */
  static Optional<SdkDependency> of(Xml.Tag tag, MavenResolutionResult pom, String group) {
    String artifact = tag.getChildValue("artifactId").orElse(null);
    if (artifact == null || !group.equals(value(tag, "groupId", pom))) {
      return Optional.empty();
    }
    String version = tag.getChildValue("version").map(String::trim).orElse(null);
    return Optional.of(
        version == null
            ? managed(group, artifact, pom)
            : new SdkDependency(
                artifact, place(artifact, version, pom), resolve(version, pom), null, false));
  }

  private static @Nullable String value(Xml.Tag tag, String child, MavenResolutionResult pom) {
    return tag.getChildValue(child).map(value -> resolve(value.trim(), pom)).orElse(null);
  }

  private static SdkDependency managed(String group, String artifact, MavenResolutionResult pom) {
    ResolvedManagedDependency manager =
        pom.getPom().getDependencyManagement().stream()
            .filter(
                managed ->
                    group.equals(managed.getGroupId()) && artifact.equals(managed.getArtifactId()))
            .findFirst()
            .orElse(null);
    if (manager == null) {
      return new SdkDependency(artifact, "nowhere", null, "a place that cannot be found", false);
    }
    if (manager.getBomGav() == null) {
      return managed(artifact, manager, artifact, manager.getRequested(), pom);
    }
    ManagedDependency bom = manager.getRequestedBom();
    if (bom != null && group.equals(manager.getBomGav().getGroupId())) {
      return managed(artifact, manager, manager.getBomGav().getArtifactId(), bom, pom);
    }
    String gav =
        manager.getBomGav().getGroupId()
            + ":"
            + manager.getBomGav().getArtifactId()
            + ":"
            + manager.getBomGav().getVersion();
    return new SdkDependency(artifact, "bom " + gav, manager.getVersion(), gav, true);
  }

  private static SdkDependency managed(
      String artifact,
      ResolvedManagedDependency manager,
      String writtenFor,
      ManagedDependency requested,
      MavenResolutionResult pom) {
    String version = requested.getVersion();
    return new SdkDependency(
        artifact,
        version == null ? "nowhere" : place(writtenFor, version, pom),
        manager.getVersion(),
        "the dependencyManagement of a parent",
        manager.getBomGav() != null);
  }

  private static String place(String artifact, String version, MavenResolutionResult pom) {
    return property(version, pom.getPom())
        .map(SdkVersions::named)
        .orElseGet(() -> SdkVersions.literal(artifact, version));
  }

  /** The property that a value comes from, behind those that only hand it on. */
  static Optional<String> property(String value, ResolvedPom pom) {
    String name = null;
    String text = value.trim();
    for (int i = 0; i < LONGEST_CHAIN && text != null && isReference(text); i++) {
      name = text.substring(2, text.length() - 1);
      String next = pom.getProperties().get(name);
      text = next == null ? null : next.trim();
    }
    return Optional.ofNullable(name);
  }

  private static boolean isReference(String text) {
    return text.startsWith("${") && text.indexOf('}') == text.length() - 1;
  }

  private static @Nullable String resolve(String value, MavenResolutionResult pom) {
    return value.contains("${") ? pom.getPom().getValue(value) : value;
  }
}
