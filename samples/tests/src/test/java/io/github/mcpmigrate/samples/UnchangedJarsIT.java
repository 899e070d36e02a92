package io.github.mcpmigrate.samples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.mcpmigrate.samples.interop.conformance.Conformance;
import io.github.mcpmigrate.samples.interop.conformance.Conformance.Checks;
import io.github.mcpmigrate.samples.interop.node.DriverRun;
import io.modelcontextprotocol.client.transport.HttpClientSseClientTransport;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The built jars of the samples as they were before: HTTP+SSE by themselves, both transports at the
 * one URL when they are started with the agent or transformed. What no sample has a tool for
 * (elicitation, roots) is asked of the everything server in {@code UnchangedServersIT}.
 */
class UnchangedJarsIT {

  private static final ObjectMapper JSON = JsonMapper.builder().build();

  /** Which samples go through the conformance suite before and after, or all. */
  private static final List<String> CONFORMANCE =
      List.of(System.getProperty("samples.conformance").split(","));

  /** Built once; nothing here changes them. */
  private static final Map<Sample, Project> BUILT = new ConcurrentHashMap<>();

  /** How a jar that serves HTTP+SSE comes to serve both. */
  enum Way {
    AGENT {
      @Override
      List<String> command(Project project, Sample sample) {
        String agent = "-javaagent:" + System.getProperty("agent.jar");
        return Project.java(List.of(agent), project.file("target/" + sample.jar()), sample.port());
      }
    },
    TRANSFORMED {
      @Override
      List<String> command(Project project, Sample sample) throws Exception {
        return Project.java(List.of(), transformed(project, sample), sample.port());
      }
    };

    /** How the server is started. */
    abstract List<String> command(Project project, Sample sample) throws Exception;

    RunningServer start(Sample sample) throws Exception {
      Project project = built(sample);
      return RunningServer.start(command(project, sample), project.file("target"));
    }
  }

  private static Project built(Sample sample) throws Exception {
    // The tests run two at a time.
    synchronized (sample) {
      Project project = BUILT.get(sample);
      if (project == null) {
        project = sample.copy("before", "before");
        RunningServer.build(project);
        BUILT.put(sample, project);
      }
      return project;
    }
  }

  /** The jar, as transform writes it, by itself or beside a folder of libraries. */
  private static Path transformed(Project project, Sample sample) throws Exception {
    Path folder = project.file("target/transformed");
    Path jar = folder.resolve(sample.jar());
    synchronized (sample) {
      if (!Files.exists(folder)) {
        Files.createDirectory(folder);
        transform(project, project.file("target/" + sample.jar()), jar);
        if (Files.exists(project.file("target/lib"))) {
          transform(project, project.file("target/lib"), folder.resolve("lib"));
        }
      }
    }
    return jar;
  }

  private static void transform(Project project, Path from, Path to) throws Exception {
    Path agent = Path.of(System.getProperty("agent.jar"));
    Project.Result run =
        project.run(Project.java(List.of(), agent, from.toString(), to.toString()));
    assertThat(run.exit()).as(run.output()).isZero();
  }

  static Stream<Arguments> samples() {
    return Arrays.stream(Sample.values())
        .filter(Sample::onSdk)
        .flatMap(sample -> Arrays.stream(Way.values()).map(way -> Arguments.of(sample, way)));
  }

