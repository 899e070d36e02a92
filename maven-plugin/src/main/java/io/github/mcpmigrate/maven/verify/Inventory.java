package io.github.mcpmigrate.maven.verify;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What a server offers over one transport, by name. */
final class Inventory {

  /** A list that a server has. */
  enum Shelf {
    TOOLS("tools", "tools/list", "name"),
    PROMPTS("prompts", "prompts/list", "name"),
    RESOURCES("resources", "resources/list", "uri"),
    TEMPLATES("resourceTemplates", "resources/templates/list", "uriTemplate");

    private final String field;
    private final String method;
    private final String key;

    Shelf(String field, String method, String key) {
      this.field = field;
      this.method = method;
      this.key = key;
    }

    /** Name of the list in the protocol. */
    String field() {
      return field;
    }
  }

  /** A server that has more, or none that ever ends, is not listed further. */
  private static final int MOST_PAGES = 1000;

  private final Map<Shelf, Map<String, Map<String, Object>>> shelves = new EnumMap<>(Shelf.class);

  private Inventory() {}

  /** Asks for all lists, page by page. A list that the server does not know is empty. */
  static Inventory of(Peer peer) throws NoAnswer, InterruptedException {
    Inventory inventory = new Inventory();
    for (Shelf shelf : Shelf.values()) {
      inventory.shelves.put(shelf, items(peer, shelf));
    }
    return inventory;
  }

  Map<String, Map<String, Object>> on(Shelf shelf) {
    return shelves.get(shelf);
  }

  private static Map<String, Map<String, Object>> items(Peer peer, Shelf shelf)
      throws NoAnswer, InterruptedException {
    Map<String, Map<String, Object>> items = new LinkedHashMap<>();
    Set<String> cursors = new HashSet<>();
    Map<String, Object> params = Map.of();
    while (true) {
      Map<String, Object> page;
      try {
        page = peer.request(shelf.method, params);
      } catch (NoAnswer e) {
        if (e.code() == Messages.METHOD_NOT_FOUND && cursors.isEmpty()) {
          return Map.of();
        }
        throw e;
      }
      for (Object item : Json.list(page.get(shelf.field))) {
        Map<String, Object> definition = Json.object(item);
        items.put(String.valueOf(definition.get(shelf.key)), definition);
      }
      if (!(page.get("nextCursor") instanceof String cursor)) {
        return items;
      }
      if (!cursors.add(cursor) || cursors.size() == MOST_PAGES) {
        throw new NoAnswer(
            NoAnswer.Reason.BROKEN, shelf.method + " gives the same cursor again, or no end");
      }
      params = Map.of("cursor", cursor);
    }
  }
}
