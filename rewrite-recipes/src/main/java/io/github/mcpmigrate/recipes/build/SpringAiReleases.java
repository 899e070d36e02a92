package io.github.mcpmigrate.recipes.build;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.openrewrite.ExecutionContext;
import org.openrewrite.maven.MavenDownloadingException;
import org.openrewrite.maven.internal.MavenPomDownloader;
import org.openrewrite.maven.tree.GroupArtifact;
import org.openrewrite.maven.tree.ManagedDependency;
import org.openrewrite.maven.tree.MavenResolutionResult;
import org.openrewrite.semver.LatestRelease;

/**
 * Which release of Spring AI 1.1 a build can have: the repositories of a company, or a mirror, may
 * have the BOM of a release and not all of the modules that it names.
 */
public final class SpringAiReleases {

  private static final Comparator<String> ORDER =
      (one, other) -> new LatestRelease(null).compare(null, one, other);

  private SpringAiReleases() {}

  /**
   * The newest release of {@link SpringAiVersion#FIRST_LINE}'s line, up to that one, with which the
   * repositories of the modules list every artifact of Spring AI that the modules name, by its name
   * of today. An artifact that they do not list with any release of the line has no say.
   */
  public static String newest(Collection<MavenResolutionResult> modules, ExecutionContext ctx) {
    Map<GroupArtifact, List<String>> published = new HashMap<>();
    for (MavenResolutionResult module : modules) {
      // Without settings it would leave out Central.
      MavenPomDownloader repositories =
          new MavenPomDownloader(
              Map.of(), ctx, module.getMavenSettings(), module.getActiveProfiles());
      for (GroupArtifact artifact : named(module)) {
        published.computeIfAbsent(artifact, a -> releases(a, module, repositories));
      }
    }
    List<List<String>> known =
        published.values().stream().filter(releases -> !releases.isEmpty()).toList();
    return known.stream()
        .flatMap(List::stream)
        .filter(release -> known.stream().allMatch(releases -> releases.contains(release)))
        .max(ORDER)
        .orElse(SpringAiVersion.FIRST_LINE);
  }

  /** The artifacts of Spring AI that a module asks for, and the BOMs that it imports. */
  private static List<GroupArtifact> named(MavenResolutionResult module) {
    Stream<GroupArtifact> dependencies =
        module.getPom().getRequestedDependencies().stream()
            .map(
                dependency ->
                    new GroupArtifact(
                        dependency.getGroupId(),
                        SpringAiArtifacts.renamed(dependency.getArtifactId())
                            .orElse(dependency.getArtifactId())));
    Stream<GroupArtifact> imported =
        module.getPom().getRequested().getDependencyManagement().stream()
            .filter(ManagedDependency.Imported.class::isInstance)
            .map(bom -> new GroupArtifact(bom.getGroupId(), bom.getArtifactId()));
    return Stream.concat(dependencies, imported)
        .filter(artifact -> SpringAiVersion.GROUP.equals(artifact.getGroupId()))
        .distinct()
        .toList();
  }

  private static List<String> releases(
      GroupArtifact artifact, MavenResolutionResult module, MavenPomDownloader repositories) {
    return versions(artifact, module, repositories).orElse(List.of()).stream()
        .filter(SpringAiReleases::isOfTheLine)
        .toList();
  }

  private static Optional<List<String>> versions(
      GroupArtifact artifact, MavenResolutionResult module, MavenPomDownloader repositories) {
    try {
      return Optional.of(
          repositories
              .downloadMetadata(artifact, module.getPom(), module.getPom().getRepositories())
              .getVersioning()
              .getVersions());
    } catch (MavenDownloadingException e) {
      // No repository lists it: it has no say.
      return Optional.empty();
    }
  }

  private static boolean isOfTheLine(String version) {
    String line =
        SpringAiVersion.FIRST_LINE.substring(0, SpringAiVersion.FIRST_LINE.lastIndexOf('.') + 1);
    return version.startsWith(line)
        && !version.contains("-")
        && ORDER.compare(version, SpringAiVersion.FIRST_LINE) <= 0;
  }
}
