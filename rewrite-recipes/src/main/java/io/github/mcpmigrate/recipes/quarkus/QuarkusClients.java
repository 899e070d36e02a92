package io.github.mcpmigrate.recipes.quarkus;

import io.github.mcpmigrate.recipes.ServerHost;
import io.github.mcpmigrate.recipes.client.ClientProjects;
import io.github.mcpmigrate.recipes.client.Release;
import io.github.mcpmigrate.recipes.configuration.ConfigurationDocument;
import io.github.mcpmigrate.recipes.configuration.KeyPath;
import java.util.ArrayList;
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

/**
 * The MCP clients that quarkus-langchain4j makes from configuration. What it calls {@code http} is
 * HTTP+SSE (enum McpTransportType of quarkus-langchain4j-mcp 1.7.2).
 */
public final class QuarkusClients {

  private static final String ARTIFACT = "quarkus-langchain4j-mcp";
  private static final KeyPath CLIENTS = KeyPath.of("quarkus.langchain4j.mcp");

  private final ClientProjects projects;
  private final Map<Optional<JavaProject>, List<SourceFile>> files = new HashMap<>();

  QuarkusClients(ClientProjects projects) {
    this.projects = projects;
  }

  TreeVisitor<Tree, ExecutionContext> scanner() {
    TreeVisitor<Tree, ExecutionContext> scanner = projects.scanner();
    return new TreeVisitor<Tree, ExecutionContext>() {
      @Override
      public @Nullable Tree visit(@Nullable Tree tree, ExecutionContext ctx) {
        if (tree instanceof SourceFile source && QuarkusServers.isConfiguration(source)) {
          files.computeIfAbsent(project(source), key -> new ArrayList<>()).add(source);
        }
        return scanner.visit(tree, ctx);
      }
    };
  }

  private static Optional<JavaProject> project(SourceFile source) {
    return source.getMarkers().findFirst(JavaProject.class);
  }

  /** The name of the client that a key is about, if it is this key of one. */
  static Optional<String> client(KeyPath key, String last) {
    KeyPath plain = QuarkusKeys.withoutProfile(key);
    return plain.length() == CLIENTS.length() + 2
            && plain.startsWith(CLIENTS)
            && plain.segments().get(plain.length() - 1).equals(last)
        ? Optional.of(plain.segments().get(CLIENTS.length()))
        : Optional.empty();
  }

  static boolean isHttpSse(String transport) {
    return transport.strip().equalsIgnoreCase("http");
  }

  /** Whether a client of a file's module is on HTTP+SSE. */
  boolean isLegacy(SourceFile source, String client) {
    return values(source, client, "transporttype").stream().anyMatch(QuarkusClients::isHttpSse);
  }

  private List<String> values(SourceFile source, String client, String last) {
    List<String> values = new ArrayList<>();
    for (SourceFile file : files.getOrDefault(project(source), List.of())) {
      for (ConfigurationDocument document : QuarkusServers.documents(file)) {
        document
            .values()
            .forEach(
                (key, value) ->
                    client(key, last).filter(client::equals).ifPresent(c -> values.add(value)));
      }
    }
    return values;
  }

  /** Why a client stays on HTTP+SSE, if it has to. */
  Optional<String> whyNot(SourceFile source, String client) {
    String version = projects.version(source, ARTIFACT);
    if (!Release.isAtLeast(version, 1, 1, 0)) {
      return Optional.of(
          (version.isEmpty()
                  ? "which quarkus-langchain4j-mcp this is is not known"
                  : "quarkus-langchain4j-mcp " + version + " has no Streamable HTTP")
              + ": from 1.1.0 on this is streamable-http");
    }
    List<String> urls = values(source, client, "url");
    for (String url : urls) {
      if (streamable(url).isEmpty()) {
        return Optional.of(
            "http means HTTP+SSE: this becomes streamable-http when the URL, "
                + url
                + ", is the server's MCP endpoint, such as http://host:8080/mcp");
      }
    }
    if (urls.isEmpty()) {
      return Optional.of(
          "http means HTTP+SSE: this becomes streamable-http when whoever sets the URL gives the server's MCP endpoint");
    }
    return urls.stream().allMatch(ServerHost::isElsewhere)
        ? Optional.empty()
        : projects.servers().whyClientsStay();
  }

  Optional<String> streamable(String url) {
    return projects.servers().streamableUrl(url.strip());
  }

  /** Whether a client can be asked for a stream to listen on, which HTTP+SSE always had. */
  boolean hasChannel(SourceFile source) {
    return Release.isAtLeast(projects.version(source, ARTIFACT), 1, 9, 0);
  }

  /** Whether the key for that stream is written already. */
  boolean asksForChannel(SourceFile source, String client) {
    return !values(source, client, "subsidiarychannel").isEmpty();
  }
}
