package io.github.mcpmigrate.recipes.build;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openrewrite.ExecutionContext;
import org.openrewrite.InMemoryExecutionContext;
import org.openrewrite.SourceFile;
import org.openrewrite.Tree;
import org.openrewrite.java.marker.JavaProject;
import org.openrewrite.toml.tree.Toml;

/** What the Gradle files of a build say of Spring AI, and where they say which release it is. */
final class SpringAiInGradle implements ArtifactMoves {

  private static final String BOM = "spring-ai-bom";

  private final Map<String, String> versions = new HashMap<>();
  private final Set<String> shared = new HashSet<>();
  private final Map<String, GradleDependency> libraries = new LinkedHashMap<>();
  private final Map<Optional<JavaProject>, Set<GradleDependency>> declared = new LinkedHashMap<>();
  private final Map<Optional<JavaProject>, Set<String>> aliases = new LinkedHashMap<>();
  private final Map<String, List<String>> bundles = new HashMap<>();
  private final Set<ForOthers> forOthers = new LinkedHashSet<>();

  /**
   * What a script declares for other projects than its own.
   *
   * @param by its own
   * @param alias that of a library or bundle; empty for coordinates
   * @param dependency empty for an alias
   */
  private record ForOthers(
      Optional<JavaProject> by, Optional<String> alias, Optional<GradleDependency> dependency) {}

  /** Takes in a file if it is one of a Gradle build. */
  void read(SourceFile source) {
    ExecutionContext ctx = new InMemoryExecutionContext();
    Optional<JavaProject> project = source.getMarkers().findFirst(JavaProject.class);
    if (GradleProperties.isScript(source)) {
      Set<String> used = aliases.computeIfAbsent(project, key -> new LinkedHashSet<>());
      new GradleScanner(
              (dependency, scope) -> note(project, dependency, scope),
              versions::put,
              (alias, scope) -> {
                if (scope != GradleScanner.Scope.SUBPROJECTS) {
                  used.add(alias);
                }
                if (scope != GradleScanner.Scope.PROJECT) {
                  forOthers.add(new ForOthers(project, Optional.of(alias), Optional.empty()));
                }
              })
          .visit((Tree) source, ctx);
    } else if (CatalogTables.isCatalog(source)) {
      catalog(source).visit((Tree) source, ctx);
    } else if (GradleProperties.are(source)) {
      GradleProperties.scanner(versions::put).visit((Tree) source, ctx);
    }
  }

  private CatalogTables catalog(SourceFile source) {
    return new CatalogTables() {
      @Override
      Toml.KeyValue visitVersion(Toml.KeyValue entry, String place, String version) {
        versions.put(place, version);
        return entry;
      }

      @Override
      Toml.KeyValue visitLibrary(Toml.KeyValue entry, GradleDependency library) {
        noteVersion(library);
        libraries.put(alias(source, entry), library);
        return entry;
      }

      @Override
      void visitBundle(Toml.KeyValue entry, List<String> keys) {
        bundles.put(
            alias(source, "bundles." + key(entry)),
            keys.stream().map(key -> alias(source, key)).toList());
      }
    };
  }

  private void note(
      Optional<JavaProject> project, GradleDependency dependency, GradleScanner.Scope scope) {
    noteVersion(dependency);
    if (scope != GradleScanner.Scope.SUBPROJECTS) {
      declared.computeIfAbsent(project, key -> new LinkedHashSet<>()).add(dependency);
    }
    if (scope != GradleScanner.Scope.PROJECT) {
      forOthers.add(new ForOthers(project, Optional.empty(), Optional.of(dependency)));
    }
  }

  private void noteVersion(GradleDependency dependency) {
    if (!isSpringAi(dependency)) {
      dependency.place().ifPresent(shared::add);
    } else if (dependency.version() != null && SdkReleases.isVersion(dependency.version())) {
      versions.put(dependency.place().orElseThrow(), dependency.version());
    }
  }

  @Override
  public boolean concerns(GradleDependency dependency) {
    return isSpringAi(dependency);
  }

