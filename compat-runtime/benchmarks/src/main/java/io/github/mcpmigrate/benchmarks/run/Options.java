package io.github.mcpmigrate.benchmarks.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the command line can choose.
 *
 * @param contenders who is measured
 * @param parts which of {@code echo}, {@code sleep}, {@code idle} and {@code agent-start} are
 *     measured
 * @param clients how many clients call at the same time
 * @param rounds how often each contender is measured, in turn
 * @param window how long each of those measurements lasts
 * @param warmUp how much CPU time each server has used before the first
 * @param sessions how many idle sessions are opened
 * @param container {@code tomcat} or {@code jetty}, for all but Quarkus
 * @param quarkusJar where the Quarkus application is
 * @param jvmOptions options of every server's JVM
 * @param agent the agent's jar
 * @param bootJars Spring Boot applications to start with the agent and without
 */
record Options(
    Set<Contender> contenders,
    Set<String> parts,
    int clients,
    int rounds,
    Duration window,
    Duration warmUp,
    int sessions,
    String container,
    Path quarkusJar,
    List<String> jvmOptions,
    Path agent,
    List<Path> bootJars) {

  static final String HELP =
      """
      --contenders A,B   of %s; default all
      --parts A,B        of echo, sleep, idle, agent-start; default all but the last
      --clients N        clients that call at the same time; default 64
      --rounds N         measurements of each contender, in turn; default 15
      --seconds N        length of one measurement; default 2
      --warm-up N        seconds of CPU time that each server has used before; default 20
      --sessions N       idle HTTP+SSE sessions; default 10000
      --container NAME   tomcat or jetty; default tomcat
      --quarkus JAR      the Quarkus application; default quarkus/target/quarkus-app/quarkus-run.jar
                         beside the folder of this jar
      --jvm "A B"        options of every server's JVM; default -Xms512m -Xmx512m; the idle sessions
                         get -Xmx4g
      --agent JAR        the agent; default what is built beside the folder of this jar
      --boot-jars A,B    Spring Boot applications to start with the agent, too; default none
      """
          .formatted(
              Arrays.stream(Contender.values())
                  .map(Options::argument)
                  .collect(Collectors.joining(", ")));

  static Options parse(String[] arguments) {
    Arguments given = new Arguments(arguments);
    Set<Contender> contenders = EnumSet.allOf(Contender.class);
    String chosen = given.take("contenders", "");
    if (!chosen.isEmpty()) {
      contenders.removeIf(contender -> !List.of(chosen.split(",")).contains(argument(contender)));
    }
    Options options =
        new Options(
            contenders,
            Set.of(given.take("parts", "echo,sleep,idle").split(",")),
            given.take("clients", 64),
            given.take("rounds", 15),
            Duration.ofSeconds(given.take("seconds", 2)),
            Duration.ofSeconds(given.take("warm-up", 20)),
            given.take("sessions", 10_000),
            given.take("container", "tomcat"),
            Path.of(given.take("quarkus", defaultQuarkusJar().toString())),
            List.of(given.take("jvm", "-Xms512m -Xmx512m").split(" ")),
            Path.of(given.take("agent", defaultAgent().toString())),
            Arrays.stream(given.take("boot-jars", "").split(","))
                .filter(jar -> !jar.isEmpty())
                .map(Path::of)
                .toList());
    given.requireNoneLeft();
    return options;
  }

  private static String argument(Contender contender) {
    return contender.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Path defaultQuarkusJar() {
    return folder().resolveSibling(Path.of("quarkus", "target", "quarkus-app", "quarkus-run.jar"));
  }

  private static Path defaultAgent() {
    Path built = folder().resolve(Path.of("..", "..", "agent", "target")).normalize();
    try (Stream<Path> files = Files.list(built)) {
      return files
          .filter(
              file ->
                  file.getFileName()
                      .toString()
                      .matches("mcp-compat-agent-[\\d.]+(-SNAPSHOT)?\\.jar"))
          .findFirst()
          .orElse(built);
    } catch (IOException e) {
      return built;
    }
  }

  /** That of this jar. */
  private static Path folder() {
    return Path.of(System.getProperty("java.class.path")).toAbsolutePath().getParent();
  }
}
