package io.github.mcpmigrate.samples.interop.node;

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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A run of {@code driver.mjs}: the official TypeScript SDK client. */
public final class DriverRun implements AutoCloseable {

  private static final Pattern LINE =
      Pattern.compile("\\{\"step\":\"([^\"]*)\".*}", Pattern.DOTALL);

  private final Process process;
  private final Path errors;
  private final ProcessLimit limit;
  private final BufferedReader output;
  private final Map<String, String> steps = new LinkedHashMap<>();

  private DriverRun(Process process, Path errors) {
    this.process = process;
    this.errors = errors;
    this.limit = ProcessLimit.of(process);
    this.output = process.inputReader(StandardCharsets.UTF_8);
  }

  /**
   * Starts a scenario.
   *
   * @param client the script beside {@code driver.mjs} that brings the client
   * @param endpoints for each client the URL, and {@code sse} or {@code streamable}
   */
  public static DriverRun start(String client, String scenario, List<String> endpoints)
      throws IOException, InterruptedException {
    return start(client, scenario, endpoints, Map.of());
  }

  /**
   * Starts a scenario.
   *
   * @param client the script beside {@code driver.mjs} that brings the client
   * @param endpoints for each client the URL, and {@code sse} or {@code streamable}
   * @param environment of the process, beside this one's
   */
  public static DriverRun start(
      String client, String scenario, List<String> endpoints, Map<String, String> environment)
      throws IOException, InterruptedException {
    NodeTools tools = NodeTools.installed();
    List<String> args = new ArrayList<>(List.of(client, scenario));
    args.addAll(endpoints);
    Path errors = Files.createTempFile(tools.folder(), client + "-" + scenario + "-", ".log");
    ProcessBuilder builder = tools.script("driver.mjs", args.toArray(String[]::new));
    builder.environment().putAll(environment);
    return new DriverRun(builder.redirectError(errors.toFile()).start(), errors);
  }

  /** Sends the line that the scenario waits for. */
  public void proceed() throws IOException {
    try (Writer input = process.outputWriter(StandardCharsets.UTF_8)) {
      input.write("go\n");
    }
  }

  /** Waits for a step and returns what was printed of it: JSON. */
  public String await(String step) throws IOException, InterruptedException {
    while (!steps.containsKey(step)) {
      if (!read()) {
        throw brokenOff(process.waitFor());
      }
    }
    return steps.get(step);
  }

  /** Waits for the end and returns what was printed, by step: JSON. */
  public Map<String, String> finish() throws IOException, InterruptedException {
    while (read()) {
      // Kept by its step.
    }
    int exit = process.waitFor();
    if (exit != 0) {
      throw brokenOff(exit);
    }
    return steps;
  }

  private boolean read() throws IOException {
    String line = output.readLine();
    if (line == null) {
      return false;
    }
    Matcher step = LINE.matcher(line);
    if (!step.matches()) {
      throw new AssertionError("The driver printed " + line);
    }
    steps.put(step.group(1), line);
    return true;
  }

  private AssertionError brokenOff(int exit) throws IOException {
    return new AssertionError(
        "The driver ended with %d after %s:\n%s"
            .formatted(exit, steps.keySet(), Files.readString(errors)));
  }

  @Override
  public void close() throws IOException {
    limit.close();
    output.close();
  }
}
