package io.github.mcpmigrate.recipes.infrastructure;

import io.github.mcpmigrate.recipes.clientconfig.OwnUrls;
import io.github.mcpmigrate.recipes.infrastructure.HealthCommand.Word;
import io.github.mcpmigrate.recipes.infrastructure.Leaves.Leaf;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openrewrite.SourceFile;

/**
 * Gives health checks that ask an event stream the health endpoint to ask, if there is one, if they
 * do nothing else, and if they are of a program that this project builds.
 */
final class HealthChecks {

  private static final Pattern HEALTHCHECK =
      Pattern.compile(
          "(?im)^HEALTHCHECK\\b(?:\\s|\\\\\\r?\\n|--[\\w-]+=\\S+)*CMD\\s+((?:[^\\n\\\\]|\\\\\\r?\\n|\\\\.)*)");

  private static final Pattern ITEM = Pattern.compile("\"([^\"\\\\]*)\"");

  /** What a Dockerfile takes from this project. */
  private static final Pattern BUILT_HERE =
      Pattern.compile(
          "(?im)^(?:COPY|ADD)\\b(?!.*--from).*(?:\\.jar|target|build/|src|pom\\.xml|\\s\\.\\s)");

  private static final Pattern PROBE = Pattern.compile("(?:liveness|readiness|startup)Probe");

  private static final Pattern HOST = Pattern.compile("(?:https?://)?[^/]+");

  /** A place to edit, and what it says afterwards. */
  record Change(int start, int end, String written, String becomes) {}

  private final OwnAddresses own;
  private final HealthEndpoints endpoints;
  private final SourceFile file;
  private final Path folder;
  private final List<Change> changes = new ArrayList<>();

  HealthChecks(OwnAddresses own, HealthEndpoints endpoints, SourceFile file) {
    this.own = own;
    this.endpoints = endpoints;
    this.file = file;
    this.folder = Optional.ofNullable(file.getSourcePath().getParent()).orElse(Path.of(""));
  }

  /** Those that can be edited. */
  List<Change> changes(DeployedFile kind, String text) {
    boolean template = text.contains("{{");
    switch (kind) {
      case IMAGE -> image(text);
      case COMPOSE -> compose();
      case MANIFEST -> {
        if (!template) {
          kubernetes();
        }
      }
      default -> {}
    }
    return changes;
  }

  private void image(String text) {
    Matcher check = HEALTHCHECK.matcher(text);
    Optional<HealthEndpoint> endpoint = endpoints.in(folder).endpoint();
    if (endpoint.isEmpty() || !BUILT_HERE.matcher(text).find()) {
      return;
    }
    while (check.find()) {
      String command = check.group(1);
      Optional<Word> url =
          command.startsWith("[")
              ? HealthCommand.url(items(command, check.start(1)))
              : HealthCommand.url(command, check.start(1));
      url.ifPresent(word -> url(word, endpoint.get().path()));
    }
  }

  private static List<Word> items(String list, int offset) {
    List<Word> words = new ArrayList<>();
    Matcher item = ITEM.matcher(list);
    while (item.find()) {
      words.add(new Word(item.group(1), offset + item.start(1)));
    }
    return words;
  }

  private void compose() {
    for (Map.Entry<List<String>, List<Leaf>> service : groups(3).entrySet()) {
      List<Leaf> leaves = service.getValue();
      List<Leaf> test =
          leaves.stream()
              .filter(leaf -> leaf.keys().size() >= 5)
              .filter(leaf -> leaf.keys().subList(3, 5).equals(List.of("healthcheck", "test")))
              .toList();
      Optional<HealthEndpoint> endpoint =
          value(leaves, 3, "build")
              .or(() -> value(leaves, 3, "build", "context"))
              .map(context -> endpoints.builtIn(folder.resolve(context).normalize()))
              .or(() -> value(leaves, 3, "image").map(endpoints::inImage))
              .flatMap(HealthEndpoints.Answer::endpoint);
      if (!test.isEmpty() && endpoint.isPresent()) {
        command(test, endpoint.get().path());
      }
    }
  }

