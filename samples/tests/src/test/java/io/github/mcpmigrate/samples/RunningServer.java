package io.github.mcpmigrate.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The server of a sample, in a process of its own. */
record RunningServer(Process process, String url) implements AutoCloseable {

  private static final String LISTENING = "listening on ";

  /**
   * Builds a project and starts what it made.
   *
   * @param port what makes it take a free port
   */
  static RunningServer of(Project project, String jar, String port) throws Exception {
    build(project);
    return start(project.java(jar, port), project.file("target"));
  }

  /** Makes the jar of a project. */
  static void build(Project project) throws Exception {
    Project.Result build = project.maven("-q", "package");
    assertThat(build.exit()).as(build.output()).isZero();
  }

  /**
   * Starts a server and waits until it says where it listens.
   *
   * @param folder where its standard error is kept
   */
  static RunningServer start(List<String> command, Path folder) throws IOException {
    Path errors = Files.createTempFile(folder, "server-", ".log");
    Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
    try {
      return new RunningServer(process, announced(process));
    } catch (IOException | RuntimeException | AssertionError e) {
      process.destroyForcibly();
      throw new AssertionError(command + " did not start: " + Files.readString(errors), e);
    }
  }

  private static String announced(Process process) throws IOException {
    // Left open: the server may have more to say.
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String line = out.readLine();
    while (line != null && !line.startsWith(LISTENING)) {
      line = out.readLine();
    }
    assertThat(line).as("the server's announcement").isNotNull();
    return line.substring(LISTENING.length());
  }

  /** Ends it at once: Spring Boot waits 30 s for streams that clients have left open. */
  void kill() {
    process.destroyForcibly();
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    process.getInputStream().close();
  }
}
