package io.github.mcpmigrate.samples.interop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.mcpmigrate.samples.interop.node.DriverRun;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A run of {@code driver.mjs} against the everything server. */
final class Driver implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final DriverRun run;

  private Driver(DriverRun run) {
    this.run = run;
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
    List<String> endpoints = new ArrayList<>();
    for (Transport transport : transports) {
      endpoints.add(server.endpoint(transport).toString());
      endpoints.add(transport.driverName());
    }
    return new Driver(DriverRun.start(client, scenario, endpoints));
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
    run.proceed();
  }

  /** Waits for the end and returns what was printed, by step. */
  Map<String, JsonNode> finish() throws IOException, InterruptedException {
    Map<String, JsonNode> steps = new LinkedHashMap<>();
    for (Map.Entry<String, String> step : run.finish().entrySet()) {
      steps.put(step.getKey(), JSON.readTree(step.getValue()));
    }
    return steps;
  }

  @Override
  public void close() throws IOException {
    run.close();
  }
}
