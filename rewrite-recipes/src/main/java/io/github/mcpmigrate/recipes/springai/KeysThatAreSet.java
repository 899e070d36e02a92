package io.github.mcpmigrate.recipes.springai;

import io.github.mcpmigrate.recipes.configuration.ConfigurationDocument;
import io.github.mcpmigrate.recipes.configuration.KeyChanges;
import io.github.mcpmigrate.recipes.configuration.KeyPath;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openrewrite.Cursor;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.kotlin.tree.K;

/** Lets strings such as {@code "spring.ai.mcp.server.protocol=SSE"} in code follow. */
record KeysThatAreSet(CodeKeys keys, CodeFindings findings) {

  /** The strings of an attribute: one, or several in braces. */
  static List<Expression> strings(Expression value) {
    if (value instanceof J.NewArray array && array.getInitializer() != null) {
      return array.getInitializer();
    }
    return value instanceof K.ListLiteral list ? list.getElements() : List.of(value);
  }

  /** Edits the value of an attribute; null if none of its strings is left. */
  @Nullable Expression follow(Expression value, Cursor cursor) {
    if (value instanceof J.NewArray array && array.getInitializer() != null) {
      List<Expression> edited = follow(array.getInitializer(), false, cursor);
      return edited.isEmpty() ? null : array.withInitializer(edited);
    }
    if (value instanceof K.ListLiteral list) {
      List<Expression> edited = follow(list.getElements(), false, cursor);
      return edited.isEmpty() ? null : list.withElements(edited);
    }
    List<Expression> edited = follow(List.of(value), false, cursor);
    if (edited.isEmpty()) {
      return null;
    }
    if (edited.size() > 1) {
      findings.manual(cursor, value.printTrimmed(cursor), "set as well: " + print(edited, cursor));
      return value;
    }
    return edited.get(0);
  }

  private static String print(List<Expression> strings, Cursor cursor) {
    return String.join(", ", strings.stream().map(string -> string.printTrimmed(cursor)).toList());
  }

  /**
   * What becomes of strings with keys and values.
   *
   * @param alone whether there is no other configuration
   */
  List<Expression> follow(List<Expression> strings, boolean alone, Cursor cursor) {
    InlineProperties properties = new InlineProperties(strings);
    ConfigurationDocument document = properties.document();
    if (keys.serverStays().isPresent() && CodeKeys.hasLegacy(document)) {
      findings.manual(cursor, ServerKeys.PREFIX, keys.serverStays().get());
      return strings;
    }
    if (ClientKeys.areIn(document) && keys.clientStays(document).isPresent()) {
      findings.manual(cursor, ClientKeys.CONNECTIONS.toString(), keys.clientStays(document).get());
      return strings;
    }
    KeyChanges server = keys.server(document, alone);
    KeyChanges client = keys.client(document);
    if (alone
        && keys.serverMoves()
        && document.hasBelow(ServerKeys.SERVER)
        && document.value(ServerKeys.PROTOCOL).isEmpty()
        && !server.added().containsKey("protocol")) {
      findings.manual(
          cursor,
          ServerKeys.PREFIX,
          "this context reads no configuration file, and without "
              + ServerKeys.PREFIX
              + ".protocol Spring AI serves HTTP+SSE");
    }
    if (!properties.canFollow(server) || !properties.canFollow(client)) {
      findings.manual(
          cursor,
          print(strings, cursor),
          "a value is computed that would have to be written for another key");
      return strings;
    }
    report(document, server, ServerKeys.PREFIX, cursor);
    report(document, client, ClientKeys.PREFIX, cursor);
    List<Expression> edited =
        properties.change(server, ServerKeys.PREFIX).change(client, ClientKeys.PREFIX).entries();
    return same(edited, strings) ? strings : edited;
  }

  private static boolean same(List<Expression> one, List<Expression> other) {
    if (one.size() != other.size()) {
      return false;
    }
    for (int i = 0; i < one.size(); i++) {
      if (one.get(i) != other.get(i)) {
        return false;
      }
    }
    return true;
  }

  private void report(
      ConfigurationDocument document, KeyChanges changes, String prefix, Cursor cursor) {
    for (KeyPath key : document.values().keySet()) {
      if (key.startsWith(KeyPath.of(prefix))) {
        changes
            .question(key)
            .ifPresentOrElse(
                question -> findings.manual(cursor, key.toString(), question),
                () ->
                    changes
                        .fate(key)
                        .ifPresent(fate -> findings.changed(cursor, key.toString(), fate)));
      }
    }
    changes
        .added()
        .forEach(
            (key, value) -> {
              if (!changes.isMoved(key)) {
                findings.changed(cursor, prefix + "." + key, "is written, with the value " + value);
              }
            });
  }
}
