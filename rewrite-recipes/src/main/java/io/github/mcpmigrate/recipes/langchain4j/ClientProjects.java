package io.github.mcpmigrate.recipes.langchain4j;

import io.github.mcpmigrate.recipes.sdk.OwnServers;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.SourceFile;
import org.openrewrite.Tree;
import org.openrewrite.TreeVisitor;
import org.openrewrite.gradle.marker.GradleProject;
import org.openrewrite.java.marker.JavaProject;
import org.openrewrite.java.tree.JavaSourceFile;
import org.openrewrite.maven.tree.MavenResolutionResult;
import org.openrewrite.maven.tree.ResolvedDependency;

/** What a build says of its servers, and of the LangChain4j in its modules. */
public final class ClientProjects {

  private static final String GROUP = "dev.langchain4j";
  private static final String ARTIFACT = "langchain4j-mcp";

  private final OwnServers servers;
  private final Map<Optional<JavaProject>, String> versions = new HashMap<>();

  ClientProjects(OwnServers servers) {
    this.servers = servers;
  }

  OwnServers servers() {
    return servers;
  }

  /** The LangChain4j that a source file compiles against. */
  LangChain4j library(JavaSourceFile source) {
    return LangChain4j.of(
        source, versions.getOrDefault(source.getMarkers().findFirst(JavaProject.class), ""));
  }

  TreeVisitor<Tree, ExecutionContext> scanner() {
    TreeVisitor<Tree, ExecutionContext> scanner = servers.scanner();
    return new TreeVisitor<Tree, ExecutionContext>() {
      @Override
      public @Nullable Tree visit(@Nullable Tree tree, ExecutionContext ctx) {
        if (tree instanceof SourceFile source) {
          read(source);
        }
        return scanner.visit(tree, ctx);
      }
    };
  }

  private void read(SourceFile source) {
    Optional<String> maven =
        source.getMarkers().findFirst(MavenResolutionResult.class).stream()
            .flatMap(pom -> pom.findDependencies(GROUP, ARTIFACT, null).stream())
            .map(ResolvedDependency::getVersion)
            .findFirst();
    Optional<String> gradle =
        source.getMarkers().findFirst(GradleProject.class).stream()
            .flatMap(project -> project.getConfigurations().stream())
            .map(configuration -> configuration.findResolvedDependency(GROUP, ARTIFACT))
            .filter(found -> found != null)
            .map(ResolvedDependency::getVersion)
            .findFirst();
    maven
        .or(() -> gradle)
        .ifPresent(
            version -> versions.put(source.getMarkers().findFirst(JavaProject.class), version));
  }
}
