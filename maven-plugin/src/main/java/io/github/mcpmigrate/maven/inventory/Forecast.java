package io.github.mcpmigrate.maven.inventory;

import io.github.mcpmigrate.maven.inventory.Reading.Dependency;
import io.github.mcpmigrate.maven.report.Action;
import io.github.mcpmigrate.maven.report.Finding;
import io.github.mcpmigrate.maven.report.Rule;
import io.github.mcpmigrate.maven.report.Stack;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What {@code migrate} will do about what all files together show. It follows the recipes' own
 * rules: servers move together or not at all, and no client moves away from a server that stays.
 */
final class Forecast {

  private static final Set<Rule> SERVERS =
      Set.of(Rule.SERVER_CONSTRUCTION, Rule.SERVER_SUBCLASS, Rule.SERVER_TYPE);

  private static final Set<Rule> CLIENTS =
      Set.of(
          Rule.CLIENT_CONSTRUCTION,
          Rule.CLIENT_TYPE,
          Rule.CLIENT_LANGCHAIN4J,
          Rule.CLIENT_FRAMEWORK,
          Rule.CONFIG_SPRING_AI_CLIENT,
          Rule.CONFIG_QUARKUS_CLIENT);

  private static final Set<Rule> FOLLOWERS =
      Set.of(Rule.PATH_ACCESS_RULE, Rule.PATH_MAPPING, Rule.CLIENT_FILE);

  /** The URL of a host with a name that has a dot: on another machine. */
  private static final Pattern ELSEWHERE =
      Pattern.compile("https?://(?!\\d+\\.)[\\w-]+(?:\\.[\\w-]+)+(?![\\w.-]*\\$)");

  private final Reading reading;
  private final Modules modules;

  Forecast(Reading reading, Modules modules) {
    this.reading = reading;
    this.modules = modules;
  }

  /** The uses that are left when all is weighed, by file, line and column. */
  List<Use> uses() {
    List<Use> uses = new ArrayList<>(reading.uses);
    uses.addAll(new SpringAiServers(reading, modules).uses());
    uses.addAll(quarkus());
    uses = owned(uses);
    uses.removeIf(use -> !isServed(use));
    Optional<Finding> obstacle = obstacle(uses);
    if (obstacle.isPresent()) {
      String because =
          "stays, as do all servers of the project, because of "
              + obstacle.get().file()
              + ":"
              + obstacle.get().line();
      uses.replaceAll(use -> SERVERS.contains(use.rule()) ? stays(use, because) : use);
    } else {
      uses = meetingBeans(uses);
    }
    uses = clients(uses);
    boolean moves =
        uses.stream()
            .anyMatch(
                use ->
                    (SERVERS.contains(use.rule())
                            || use.rule() == Rule.SERVER_SPRING_AI
                            || use.rule() == Rule.SERVER_QUARKUS)
                        && use.finding().action() == Action.CHANGED);
    if (!moves) {
      uses.replaceAll(
          use ->
              FOLLOWERS.contains(use.rule())
                  ? stays(use, "follows by hand: no server moves here that it could follow")
                  : use);
    }
    return distinct(uses);
  }

  /** Classes of the project's own under the SDK's names, which are never touched. */
  private List<Use> owned(List<Use> uses) {
    List<Use> all = new ArrayList<>(uses);
    all.replaceAll(
        use ->
            reading.declared.contains(use.type())
                ? stays(use, "this project has its own copy of " + use.type())
                : use);
    return all;
  }

  private boolean isServed(Use use) {
    return use.paths().isEmpty()
        || use.paths().get().stream()
            .anyMatch(path -> !path.isEmpty() && reading.endpoints.contains(path));
  }

  private static Optional<Finding> obstacle(List<Use> uses) {
    return uses.stream()
        .filter(
            use ->
                use.rule() == Rule.SERVER_OBSTACLE
                    || use.rule() == Rule.SERVER_OWN_COPY
                    || use.rule() == Rule.OTHER_LANGUAGE
                    || use.rule() == Rule.SERVER_SUBCLASS
                        && use.finding().action() == Action.MANUAL)
        .map(Use::finding)
        .min(BY_PLACE);
  }

