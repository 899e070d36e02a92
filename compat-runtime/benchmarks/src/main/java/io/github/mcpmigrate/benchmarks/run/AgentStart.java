package io.github.mcpmigrate.benchmarks.run;

import static io.github.mcpmigrate.benchmarks.run.Table.figure;

import io.github.mcpmigrate.benchmarks.server.EmptyAgent;
import io.github.mcpmigrate.benchmarks.server.HelloWorld;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the agent costs when a program starts, beside no agent and one that does nothing. The three
 * take turns, so that what else the machine does falls on all alike; differences and ratios are
 * those of one round.
 */
final class AgentStart {

  private static final Pattern STARTED =
      Pattern.compile("^Hello$|Started .* in .* seconds \\(process running for [\\d.]+\\)");

  private static final int RUNS_OF_HELLO_WORLD = 5;

  private final List<String> java;
  private final Options options;
  private final List<String> agents;
  private final Path helloWorld;

  private AgentStart(Options options, Path empty, Path helloWorld) {
    this.options = options;
    this.helloWorld = helloWorld;
    java = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    agents = List.of("", "-javaagent:" + empty, "-javaagent:" + options.agent());
  }

  static Table run(Options options) throws IOException {
    Table table =
        new Table("start", "without", "empty agent", "ours", "ours over empty", "ours to without");
    Path empty = Files.createTempFile("empty-agent", ".jar");
    // Not on this benchmark's class path: the JVM would look for the agent in its thirty jars
    // first.
    Path helloWorld = Files.createTempFile("hello-world", ".jar");
    try {
      write(empty, EmptyAgent.class, "Premain-Class");
      write(helloWorld, HelloWorld.class, "Main-Class");
      AgentStart starts = new AgentStart(options, empty, helloWorld);
      starts.rows(table, "Hello World", null);
      for (Path jar : options.bootJars()) {
        starts.rows(table, jar.getFileName().toString(), jar);
      }
    } finally {
      Files.delete(empty);
      Files.delete(helloWorld);
    }
    return table;
  }

  /** Writes a jar of one class, which an attribute of its manifest names. */
  private static void write(Path jar, Class<?> one, String attribute) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue(attribute, one.getName());
    String name = one.getName().replace('.', '/') + ".class";
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest)) {
      out.putNextEntry(new JarEntry(name));
      out.write(one.getResourceAsStream("/" + name).readAllBytes());
    }
  }

  /**
   * @param jar of a Spring Boot application; null is Hello World
   */
  private void rows(Table table, String label, Path jar) throws IOException {
    for (String agent : agents) {
      // Into the page cache.
      start(jar, agent);
    }
    int rounds = options.rounds() * (jar == null ? RUNS_OF_HELLO_WORLD : 1);
    Start[][] starts = new Start[agents.size()][rounds];
    for (int round = 0; round < rounds; round++) {
      for (int turn = 0; turn < agents.size(); turn++) {
        int contender = (round + turn) % agents.size();
        starts[contender][round] = start(jar, agents.get(contender));
      }
    }
    row(table, label + ", ms", starts, Start::millis);
    row(table, label + ", CPU ms", starts, Start::cpuMillis);
  }

  private static void row(
      Table table, String label, Start[][] starts, ToDoubleFunction<Start> figure) {
    double[][] found =
        Arrays.stream(starts)
            .map(each -> Arrays.stream(each).mapToDouble(figure).toArray())
            .toArray(double[][]::new);
    double[] overEmpty = new double[found[0].length];
    double[] toWithout = new double[found[0].length];
    for (int round = 0; round < overEmpty.length; round++) {
      overEmpty[round] = found[2][round] - found[1][round];
      toWithout[round] = found[2][round] / found[0][round];
    }
    table.row(
        label,
        figure(median(found[0]), 0),
        figure(median(found[1]), 0),
        figure(median(found[2]), 0),
        spread(overEmpty, 1),
        spread(toWithout, 3));
  }

  /**
   * @param millis on the wall, until the program says that it is there
   * @param cpuMillis of all threads that it has then; not a number where nobody tells
   */
  private record Start(double millis, double cpuMillis) {}

  private Start start(Path jar, String agent) throws IOException {
    List<String> command = new ArrayList<>(java);
    if (!agent.isEmpty()) {
      command.add(agent);
    }
    if (jar == null) {
      command.addAll(List.of("-jar", helloWorld.toString()));
    } else {
      command.addAll(List.of("-jar", jar.toString(), "--server.port=0"));
      command.add("--server.address=127.0.0.1");
    }
    long begin = System.nanoTime();
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (BufferedReader out = process.inputReader()) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        if (STARTED.matcher(line).find()) {
          double millis = (System.nanoTime() - begin) / 1e6;
          return new Start(millis, cpuMillis(process.pid()));
        }
      }
    } finally {
      process.destroyForcibly().onExit().join();
    }
    throw new IOException("Did not start: " + String.join(" ", command));
  }

  /** Finer than what the JDK tells of a process, which are hundredths of a second. */
  private static double cpuMillis(long pid) {
    double nanos = 0;
    try (Stream<Path> threads = Files.list(Path.of("/proc", Long.toString(pid), "task"))) {
      for (Path thread : threads.toList()) {
        nanos += Double.parseDouble(Files.readString(thread.resolve("schedstat")).split(" ")[0]);
      }
    } catch (IOException e) {
      return Double.NaN;
    }
    return nanos / 1e6;
  }

  /** The median, and between which two values the middle half lies. */
  private static String spread(double[] values, int decimals) {
    double median = median(values);
    return figure(median, decimals)
        + " ("
        + figure(values[values.length / 4], decimals)
        + " to "
        + figure(values[values.length - 1 - values.length / 4], decimals)
        + ")";
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    int middle = values.length / 2;
    return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
  }
}
