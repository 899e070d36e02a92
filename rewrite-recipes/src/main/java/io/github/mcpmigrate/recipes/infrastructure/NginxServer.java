package io.github.mcpmigrate.recipes.infrastructure;

import io.github.mcpmigrate.table.LegacySseUses.Action;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Gives the endpoint of Streamable HTTP a location beside that of the event stream, or in its place
 * where HTTP+SSE ends. Only for a location that does nothing but hand on, to the server that takes
 * the messages, with the same rules of access.
 */
final class NginxServer {

  private static final Pattern BLANK_LINE = Pattern.compile("[ \\t]*\\r?\\n[ \\t]*\\r?\\n");

  private final String text;
  private final OwnAddresses own;
  private final InfrastructureFindings findings;
  private final TextEdits edits;
  private final List<NginxLocation> locations;

  private NginxServer(
      String text,
      OwnAddresses own,
      InfrastructureFindings findings,
      TextEdits edits,
      NginxBlock block) {
    this.text = text;
    this.own = own;
    this.findings = findings;
    this.edits = edits;
    this.locations = block.blocks().stream().flatMap(b -> NginxLocation.of(b).stream()).toList();
  }

  /** Looks at each block of a file that has locations. */
  static void lookAt(
      String text, OwnAddresses own, InfrastructureFindings findings, TextEdits edits) {
    NginxBlock.read(text)
        .ifPresent(
            file ->
                file.all().stream()
                    .filter(block -> !block.is("location"))
                    .map(block -> new NginxServer(text, own, findings, edits, block))
                    .filter(server -> !server.locations.isEmpty())
                    .forEach(NginxServer::look));
  }

  private void look() {
    boolean ends = false;
    for (NginxLocation location : locations) {
      String becomes = own.events().get(location.path().text());
      if (becomes != null && !location.isRegex() && !becomes.equals(location.path().text())) {
        ends |= events(location, becomes);
      } else if (location.isRegex()
          && own.events().keySet().stream().anyMatch(location::covers)
          && own.in(location.path().text(), true).isPresent()) {
        String event = own.events().keySet().stream().filter(location::covers).findFirst().get();
        if (locations.stream().noneMatch(other -> other.isFor(own.events().get(event)))) {
          left(location, own.events().get(event), "a regular expression is not edited");
        } else if (own.keepsHttpSse()) {
          findings.settle(text, location.block().start());
        }
      }
    }
    for (NginxLocation location : locations) {
      if (ends && !location.isRegex() && own.messages().contains(location.path().text())) {
        messages(location);
      }
    }
  }

  /** Whether nothing of HTTP+SSE is left behind. */
  private boolean events(NginxLocation location, String becomes) {
    Optional<NginxLocation> there = find(other -> other.isFor(becomes));
    Optional<String> obstacle = obstacle(location);
    if (there.isPresent()) {
      if (own.keepsHttpSse()) {
        findings.settle(text, location.block().start());
        return false;
      }
      return drop(location, there.get(), obstacle);
    }
    if (obstacle.isPresent()) {
      left(location, becomes, obstacle.get());
      return false;
    }
    String name = named(location, becomes);
    if (own.keepsHttpSse()) {
      int end = location.block().end();
      int line = text.indexOf('\n', end);
      int at = line < 0 ? text.length() : line;
      boolean alone = text.substring(end, at).strip().matches("(#.*)?");
      int place = alone ? end + text.substring(end, at).stripTrailing().length() : end;
      edits.replace(place, place, gap(location) + copy(location, becomes, name));
      say(location, Action.CHANGED, "gets " + name + " beside it, with the same directives");
      return false;
    }
    replace(location, becomes);
    say(location, Action.CHANGED, "becomes " + name);
    return true;
  }

  private boolean drop(NginxLocation location, NginxLocation there, Optional<String> obstacle) {
    String becomes = there.path().text();
    boolean ours =
        location.block().end() < there.block().start()
            && text.substring(location.block().end(), there.block().start()).isBlank()
            && Stream.of(named(location, becomes), named("=", becomes))
                .map(name -> copy(location, becomes, name))
                .anyMatch(text.substring(there.block().start(), there.block().end())::equals);
    if (!ours || obstacle.isPresent()) {
      say(
          location,
          Action.MANUAL,
          "is no longer served, and " + there.name() + " is there: delete this");
      return false;
    }
    edits.replace(location.block().start(), there.block().start(), "");
    say(location, Action.CHANGED, "goes: " + there.name() + " is there");
    return true;
  }

  /** Messages of HTTP+SSE come no more. */
  private void messages(NginxLocation location) {
    if (location.obstacle().isPresent()) {
      say(location, Action.MANUAL, "is no longer served: delete this");
      return;
    }
    int start = location.block().start();
    int lineStart = text.lastIndexOf('\n', start - 1);
    boolean ownLine = text.substring(lineStart + 1, start).isBlank();
    Matcher before = Pattern.compile("(?:\\r?\\n[ \\t]*)+$").matcher(text.substring(0, start));
    int from = ownLine && before.find() ? before.start() : start;
    edits.replace(from, location.block().end(), "");
    say(location, Action.CHANGED, "goes: messages go to the MCP endpoint");
  }

