package io.github.mcpmigrate.recipes.solon;

import io.github.mcpmigrate.recipes.ServerHost;
import io.github.mcpmigrate.recipes.client.ClientProjects;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.Tree;
import org.openrewrite.TreeVisitor;
import org.openrewrite.java.tree.JavaSourceFile;

/** The files of a build that use Solon's MCP, and where its servers are before and after. */
public final class SolonProject {

  static final String ONE_CHANNEL =
      "Solon serves one channel, and mcp-compat none of Solon's: this stays on HTTP+SSE, and moves with MigrateToStreamableHttp once its clients can";

  private static final Pattern URL = Pattern.compile("(?:https?://[^/?#]+)?(?<path>/[^?#]*).*");

  private final ClientProjects projects;
  private final boolean serversMove;
  private final List<JavaSourceFile> files = new ArrayList<>();
  private @Nullable Map<String, String> moved;
  private Optional<String> serverThatStays = Optional.empty();

  /**
   * @param serversMove whether servers leave HTTP+SSE in this run
   */
  SolonProject(ClientProjects projects, boolean serversMove) {
    this.projects = projects;
    this.serversMove = serversMove;
  }

  TreeVisitor<Tree, ExecutionContext> scanner() {
    TreeVisitor<Tree, ExecutionContext> scanner = projects.scanner();
    return new TreeVisitor<Tree, ExecutionContext>() {
      @Override
      public @Nullable Tree visit(@Nullable Tree tree, ExecutionContext ctx) {
        if (tree instanceof JavaSourceFile source && Solon.isIn(source)) {
          files.add(source);
        }
        return scanner.visit(tree, ctx);
      }
    };
  }

  ClientProjects projects() {
    return projects;
  }

  boolean serversMove() {
    return serversMove;
  }

  /** Where a server has Streamable HTTP whose HTTP+SSE is at a path: there, if that is taken. */
  String moved(String path, ExecutionContext ctx) {
    return all(ctx).getOrDefault(path, path);
  }

  /** The URL of Streamable HTTP for one of HTTP+SSE; empty if nobody can tell. */
  Optional<String> url(String url, ExecutionContext ctx) {
    Matcher parts = URL.matcher(url);
    if (parts.matches() && !ServerHost.isElsewhere(url)) {
      String path = parts.group("path");
      String to = all(ctx).get(path);
      if (to != null) {
        return Optional.of(
            url.substring(0, parts.start("path")) + to + url.substring(parts.end("path")));
      }
    }
    return projects.servers().streamableUrl(url);
  }

  /** Why clients of the project's own servers have to stay, if they have to. */
  Optional<String> whyClientsStay(ExecutionContext ctx) {
    all(ctx);
    return serverThatStays;
  }

  /** The servers of all files, which have to be known before the first of them is judged. */
  private Map<String, String> all(ExecutionContext ctx) {
    if (moved == null) {
      Set<String> paths = new HashSet<>();
      List<JavaSourceFile> serving = new ArrayList<>();
      for (JavaSourceFile file : files) {
        SolonServers servers = new SolonServers();
        servers.visit(file, ctx);
        paths.addAll(servers.paths());
        if (servers.areThere()) {
          serving.add(file);
        }
      }
      Map<String, String> all = new HashMap<>();
      Set<String> taken = new HashSet<>();
      for (String path : paths.stream().sorted().toList()) {
        String to = projects.servers().streamableUrl(path).orElse(path);
        all.put(path, taken.add(to) ? to : path);
      }
      moved = all;
      serverThatStays =
          serving.stream()
              .flatMap(file -> SolonUses.in(file, this, ctx).findings().obstacle().stream())
              .findFirst()
              .map("the project's own server stays on HTTP+SSE: "::concat);
    }
    return moved;
  }
}
