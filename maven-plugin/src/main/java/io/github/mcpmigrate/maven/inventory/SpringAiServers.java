package io.github.mcpmigrate.maven.inventory;

import io.github.mcpmigrate.maven.inventory.Reading.Dependency;
import io.github.mcpmigrate.maven.inventory.Reading.Setting;
import io.github.mcpmigrate.maven.report.Action;
import io.github.mcpmigrate.maven.report.Finding;
import io.github.mcpmigrate.maven.report.Rule;
import io.github.mcpmigrate.maven.report.Stack;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Servers that Spring AI makes: a starter, and keys that may all be absent. An absent protocol is
 * HTTP+SSE in every release up to 2.0.1, whatever its documentation says.
 */
final class SpringAiServers {

  private static final Pattern STARTER =
      Pattern.compile(
          "org\\.springframework\\.ai:(?:spring-ai-starter-mcp-server-web(?:mvc|flux)"
              + "|spring-ai-mcp-server-web(?:mvc|flux)(?:-spring-boot-starter)?)");

  private static final Pattern ALWAYS_READ =
      Pattern.compile("(?:.*/)?(?:application|bootstrap)\\.[a-z]+");

  /** What keeps a build on 1.0: artifacts that have no successor in 1.1. */
  private static final Pattern GONE =
      Pattern.compile(
          "org\\.springframework\\.ai:(?:spring-ai-core|spring-ai-autoconfigure-mcp-(?:server|client)"
              + "|spring-ai-(?!mcp-)[\\w-]+-spring-boot-starter)");

  private static final Pattern KNOWN = Pattern.compile("(?i)SSE|STREAMABLE|STATELESS");

  /** Keys that say that there is a server on HTTP+SSE where no starter is in sight. */
  private static final Set<String> OF_SSE = Set.of("sseendpoint", "ssemessageendpoint");

  private final Reading reading;
  private final Modules modules;

  SpringAiServers(Reading reading, Modules modules) {
    this.reading = reading;
    this.modules = modules;
  }

  /** The findings about all of them; their endpoints become known to the reading. */
  List<Use> uses() {
    Set<String> candidates = new TreeSet<>();
    modules.dependencies().stream()
        .filter(SpringAiServers::isStarter)
        .forEach(starter -> candidates.add(BuildFile.folderOf(starter.file())));
    reading.settings.stream()
        .filter(setting -> !Use.isTest(setting.file()))
        .forEach(setting -> candidates.add(modules.of(setting.file())));
    List<Use> uses = new ArrayList<>();
    candidates.forEach(module -> look(module, uses));
    return uses;
  }

  private static boolean isStarter(Dependency dependency) {
    return !dependency.managed() && STARTER.matcher(dependency.coordinates()).matches();
  }

  private void look(String module, List<Use> uses) {
    List<Setting> settings =
        reading.settings.stream()
            .filter(setting -> modules.of(setting.file()).equals(module))
            .filter(setting -> !Use.isTest(setting.file()))
            .toList();
    Optional<Dependency> starter =
        modules.find(module, SpringAiServers::isStarter).filter(found -> inMain(found, module));
    Optional<Setting> chosen =
        settings.stream()
            .filter(one -> one.key().equals("protocol") && one.value().equalsIgnoreCase("SSE"))
            .findFirst();
    settings.stream()
        .filter(one -> one.key().equals("protocol") && !KNOWN.matcher(one.value()).matches())
        .forEach(
            one ->
                uses.add(
                    Use.of(
                        Rule.SERVER_SPRING_AI,
                        finding(
                            Rule.SERVER_SPRING_AI,
                            one,
                            Action.MANUAL,
                            one.value().contains("$")
                                ? "whoever sets this value has to set STREAMABLE"
                                : "Spring AI does not know this value and serves nothing: write SSE,"
                                    + " STREAMABLE or STATELESS"),
                        Stack.SPRING_AI)));
    boolean otherwise =
        settings.stream().anyMatch(one -> one.key().equals("protocol") && isAlwaysRead(one));
    boolean stdio =
        settings.stream()
            .anyMatch(
                one ->
                    one.key().equals("stdio") && one.value().equals("true") && isAlwaysRead(one));
    boolean evidence = settings.stream().anyMatch(one -> OF_SSE.contains(one.key()));
    boolean serves = starter.isPresent() || evidence || chosen.isPresent();
    if (!serves || stdio || otherwise && chosen.isEmpty()) {
      return;
    }
    if (settings.isEmpty()
        && starter.isPresent()
        && !BuildFile.folderOf(starter.get().file()).equals(module)) {
      return;
    }
    report(module, settings, starter, chosen, uses);
  }

