package io.github.mcpmigrate.samples.everything.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The packaged jar as a process. */
@Timeout(60)
class LauncherIT {

  @ParameterizedTest
  @CsvSource({
    "--sdk=0.18 --container=tomcat",
    "--sdk=1.1  --container=jetty",
    "--sdk=2.1  --container=tomcat11",
    "--sdk=1.1  --container=undertow",
    "--sdk=0.18 --door=webmvc",
    "--sdk=1.1  --door=webmvc --container=jetty",
    "--sdk=2.1  --door=webmvc --container=undertow",
    "--sdk=0.18 --door=webmvc --container=tomcat11",
    "--sdk=2.1  --door=webmvc --spring=7",
    "--sdk=1.1  --door=webflux",
    "--sdk=0.18 --door=webflux --spring=7",
    "--sdk=2.1  --door=webflux --spring=7",
    "--sdk=0.18 --provider=sdk-sse        --container=tomcat",
    "--sdk=1.1  --provider=sdk-sse        --container=jetty",
    "--sdk=2.1  --provider=sdk-sse        --container=tomcat",
    "--sdk=0.18 --provider=sdk-streamable --container=jetty",
    "--sdk=1.1  --provider=sdk-streamable --container=tomcat",
    "--sdk=2.1  --provider=sdk-streamable --container=jetty"
  })
  void listensOnAFreePortAnswersAndLeavesNothingBehind(String options, @TempDir Path temporary)
      throws Exception {
    Process server = start(temporary, ("--port=0 " + options).split(" +"));
    try (BufferedReader output = server.inputReader(StandardCharsets.UTF_8)) {
      String line = output.readLine();
      assertThat(line).matches("listening on http://127\\.0\\.0\\.1:[1-9]\\d*");
      assertThat(statusOfAnEmptyPost(URI.create(line.substring("listening on ".length()))))
          .isBetween(400, 499)
          .isNotEqualTo(options.contains("sdk-sse") ? 0 : 404);
      // By its handle: Process.destroy would also close the output that is read below.
      assertThat(server.toHandle().destroy()).isTrue();
      assertThat(server.waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(output.readLine()).isNull();
      assertThat(temporary).isEmptyDirectory();
    } finally {
      server.destroyForcibly();
    }
  }

  private static int statusOfAnEmptyPost(URI server) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(server.resolve("/mcp"))
            .header("Content-Type", "application/json")
            .header("Accept", "application/json, text/event-stream")
            .POST(HttpRequest.BodyPublishers.ofString("{}"))
            .build();
    return HttpClient.newHttpClient()
        .send(request, HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --bogus                         | Unknown option: --bogus
          --port                          | Option --port needs a value.
          --port=ninety                   | Option --port cannot be 'ninety': it is a number from 0 to 65535.
          --sdk=0.17                      | Option --sdk cannot be '0.17': it is one of 0.18, 1.1, 2.1.
          --door=webflux --container=jetty | Option --container cannot be 'jetty' for --door webflux --spring 6: it is one of netty.
          --door=webmvc --spring=7 --provider=sdk-sse | Option --provider cannot be 'sdk-sse' for --door webmvc --sdk 0.18 --spring 7: it is dual.
          """)
  void refusesABadOptionAndShowsTheGoodOnes(String options, String message, @TempDir Path temporary)
      throws Exception {
    Process server = start(temporary, options.split(" "));
    assertThat(error(server))
        .startsWith(message + System.lineSeparator() + "Usage: ")
        .contains("--provider P")
        .doesNotContain("Exception", "\tat ");
    assertThat(server.waitFor()).isEqualTo(2);
    assertThat(temporary).isEmptyDirectory();
  }

  @ParameterizedTest
  @CsvSource({
    "--provider=sdk-sse",
    "--container=tomcat",
    "--container=tomcat11",
    "--container=jetty",
    "--container=undertow",
    "--door=webmvc",
    "--door=webmvc --spring=7",
    "--door=webflux",
    "--door=webflux --spring=7"
  })
  void saysThatThePortIsTaken(String options, @TempDir Path temporary) throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      Process server = start(temporary, (options + " --port=" + taken.getLocalPort()).split(" "));
      assertThat(error(server)).contains("The port is taken.");
      assertThat(server.waitFor()).isEqualTo(1);
      assertThat(temporary).isEmptyDirectory();
    }
  }

  @Test
  void saysHowToBuildWhatIsMissing(@TempDir Path folder) throws Exception {
    Path alone = Files.copy(jar(), folder.resolve("everything-server.jar"));
    Process server = start(alone, folder);
    assertThat(error(server))
        .startsWith("There is no folder " + folder.resolve("lib").resolve("tomcat"))
        .contains("mvn -pl samples/everything-server -am package");
    assertThat(server.waitFor()).isEqualTo(2);
  }

  @Test
  void showsHelp(@TempDir Path temporary) throws Exception {
    Process server = start(temporary, "--help");
    assertThat(new String(server.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .startsWith("Usage: ");
    assertThat(server.waitFor()).isZero();
  }

  /** What a server that does not start says; one that does is ended. */
  private static String error(Process process) throws Exception {
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("the server ended").isTrue();
      return new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    } finally {
      process.destroyForcibly();
    }
  }

  private static Path jar() {
    return Path.of(System.getProperty("everything.jar"));
  }

  private static Process start(Path temporary, String... options) throws IOException {
    return start(jar(), temporary, options);
  }

  private static Process start(Path jar, Path temporary, String... options) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + temporary,
                "-jar",
                jar.toString()));
    command.addAll(List.of(options));
    return new ProcessBuilder(command).start();
  }
}
