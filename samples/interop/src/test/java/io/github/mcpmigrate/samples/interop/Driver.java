package io.github.mcpmigrate.samples.interop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A run of {@code driver.mjs}: the official TypeScript SDK client. */
final class Driver implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Process process;
  private final Path errors;

  private Driver(Process process, Path errors) {
    this.process = process;
    this.errors = errors;
  }

  /** Starts a scenario with one client of version 1 for each of these transports. */
  static Driver start(String scenario, ServerProcess server, Transport... transports)
      throws IOException, InterruptedException {
    return start("typescript-v1", scenario, server, transports);
  }

  /**
   * Starts a scenario with one client for each of these transports.
   *
   * @param client the script beside {@code driver.mjs} that brings the client
   */
  static Driver start(String client, String scenario, ServerProcess server, Transport... transports)
      throws IOException, InterruptedException {
    NodeTools tools = NodeTools.installed();
    List<String> args = new ArrayList<>(List.of(client, scenario));
    for (Transport transport : transports) {
      args.add(server.endpoint(transport).toString());
      args.add(transport.driverName());
    }
    Path errors = Files.createTempFile(tools.folder(), client + "-" + scenario + "-", ".log");
    return new Driver(
        tools
            .script("driver.mjs", args.toArray(String[]::new))
            .redirectError(errors.toFile())
            .start(),
        errors);
  }

  /** Runs a scenario to its end and returns what it printed, by step. */
  static Map<String, JsonNode> run(String scenario, ServerProcess server, Transport... transports)
      throws IOException, InterruptedException {
    return run("typescript-v1", scenario, server, transports);
  }

  /** Runs a scenario with these clients to its end and returns what it printed, by step. */
  static Map<String, JsonNode> run(
      String client, String scenario, ServerProcess server, Transport... transports)
      throws IOException, InterruptedException {
    try (Driver driver = start(client, scenario, server, transports)) {
      return driver.finish();
    }
  }

  /** Sends the line that the scenario waits for. */
  void proceed() throws IOException {
    try (Writer input = process.outputWriter(StandardCharsets.UTF_8)) {
      input.write("go\n");
    }
  }

  /** Waits for the end and returns what was printed, by step. */
  @SuppressWarnings("try") // The limit works by being there.
  Map<String, JsonNode> finish() throws IOException, InterruptedException {
    Map<String, JsonNode> steps = new LinkedHashMap<>();
    try (ProcessLimit limit = ProcessLimit.of(process);
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line; (line = output.readLine()) != null; ) {
        JsonNode step = JSON.readTree(line);
        steps.put(step.get("step").asText(), step);
      }
      int exit = process.waitFor();
      if (exit != 0) {
        throw new AssertionError(
            "The driver ended with %d after %s:\n%s"
                .formatted(exit, steps.keySet(), Files.readString(errors)));
      }
    }
    return steps;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
