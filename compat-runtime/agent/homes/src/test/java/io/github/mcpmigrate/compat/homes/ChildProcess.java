package io.github.mcpmigrate.compat.homes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A process with its output in a file; it ends with the test. */
final class ChildProcess implements AutoCloseable {

  static final List<String> SMALL_JVM =
      List.of("-Xmx200m", "-XX:TieredStopAtLevel=1", "-Xshare:auto");

  static final String AGENT = System.getProperty("homes.agent");

  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final Process process;
  private final Path log;

  private ChildProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /**
   * @param folder where its output goes
   */
  static ChildProcess start(Path folder, List<String> command, Consumer<ProcessBuilder> with)
      throws IOException {
    Files.createDirectories(folder);
    Path log = folder.resolve("output.log");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    // What starts the JVM of the tests is not to start this one.
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    with.accept(builder);
    return new ChildProcess(builder.start(), log);
  }

  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  long pid() {
    return process.pid();
  }

  String output() throws IOException {
    return Files.readString(log);
  }

  /** Waits until the output has this, and gives the first group. */
  String await(String pattern) throws Exception {
    Pattern awaited = Pattern.compile(pattern);
    long end = System.nanoTime() + LIMIT.toNanos();
    while (true) {
      boolean alive = process.isAlive();
      Matcher found = awaited.matcher(output());
      if (found.find()) {
        return found.group(found.groupCount() == 0 ? 0 : 1);
      }
      if (!alive || System.nanoTime() > end) {
        throw new AssertionError("No " + pattern + " in:\n" + output());
      }
      isStillAlive();
    }
  }

  /** Waits a moment, for what it does to show; less if it ends. */
  boolean isStillAlive() throws InterruptedException {
    return !process.waitFor(50, TimeUnit.MILLISECONDS);
  }

  /** Waits for its end. */
  int exit() throws Exception {
    if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("Does not end:\n" + output());
    }
    return process.exitValue();
  }

  /** Asks it to end, and waits for that. */
  void stop() throws Exception {
    process.destroy();
    exit();
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
