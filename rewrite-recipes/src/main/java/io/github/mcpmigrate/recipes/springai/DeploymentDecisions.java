package io.github.mcpmigrate.recipes.springai;

import io.github.mcpmigrate.recipes.configuration.ConfigurationDocument;
import io.github.mcpmigrate.recipes.configuration.KeyChanges;
import io.github.mcpmigrate.recipes.configuration.KeyPath;
import io.github.mcpmigrate.table.LegacySseUses.Action;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.openrewrite.SourceFile;

/**
 * Decides what becomes of keys that do not stand in the application's own files. These override
 * those: an HTTP+SSE that is chosen here counts even if the application chose otherwise, and a
 * protocol is not added, since the application's own file has it.
 *
 * @param drops whether servers on both transports lose HTTP+SSE
 */
record DeploymentDecisions(Deployments deployments, SpringAiMove move, boolean drops) {

  static final KeyPath COMPAT = KeyPath.of("mcp.compat");

  private static final ConfigurationDocument ELSEWHERE =
      new ConfigurationDocument(
          0, Optional.empty(), Map.of(ServerKeys.PROTOCOL, VariableScope.ELSEWHERE));

  /**
   * What becomes of a document's keys.
   *
   * @param left what is to be said in place of doing it, if it is not done
   */
  record Decision(KeyChanges changes, Optional<Action> left, String reason) {

    private static final Decision NOTHING = done(new KeyChanges());

    private static Decision done(KeyChanges changes) {
      return new Decision(changes, Optional.empty(), "");
    }
  }

  /**
   * What becomes of the keys of a server.
   *
   * @param folder what an image is built from, if known
   */
  Decision server(ConfigurationDocument document, SourceFile file, Optional<Path> folder) {
    boolean compat = drops && document.hasBelow(COMPAT);
    if (!document.hasBelow(ServerKeys.SERVER) && !compat
        || document.value(ServerKeys.STDIO).filter("true"::equalsIgnoreCase).isPresent()) {
      return Decision.NOTHING;
    }
    Optional<String> protocol = document.value(ServerKeys.PROTOCOL);
    Optional<String> question = question(document);
    boolean unknown = question.isPresent();
    boolean sse = ServerKeys.choosesSse(document);
    boolean other =
        protocol.isPresent()
            && !sse
            && !unknown
            && !(drops && protocol.filter(ServerKeys.STREAMABLE::equalsIgnoreCase).isPresent());
    KeyChanges changes = unknown ? asking(question.get()) : changes(document);
    if (other || changes.isEmpty()) {
      return Decision.NOTHING;
    }
    Deployments.Ruling ruling = deployments.servers(file, folder, drops, move);
    return switch (ruling.verdict()) {
      case MOVES ->
          unknown ? new Decision(changes, Optional.of(Action.MANUAL), "") : Decision.done(changes);
      case SETTLED -> sse && !drops && !ruling.stdio() ? Decision.done(changes) : Decision.NOTHING;
      case STAYS -> new Decision(changes, Optional.of(Action.MANUAL), ruling.reason());
      case FOREIGN ->
          document.hasBelow(ServerKeys.SERVER)
              ? new Decision(changes, Optional.of(Action.UNKNOWN), ruling.reason())
              : Decision.NOTHING;
    };
  }

  /** What a person has to decide first about the protocol. */
  private static Optional<String> question(ConfigurationDocument document) {
    boolean elsewhere =
        document.value(ServerKeys.PROTOCOL).filter(VariableScope::isPlaceholder).isPresent();
    return ServerKeys.question(elsewhere ? ELSEWHERE : document);
  }

  private static KeyChanges asking(String question) {
    KeyChanges changes = new KeyChanges();
    changes.comment(ServerKeys.PROTOCOL, question);
    return changes;
  }

  private KeyChanges changes(ConfigurationDocument document) {
    KeyChanges changes =
        document.hasBelow(ServerKeys.SERVER)
            ? ServerKeys.changes(document, false, move)
            : new KeyChanges();
    if (drops) {
      document.values().keySet().stream()
          .filter(key -> key.startsWith(COMPAT))
          .forEach(changes::remove);
    }
    return changes;
  }

  /** What becomes of the keys of clients. */
  Decision clients(ConfigurationDocument document, SourceFile file, Optional<Path> folder) {
    if (!ClientKeys.areIn(document)) {
      return Decision.NOTHING;
    }
    KeyChanges changes = ClientKeys.changes(document, move, deployments.ownEndpoints(move));
    Deployments.Ruling ruling =
        deployments.clients(file, folder, ClientKeys.mayBeOfThisProject(document), drops, move);
    return switch (ruling.verdict()) {
      case MOVES, SETTLED -> Decision.done(changes);
      case STAYS -> new Decision(changes, Optional.of(Action.MANUAL), ruling.reason());
      case FOREIGN -> new Decision(changes, Optional.of(Action.UNKNOWN), ruling.reason());
    };
  }
}
