package io.github.mcpmigrate.samples.everything.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The packaged jar as a process. */
@Timeout(60)
class LauncherIT {

  @ParameterizedTest
  @CsvSource({
    "0.18, dual, tomcat",
    "1.1, dual, jetty",
    "2.1, dual, tomcat",
    "0.18, sdk-sse, tomcat",
    "1.1, sdk-sse, jetty",
    "2.1, sdk-sse, tomcat",
    "0.18, sdk-streamable, jetty",
    "1.1, sdk-streamable, tomcat",
    "2.1, sdk-streamable, jetty"
  })
  void listensOnAFreePortAndEndsWhenTold(String sdk, String provider, String container)
      throws Exception {
    Process server =
        start("--port", "0", "--sdk", sdk, "--provider", provider, "--container", container);
    try (BufferedReader output = server.inputReader(StandardCharsets.UTF_8)) {
      assertThat(output.readLine()).matches("listening on http://127\\.0\\.0\\.1:[1-9]\\d*");
      // By its handle: Process.destroy would also close the output that is read below.
      assertThat(server.toHandle().destroy()).isTrue();
      assertThat(server.waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(output.readLine()).isNull();
    } finally {
      server.destroyForcibly();
    }
  }

  @Test
  void refusesAnUnknownOption() throws Exception {
    Process server = start("--bogus");
    assertThat(error(server)).startsWith("Unknown option: --bogus").contains("--provider P");
    assertThat(server.waitFor()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({"tomcat", "jetty"})
  void saysThatThePortIsTaken(String container) throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      Process server =
          start("--provider=sdk-sse", "--container=" + container, "--port=" + taken.getLocalPort());
      assertThat(error(server)).contains("The port is taken.");
      assertThat(server.waitFor()).isEqualTo(1);
    }
  }

  @Test
  void showsHelp() throws Exception {
    Process server = start("--help");
    assertThat(new String(server.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .startsWith("Usage: ");
    assertThat(server.waitFor()).isZero();
  }

  private static String error(Process process) throws IOException {
    return new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static Process start(String... options) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                System.getProperty("everything.jar")));
    command.addAll(List.of(options));
    return new ProcessBuilder(command).start();
  }
}
