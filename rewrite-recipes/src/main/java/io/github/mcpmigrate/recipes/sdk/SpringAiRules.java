package io.github.mcpmigrate.recipes.sdk;

import io.github.mcpmigrate.recipes.sdk.ServerProviderUses.Obstacle;
import io.github.mcpmigrate.recipes.springai.SpringAiPaths;
import io.github.mcpmigrate.recipes.springai.SpringAiServers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.SourceFile;
import org.openrewrite.Tree;
import org.openrewrite.TreeVisitor;
import org.openrewrite.java.marker.JavaProject;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaSourceFile;

/** The rules for paths in each module of a build, and the servers that Spring AI makes there. */
public final class SpringAiRules {

  /** The rules of one module. */
  record OfModule(LegacyEndpoints endpoints, AccessRules rules) {}

  private final SpringAiServers servers = new SpringAiServers();
  private final Map<Optional<JavaProject>, OfModule> modules = new HashMap<>();
  private final ServerMove move;

  SpringAiRules(ServerMove move) {
    this.move = move;
  }

  TreeVisitor<Tree, ExecutionContext> scanner() {
    return new TreeVisitor<Tree, ExecutionContext>() {
      @Override
      public @Nullable Tree visit(@Nullable Tree tree, ExecutionContext ctx) {
        if (tree != null) {
          servers.read(tree);
        }
        if (tree instanceof JavaSourceFile source && ClientSources.isEditable(source)) {
          modules
              .computeIfAbsent(
                  source.getMarkers().findFirst(JavaProject.class),
                  project -> {
                    LegacyEndpoints endpoints = new LegacyEndpoints(move);
                    return new OfModule(endpoints, new AccessRules(endpoints));
                  })
              .rules()
              .read(source, ctx);
        }
        return tree;
      }
    };
  }

  /** The rules of a file's module, if it has some and its server moves. */
  Optional<OfModule> in(J.CompilationUnit source) {
    return Optional.ofNullable(modules.get(source.getMarkers().findFirst(JavaProject.class)))
        .filter(module -> module.rules().areIn(source))
        .filter(
            module -> {
              Optional<SpringAiPaths> paths = paths(source);
              paths.ifPresent(module.endpoints()::configuredAs);
              return paths.isPresent();
            });
  }

  /**
   * The rules in a file that does not follow: it is not Java, or another module has the server.
   * Then nobody can tell whether they are for that server.
   */
  List<Obstacle> thatStay(JavaSourceFile source) {
    OfModule module = modules.get(source.getMarkers().findFirst(JavaProject.class));
    if (module == null || !module.rules().areIn(source)) {
      return List.of();
    }
    Optional<SpringAiPaths> paths = paths(source).or(this::pathsSomewhere);
    paths.ifPresent(module.endpoints()::configuredAs);
    return paths.isPresent() ? module.rules().naming() : List.of();
  }

  private Optional<SpringAiPaths> pathsSomewhere() {
    return move.from() == ServerTransport.DUAL
        ? Optional.empty()
        : SpringAiPaths.movedSomewhere(
            servers, move.mcpEndpoint(), move.keepUrl(), move.to() == ServerTransport.DUAL);
  }

  private Optional<SpringAiPaths> paths(SourceFile source) {
    return move.from() == ServerTransport.DUAL
        ? SpringAiPaths.dropping(servers, source)
        : SpringAiPaths.moved(
            servers, source, move.mcpEndpoint(), move.keepUrl(), move.to() == ServerTransport.DUAL);
  }
}
