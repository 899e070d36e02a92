package io.github.mcpmigrate.recipes.sdk;

import io.github.mcpmigrate.recipes.McpEndpoint;
import io.github.mcpmigrate.recipes.ServerHost;
import io.github.mcpmigrate.recipes.handwritten.HandwrittenServers;
import io.github.mcpmigrate.recipes.quarkus.QuarkusServers;
import io.github.mcpmigrate.recipes.springai.SpringAiPaths;
import io.github.mcpmigrate.recipes.springai.SpringAiServers;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.SourceFile;
import org.openrewrite.Tree;
import org.openrewrite.TreeVisitor;
import org.openrewrite.java.tree.Expression;

/**
 * What becomes of the servers of a project, as far as its clients have to know: a client that moved
 * cannot talk to a server that did not.
 */
public final class OwnServers {

  private static final Pattern URL = Pattern.compile("(?<host>https?://[^/?#]+|)(?<path>/.*)");

  private final ServerMove move;
  private final ServerProviderUses uses;
  private final SpringAiServers springAi = new SpringAiServers();
  private final QuarkusServers quarkus = new QuarkusServers();
  private final @Nullable HandwrittenServers byHand;

  OwnServers(ServerMove move) {
    this(move, null);
  }

  private OwnServers(ServerMove move, @Nullable HandwrittenServers byHand) {
    this.move = move;
    this.uses = new ServerProviderUses(move);
    this.byHand = byHand;
  }

  /**
   * @param servers what becomes of them: {@code streamable}, which is the default, {@code dual}, or
   *     {@code drop-legacy} if they are on both transports so far
   */
  public static OwnServers of(
      @Nullable String servers, @Nullable String mcpEndpoint, @Nullable Boolean keepUrl) {
    return new OwnServers(ServerMove.of(servers, mcpEndpoint, keepUrl));
  }

  /** The same, with servers that are written by hand: where one stays, clients do. */
  public static OwnServers withThoseByHand(
      @Nullable String servers, @Nullable String mcpEndpoint, @Nullable Boolean keepUrl) {
    return new OwnServers(
        ServerMove.of(servers, mcpEndpoint, keepUrl),
        "drop-legacy".equals(servers)
            ? null
            : HandwrittenServers.of(servers, mcpEndpoint, keepUrl));
  }

  ServerMove move() {
    return move;
  }

