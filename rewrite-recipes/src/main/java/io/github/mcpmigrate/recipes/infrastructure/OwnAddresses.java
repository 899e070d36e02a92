package io.github.mcpmigrate.recipes.infrastructure;

import io.github.mcpmigrate.recipes.clientconfig.OwnUrls;
import io.github.mcpmigrate.recipes.sdk.OwnServers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where the project's own servers are on HTTP+SSE, and where on Streamable HTTP.
 *
 * @param events where Streamable HTTP is, by where the event stream is
 * @param messages where messages are taken on HTTP+SSE
 * @param urls the same as addresses
 * @param keepsHttpSse whether HTTP+SSE is served on when the recipes have run
 */
record OwnAddresses(
    Map<String, String> events, Set<String> messages, OwnUrls urls, boolean keepsHttpSse) {

  private static final String HOST =
      "(?:\\$\\{[^}\\s]*}|\\{\\{[^}]*}}|[^\\s\"'`<>|;,()\\[\\]{}\\\\/])";

  private static final Pattern URL =
      Pattern.compile(
          "(?<scheme>https?://)"
              + HOST
              + "+(?<path>/[\\w./-]*)?"
              + "|(?<![\\w/.:$-])(?:localhost|127\\.0\\.0\\.1|0\\.0\\.0\\.0|[A-Za-z][\\w-]*)"
              + ":(?:\\d{2,5}|\\$\\{?\\w+}?)(?<after>/[\\w./-]*)");

  /** An alternative in a regular expression, with what stands before it. */
  private static final Pattern CHOICE =
      Pattern.compile("((?:/[\\w.-]+)*/?)\\((?:\\?:)?([\\w./*-]*(?:\\|[\\w./*-]+)+)\\)");

  /**
   * A place in a line that names an address.
   *
   * @param written as it stands there
   * @param path the one of ours that it ends in
   * @param becomes the same on Streamable HTTP; empty if that has no such address
   * @param url whether it is more than a path
   */
  record Mention(
      int start, int end, String written, String path, Optional<String> becomes, boolean url) {}

  static OwnAddresses of(OwnServers servers) {
    Map<String, String> events = servers.streamablePaths();
    Set<String> messages = new HashSet<>(events.isEmpty() ? Set.of() : servers.messagePaths());
    messages.removeAll(events.keySet());
    messages.removeAll(events.values());
    // Everything, or whatever an application takes at its root.
    messages.removeAll(Set.of("", "/"));
    return new OwnAddresses(
        events,
        Set.copyOf(messages),
        new OwnUrls(events, servers.ports(), servers.whyClientsStay()),
        servers.keepHttpSse());
  }

  /** Whether the project has servers at all. */
  boolean areAny() {
    return events.keySet().stream().anyMatch(path -> path.length() > 1);
  }

  /** Whether a text may name one of these addresses. */
  boolean mayBeIn(String text) {
    return paths().anyMatch(path -> text.contains(path.substring(1)));
  }

  private Stream<String> paths() {
    return Stream.concat(events.keySet().stream(), messages.stream())
        .filter(path -> path.length() > 1 && path.startsWith("/"))
        .sorted(Comparator.comparing(String::length).reversed());
  }

  /**
   * The first event stream that a line names, or else the first place that takes messages.
   *
   * @param alone whether a path counts that is no part of a URL
   */
  Optional<Mention> in(String line, boolean alone) {
    List<Mention> found = new ArrayList<>(urls(line));
    if (alone) {
      found.addAll(choices(line));
      found.addAll(alone(line));
    }
    return found.stream()
        .min(
            Comparator.<Mention, Boolean>comparing(mention -> messages.contains(mention.path()))
                .thenComparing(Mention::start));
  }

  private List<Mention> urls(String line) {
    List<Mention> found = new ArrayList<>();
    Matcher url = URL.matcher(line);
    while (url.find()) {
      String group = url.group("scheme") == null ? "after" : "path";
      String path = url.group(group);
      if (path != null) {
        String plain = path.replaceFirst("[./]+$", "");
        int end = url.end(group) - (path.length() - plain.length());
        own(plain).ifPresent(own -> found.add(mention(line, url.start(), end, own, true)));
      }
    }
    return found;
  }

  private Mention mention(String line, int start, int end, String own, boolean url) {
    String written = line.substring(start, end);
    String head = written.substring(0, written.length() - own.length());
    return new Mention(
        start, end, written, own, Optional.ofNullable(events.get(own)).map(head::concat), url);
  }

  /** The longest path of ours that a path ends in. */
  private Optional<String> own(String path) {
    return paths().filter(path::endsWith).findFirst();
  }

  private List<Mention> choices(String line) {
    List<Mention> found = new ArrayList<>();
    Matcher choice = CHOICE.matcher(line);
    while (choice.find()) {
      for (String one : choice.group(2).split("\\|")) {
        String path = (choice.group(1) + one).replaceFirst("(?:/|\\.)?\\*$|/$", "");
        if (events.containsKey(path) || messages.contains(path)) {
          found.add(
              new Mention(
                  choice.start(),
                  choice.end(),
                  choice.group(),
                  path,
                  Optional.ofNullable(events.get(path)),
                  false));
        }
      }
    }
    return found;
  }

  private List<Mention> alone(String line) {
    String all = paths().map(Pattern::quote).collect(Collectors.joining("|"));
    Matcher path =
        Pattern.compile(
                "(?<![\\w./:}-])(?:/[\\w.-]+)*?(?<own>" + all + ")(?![\\w-])(?!\\.\\w)(?!/\\w)")
            .matcher(line);
    List<Mention> found = new ArrayList<>();
    while (path.find()) {
      found.add(mention(line, path.start(), path.end(), path.group("own"), false));
    }
    return found;
  }
}
