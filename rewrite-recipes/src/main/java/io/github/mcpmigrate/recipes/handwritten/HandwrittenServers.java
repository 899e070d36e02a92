package io.github.mcpmigrate.recipes.handwritten;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.SourceFile;
import org.openrewrite.Tree;
import org.openrewrite.TreeVisitor;
import org.openrewrite.java.marker.JavaProject;
import org.openrewrite.java.tree.JavaSourceFile;

/** The servers by hand of a project, module by module, and what a move does with them. */
public final class HandwrittenServers {

  private final EngineMove move;
  private final CallsElsewhere calls = new CallsElsewhere();
  private final Map<Optional<JavaProject>, Map<Path, ServerFile>> files = new HashMap<>();
  private final Map<Optional<JavaProject>, TransportUsers> users = new HashMap<>();
  private final Map<Optional<JavaProject>, ServerModule> modules = new HashMap<>();

  HandwrittenServers(EngineMove move) {
    this.move = move;
  }

  /**
   * @param servers what becomes of them: {@code streamable}, which is the default, or {@code dual}
   */
  public static HandwrittenServers of(
      @Nullable String servers, @Nullable String mcpEndpoint, @Nullable Boolean keepUrl) {
    return new HandwrittenServers(EngineMove.of(servers, mcpEndpoint, keepUrl));
  }

  EngineMove move() {
    return move;
  }

  /** Looks for servers; each source file is to be seen once. */
  public TreeVisitor<?, ExecutionContext> scanner() {
    return new TreeVisitor<Tree, ExecutionContext>() {
      @Override
      public @Nullable Tree visit(@Nullable Tree tree, ExecutionContext ctx) {
        if (tree instanceof JavaSourceFile source) {
          calls.note(source);
          users.computeIfAbsent(projectOf(source), project -> new TransportUsers()).note(source);
          if (WebTypes.areIn(source)) {
            files
                .computeIfAbsent(projectOf(source), project -> new LinkedHashMap<>())
                .put(source.getSourcePath(), HandlerScanner.scan(source, ctx));
          }
        }
        return tree;
      }
    };
  }

  private static Optional<JavaProject> projectOf(SourceFile source) {
    return source.getMarkers().findFirst(JavaProject.class);
  }

  private ServerModule moduleOf(SourceFile source) {
    return module(projectOf(source));
  }

  private ServerModule module(Optional<JavaProject> of) {
    return modules.computeIfAbsent(
        of,
        project ->
            new ServerModule(
                files.getOrDefault(project, Map.of()),
                move,
                calls,
                users.getOrDefault(project, new TransportUsers())));
  }

  /** Why the server of some module stays; empty if all move, or if there is none. */
  public Optional<String> whyOneStays() {
    return files.keySet().stream().flatMap(of -> module(of).whyNot().stream()).findFirst();
  }

  /** What there is to say of a file. */
  List<Finding> in(JavaSourceFile source) {
    return moduleOf(source).in(source);
  }

  /** What moves a file, if it has a part of a server that moves. */
  Optional<TreeVisitor<?, ExecutionContext>> moving(JavaSourceFile source) {
    ServerModule module = moduleOf(source);
    return module
        .controllerIn(source.getSourcePath())
        .<TreeVisitor<?, ExecutionContext>>map(server -> new MoveEmitterServer(server, move))
        .or(
            () ->
                module
                    .transports()
                    .filter(server -> server.files().contains(source.getSourcePath()))
                    .map(server -> new MoveTransportServer(server, move)));
  }

  /** Whether a server of the module moves whose build a file is. */
  boolean areMovedIn(SourceFile build) {
    return moduleOf(build).isMoved();
  }

  /** Why the server of a module stays; empty if it moves, or if there is none. */
  Optional<String> whyNot(SourceFile source) {
    return moduleOf(source).whyNot();
  }
}
