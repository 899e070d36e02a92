package io.github.mcpmigrate.samples.interop;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The everything server, running. */
final class ServerProcess implements AutoCloseable {

  private static final Duration START = Duration.ofSeconds(30);
  private static final Duration STOP = Duration.ofSeconds(20);
  private static final String LISTENING = "listening on ";

  private final Process process;
  private final Path errors;
  private final List<String> lines = new ArrayList<>();
  private boolean ended;
  private final URI base;

  private ServerProcess(Process process, Path errors) {
    this.process = process;
    this.errors = errors;
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
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-jar",
                System.getProperty("everything.jar"),
                "--port",
                "0"));
    command.addAll(List.of(options));
    Path logs = Files.createDirectories(Path.of(System.getProperty("interop.logs")));
    Path errors = Files.createTempFile(logs, String.join("", options).substring(2) + "-", ".log");
    return new ServerProcess(
        new ProcessBuilder(command).redirectError(errors.toFile()).start(), errors);
  }

  /** {@code http://127.0.0.1:PORT}. */
  URI base() {
    return base;
  }

  /** The URL of the endpoint that this kind of client is given. */
  URI endpoint(Transport transport) {
    return base.resolve(transport.path());
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

  @Override
  public void close() {
    process.toHandle().destroy();
    try {
      if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("The server did not end when told; its log is " + errors);
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
