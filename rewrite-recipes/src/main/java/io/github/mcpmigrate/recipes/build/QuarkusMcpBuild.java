package io.github.mcpmigrate.recipes.build;

import static io.github.mcpmigrate.recipes.build.QuarkusMcpReleases.GROUP;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.SourceFile;
import org.openrewrite.Tree;
import org.openrewrite.gradle.marker.GradleProject;
import org.openrewrite.maven.tree.MavenResolutionResult;
import org.openrewrite.maven.tree.ResolvedDependency;

/**
 * What a build says of Quarkus' MCP server: where its version is written, and whether it can be had
 * with the artifact of 1.8 and later. All modules move or none: they often share the line that says
 * the version.
 */
public final class QuarkusMcpBuild implements ArtifactMoves {

  /**
   * An artifact of the server as a build file names it.
   *
   * @param manager who decides on the version, if the build file does not
   * @param managesHttp whether that one knows the artifact of today
   */
  private record Declared(
      String artifact,
      @Nullable String place,
      @Nullable String version,
      @Nullable String manager,
      boolean managesHttp) {}

  private final SdkVersions versions = new SdkVersions(null);
  private final Set<String> places = new HashSet<>();
  private final List<Declared> declared = new ArrayList<>();
  private final List<String> quarkus = new ArrayList<>();
  private final Set<String> quarkusPlaces = new HashSet<>();
  private final List<String> resolved = new ArrayList<>();
  private boolean broughtByOthers;
  private @Nullable String quarkusMcpBom;

  /** Takes in a build file; all else is passed over. */
  public void read(SourceFile source) {
    MavenResolutionResult pom =
        source.getMarkers().findFirst(MavenResolutionResult.class).orElse(null);
    boolean managesHttp =
        pom != null
            && pom.getPom().getDependencyManagement().stream()
                .anyMatch(
                    managed ->
                        GROUP.equals(managed.getGroupId())
                            && QuarkusMcpReleases.HTTP.equals(managed.getArtifactId()));
    int before = declared.size();
    LibraryDeclarations.read(source, GROUP, versions, one -> note(one, managesHttp), this::note);
    if (pom != null) {
      read(pom, before < declared.size());
    }
    source.getMarkers().findFirst(GradleProject.class).ifPresent(this::read);
  }

  private void note(SdkDependency one, boolean managesHttp) {
    places.add(one.place());
    if (QuarkusMcpReleases.isServer(one.artifact())) {
      declared.add(
          new Declared(one.artifact(), one.place(), one.version(), one.manager(), managesHttp));
    }
  }

  private void read(MavenResolutionResult pom, boolean declares) {
    boolean has =
        pom.findDependencies(GROUP, "quarkus-mcp-server-*", null).stream()
            .anyMatch(one -> QuarkusMcpReleases.isServer(one.getArtifactId()));
    broughtByOthers |= has && !declares;
    if (has || declares) {
      pom.findDependencies("io.quarkus", "quarkus-core", null).stream()
          .map(ResolvedDependency::getVersion)
          .forEach(quarkus::add);
    }
  }

  private void read(GradleProject project) {
    project
        .getConfigurations()
        .forEach(
            configuration -> {
              Stream.of("quarkus-mcp-server-sse", QuarkusMcpReleases.HTTP)
                  .map(artifact -> configuration.findResolvedDependency(GROUP, artifact))
                  .filter(Objects::nonNull)
                  .map(ResolvedDependency::getVersion)
                  .forEach(resolved::add);
              Optional.ofNullable(
                      configuration.findResolvedDependency("io.quarkus", "quarkus-core"))
                  .map(ResolvedDependency::getVersion)
                  .ifPresent(quarkus::add);
            });
  }

  private void note(GradleDependency dependency) {
    String place = dependency.place().orElse(null);
    String version = dependency.version();
    if (place != null && version != null && SdkReleases.isVersion(version)) {
      versions.written(place, version);
    }
    if (!concerns(dependency)) {
      dependency.place().ifPresent(versions::shared);
      if (dependency.group().startsWith("io.quarkus")
          && dependency.artifact().equals("quarkus-bom")
          && place != null) {
        quarkusPlaces.add(place);
      }
      return;
    }
    if (place != null) {
      places.add(place);
    }
    if (QuarkusMcpReleases.isServer(dependency.artifact())) {
      declared.add(new Declared(dependency.artifact(), place, null, null, true));
    } else if (dependency.artifact().endsWith("-bom") && place != null) {
      quarkusMcpBom = place;
    }
  }

  /** Whether a module has the server. */
  public boolean hasServer() {
    return !declared.isEmpty() || broughtByOthers || !resolved.isEmpty();
  }

  /** The oldest release of the server that a module has once the build has moved. */
  public Optional<String> version() {
    return obstacle().isPresent()
        ? written().reduce((one, other) -> SdkReleases.isNewer(one, other) ? other : one)
        : written()
            .map(version -> isOld(version) ? wanted().orElse(version) : version)
            .reduce((one, other) -> SdkReleases.isNewer(one, other) ? other : one);
  }

