package io.github.mcpmigrate.maven.inventory;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import io.github.mcpmigrate.maven.report.Action;
import io.github.mcpmigrate.maven.report.Finding;
import io.github.mcpmigrate.maven.report.Rule;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads the files in which editors, assistants and registries keep the MCP servers they connect to.
 * One finding for each server: where its transport is named, else its URL.
 */
final class ClientFile {

  static final Needles NEEDLES = Needles.of("sse", "SSE");

  /** What holds the servers, one of them in each client's file. */
  private static final Set<String> CONTAINERS =
      Set.of("mcpServers", "context_servers", "mcp.servers", "remotes", "packages", "nodes");

  /** Holds servers in the files of these names only: elsewhere it is any word. */
  private static final Pattern SERVERS =
      Pattern.compile("(?:.*/)?\\.?mcp\\.json|(?:.*/)?\\.vscode/.*");

  private static final Set<String> TRANSPORT =
      Set.of("type", "transport", "transportType", "transport_type", "serverTransport");

  private static final Set<String> URLS =
      Set.of("url", "serverUrl", "httpUrl", "uri", "sseEndpoint");

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(StreamReadFeature.AUTO_CLOSE_SOURCE)
          .build();

  /** The files of which recipes know whose they are: the names that {@code ClientFormat} has. */
  private static final Pattern KNOWN =
      Pattern.compile(
          "(?:.*/)?(?:\\.mcp\\.json|\\.claude\\.json|\\.copilot/mcp-config\\.json|\\.github/mcp\\.json"
              + "|\\.(?:vscode|cursor|roo|amazonq|aws/amazonq|kiro/settings)/mcp\\.json|mcp_config\\.json"
              + "|cline_mcp_settings\\.json|mcp_settings\\.json|\\.(?:gemini|zed)/settings\\.json"
              + "|claude_desktop_config\\.json|server\\.json|librechat\\.ya?ml|goose/config\\.ya?ml"
              + "|\\.continue/(?:config|mcpServers/[^/]+)\\.ya?ml)");

  /** This machine, seen from here or from a container, and a container by its short name. */
  private static final Pattern NEAR =
      Pattern.compile(
          "https?://(?:localhost|127(?:\\.\\d+){3}|0\\.0\\.0\\.0|host\\.docker\\.internal|[A-Za-z][\\w-]*)(?:[:/].*)?");

  private static final String MOVES =
      "moves with the project's server, in this client's words, if it is for that server";

  private static final String STAYS =
      "recipes edit only what is for the project's own server, in files that they know: name the"
          + " transport as this client does, and the new endpoint, when the server has moved";

  private final SourceText source;
  private final Reading into;

  private ClientFile(SourceText source, Reading into) {
    this.source = source;
    this.into = into;
  }

  static void readJson(SourceText source, Reading into) {
    try (JsonParser parser = JSON.createParser(source.text())) {
      new ClientFile(source, into).read(parser);
    } catch (JsonParseException e) {
      into.notUnderstood(
          source.file(), "is not JSON from line " + e.getLocation().getLineNr() + " on");
    } catch (IOException e) {
      into.notUnderstood(source.file(), "cannot be read as JSON: " + e.getMessage());
    }
  }

  /** An object of the file. */
  private static final class Scope {
    private final boolean inServers;
    private String name = "";
    private boolean near;
    private Optional<Finding> byTransport = Optional.empty();
    private Optional<Finding> byUrl = Optional.empty();

    Scope(boolean inServers) {
      this.inServers = inServers;
    }
  }

  private void read(JsonParser parser) throws IOException {
    Deque<Scope> scopes = new ArrayDeque<>();
    scopes.push(new Scope(false));
    for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
      Scope scope = scopes.element();
      switch (token) {
        case START_OBJECT -> scopes.push(new Scope(scope.inServers || holdsServers(scope.name)));
        case END_OBJECT -> {
          Scope done = scopes.pop();
          done.byTransport
              .or(() -> done.byUrl)
              .map(found -> done.near && isKnown() ? found.with(Action.CHANGED, MOVES) : found)
              .ifPresent(found -> into.uses.add(Use.of(Rule.CLIENT_FILE, found)));
        }
        case FIELD_NAME -> scope.name = parser.currentName();
        case VALUE_STRING -> value(scope, parser);
        default -> {
          // Neither numbers nor the ends of lists say anything about a transport.
        }
      }
    }
  }

  private boolean holdsServers(String name) {
    return CONTAINERS.contains(name)
        || name.equals("servers") && SERVERS.matcher(source.file()).matches();
  }

  private void value(Scope scope, JsonParser parser) throws IOException {
    if (!scope.inServers) {
      return;
    }
    String value = parser.getText();
    scope.near |= NEAR.matcher(value).matches();
    int line = parser.currentTokenLocation().getLineNr();
    int column = parser.currentTokenLocation().getColumnNr();
    if (TRANSPORT.contains(scope.name) && value.equals("sse")) {
      scope.byTransport = Optional.of(finding(line, column));
    } else if (URLS.contains(scope.name) && Endpoint.path(value).endsWith("/sse")
        || scope.name.equals("args")
            && (value.matches("https?://.*") && Endpoint.path(value).endsWith("/sse")
                || List.of("sse-only", "sse-first").contains(value))) {
      if (scope.byUrl.isEmpty()) {
        scope.byUrl = Optional.of(finding(line, column));
      }
    }
  }

  private boolean isKnown() {
    return KNOWN.matcher(source.file()).matches();
  }

  private Finding finding(int line, int column) {
    return Reading.finding(Rule.CLIENT_FILE, source, line, column, Action.MANUAL, STAYS);
  }

  /** The clients that keep their servers in YAML. */
  static void readYaml(SourceText source, List<Keys.Entry> entries, Reading into) {
    boolean moves =
        KNOWN.matcher(source.file()).matches()
            && entries.stream()
                .map(Keys.Entry::value)
                .filter(value -> value.startsWith("http"))
                .allMatch(value -> NEAR.matcher(value).matches());
    for (Keys.Entry entry : entries) {
      boolean server =
          entry.path().matches("(?:.*\\.)?mcpServers\\..*")
              || entry.path().startsWith("extensions.") && source.text().contains("uri:");
      String last = entry.path().substring(entry.path().lastIndexOf('.') + 1);
      if (server && TRANSPORT.contains(last) && entry.value().equals("sse")) {
        into.uses.add(
            Use.of(
                Rule.CLIENT_FILE,
                Reading.finding(
                    Rule.CLIENT_FILE,
                    source,
                    entry.line(),
                    entry.column(),
                    moves ? Action.CHANGED : Action.MANUAL,
                    moves ? MOVES : STAYS)));
      }
    }
  }
}
