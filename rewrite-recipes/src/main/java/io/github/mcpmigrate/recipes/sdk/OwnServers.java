package io.github.mcpmigrate.recipes.sdk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.openrewrite.ExecutionContext;
import org.openrewrite.SourceFile;
import org.openrewrite.Tree;
import org.openrewrite.TreeVisitor;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.JavaSourceFile;
import org.openrewrite.maven.tree.MavenResolutionResult;

/**
 * What becomes of the servers of a project, as far as its clients have to know: a client that moved
 * cannot talk to a server that did not.
 */
public final class OwnServers {

  private static final Pattern SPRING_AI_SERVER =
      Pattern.compile("spring-ai(-starter)?-mcp-server[a-z-]*");

  private final ServerMove move;
  private final ServerProviderUses uses;
  private final List<String> springAi = new ArrayList<>();

  OwnServers(ServerMove move) {
    this.move = move;
    this.uses = new ServerProviderUses(move);
  }

  ServerMove move() {
    return move;
  }

  TreeVisitor<Tree, ExecutionContext> scanner() {
    return new ServerSources(move, uses);
  }

  /** Looks for servers that Spring AI configures: their transport is a property, not code. */
  void readBuild(SourceFile source) {
    source
        .getMarkers()
        .findFirst(MavenResolutionResult.class)
        .ifPresent(
            maven ->
                maven.getPom().getRequestedDependencies().stream()
                    .map(dependency -> String.valueOf(dependency.getArtifactId()))
                    .filter(artifact -> SPRING_AI_SERVER.matcher(artifact).matches())
                    .forEach(springAi::add));
    if (source instanceof JavaSourceFile
        && source.getSourcePath().getFileName().toString().startsWith("build.gradle")) {
      SPRING_AI_SERVER.matcher(source.printAll()).results().forEach(m -> springAi.add(m.group()));
    }
  }

  /** Why clients cannot move whatever they talk to: the SDK cannot be raised. */
  Optional<String> whyOutOfReach() {
    return move.changesTransport() ? uses.reach().obstacle() : Optional.empty();
  }

  /** Whether the project has servers that move. */
  boolean areMoved() {
    return uses.areToMove() && uses.whyNot().isEmpty();
  }

  /** The legacy path of this project's servers that a URL or path ends in. */
  Optional<String> endOf(Expression url) {
    return uses.endpoints().endOf(url);
  }

  /** Whether clients are left alone without a word: no server drops anything. */
  boolean areNotConcerned() {
    return move.from() == ServerTransport.DUAL && !uses.areToMove();
  }

  /**
   * Why clients of this project's server would lose it, if they moved.
   *
   * @param configured says whether Spring AI is told to serve Streamable HTTP
   */
  Optional<String> whyTheyStay(ConfiguredValues configured) {
    if (uses.areToMove() && uses.whyNot().isPresent()) {
      return uses.whyNot();
    }
    boolean streamable =
        configured.valuesOf("spring.ai.mcp.server.protocol").stream()
            .anyMatch(protocol -> protocol.equalsIgnoreCase("STREAMABLE"));
    return springAi.isEmpty() || streamable
        ? Optional.empty()
        : Optional.of(
            springAi.get(0)
                + " serves HTTP+SSE unless spring.ai.mcp.server.protocol is STREAMABLE");
  }
}
