package io.github.mcpmigrate.recipes.springai;

import io.github.mcpmigrate.recipes.configuration.KeyPath;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.SourceFile;
import org.openrewrite.Tree;
import org.openrewrite.TreeVisitor;
import org.openrewrite.java.tree.JavaSourceFile;

/**
 * Which servers and clients of a build the files concern that it is deployed with. A file in the
 * folder of a module with a server is about that server; any other may be about each of them.
 */
final class Deployments {

  /** What becomes of what a file says. */
  enum Verdict {
    /** All that it may be about moves. */
    MOVES,
    /** Some of it stays, or all. */
    STAYS,
    /** Nothing of it is on HTTP+SSE. */
    SETTLED,
    /** There is nothing in this build that it could be about. */
    FOREIGN
  }

  /**
   * A verdict and why.
   *
   * @param stdio whether a server is among those that talks on its standard input
   */
  record Ruling(Verdict verdict, String reason, boolean stdio) {

    private static Ruling of(Verdict verdict, String reason) {
      return new Ruling(verdict, reason, false);
    }
  }

  private static final String FOREIGN =
      "nothing in this build is a Spring AI %s on MCP: change it together with the program that it is for";

  private static final Pattern REFERENCE =
      Pattern.compile(
          "(?:\\$[{(]?|\\bkey:\\s*[\"']?)((?i:SPRING_AI_MCP_(?:SERVER|CLIENT)|MCP_COMPAT)_\\w+)");

  private final SpringAiServers servers = new SpringAiServers();
  private final Set<String> named = new HashSet<>();

  TreeVisitor<Tree, ExecutionContext> scanner() {
    return new TreeVisitor<Tree, ExecutionContext>() {
      @Override
      public @Nullable Tree visit(@Nullable Tree tree, ExecutionContext ctx) {
        if (tree instanceof SourceFile source) {
          read(source);
        }
        return tree;
      }
    };
  }

  private void read(SourceFile source) {
    servers.read(source);
    if (!(source instanceof JavaSourceFile)) {
      Matcher reference = REFERENCE.matcher(source.printAll());
      while (reference.find()) {
        named.add(reference.group(1));
      }
    }
  }

  /** The variables that something in the build takes the values of by their names. */
  Set<String> named() {
    return named;
  }

  /** Whether the project's own configuration has a connection. */
  boolean declares(KeyPath connection) {
    return modules().stream()
        .flatMap(SpringAiServers.Module::documents)
        .anyMatch(document -> document.hasBelow(connection));
  }

  /** Where the build's own servers will have Streamable HTTP, by the path of their event stream. */
  Map<String, String> ownEndpoints(SpringAiMove move) {
    return SpringAiPaths.ofOwnServers(servers, move);
  }

  private Collection<SpringAiServers.Module> modules() {
    return servers.modules().values();
  }

  /**
   * What becomes of the servers that a file may be about.
   *
   * @param folder what an image is built from, if known
   * @param drops whether servers on both transports lose HTTP+SSE, rather than others get
   *     Streamable HTTP
   */
  Ruling servers(SourceFile file, Optional<Path> folder, boolean drops, SpringAiMove move) {
    List<SpringAiServers.Module> about =
        candidates(file, folder, SpringAiServers.Module::hasServer);
    if (about.isEmpty()) {
      return Ruling.of(Verdict.FOREIGN, FOREIGN.formatted("server"));
    }
    Predicate<SpringAiServers.Module> moves =
        drops ? SpringAiServers.Module::isOnBoth : SpringAiServers.Module::speaksSse;
    boolean stdio = about.stream().anyMatch(SpringAiServers.Module::isOnStdio);
    if (about.stream().noneMatch(moves)) {
      return new Ruling(Verdict.SETTLED, "", stdio);
    }
    Optional<String> obstacle =
        about.stream()
            .filter(moves)
            .flatMap(
                module ->
                    (drops
                            ? Optional.<String>empty()
                            : move.keepsSse() ? module.obstacleToBoth() : module.obstacle())
                        .stream())
            .findFirst();
    if (obstacle.isPresent()) {
      return new Ruling(Verdict.STAYS, obstacle.get(), stdio);
    }
    return about.stream().allMatch(moves)
        ? Ruling.of(Verdict.MOVES, "")
        : new Ruling(
            Verdict.STAYS,
            "of the servers in this build some move and some stay, and it is not said here which one this is for",
            stdio);
  }

  /**
   * What becomes of the clients that a file may be about.
   *
   * @param ofThisProject whether they may be clients of this build's own servers
   * @param drops as for servers
   */
  Ruling clients(
      SourceFile file,
      Optional<Path> folder,
      boolean ofThisProject,
      boolean drops,
      SpringAiMove move) {
    List<SpringAiServers.Module> about = candidates(file, folder, SpringAiServers.Module::hasMcp);
    if (about.isEmpty()) {
      return Ruling.of(Verdict.FOREIGN, FOREIGN.formatted("client"));
    }
    return about.stream()
        .flatMap(module -> module.obstacle().stream())
        .findFirst()
        .or(
            () ->
                ofThisProject
                    ? (drops ? servers.whyOneSpeaksSse() : servers.whyOneStays(move.keepsSse()))
                        .map(SpringAiServers.OWN_SERVER_STAYS::concat)
                    : Optional.empty())
        .map(obstacle -> Ruling.of(Verdict.STAYS, obstacle))
        .orElseGet(() -> Ruling.of(Verdict.MOVES, ""));
  }

  private List<SpringAiServers.Module> candidates(
      SourceFile file, Optional<Path> folder, Predicate<SpringAiServers.Module> kind) {
    Optional<SpringAiServers.Module> own =
        folder.flatMap(this::builtIn).or(() -> servers.of(file)).filter(kind);
    return own.map(List::of).orElseGet(() -> modules().stream().filter(kind).toList());
  }

  private Optional<SpringAiServers.Module> builtIn(Path folder) {
    return modules().stream()
        .filter(
            module ->
                module
                    .build()
                    .map(file -> Optional.ofNullable(file.getParent()).orElse(Path.of("")))
                    .filter(folder::equals)
                    .isPresent())
        .findFirst();
  }
}