  static Stream<Arguments> samplesForConformance() {
    return samples()
        .filter(
            pair ->
                CONFORMANCE.contains("all")
                    || CONFORMANCE.contains(((Sample) pair.get()[0]).folder()));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "HANDWRITTEN")
  void aloneItServesHttpSse(Sample sample) throws Exception {
    Project project = built(sample);
    try (RunningServer server =
        RunningServer.start(project.java(sample.jar(), sample.port()), project.file("target"))) {
      sample.assertAnswers(httpSse(server, sample));
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void clientsOfBothTransportsCallItsTools(Sample sample, Way way) throws Exception {
    try (RunningServer server = way.start(sample)) {
      sample.assertAnswers(httpSse(server, sample));
      sample.assertAnswers(
          HttpClientStreamableHttpTransport.builder(server.url())
              .endpoint(sample.ssePath())
              .build());
      String arguments = JSON.writeValueAsString(sample.call().arguments());
      for (String transport : List.of("sse", "streamable")) {
        Map<String, String> steps =
            driver("calling", server, sample, sample.call().name(), arguments, transport);
        assertThat(json(steps, "tools").get("names"))
            .anyMatch(name -> name.asText().equals(sample.call().name()));
        assertThat(json(steps, "call").path("text").asText())
            .as(steps.toString())
            .contains(sample.answer());
      }
    }
  }

  private static HttpClientSseClientTransport httpSse(RunningServer server, Sample sample) {
    return HttpClientSseClientTransport.builder(server.url()).sseEndpoint(sample.ssePath()).build();
  }

  /** The server asks the client's model, over the client's transport. */
  @ParameterizedTest
  @EnumSource
  void theServerOfNotesAsksEitherClientsModel(Way way) throws Exception {
    try (RunningServer server = way.start(Sample.NOTES)) {
      for (String transport : List.of("sse", "streamable")) {
        Map<String, String> steps =
            driver("calling", server, Sample.NOTES, "summarize", "{}", transport);
        assertThat(json(steps, "call").path("text").asText())
            .as(steps.toString())
            .isEqualTo("by " + transport);
      }
    }
  }

  /** Two clients of each transport, and one of them makes the server offer another tool. */
  @ParameterizedTest
  @EnumSource
  void clientsOfBothTransportsHearOnceOfANewTool(Way way) throws Exception {
    try (RunningServer server = way.start(Sample.NOTES)) {
      Map<String, String> steps =
          driver(
              "offering",
              server,
              Sample.NOTES,
              "enable_extra",
              "search",
              "streamable",
              "sse",
              "streamable",
              "sse");
      assertThat(steps).hasSize(4);
      for (String step : steps.keySet()) {
        assertThat(json(steps, step).get("before").asBoolean()).as(step).isFalse();
        assertThat(json(steps, step).get("after").asBoolean()).as(step).isTrue();
        assertThat(json(steps, step).get("told").asInt()).as(step).isOne();
      }
    }
  }

  /** Whatever passes after the sources have been migrated passes here. */
  @ParameterizedTest
  @MethodSource("samplesForConformance")
  void asManyScenariosPassAsOfTheMigratedSources(Sample sample, Way way) throws Exception {
    Project migrated = sample.copy("after", "after");
    Set<String> after;
    try (RunningServer server = RunningServer.of(migrated, sample.jar(), sample.port())) {
      after = passing(URI.create(server.url() + "/mcp"));
      server.kill();
    }
    try (RunningServer server = way.start(sample)) {
      Set<String> unchanged = passing(URI.create(server.url() + sample.ssePath()));
      server.kill();
      System.out.printf(
          "conformance %-18s %d scenarios pass unchanged (%s), %d of the migrated sources; besides: %s%n",
          sample.folder(), unchanged.size(), way, after.size(), without(unchanged, after));
      assertThat(without(after, unchanged)).isEmpty();
      assertThat(unchanged).contains("server-initialize", "ping", "tools-list");
    }
  }

  private static Set<String> without(Set<String> all, Set<String> some) {
    Set<String> rest = new TreeSet<>(all);
    rest.removeAll(some);
    return rest;
  }

  private static Set<String> passing(URI endpoint) throws Exception {
    Map<String, Checks> results = Conformance.run(Conformance.Suite.NEXT, endpoint);
    return results.entrySet().stream()
        .filter(scenario -> !scenario.getValue().failing())
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @AfterAll
  static void count() {
    System.out.printf(
        "%d samples of %d were put to the conformance suite, before and after;"
            + " -Dsamples.conformance=all does it with each%n",
        samplesForConformance().count() / Way.values().length,
        samples().count() / Way.values().length);
  }

  /**
   * Runs a scenario of {@code driver.mjs} to its end.
   *
   * @param options what the scenario wants, and then the transports
   */
  private static Map<String, String> driver(
      String scenario, RunningServer server, Sample sample, String... options) throws Exception {
    List<String> arguments = new ArrayList<>();
    for (String option : options) {
      if (option.equals("sse") || option.equals("streamable")) {
        arguments.add(server.url() + sample.ssePath());
      }
      arguments.add(option);
    }
    try (DriverRun run = DriverRun.start("typescript-v1", scenario, arguments)) {
      return run.finish();
    }
  }

  private static JsonNode json(Map<String, String> steps, String step) throws Exception {
    assertThat(steps).containsKey(step);
    return JSON.readTree(steps.get(step));
  }
}