  /**
   * Looks for servers in code, and for those that Spring AI and Quarkus make from configuration.
   */
  public TreeVisitor<Tree, ExecutionContext> scanner() {
    TreeVisitor<Tree, ExecutionContext> code = new ServerSources(move, uses);
    TreeVisitor<?, ExecutionContext> handwritten =
        byHand == null ? TreeVisitor.noop() : byHand.scanner();
    return new TreeVisitor<Tree, ExecutionContext>() {
      @Override
      public @Nullable Tree visit(@Nullable Tree tree, ExecutionContext ctx) {
        if (tree instanceof SourceFile source) {
          springAi.read(source);
          quarkus.read(source);
          code.visit(source, ctx);
          handwritten.visit(source, ctx);
        }
        return tree;
      }
    };
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

  /**
   * Where Streamable HTTP is of servers whose HTTP+SSE is at a path: those that Spring AI and
   * Quarkus make, and those that code gives these paths.
   */
  Map<String, String> moved(Set<String> paths, String mcpEndpoint) {
    Map<String, String> moved =
        new HashMap<>(
            SpringAiPaths.ofOwnServers(
                springAi, move.mcpEndpoint(), move.keepUrl(), move.to() == ServerTransport.DUAL));
    Set<String> prefixes = new HashSet<>(uses.prefixes().all());
    prefixes.add("");
    for (String prefix : prefixes) {
      paths.forEach(path -> moved.put(prefix + path, prefix + mcpEndpoint));
    }
    quarkus.streamablePaths().forEach(moved::putIfAbsent);
    return moved;
  }

  /** Where Streamable HTTP is of each server that moves, by where its event stream was. */
  public Map<String, String> streamablePaths() {
    LegacyEndpoints endpoints = uses.endpoints();
    return uses.areToMove() && endpoints.mcpPath() != null
        ? moved(endpoints.eventStreams(), endpoints.mcpPath())
        : moved(Set.of(), McpEndpoint.DEFAULT);
  }

  /** Where the servers that move took messages on HTTP+SSE, as clients see it. */
  public Set<String> messagePaths() {
    Set<String> paths = new HashSet<>(SpringAiPaths.messagesOfOwnServers(springAi));
    paths.addAll(quarkus.messagePaths());
    if (uses.areToMove()) {
      LegacyEndpoints endpoints = uses.endpoints();
      Set<String> messages = endpoints.legacyPaths();
      messages.removeAll(endpoints.eventStreams());
      if (endpoints.mcpPath() != null && !move.keepUrl()) {
        messages.remove(endpoints.mcpPath());
      }
      paths.addAll(messages);
      for (String prefix : uses.prefixes().all()) {
        messages.forEach(path -> paths.add(prefix + path));
      }
    }
    return paths;
  }

  /** Whether HTTP+SSE is served on when the recipes have run. */
  public boolean keepHttpSse() {
    return move.to() == ServerTransport.DUAL
        || move.from() != ServerTransport.DUAL && (springAi.areOnBoth() || quarkus.areThere());
  }

  /**
   * The URL or path of Streamable HTTP for one of HTTP+SSE, on this project's server or, if it ends
   * in {@code /sse}, on any other; empty if nobody can tell.
   */
  public Optional<String> streamableUrl(String url) {
    Matcher parts = URL.matcher(url);
    if (!parts.matches()) {
      return Optional.empty();
    }
    boolean elsewhere = ServerHost.isElsewhere(url);
    String mcpEndpoint = McpEndpoint.orDefault(elsewhere ? null : move.mcpEndpoint());
    return new ClientEndpoint(mcpEndpoint, elsewhere ? Map.of() : streamablePaths(), move.keepUrl())
        .of(parts.group("path"))
        .map(parts.group("host")::concat);
  }

  /** The ports that applications of the project are configured to have; empty if none is. */
  public Set<String> ports() {
    Set<String> ports = new HashSet<>(springAi.ports());
    ports.addAll(quarkus.ports());
    return ports;
  }

  /** Why clients of the project's own servers have to stay, if they have to. */
  public Optional<String> whyClientsStay() {
    return whyTheyStay().map(SpringAiServers.OWN_SERVER_STAYS::concat);
  }

  /** The paths that the server of a file's module had on HTTP+SSE, if it moves. */
  Optional<LegacyEndpoints> leftBehind(SourceFile source) {
    if (areMoved()) {
      return Optional.of(uses.endpoints());
    }
    boolean toBoth = move.to() == ServerTransport.DUAL;
    return SpringAiPaths.moved(springAi, source, move.mcpEndpoint(), move.keepUrl(), toBoth)
        .map(
            paths -> {
              LegacyEndpoints endpoints = new LegacyEndpoints(move);
              endpoints.configuredAs(paths);
              return endpoints;
            });
  }

  /** Whether clients are left alone without a word: no server drops anything. */
  boolean areNotConcerned() {
    return move.from() == ServerTransport.DUAL && !uses.areToMove();
  }

  /** Why clients of this project's server would lose it, if they moved. */
  Optional<String> whyTheyStay() {
    if (uses.areToMove() && uses.whyNot().isPresent()) {
      return uses.whyNot();
    }
    return (move.from() == ServerTransport.DUAL
            ? springAi.whyOneSpeaksSse()
            : springAi.whyOneStays(move.to() == ServerTransport.DUAL))
        .or(quarkus::whyOneStays)
        .or(() -> byHand == null ? Optional.empty() : byHand.whyOneStays());
  }
}
