package io.github.mcpmigrate.recipes.springai;

import io.github.mcpmigrate.recipes.build.PomVisitor;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import lombok.EqualsAndHashCode;
import lombok.Value;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.ScanningRecipe;
import org.openrewrite.SourceFile;
import org.openrewrite.Tree;
import org.openrewrite.TreeVisitor;
import org.openrewrite.java.marker.JavaProject;
import org.openrewrite.maven.RemoveDependency;
import org.openrewrite.maven.tree.MavenResolutionResult;

/** Drop HTTP+SSE from Spring AI servers on both transports. */
@Value
@EqualsAndHashCode(callSuper = false)
public class DropSseFromSpringAiServers extends ScanningRecipe<Set<Optional<JavaProject>>> {

  private static final String COMPAT = "mcp.compat";

  String displayName = "Drop HTTP+SSE from Spring AI servers on both transports";

  String description =
      "Removes `mcp-compat-spring-boot-starter` from Maven projects, with its configuration and the keys of Spring AI that only "
          + "HTTP+SSE has. What remains serves Streamable HTTP at the same endpoint.";

  /** The modules that have the starter. */
  @Override
  public Set<Optional<JavaProject>> getInitialValue(ExecutionContext ctx) {
    return new HashSet<>();
  }

  @Override
  public TreeVisitor<?, ExecutionContext> getScanner(Set<Optional<JavaProject>> modules) {
    return new PomVisitor() {
      @Override
      protected @Nullable Tree visitPom(
          SourceFile pom, MavenResolutionResult resolved, ExecutionContext ctx) {
        if (resolved.getPom().getRequested().getDependencies().stream()
            .anyMatch(
                dependency ->
                    AddCompatStarter.GROUP.equals(dependency.getGroupId())
                        && AddCompatStarter.ARTIFACT.equals(dependency.getArtifactId()))) {
          modules.add(pom.getMarkers().findFirst(JavaProject.class));
        }
        return pom;
      }
    };
  }

  @Override
  public TreeVisitor<?, ExecutionContext> getVisitor(Set<Optional<JavaProject>> modules) {
    return new TreeVisitor<Tree, ExecutionContext>() {
      @Override
      public @Nullable Tree visit(@Nullable Tree tree, ExecutionContext ctx) {
        if (!(tree instanceof SourceFile source)
            || !modules.contains(source.getMarkers().findFirst(JavaProject.class))) {
          return tree;
        }
        return source.getMarkers().findFirst(MavenResolutionResult.class).isPresent()
            ? new RemoveDependency(AddCompatStarter.GROUP, AddCompatStarter.ARTIFACT, null)
                .getVisitor()
                .visit(source, ctx)
            : ConfigurationFile.of(source).map(file -> edit(file, source)).orElse(source);
      }
    };
  }

  private static Tree edit(ConfigurationFile file, SourceFile source) {
    SpringAiMove move = SpringAiMove.of(null, null, false);
    Tree edited =
        ConfigurationFile.change(
            source,
            ServerKeys.PREFIX,
            index -> ServerKeys.changes(file.documents().get(index), false, move));
    return ConfigurationFile.change(
        edited, COMPAT, index -> withoutCompat(file.documents().get(index)));
  }

  private static KeyChanges withoutCompat(ConfigurationDocument document) {
    KeyChanges changes = new KeyChanges();
    document.values().keySet().stream()
        .filter(key -> key.startsWith(KeyPath.of(COMPAT)))
        .forEach(changes::remove);
    return changes;
  }
}