  /**
   * A command as compose has it: a line for a shell, or a list whose first item says what it is.
   */
  private void command(List<Leaf> test, String path) {
    Leaf first = test.get(0);
    Optional<Word> url = Optional.empty();
    if (first.keys().size() == 5) {
      url = HealthCommand.url(first.text(), first.start());
    } else if (first.text().equals("CMD-SHELL") && test.size() == 2) {
      url = HealthCommand.url(test.get(1).text(), test.get(1).start());
    } else if (first.text().equals("CMD")) {
      url = HealthCommand.url(words(test.subList(1, test.size())));
    }
    url.ifPresent(word -> url(word, path));
  }

  private static List<Word> words(List<Leaf> leaves) {
    return leaves.stream().map(leaf -> new Word(leaf.text(), leaf.start())).toList();
  }

  private void kubernetes() {
    Map<List<String>, List<Leaf>> probes = new LinkedHashMap<>();
    List<Leaf> all = Leaves.of(file);
    for (Leaf leaf : all) {
      for (int i = 0; i < leaf.keys().size(); i++) {
        if (PROBE.matcher(leaf.keys().get(i)).matches()) {
          probes.computeIfAbsent(leaf.keys().subList(0, i + 1), k -> new ArrayList<>()).add(leaf);
        }
      }
    }
    probes.forEach(
        (keys, leaves) -> {
          int depth = keys.size();
          List<String> container = keys.subList(0, depth - 1);
          List<String> image = new ArrayList<>(container);
          image.add("image");
          all.stream()
              .filter(leaf -> leaf.keys().equals(image))
              .findFirst()
              .flatMap(leaf -> endpoints.inImage(leaf.text()).endpoint())
              .ifPresent(endpoint -> probe(leaves, depth, endpoint, keys.get(depth - 1)));
        });
  }

  private void probe(List<Leaf> leaves, int depth, HealthEndpoint endpoint, String probe) {
    boolean headers = leaves.stream().anyMatch(leaf -> leaf.keys().contains("httpHeaders"));
    for (Leaf leaf : leaves) {
      List<String> rest = leaf.keys().subList(depth, leaf.keys().size());
      if (rest.equals(List.of("httpGet", "path")) && !headers && isOwn(leaf.text())) {
        changes.add(new Change(leaf.start(), leaf.end(), leaf.text(), endpoint.path(probe)));
      }
    }
    List<Leaf> command =
        leaves.stream()
            .filter(leaf -> leaf.keys().size() > depth + 1)
            .filter(
                leaf -> leaf.keys().subList(depth, depth + 2).equals(List.of("exec", "command")))
            .toList();
    HealthCommand.url(words(command)).ifPresent(word -> url(word, endpoint.path(probe)));
  }

  /** The values of a file by the first of their keys. */
  private Map<List<String>, List<Leaf>> groups(int depth) {
    Map<List<String>, List<Leaf>> groups = new LinkedHashMap<>();
    for (Leaf leaf : Leaves.of(file)) {
      if (leaf.keys().size() > depth) {
        groups.computeIfAbsent(leaf.keys().subList(0, depth), k -> new ArrayList<>()).add(leaf);
      }
    }
    return groups;
  }

  private static Optional<String> value(List<Leaf> leaves, int depth, String... keys) {
    return leaves.stream()
        .filter(leaf -> leaf.keys().subList(depth, leaf.keys().size()).equals(List.of(keys)))
        .map(Leaf::text)
        .findFirst();
  }

  private void url(Word word, String path) {
    Matcher host = HOST.matcher(word.text());
    boolean near =
        host.lookingAt()
            && isOwn(word.text().substring(host.end()))
            && own.urls().owner(withScheme(word.text(), host.group())) == OwnUrls.Owner.OWN;
    if (near) {
      changes.add(
          new Change(
              word.start(), word.start() + word.text().length(), word.text(), host.group() + path));
    }
  }

  /** A message path is as near as the event stream beside it. */
  private String withScheme(String url, String host) {
    String event = own.events().keySet().iterator().next();
    return InfrastructureLines.withScheme(url.equals(host) ? url : host + event);
  }

  private boolean isOwn(String path) {
    return own.events().containsKey(path) || own.messages().contains(path);
  }
}
