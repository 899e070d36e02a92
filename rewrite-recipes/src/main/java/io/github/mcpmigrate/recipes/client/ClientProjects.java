package io.github.mcpmigrate.recipes.client;

import io.github.mcpmigrate.recipes.sdk.OwnServers;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.SourceFile;
import org.openrewrite.Tree;
import org.openrewrite.TreeVisitor;
import org.openrewrite.gradle.marker.GradleProject;
import org.openrewrite.java.marker.JavaProject;
import org.openrewrite.maven.tree.MavenResolutionResult;
import org.openrewrite.maven.tree.ResolvedDependency;

/** What a build says of its servers, and of the libraries that its clients are of. */
public final class ClientProjects {

  private static final Set<Library> LIBRARIES =
      Set.of(
          new Library("dev.langchain4j", "langchain4j-mcp"),
          new Library("io.quarkiverse.langchain4j", "quarkus-langchain4j-mcp"),
          new Library("com.google.adk", "google-adk"));

  /** An artifact whose release decides on what a client can become. */
  private record Library(String group, String artifact) {}

  private record InProject(Optional<JavaProject> project, String artifact) {}

  private final OwnServers servers;
  private final Map<InProject, String> versions = new HashMap<>();
  private final Set<UUID> seen = new HashSet<>();

  private ClientProjects(OwnServers servers) {
    this.servers = servers;
  }

  /** The one of a cycle of a run: its recipes would all read the same out of the same files. */
  private static final class Shared {
    private @Nullable Object cycle;
    private @Nullable ClientProjects projects;
  }

  /**
   * @param options of the recipe that asks, as {@link OwnServers#withThoseByHand} takes them
   */
  public static ClientProjects of(
      ExecutionContext ctx,
      @Nullable String options,
      @Nullable String mcpEndpoint,
      @Nullable Boolean keepUrl) {
    Shared shared =
        ctx.computeMessageIfAbsent(
            "%s %s %s %s".formatted(ClientProjects.class.getName(), options, mcpEndpoint, keepUrl),
            key -> new Shared());
    if (shared.projects == null || shared.cycle != ctx.getCycleDetails()) {
      shared.cycle = ctx.getCycleDetails();
      shared.projects =
          new ClientProjects(OwnServers.withThoseByHand(options, mcpEndpoint, keepUrl));
    }
    return shared.projects;
  }

  public OwnServers servers() {
    return servers;
  }

  /**
   * The release of an artifact that a source file compiles against, as the build resolved it; empty
   * if nobody knows.
   */
  public String version(SourceFile source, String artifact) {
    return versions.getOrDefault(
        new InProject(source.getMarkers().findFirst(JavaProject.class), artifact), "");
  }

  /** Reads each file of a cycle once, whichever recipes hand it over. */
  public TreeVisitor<Tree, ExecutionContext> scanner() {
    TreeVisitor<Tree, ExecutionContext> scanner = servers.scanner();
    return new TreeVisitor<Tree, ExecutionContext>() {
      @Override
      public @Nullable Tree visit(@Nullable Tree tree, ExecutionContext ctx) {
        if (tree instanceof SourceFile source && seen.add(source.getId())) {
          read(source);
          scanner.visit(source, ctx);
        }
        return tree;
      }
    };
  }

  private void read(SourceFile source) {
    Optional<MavenResolutionResult> pom =
        source.getMarkers().findFirst(MavenResolutionResult.class);
    Optional<GradleProject> gradle = source.getMarkers().findFirst(GradleProject.class);
    if (pom.isEmpty() && gradle.isEmpty()) {
      return;
    }
    for (Library library : LIBRARIES) {
      maven(pom, library)
          .or(() -> gradle(gradle, library))
          .ifPresent(
              version ->
                  versions.put(
                      new InProject(
                          source.getMarkers().findFirst(JavaProject.class), library.artifact()),
                      version));
    }
  }

  private static Optional<String> maven(Optional<MavenResolutionResult> pom, Library library) {
    return pom.stream()
        .flatMap(
            result -> result.findDependencies(library.group(), library.artifact(), null).stream())
        .map(ResolvedDependency::getVersion)
        .findFirst();
  }

  private static Optional<String> gradle(Optional<GradleProject> gradle, Library library) {
    return gradle.stream()
        .flatMap(project -> project.getConfigurations().stream())
        .map(
            configuration ->
                configuration.findResolvedDependency(library.group(), library.artifact()))
        .filter(found -> found != null)
        .map(ResolvedDependency::getVersion)
        .findFirst();
  }
}