  @Override
  public Optional<String> renamed(String artifact) {
    return SpringAiArtifacts.renamed(artifact);
  }

  static boolean isSpringAi(GradleDependency dependency) {
    return SpringAiVersion.GROUP.equals(dependency.group());
  }

  /** The modules that have Gradle scripts. */
  Set<Optional<JavaProject>> modules() {
    return aliases.keySet();
  }

  /** The artifacts of Spring AI that a module declares, by coordinates or by alias. */
  Stream<GradleDependency> dependencies(Optional<JavaProject> project) {
    return Stream.of(
            declared.getOrDefault(project, Set.of()).stream(),
            aliases.getOrDefault(project, Set.of()).stream().flatMap(this::libraries),
            forOthers.stream().filter(one -> !one.by().equals(project)).flatMap(this::declared))
        .flatMap(all -> all)
        .filter(SpringAiInGradle::isSpringAi);
  }

  private Stream<GradleDependency> declared(ForOthers one) {
    return Stream.concat(one.dependency().stream(), one.alias().stream().flatMap(this::libraries));
  }

  /** The libraries of an alias, which are several if it is a bundle's. */
  private Stream<GradleDependency> libraries(String alias) {
    return bundles.getOrDefault(alias, List.of(alias)).stream()
        .flatMap(library -> Stream.ofNullable(libraries.get(library)));
  }

  private Stream<GradleDependency> everywhere() {
    return Stream.of(
            modules().stream().flatMap(this::dependencies),
            forOthers.stream().flatMap(this::declared),
            libraries.values().stream())
        .flatMap(all -> all)
        .filter(SpringAiInGradle::isSpringAi);
  }

  /**
   * The release of Spring AI's MCP artifacts in a module; where none is written beside them, that
   * of the BOM, or the only one of the build.
   */
  Optional<String> version(Optional<JavaProject> project) {
    return dependencies(project)
        .filter(dependency -> SpringAiArtifacts.isOfMcp(dependency.artifact()))
        .flatMap(dependency -> version(dependency).stream())
        .findFirst()
        .or(
            () ->
                dependencies(project)
                    .filter(this::isBom)
                    .flatMap(bom -> version(bom).stream())
                    .findFirst())
        .or(this::onlyVersion);
  }

  private boolean isBom(GradleDependency dependency) {
    return BOM.equals(dependency.artifact());
  }

  private Optional<String> onlyVersion() {
    Set<String> all =
        everywhere()
            .filter(one -> isBom(one) || SpringAiArtifacts.isOfMcp(one.artifact()))
            .flatMap(one -> version(one).stream())
            .collect(Collectors.toSet());
    return all.size() == 1 ? all.stream().findFirst() : Optional.empty();
  }

  private Optional<String> version(GradleDependency dependency) {
    return dependency.place().map(versions::get);
  }

  /** The artifacts of the build that 1.1 does not have any more. */
  List<String> gone() {
    return new ArrayList<>(
        everywhere()
            .map(GradleDependency::artifact)
            .filter(SpringAiArtifacts::isGone)
            .collect(Collectors.toCollection(LinkedHashSet::new)));
  }

  /** What a place has to say so that the artifacts of Spring AI rise; empty if it stays. */
  @Override
  public Optional<String> target(String place) {
    return shared.contains(place)
            || everywhere().noneMatch(one -> place.equals(one.place().orElse(null)))
        ? Optional.empty()
        : tooOld(place);
  }

  /** The version that coordinates have to name themselves from now on, if it changes. */
  @Override
  public Optional<String> target(GradleDependency dependency) {
    return dependency
        .place()
        .filter(place -> dependency.version() != null || shared.contains(place))
        .flatMap(this::tooOld);
  }

  private Optional<String> tooOld(String place) {
    return Optional.ofNullable(versions.get(place))
        .filter(SpringAiVersion::lacksStreamableHttp)
        .map(old -> SpringAiVersion.FIRST_LINE);
  }
}