  /** Why a location is not edited. */
  private Optional<String> obstacle(NginxLocation location) {
    return location
        .obstacle()
        .map(what -> "what holds of " + what + " is a question of its own")
        .or(
            () ->
                location.uri().isEmpty() || location.uri().equals(location.path().text())
                    ? Optional.empty()
                    : Optional.of("the upstream is asked for another path"))
        .or(
            () ->
                own.messages().stream()
                    .flatMap(path -> differs(location, path).stream())
                    .findFirst());
  }

  /** What is other about the location that takes messages. */
  private Optional<String> differs(NginxLocation location, String path) {
    NginxLocation messages = chosen(path).orElse(null);
    if (messages == null || messages.host().isEmpty() || !messages.host().equals(location.host())) {
      // Whoever has no messages is no server of ours; one of several paths may be another's.
      return own.messages().size() > 1
              && own.messages().stream()
                  .anyMatch(
                      other -> chosen(other).flatMap(NginxLocation::host).equals(location.host()))
          ? Optional.empty()
          : Optional.of("messages are not handed on to the same server");
    }
    return messages.obstacle().isPresent() || !messages.access().equals(location.access())
        ? Optional.of("other rules hold for messages")
        : Optional.empty();
  }

  /** The location that nginx chooses for a path, as far as that is certain. */
  private Optional<NginxLocation> chosen(String path) {
    Optional<NginxLocation> exact = find(one -> one.modifier().equals("=") && one.isFor(path));
    Optional<NginxLocation> longest =
        locations.stream()
            .filter(one -> !one.isRegex() && !one.modifier().equals("=") && one.covers(path))
            .max(
                (one, other) ->
                    Integer.compare(one.path().text().length(), other.path().text().length()));
    if (exact.isPresent() || longest.filter(one -> one.modifier().equals("^~")).isPresent()) {
      return exact.or(() -> longest);
    }
    return find(one -> one.isRegex() && one.covers(path)).or(() -> longest);
  }

  private Optional<NginxLocation> find(Predicate<NginxLocation> which) {
    return locations.stream().filter(which).findFirst();
  }

  /** One path alone, where all that begin with it would be taken from another location. */
  private String modifier(NginxLocation location, String becomes) {
    boolean takes =
        own.keepsHttpSse()
            && own.messages().stream()
                .filter(path -> path.startsWith(becomes + "/"))
                .anyMatch(path -> chosen(path).filter(one -> one.isFor(path)).isEmpty());
    return takes ? "=" : location.modifier();
  }

  private String named(NginxLocation location, String becomes) {
    return named(modifier(location, becomes), becomes);
  }

  private static String named(String modifier, String becomes) {
    return "location " + (modifier.isEmpty() ? "" : modifier + " ") + becomes;
  }

  private String copy(NginxLocation location, String becomes, String name) {
    NginxBlock block = location.block();
    StringBuilder copy = new StringBuilder(text.substring(block.start(), block.end()));
    if (!location.uri().isEmpty()) {
      NginxBlock.Word target = location.upstream().orElseThrow().words().get(1);
      int end = target.end() - block.start();
      copy.replace(end - location.uri().length(), end, becomes);
    }
    copy.replace(0, location.path().end() - block.start(), name);
    return copy.toString();
  }

  private void replace(NginxLocation location, String becomes) {
    if (!location.uri().isEmpty()) {
      int end = location.upstream().orElseThrow().words().get(1).end();
      edits.replace(end - location.uri().length(), end, becomes);
    }
    edits.replace(location.path().start(), location.path().end(), becomes);
  }

  /** What stands between two locations here. */
  private String gap(NginxLocation location) {
    int start = location.block().start();
    int line = text.lastIndexOf('\n', start - 1);
    String indent = text.substring(line + 1, start);
    String end = text.contains("\r\n") ? "\r\n" : "\n";
    boolean blank =
        BLANK_LINE.matcher(text.substring(location.block().end())).lookingAt()
            || text.substring(0, line + 1)
                .matches("(?s).*\\n[ \\t]*\\r?\\n(?:[ \\t]*#[^\\n]*\\n)*");
    return (blank ? end : "") + end + (indent.isBlank() ? indent : "");
  }

  private void left(NginxLocation location, String becomes, String why) {
    String snippet = "location " + becomes + " { " + location.inOneLine() + " }";
    say(
        location,
        Action.MANUAL,
        (own.keepsHttpSse() ? "needs this beside it: " : "give its place to this: ")
            + snippet
            + " (not edited, since "
            + why
            + "), for GET, POST and DELETE, unbuffered");
  }

  private void say(NginxLocation location, Action action, String reason) {
    findings.insert(text, location.block().start(), location.name(), "proxy", action, reason);
  }
}
