package io.github.mcpmigrate.samples.interop.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.mcpmigrate.samples.interop.node.NodeTools;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A run of the official conformance suite against a server. */
public final class Conformance {

  private static final Duration RUN = Duration.ofMinutes(5);
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The suite leaves a folder per scenario: {@code server-NAME-TIME}. */
  private static final Pattern RESULT = Pattern.compile("server-(.+)-\\d{4}-\\d\\d-\\d\\dT.*");

  /** Releases of the suite, as {@code package.json} installs them. */
  public enum Suite {
    RELEASED("0.1.16", "conformance-0.1", "--suite", "all"),
    NEXT("0.2.0-alpha.12", "conformance-0.2", "--requirements", "2025-11-25");

    private final String version;
    private final String npmName;
    private final List<String> scope;

    Suite(String version, String npmName, String... scope) {
      this.version = version;
      this.npmName = npmName;
      this.scope = List.of(scope);
    }

    /** Its release. */
    public String version() {
      return version;
    }
  }

  /** How many checks of a scenario came out how. */
  public record Checks(int passed, int failed, int warned, String firstFailure) {

    /** Whether one did not pass. */
    public boolean failing() {
      return failed > 0;
    }

    private static Checks of(JsonNode checks) {
      int passed = 0;
      int failed = 0;
      int warned = 0;
      String failure = "";
      for (JsonNode check : checks) {
        switch (check.get("status").asText()) {
          case "SUCCESS" -> passed++;
          case "WARNING" -> warned++;
          case "FAILURE" -> {
            failed++;
            failure =
                failure.isEmpty()
                    ? check.get("id").asText() + ": " + check.path("errorMessage").asText()
                    : failure;
          }
          default -> {} // INFO and SKIPPED say nothing about the server.
        }
      }
      return new Checks(passed, failed, warned, failure);
    }
  }

  private Conformance() {}

  /**
   * Runs every scenario of the suite for 2025-11-25; returns the checks by scenario.
   *
   * @param endpoint of Streamable HTTP
   */
  public static Map<String, Checks> run(Suite suite, URI endpoint)
      throws IOException, InterruptedException {
    NodeTools tools = NodeTools.installed();
    Path output = Files.createTempDirectory(tools.folder(), suite.npmName + "-");
    // By name: the suite's DNS rebinding scenario is about localhost.
    String url = "http://localhost:%d%s".formatted(endpoint.getPort(), endpoint.getPath());
    String[] args =
        Stream.concat(
                Stream.of("server", "--url", url, "-o", output.toString()), suite.scope.stream())
            .toArray(String[]::new);
    Process process =
        tools
            .script("node_modules/" + suite.npmName + "/dist/index.js", args)
            .redirectErrorStream(true)
            .redirectOutput(output.resolve("output.txt").toFile())
            .start();
    if (!process.waitFor(RUN.toSeconds(), TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("The suite did not end; its output is in " + output);
    }
    // Its exit code is not asked for: it knows nothing of the failures that are expected.
    return results(output);
  }

  private static Map<String, Checks> results(Path output) throws IOException {
    Map<String, Checks> results = new TreeMap<>();
    try (Stream<Path> folders = Files.list(output)) {
      for (Path folder : folders.toList()) {
        Matcher name = RESULT.matcher(folder.getFileName().toString());
        if (name.matches()) {
          JsonNode checks = JSON.readTree(folder.resolve("checks.json").toFile());
          results.put(name.group(1), Checks.of(checks));
        }
      }
    }
    return results;
  }
}
