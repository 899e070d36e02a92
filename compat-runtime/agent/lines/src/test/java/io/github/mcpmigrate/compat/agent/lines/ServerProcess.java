package io.github.mcpmigrate.compat.agent.lines;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** A legacy server in a Java of its own, started with the agent. */
final class ServerProcess implements AutoCloseable {

  private static final String LISTENING = "listening on ";
  private static final int KEPT_LINES = 2000;
  private static final long LIMIT_SECONDS = 120;

  private final Process process;
  private final Path folder;
  private final List<String> output = new ArrayList<>();
  private final CompletableFuture<Integer> port = new CompletableFuture<>();
  private final CompletableFuture<Void> closed = new CompletableFuture<>();
  private final Thread reader;

  private ServerProcess(Process process, Path folder) {
    this.process = process;
    this.folder = folder;
    reader = new Thread(this::read, "output of " + process.pid());
    reader.setDaemon(true);
    reader.start();
  }

  /**
   * Returns once it listens.
   *
   * @param arguments of the server, after the folder that it may write to
   */
  static ServerProcess start(Jdk jdk, Program program, String... arguments) throws Exception {
    Path folder = Files.createTempDirectory("legacy");
    List<String> command =
        new ArrayList<>(
            List.of(
                jdk.java().toString(),
                "-javaagent:" + System.getProperty("agent.jar"),
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-Xmx128m",
                "-cp",
                CompiledServers.classPath(program),
                "legacy." + program.main(),
                folder.toString()));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    ServerProcess server = new ServerProcess(process, folder);
    try {
      server.port.get(LIMIT_SECONDS, TimeUnit.SECONDS);
      return server;
    } catch (Exception e) {
      server.close();
      throw new AssertionError("It did not start:\n" + server.output(), e);
    }
  }

  private void read() {
    try (BufferedReader lines = process.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        take(line);
      }
      port.completeExceptionally(new IOException("It ended"));
      closed.completeExceptionally(new IOException("It ended"));
    } catch (IOException e) {
      port.completeExceptionally(e);
      closed.completeExceptionally(e);
    }
  }

  private void take(String line) {
    synchronized (output) {
      if (output.size() < KEPT_LINES) {
        output.add(line);
      }
    }
    if (line.startsWith(LISTENING)) {
      port.complete(Integer.valueOf(line.substring(LISTENING.length())));
    } else if (line.equals("closed")) {
      closed.complete(null);
    }
  }

  String base() {
    return "http://127.0.0.1:" + port.join();
  }

  /** What it has written so far, on both of its streams. */
  String output() {
    synchronized (output) {
      return String.join("\n", output);
    }
  }

  /** Closes the MCP server, and waits for that; the web server stays. */
  void closeServer() throws IOException, InterruptedException, TimeoutException {
    OutputStream in = process.getOutputStream();
    in.write('c');
    in.flush();
    try {
      closed.get(LIMIT_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new IOException("It did not close:\n" + output(), e.getCause());
    }
  }

  @Override
  public void close() throws IOException, InterruptedException {
    process.destroyForcibly().waitFor();
    reader.join();
    // For the report of a test that failed.
    System.out.println(output());
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }
}
