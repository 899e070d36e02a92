package io.github.mcpmigrate.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server of Quarkus' in a process of its own, at a free port. */
record QuarkusProcess(Process process, String url) implements AutoCloseable {

  private static final Pattern LISTENING = Pattern.compile("Listening on: (http://\\S+)");

  /**
   * Starts a project that is built, and waits until it listens.
   *
   * @param settings keys and values of its configuration
   */
  static QuarkusProcess of(Project project, String... settings) throws IOException {
    List<String> options = new ArrayList<>();
    options.add("-Dquarkus.http.host=127.0.0.1");
    options.add("-Dquarkus.http.port=0");
    for (String setting : settings) {
      options.add("-D" + setting);
    }
    Process process =
        new ProcessBuilder(
                Project.java(options, project.file("target/quarkus-app/quarkus-run.jar")))
            .redirectErrorStream(true)
            .start();
    // Left open: the server may have more to say.
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    StringBuilder said = new StringBuilder();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      Matcher listening = LISTENING.matcher(line);
      if (listening.find()) {
        return new QuarkusProcess(process, listening.group(1));
      }
      said.append(line).append('\n');
    }
    throw new AssertionError("it did not start: " + said);
  }

  /** The status of a GET as clients open a stream. */
  int status(String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + path))
            .header("Accept", "text/event-stream")
            .build();
    var response = HttpClient.newHttpClient().send(request, BodyHandlers.ofInputStream());
    response.body().close();
    return response.statusCode();
  }

  @Override
  public void close() throws Exception {
    process.destroy();
    if (!process.waitFor(10, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
    assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
  }
}