  /** Beans of one module would meet at the one endpoint of Streamable HTTP. */
  private List<Use> meetingBeans(List<Use> uses) {
    Map<String, Integer> beans = new HashMap<>();
    uses.stream()
        .filter(use -> isServerBean(use))
        .forEach(use -> beans.merge(modules.of(use.finding().file()), 1, Integer::sum));
    List<Use> all = new ArrayList<>(uses);
    all.replaceAll(
        use ->
            isServerBean(use) && beans.get(modules.of(use.finding().file())) > 1
                ? stays(
                    use,
                    "beans of one module would meet at one endpoint; with -DkeepUrl=true each keeps its"
                        + " path")
                : use);
    return all;
  }

  private static boolean isServerBean(Use use) {
    return use.bean() && use.rule() == Rule.SERVER_CONSTRUCTION && !use.isTest();
  }

  private List<Use> clients(List<Use> uses) {
    Optional<Use> staying =
        uses.stream()
            .filter(use -> SERVERS.contains(use.rule()) || use.rule() == Rule.SERVER_SPRING_AI)
            .filter(use -> use.finding().action() != Action.CHANGED)
            .findFirst();
    String because =
        staying.isPresent()
            ? "stays, because the project's own server does"
            : reading.streamableClients.isEmpty()
                ? ""
                : "stays, because the project has clients on Streamable HTTP too, and code that chooses"
                    + " would have the same one twice";
    List<Use> all = new ArrayList<>(uses);
    if (!because.isEmpty()) {
      all.replaceAll(
          use -> CLIENTS.contains(use.rule()) && isBound(use, staying) ? stays(use, because) : use);
    }
    return all;
  }

  /**
   * A connection of Spring AI is bound to what stays only if it may be one to the server itself.
   */
  private static boolean isBound(Use use, Optional<Use> staying) {
    return use.rule() != Rule.CONFIG_SPRING_AI_CLIENT
        || staying.isPresent() && !ELSEWHERE.matcher(use.finding().snippet()).find();
  }

  private static Use stays(Use use, String because) {
    return use.finding().action() == Action.CHANGED
        ? use.with(use.finding().with(Action.MANUAL, because))
        : use;
  }

  /** The old artifact of Quarkus serves HTTP+SSE beside Streamable HTTP, or alone before 1.2. */
  private List<Use> quarkus() {
    List<Use> uses = new ArrayList<>();
    for (Dependency one : modules.dependencies()) {
      if (one.coordinates().equals("io.quarkiverse.mcp:quarkus-mcp-server-sse") && !one.managed()) {
        uses.add(
            Use.of(
                Rule.SERVER_QUARKUS,
                Reading.finding(
                    Rule.SERVER_QUARKUS,
                    one.file(),
                    one.line(),
                    1,
                    one.snippet(),
                    Action.CHANGED,
                    "becomes quarkus-mcp-server-http, from 1.8 on, if the build's Quarkus is 3.27 or newer;"
                        + " it serves Streamable HTTP at /mcp beside /mcp/sse"),
                Stack.QUARKUS));
        reading.endpoints.addAll(List.of("/mcp/sse", "/mcp/messages"));
      }
    }
    return uses;
  }

  static final Comparator<Finding> BY_PLACE =
      Comparator.comparing(Finding::file)
          .thenComparingInt(Finding::line)
          .thenComparingInt(Finding::column)
          .thenComparing(Finding::rule);

  private static List<Use> distinct(List<Use> uses) {
    Set<String> seen = new HashSet<>();
    return uses.stream()
        .sorted(Comparator.comparing(Use::finding, BY_PLACE))
        .filter(use -> seen.add(use.rule() + " " + use.finding().position()))
        .toList();
  }
}
