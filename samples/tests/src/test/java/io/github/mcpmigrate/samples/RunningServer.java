package io.github.mcpmigrate.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
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
    Project.Result build = project.maven("-q", "package");
    assertThat(build.exit()).as(build.output()).isZero();
    Process process =
        new ProcessBuilder(project.java(jar, port))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      return new RunningServer(process, announced(process));
    } catch (IOException | RuntimeException | AssertionError e) {
      process.destroyForcibly();
      throw e;
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