  /** A starter of a parent counts where there are keys for it. */
  private static boolean inMain(Dependency starter, String module) {
    String folder = BuildFile.folderOf(starter.file());
    return folder.isEmpty() || (module + "/").startsWith(folder + "/");
  }

  private static boolean isAlwaysRead(Setting setting) {
    return ALWAYS_READ.matcher(setting.file()).matches();
  }

  private void report(
      String module,
      List<Setting> settings,
      Optional<Dependency> starter,
      Optional<Setting> chosen,
      List<Use> uses) {
    String version = starter.map(modules::version).orElse("");
    boolean tooOld = version.startsWith("1.0.") || version.startsWith("0.");
    Optional<Dependency> gone =
        modules.dependencies().stream()
            .filter(one -> tooOld && GONE.matcher(one.coordinates()).matches())
            .findFirst();
    Action action = gone.isPresent() ? Action.MANUAL : Action.CHANGED;
    String fate =
        gone.isPresent()
            ? "stays on Spring AI " + version + ": 1.1 has no " + gone.get().artifact()
            : "protocol becomes STREAMABLE"
                + (tooOld ? ", after Spring AI " + version + " is raised to 1.1" : "")
                + (version.isEmpty()
                    ? ", unless what is not in this tree decides on a Spring AI before 1.1"
                    : "");
    Optional<Setting> first =
        chosen.or(() -> settings.stream().filter(one -> OF_SSE.contains(one.key())).findFirst());
    Finding server =
        first
            .map(one -> finding(Rule.SERVER_SPRING_AI, one, action, fate))
            .or(
                () ->
                    starter.map(
                        one ->
                            Reading.finding(
                                Rule.SERVER_SPRING_AI,
                                one.file(),
                                one.line(),
                                1,
                                one.snippet(),
                                action,
                                "no key chooses a protocol, which means HTTP+SSE; " + fate)))
            .orElseThrow();
    uses.add(Use.of(Rule.SERVER_SPRING_AI, server, Stack.SPRING_AI));
    settings.stream()
        .filter(one -> first.isEmpty() || one != first.get())
        .filter(one -> fateOf(one).isPresent())
        .forEach(
            one ->
                uses.add(
                    Use.of(
                        Rule.CONFIG_SPRING_AI_SERVER,
                        finding(
                            Rule.CONFIG_SPRING_AI_SERVER, one, action, fateOf(one).orElseThrow()),
                        Stack.SPRING_AI)));
    endpoint(settings, "sseendpoint", Endpoint.DEFAULT_SSE);
    endpoint(settings, "ssemessageendpoint", Endpoint.DEFAULT_MESSAGE);
  }

  private void endpoint(List<Setting> settings, String key, String absent) {
    if (settings.stream().noneMatch(one -> one.key().equals(key))) {
      reading.endpoints.add(absent);
    }
  }

  private static Optional<String> fateOf(Setting setting) {
    return Optional.ofNullable(
        switch (setting.key()) {
          case "protocol" -> setting.value().equalsIgnoreCase("SSE") ? "becomes STREAMABLE" : null;
          case "sseendpoint", "ssemessageendpoint", "baseurl" ->
              "goes with HTTP+SSE, and stays where both are served";
          case "keepaliveinterval" -> "becomes streamable-http.keep-alive-interval";
          default -> null;
        });
  }

  private static Finding finding(Rule rule, Setting setting, Action action, String reason) {
    return Reading.finding(
        rule, setting.file(), setting.line(), 1, setting.snippet(), action, reason);
  }
}
