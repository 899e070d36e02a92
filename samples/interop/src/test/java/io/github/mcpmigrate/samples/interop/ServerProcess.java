package io.github.mcpmigrate.samples.interop;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The everything server, running. */
final class ServerProcess implements AutoCloseable {

  private static final Duration START = Duration.ofSeconds(90);
  private static final Duration STOP = Duration.ofSeconds(20);
  private static final String LISTENING = "listening on ";

  private final Process process;
  private final Path errors;
  private final Path temporary;
  private final String streamablePath;
  private final List<String> lines = new ArrayList<>();
  private boolean ended;
  private final URI base;

  private ServerProcess(Process process, Path errors, Path temporary, String streamablePath) {
    this.process = process;
    this.errors = errors;
    this.temporary = temporary;
    this.streamablePath = streamablePath;
    Thread reader = new Thread(this::read, "server-output");
    reader.setDaemon(true);
    reader.start();
    base = URI.create(await(LISTENING, START).substring(LISTENING.length()));
  }

  /**
   * Starts it and waits until it listens.
   *
   * @param options besides {@code --port 0}
   */
  static ServerProcess start(String... options) throws IOException {
    return start(everything(), List.of(), Transport.STREAMABLE.path(), options);
  }

  /** The same with the agent, which the server knows nothing of: both transports at one URL. */
  static ServerProcess startWithAgent(String... options) throws IOException {
    return start(
        everything(),
        List.of("-javaagent:" + System.getProperty("agent.jar")),
        Transport.SSE.path(),
        options);
  }

  /** Starts a copy of it that serves both transports at one URL. */
  static ServerProcess start(Path jar, String... options) throws IOException {
    return start(jar, List.of(), Transport.SSE.path(), options);
  }

  /** The jar, with the folder of its libraries beside it. */
  static Path everything() {
    return Path.of(System.getProperty("everything.jar"));
  }

  private static ServerProcess start(
      Path jar, List<String> jvmOptions, String streamablePath, String... options)
      throws IOException {
    Path logs = Files.createDirectories(Path.of(System.getProperty("interop.logs")));
    String name = String.join("", options).substring(2);
    Path errors = Files.createTempFile(logs, name + "-", ".log");
    Path temporary = Files.createTempDirectory(logs, name + "-");
    List<String> all = new ArrayList<>(List.of("--port=0"));
    all.addAll(List.of(options));
    List<String> jvm = new ArrayList<>(jvmOptions);
    jvm.add("-Djava.io.tmpdir=" + temporary);
    return new ServerProcess(
        command(jar, all, jvm.toArray(String[]::new)).redirectError(errors.toFile()).start(),
        errors,
        temporary,
        streamablePath);
  }

  /** The server's command line, not started yet. */
  static ProcessBuilder command(List<String> options) {
    return command(everything(), options);
  }

  private static ProcessBuilder command(Path jar, List<String> options, String... jvmOptions) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // It lives for seconds, for which the second compiler does not pay.
    command.addAll(List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of(jvmOptions));
    command.addAll(List.of("-jar", jar.toString()));
    command.addAll(options);
    return new ProcessBuilder(command);
  }

  /** {@code http://127.0.0.1:PORT}. */
  URI base() {
    return base;
  }

  /** The URL of the endpoint that this kind of client is given. */
  URI endpoint(Transport transport) {
    return base.resolve(transport == Transport.STREAMABLE ? streamablePath : transport.path());
  }

  /** Process id. */
  long pid() {
    return process.pid();
  }

  /** Waits for a line of its standard output that begins so. */
  String await(String prefix, Duration atMost) {
    long deadline = System.nanoTime() + atMost.toNanos();
    synchronized (lines) {
      while (true) {
        for (String line : lines) {
          if (line.startsWith(prefix)) {
            return line;
          }
        }
        long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        if (left <= 0 || ended) {
          throw new AssertionError(
              "The server did not print '%s' but %s; its log is %s"
                  .formatted(prefix, lines, errors));
        }
        try {
          lines.wait(left);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new AssertionError("Interrupted while waiting for '" + prefix + "'", e);
        }
      }
    }
  }

  private void read() {
    try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line; (line = output.readLine()) != null; ) {
        synchronized (lines) {
          lines.add(line);
          lines.notifyAll();
        }
      }
    } catch (IOException e) {
      if (process.isAlive()) {
        throw new UncheckedIOException(e);
      }
    } finally {
      synchronized (lines) {
        ended = true;
        lines.notifyAll();
      }
    }
  }

  /** Ends it; it may leave no temporary file behind. */
  @Override
  public void close() throws IOException {
    process.toHandle().destroy();
    try {
      if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("The server did not end when told; its log is " + errors);
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      return;
    }
    try {
      Files.delete(temporary);
    } catch (DirectoryNotEmptyException e) {
      throw new AssertionError("The server left files behind", e);
    }
  }
}
