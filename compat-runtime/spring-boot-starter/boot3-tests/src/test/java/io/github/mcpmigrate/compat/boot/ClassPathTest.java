package io.github.mcpmigrate.compat.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientSseClientTransport;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpClientTransport;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is not on the class path, in a process that cannot have it from elsewhere. */
class ClassPathTest {

  private static final Pattern OURS =
      Pattern.compile(".*(mcp-compat-|compat-runtime/[a-z-]+/target/).*");
  private static final Pattern OPTIONAL =
      Pattern.compile(
          ".*(actuator|micrometer-(core|jakarta)|micrometer-metrics|boot-health|security).*");

  @Test
  void withoutTheDependencyItIsAStreamableServer() throws Exception {
    try (Server server = Server.without(OURS)) {
      assertThat(toolsOver(server.streamable())).contains("callback", "annotated");
      assertThat(server.status("/sse")).isEqualTo(404);
    }
  }

  @Test
  void withoutActuatorAndMicrometerBothTransportsAreServed() throws Exception {
    try (Server server = Server.without(OPTIONAL)) {
      assertThat(toolsOver(server.streamable())).contains("callback", "annotated");
      assertThat(toolsOver(server.sse())).contains("callback", "annotated");
    }
  }

  private static List<String> toolsOver(McpClientTransport transport) {
    try (McpSyncClient client = McpClient.sync(transport).build()) {
      client.initialize();
      return client.listTools().tools().stream().map(tool -> tool.name()).toList();
    }
  }

  private record Server(Process process, String url) implements AutoCloseable {

    static Server without(Pattern left) throws IOException {
      // Without Spring Security in any case, which would ask every client who it is.
      String classPath =
          Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
              .filter(entry -> !left.matcher(entry).matches() && !entry.contains("security"))
              .collect(Collectors.joining(File.pathSeparator));
      assertThat(classPath).isNotEqualTo(System.getProperty("java.class.path"));
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:TieredStopAtLevel=1",
                  "-cp",
                  classPath,
                  Standalone.class.getName(),
                  "--spring.ai.mcp.server.protocol=STREAMABLE",
                  "--server.port=0",
                  "--server.address=127.0.0.1",
                  "--server.shutdown=immediate")
              .redirectErrorStream(true)
              .start();
      StringBuilder said = new StringBuilder();
      BufferedReader output = process.inputReader();
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        if (line.startsWith(Standalone.READY)) {
          return new Server(
              process, "http://127.0.0.1:" + line.substring(Standalone.READY.length()));
        }
        said.append(line).append('\n');
      }
      throw new IOException("The application has not started:\n" + said);
    }

    McpClientTransport streamable() {
      return HttpClientStreamableHttpTransport.builder(url).build();
    }

    McpClientTransport sse() {
      return HttpClientSseClientTransport.builder(url).build();
    }

    int status(String path) throws IOException, InterruptedException {
      return HttpClient.newHttpClient()
          .send(
              HttpRequest.newBuilder(URI.create(url + path)).build(),
              HttpResponse.BodyHandlers.ofString())
          .statusCode();
    }

    @Override
    public void close() throws IOException {
      process.getOutputStream().close();
      process.onExit().completeOnTimeout(null, 20, TimeUnit.SECONDS).join();
      process.destroyForcibly().onExit().join();
    }
  }
}