  private Stream<String> written() {
    return Stream.concat(
        declared.stream().map(this::version).flatMap(Optional::stream), resolved.stream());
  }

  private Optional<String> version(Declared one) {
    if (one.version() != null) {
      return Optional.of(one.version());
    }
    String place = one.place() == null ? quarkusMcpBom : one.place();
    return place == null
        ? resolved.stream().findFirst()
        : versions.version(place).or(() -> resolved.stream().findFirst());
  }

  private static boolean isOld(String version) {
    return !QuarkusMcpReleases.isSince(version, QuarkusMcpReleases.FIRST_HTTP);
  }

  /** Why the artifact keeps its old name, if it has to. */
  public Optional<String> obstacle() {
    return declared.stream().flatMap(one -> whyNot(one).stream()).findFirst();
  }

  private Optional<String> whyNot(Declared one) {
    String version = version(one).filter(SdkReleases::isVersion).orElse(null);
    if (version == null) {
      return QuarkusMcpReleases.renamed(one.artifact()).isEmpty()
          ? Optional.empty()
          : Optional.of(
              "which version of "
                  + one.artifact()
                  + " this build has is not written where these recipes can find it: from "
                  + QuarkusMcpReleases.FIRST_HTTP
                  + " on it is "
                  + QuarkusMcpReleases.HTTP);
    }
    if (!isOld(version)) {
      return one.manager() == null
              || one.managesHttp()
              || QuarkusMcpReleases.renamed(one.artifact()).isEmpty()
          ? Optional.empty()
          : Optional.of(
              one.manager() + " decides on the version, and knows no " + QuarkusMcpReleases.HTTP);
    }
    if (wanted().isEmpty()) {
      return Optional.of(
          one.artifact()
              + " "
              + version
              + " has to be raised to "
              + QuarkusMcpReleases.FIRST_HTTP
              + " or newer, whose releases are built for Quarkus 3.27 or newer; this build has "
              + oldestQuarkus().map("Quarkus "::concat).orElse("one that cannot be told"));
    }
    String place = one.place() == null ? quarkusMcpBom : one.place();
    if (place == null || !versions.isWritten(place)) {
      return Optional.of(
          one.artifact()
              + " "
              + version
              + " comes from "
              + (one.manager() == null ? "outside this build" : one.manager())
              + ": it has to be "
              + QuarkusMcpReleases.FIRST_HTTP
              + " or newer, then run again");
    }
    return versions.isShared(place)
        ? Optional.of(
            "the version of "
                + one.artifact()
                + ", "
                + version
                + ", is one for other artifacts, too: give it one of its own, "
                + wanted().get()
                + ", then run again")
        : Optional.empty();
  }

  private Optional<String> oldestQuarkus() {
    Stream<String> platform =
        Stream.concat(
                quarkusPlaces.stream(), Stream.of(SdkVersions.named("quarkusPlatformVersion")))
            .flatMap(place -> versions.version(place).stream());
    return Stream.concat(quarkus.stream(), platform)
        .filter(SdkReleases::isVersion)
        .reduce((one, other) -> SdkReleases.isNewer(one, other) ? other : one);
  }

  private Optional<String> wanted() {
    return oldestQuarkus().flatMap(QuarkusMcpReleases::newest);
  }

  @Override
  public boolean concerns(GradleDependency dependency) {
    return GROUP.equals(dependency.group());
  }

  @Override
  public Optional<String> renamed(String artifact) {
    return obstacle().isPresent() ? Optional.empty() : QuarkusMcpReleases.renamed(artifact);
  }

  @Override
  public Optional<String> target(String place) {
    return places.contains(place)
            && rises()
            && versions.isWritten(place)
            && !versions.isShared(place)
            && versions.version(place).filter(QuarkusMcpBuild::isOld).isPresent()
        ? wanted()
        : Optional.empty();
  }

  @Override
  public Optional<String> target(GradleDependency dependency) {
    return dependency.version() == null
        ? Optional.empty()
        : dependency.place().flatMap(this::target);
  }

  private boolean rises() {
    return obstacle().isEmpty() && written().anyMatch(QuarkusMcpBuild::isOld);
  }

  /** A build file with the artifact of today, at a version that has it. */
  public SourceFile edit(SourceFile source, ExecutionContext ctx) {
    if (declared.isEmpty() || obstacle().isPresent()) {
      return source;
    }
    Tree edited = source;
    if (source.getMarkers().findFirst(MavenResolutionResult.class).isPresent()) {
      edited = new QuarkusMcpPomEditor(this).visitNonNull(source, ctx);
    } else if (GradleProperties.isScript(source)) {
      edited = new GradleArtifactEditor(this).visitNonNull(source, ctx);
    } else if (CatalogTables.isCatalog(source)) {
      edited = new CatalogArtifactEditor(this).visitNonNull(source, ctx);
    } else if (GradleProperties.are(source)) {
      edited = GradleProperties.editor(this::target).visitNonNull(source, ctx);
    }
    return (SourceFile) edited;
  }
}
