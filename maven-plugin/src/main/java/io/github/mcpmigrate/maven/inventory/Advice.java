package io.github.mcpmigrate.maven.inventory;

import io.github.mcpmigrate.maven.report.Action;
import io.github.mcpmigrate.maven.report.Rule;
import io.github.mcpmigrate.maven.report.Stack;
import io.github.mcpmigrate.maven.report.Verdict;
import io.github.mcpmigrate.maven.report.Verdict.Tally;
import io.github.mcpmigrate.maven.report.Way;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What stands on top of a report: how many of what, which way to go, and what to type next. */
final class Advice {

  private static final Set<Rule> SERVERS =
      Set.of(
          Rule.SERVER_CONSTRUCTION,
          Rule.SERVER_SUBCLASS,
          Rule.SERVER_OWN_TRANSPORT,
          Rule.SERVER_HAND_WRITTEN,
          Rule.SERVER_SPRING_AI,
          Rule.SERVER_QUARKUS,
          Rule.SERVER_FRAMEWORK,
          Rule.COMPILED_SERVER);

  private static final Set<Rule> CLIENTS =
      Set.of(
          Rule.CLIENT_CONSTRUCTION,
          Rule.CLIENT_SUBCLASS,
          Rule.CLIENT_LANGCHAIN4J,
          Rule.CLIENT_FRAMEWORK,
          Rule.CONFIG_SPRING_AI_CLIENT,
          Rule.CONFIG_QUARKUS_CLIENT,
          Rule.COMPILED_CLIENT);

  private static final String BY_KIND = "see docs/assess.md for each kind";

  private final Path root;
  private final List<Use> uses;
  private final List<String> versions;
  private final Assessor.Commands commands;

  Advice(Path root, List<Use> uses, List<String> versions, Assessor.Commands commands) {
    this.root = root;
    this.uses = uses;
    this.versions = versions;
    this.commands = commands;
  }

  Verdict verdict() {
    List<Tally> servers = tally(SERVERS);
    List<Tally> clients = tally(CLIENTS);
    int tests =
        (int)
            uses.stream()
                .filter(Use::isTest)
                .filter(use -> SERVERS.contains(use.rule()) || CLIENTS.contains(use.rule()))
                .count();
    if (uses.isEmpty()) {
      return new Verdict(
          servers,
          clients,
          tests,
          versions,
          Way.NOTHING,
          "No use of MCP over HTTP+SSE was found.",
          "nothing to run");
    }
    Way way = way(servers);
    return new Verdict(servers, clients, tests, versions, way, because(way, servers), next(way));
  }

  private Way way(List<Tally> servers) {
    if (uses.stream().allMatch(use -> use.stack().filter(Stack.COMPILED::equals).isPresent())) {
      return Way.BYTECODE;
    }
    if (!servers.isEmpty() && servers.stream().allMatch(tally -> tally.stack() == Stack.SOLON)) {
      return Way.CUT_OVER;
    }
    if (servers.stream().anyMatch(tally -> tally.stack().isMigrated())) {
      return Way.DUAL;
    }
    if (servers.stream().anyMatch(tally -> tally.stack() != Stack.QUARKUS)) {
      return Way.GATEWAY;
    }
    return servers.isEmpty() && moves() ? Way.CUT_OVER : Way.BY_HAND;
  }

  private boolean moves() {
    return uses.stream().anyMatch(use -> use.finding().action() == Action.CHANGED);
  }

  private String because(Way way, List<Tally> servers) {
    return switch (way) {
      case BYTECODE ->
          uses.stream().anyMatch(use -> use.finding().action() == Action.MANUAL)
              ? "Only compiled code uses HTTP+SSE here. A server serves both transports, with no source"
                  + " touched, when it is started with the agent or its archive is transformed: see"
                  + " docs/transform.md."
              : "Only compiled code uses HTTP+SSE here, none of which the agent or transform can"
                  + " help.";
      case DUAL ->
          "Nobody can see from here which clients are out there: serve both transports until the last"
              + " one has moved.";
      case GATEWAY ->
          "No recipe moves servers of these kinds yet, and the gateway that is to serve Streamable HTTP"
              + " in front of them is not released yet.";
      case CUT_OVER ->
          servers.isEmpty()
              ? "There are only clients here: each moves when its server speaks Streamable HTTP."
              : "Solon serves one transport at a time: its servers move together with their clients.";
      default ->
          servers.isEmpty()
              ? "Nothing here moves by itself."
              : "Newer releases of Quarkus MCP serve both transports: raise the release, and tell"
                  + " clients the new URL.";
    };
  }

  private String next(Way way) {
    if (way == Way.BYTECODE) {
      return uses.stream()
          .flatMap(use -> use.archive().stream())
          .findFirst()
          .map(archive -> commands.transform(CompiledUse.arguments(archive)))
          .orElse("run this goal where the sources are");
    }
    if (way != Way.DUAL && !moves()) {
      return BY_KIND;
    }
    String command = commands.migrate(way == Way.DUAL ? "dual" : "streamable");
    return Files.exists(root.resolve("pom.xml"))
        ? command
        : "with Gradle, see docs/gradle.md; with Maven, in the folder of the build: " + command;
  }

  private List<Tally> tally(Set<Rule> rules) {
    Map<Stack, Integer> counts = new EnumMap<>(Stack.class);
    uses.stream()
        .filter(use -> rules.contains(use.rule()) && !use.isTest())
        .flatMap(use -> use.stack().stream())
        .forEach(stack -> counts.merge(stack, 1, Integer::sum));
    return counts.entrySet().stream()
        .map(entry -> new Tally(entry.getKey(), entry.getValue()))
        .toList();
  }
}
