package io.github.mcpmigrate.recipes.springai;

import io.github.mcpmigrate.recipes.McpEndpoint;
import io.github.mcpmigrate.recipes.configuration.ConfigurationDocument;
import io.github.mcpmigrate.recipes.configuration.KeyChanges;
import io.github.mcpmigrate.recipes.configuration.KeyPath;
import java.util.Map;
import java.util.Optional;

/**
 * What becomes of Spring AI's keys in the sources of one module.
 *
 * @param serverMoves whether the module has a server that leaves HTTP+SSE, or gets both transports
 * @param serverStays why it cannot
 * @param clientStays why the module's clients cannot move
 * @param ownServersStay why clients of the project's own servers cannot
 * @param rises whether Spring AI itself is raised from 1.0
 * @param mcpPath where Streamable HTTP is after the move
 * @param ownEndpoints where the build's own servers will have it, by the path of their event stream
 */
record CodeKeys(
    SpringAiMove move,
    boolean serverMoves,
    Optional<String> serverStays,
    Optional<String> clientStays,
    Optional<String> ownServersStay,
    boolean rises,
    String mcpPath,
    Map<String, String> ownEndpoints) {

  private static final KeyPath ENABLED = ServerKeys.SERVER.then("enabled");
  private static final KeyPath CLIENT_SSE = KeyPath.of(ClientKeys.PREFIX).then("sse");

  /** What code gets instead of a key that it reads: another key, or a question for a person. */
  record Read(String key, Optional<String> byDefault, Optional<String> question) {

    private static Read of(String key, String byDefault) {
      return new Read(key, Optional.of(byDefault), Optional.empty());
    }

    private static Read ask(String key, String question) {
      return new Read(key, Optional.empty(), Optional.of(question));
    }
  }

  /** What becomes of keys of servers that are set together. */
  KeyChanges server(ConfigurationDocument document, boolean alone) {
    boolean other =
        document
            .value(ServerKeys.PROTOCOL)
            .filter(value -> !"SSE".equalsIgnoreCase(value))
            .isPresent();
    boolean off =
        document.value(ServerKeys.STDIO).filter("true"::equals).isPresent()
            || document.value(ENABLED).filter("false"::equals).isPresent();
    Optional<String> question = ServerKeys.question(document).filter(text -> serverMoves);
    if (question.isPresent()) {
      KeyChanges changes = new KeyChanges();
      changes.comment(ServerKeys.PROTOCOL, question.get());
      return changes;
    }
    return !serverMoves || other || off || !document.hasBelow(ServerKeys.SERVER)
        ? new KeyChanges()
        : ServerKeys.changes(document, alone && hasLegacy(document), move);
  }

  /** Why the connections that are set together stay. */
  Optional<String> clientStays(ConfigurationDocument document) {
    boolean elsewhere =
        document.values().keySet().stream().anyMatch(ClientKeys::isUrl)
            && !ClientKeys.mayBeOfThisProject(document);
    return elsewhere ? clientStays : anyClientStays();
  }

  /** Why connections stay of which nobody knows where they lead. */
  Optional<String> anyClientStays() {
    return clientStays.or(() -> ownServersStay);
  }

  KeyChanges client(ConfigurationDocument document) {
    return ClientKeys.changes(document, move, ownEndpoints);
  }

  static boolean hasLegacy(ConfigurationDocument document) {
    return document.values().keySet().stream()
        .anyMatch(key -> KeyLiterals.nameServer(ServerKeys.PREFIX + "." + dashed(key)));
  }

  private static String dashed(KeyPath key) {
    return key.length() > ServerKeys.SERVER.length() && key.startsWith(ServerKeys.SERVER)
        ? String.join(".", key.segments().subList(ServerKeys.SERVER.length(), key.length()))
        : "";
  }

  /** What becomes of a key that is read; empty if it stays true. */
  Optional<Read> read(String name, Optional<String> byDefault) {
    KeyPath key = KeyPath.of(name);
    if (key.startsWith(CLIENT_SSE)) {
      return Optional.of(
          anyClientStays().map(reason -> Read.ask(name, reason)).orElse(client(name, byDefault)));
    }
    if (!key.startsWith(ServerKeys.SERVER) || !KeyLiterals.nameServer(name)) {
      return Optional.empty();
    }
    return serverStays
        .map(reason -> Read.ask(name, reason))
        .or(() -> serverMoves ? server(name, byDefault) : Optional.empty());
  }

  private Optional<Read> server(String name, Optional<String> byDefault) {
    KeyPath key = KeyPath.of(name);
    if (key.matches(ServerKeys.PROTOCOL)) {
      return Optional.of(
          Read.ask(name, "the protocol is STREAMABLE from now on, and this depends on it"));
    }
    if (move.keepsSse()) {
      return Optional.empty();
    }
    if (key.matches(ServerKeys.SSE_ENDPOINT)) {
      return Optional.of(Read.of(ServerKeys.PREFIX + ".streamable-http.mcp-endpoint", mcpPath));
    }
    if (key.matches(ServerKeys.KEEP_ALIVE)) {
      return Optional.of(
          new Read(
              ServerKeys.PREFIX + ".streamable-http.keep-alive-interval",
              byDefault,
              Optional.empty()));
    }
    return Optional.of(
        Read.ask(
            name,
            "only HTTP+SSE has "
                + name
                + ", and the configuration loses it: Streamable HTTP has one endpoint, "
                + mcpPath));
  }

  private Read client(String name, Optional<String> byDefault) {
    KeyPath key = KeyPath.of(name);
    ConfigurationDocument read =
        new ConfigurationDocument(
            0, Optional.empty(), Map.of(key, byDefault.orElse(ServerKeys.DEFAULT_SSE_ENDPOINT)));
    KeyChanges changes = ClientKeys.changes(read, move, ownEndpoints);
    String renamed = changes.renamed(KeyPath.ROOT, name);
    boolean isEndpoint = key.segments().get(key.length() - 1).equals("sseendpoint");
    if (key.length() <= ClientKeys.CONNECTIONS.length() + 1) {
      return Read.ask(
          name, "the connections are below " + ClientKeys.PREFIX + ".streamable-http from now on");
    }
    if (changes.question(key).isPresent()) {
      return Read.ask(name, changes.question(key).get());
    }
    return new Read(
        renamed,
        isEndpoint
            ? changes
                .newValue(key)
                .or(() -> Optional.of(move.keepUrl() ? read.value(key).get() : McpEndpoint.DEFAULT))
            : changes.newValue(key).or(() -> byDefault),
        Optional.empty());
  }
}
