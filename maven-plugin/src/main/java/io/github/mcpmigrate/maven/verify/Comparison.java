package io.github.mcpmigrate.maven.verify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Whether the server is the same server over every transport. */
final class Comparison {

  private static final int MOST_NAMED = 10;

  private static final String ONE_REGISTRY =
      "Serve both transports from one MCP server, so that there is one registry.";

  /** What one transport said. */
  private record Side(Peer peer, Inventory inventory, List<Said> said) {}

  /**
   * The end of a call.
   *
   * @param result null if there was none
   * @param error why not
   */
  private record Said(Map<String, Object> result, String error) {}

  /** When the events of a call came. */
  private record Heard(Endpoint endpoint, Call call, Arrivals arrivals) {}

  private final Rows rows;
  private final List<Call> calls;
  private final List<Side> sides = new ArrayList<>();
  private final List<Heard> heard = new ArrayList<>();
  private int token;

  Comparison(Rows rows, List<Call> calls) {
    this.rows = rows;
    this.calls = calls;
  }

  /** Asks for the lists and makes the calls. What fails is a row of its own. */
  void take(Peer peer) throws InterruptedException {
    Inventory[] inventory = new Inventory[1];
    rows.run(
        "lists",
        peer.endpoint(),
        () -> {
          inventory[0] = Inventory.of(peer);
          return Finding.pass(counts(inventory[0]));
        });
    List<Said> said = new ArrayList<>();
    for (Call call : calls) {
      said.add(call(peer, call));
      heard.add(new Heard(peer.endpoint(), call, peer.arrivals()));
    }
    if (inventory[0] != null) {
      sides.add(new Side(peer, inventory[0], said));
    }
  }

  /** Compares what was taken, each with the first; what came when, with all others. */
  void compare() {
    for (Heard each : heard) {
      rows.add("buffering", each.endpoint().toString(), buffering(each));
    }
    for (int i = 1; i < sides.size(); i++) {
      compare(sides.get(0), sides.get(i));
    }
    if (sides.size() < 2) {
      rows.add(
          "same-lists",
          sides.isEmpty() ? "-" : sides.get(0).peer().endpoint().toString(),
          Finding.notApplicable("there is no second transport to compare with"));
    }
  }

  private void compare(Side a, Side b) {
    String both = a.peer().endpoint() + " and " + b.peer().endpoint();
    Difference difference = new Difference(a.peer().revision(), b.peer().revision());
    for (Inventory.Shelf shelf : Inventory.Shelf.values()) {
      List<String> differences =
          differences(difference, a.inventory().on(shelf), b.inventory().on(shelf));
      rows.add(
          "same-" + shelf.field(),
          both,
          differences.isEmpty()
              ? Finding.pass(a.inventory().on(shelf).size() + " " + shelf.field() + ", all alike")
              : Finding.fail(
                  differences.size() + " differ: " + String.join("; ", first(differences)),
                  ONE_REGISTRY));
    }
    for (int i = 0; i < calls.size(); i++) {
      rows.add(
          "same-call",
          both,
          compare(calls.get(i).tool(), difference, a.said().get(i), b.said().get(i)));
    }
  }

  private static Finding compare(String tool, Difference difference, Said a, Said b) {
    if (a.error() != null || b.error() != null) {
      return Finding.notApplicable(tool + " has no result on each of them");
    }
    String differs = difference.between(a.result(), b.result());
    return differs == null
        ? Finding.pass(tool + " gives the same result")
        : Finding.fail(
            tool + " differs: " + differs,
            ONE_REGISTRY + " A tool whose result is another one each time proves nothing.");
  }

  private static List<String> first(List<String> differences) {
    return differences.subList(0, Math.min(MOST_NAMED, differences.size()));
  }

  private static List<String> differences(
      Difference difference,
      Map<String, Map<String, Object>> a,
      Map<String, Map<String, Object>> b) {
    List<String> differences = new ArrayList<>();
    a.forEach(
        (name, definition) -> {
          if (!b.containsKey(name)) {
            differences.add(name + " only on the first");
            return;
          }
          String differs = difference.between(definition, b.get(name));
          if (differs != null) {
            differences.add(name + " (" + differs + ")");
          }
        });
    b.keySet().stream()
        .filter(name -> !a.containsKey(name))
        .forEach(name -> differences.add(name + " only on the second"));
    return differences;
  }

  private Said call(Peer peer, Call call) throws InterruptedException {
    Map<String, Object> params = new LinkedHashMap<>();
    params.put("name", call.tool());
    params.put("arguments", call.arguments());
    // So that whoever reports progress does, and the stream has more than one event.
    params.put("_meta", Map.of("progressToken", "verify-" + ++token));
    Said[] said = new Said[1];
    rows.run(
        "call",
        peer.endpoint(),
        () -> {
          try {
            said[0] = new Said(peer.request("tools/call", params), null);
          } catch (NoAnswer e) {
            said[0] = new Said(null, e.getMessage());
            return Finding.fail(
                call.tool() + ": " + e.getMessage(),
                "Call it with arguments that it takes, or give it more time with -Dtimeout.");
          }
          boolean failed = Boolean.TRUE.equals(said[0].result().get("isError"));
          return failed
              ? Finding.warn(
                  call.tool() + " answers with isError",
                  "Call it with arguments that it takes: an error proves little.")
              : Finding.pass(call.tool() + " answers");
        });
    return said[0];
  }

  /**
   * Something on the way holds events back for certain if the same call's events come one by one
   * over another transport. Alone, a tool that reports at its end looks the same.
   */
  private Finding buffering(Heard each) {
    Arrivals arrivals = each.arrivals();
    String tool = each.call().tool();
    if (!arrivals.telling()) {
      return Finding.notApplicable(
          tool
              + " sent too few events over too short a time to tell; call one that reports"
              + " progress");
    }
    String evidence =
        "%d events of %s, the first after %d ms, the last after %d ms"
            .formatted(
                arrivals.events().size(),
                tool,
                arrivals.millis(0),
                arrivals.millis(arrivals.events().size() - 1));
    if (arrivals.apart()) {
      return Finding.pass(evidence);
    }
    return heard.stream()
        .filter(other -> other.call() == each.call() && other.arrivals().apart())
        .findFirst()
        .map(
            other ->
                Finding.fail(
                    "%s: all at the end, while they come one by one over %s"
                        .formatted(evidence, other.endpoint()),
                    SseChecks.BUFFERING))
        .orElseGet(
            () ->
                Finding.warn(
                    evidence + ": perhaps held back, perhaps the tool reports at its end only",
                    SseChecks.BUFFERING + " If the tool is the reason, call another one."));
  }

  private static String counts(Inventory inventory) {
    List<String> counts = new ArrayList<>();
    for (Inventory.Shelf shelf : Inventory.Shelf.values()) {
      counts.add(inventory.on(shelf).size() + " " + shelf.field());
    }
    return String.join(", ", counts);
  }
}
