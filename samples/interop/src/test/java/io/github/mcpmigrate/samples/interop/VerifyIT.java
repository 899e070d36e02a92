package io.github.mcpmigrate.samples.interop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.github.mcpmigrate.samples.interop.node.NodeTools;
import io.github.mcpmigrate.samples.interop.node.ProcessLimit;
import java.io.BufferedReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command {@code verify}, from its jar, on servers of all kinds. */
class VerifyIT {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ECHO = "echo={\"message\":\"hi\"}";
  private static final String PROGRESS = "progress={}";

  @TempDir private Path folder;

  /** What the command said. */
  private record Run(int exit, String output, JsonNode report) {

    List<String> rows(String outcome) {
      List<String> rows = new ArrayList<>();
      for (JsonNode row : report.get("checks")) {
        if (row.get("outcome").asText().equals(outcome)) {
          rows.add(row.get("check").asText() + " " + row.get("where").asText());
        }
      }
      return rows;
    }

    List<String> spoken() {
      List<String> spoken = new ArrayList<>();
      report.get("endpoints").forEach(endpoint -> spoken.add(endpoint.get("transport").asText()));
      return spoken;
    }
  }

  @Test
  void theDualServerIsProved() throws Exception {
    try (ServerProcess server = ServerProcess.start("--provider=dual")) {
      Run run =
          verify(server.base(), "--expect=sse,streamable", "--call", ECHO, "--call", PROGRESS);
      assertThat(run.exit()).as(run.output()).isZero();
      assertThat(run.spoken()).containsExactly("streamable", "sse");
      assertThat(run.rows("fail")).isEmpty();
      assertThat(run.rows("warn")).isEmpty();
      assertThat(run.rows("pass"))
          .contains(
              "same-tools Streamable HTTP /mcp and HTTP+SSE /sse",
              "same-call Streamable HTTP /mcp and HTTP+SSE /sse",
              "buffering Streamable HTTP /mcp",
              "buffering HTTP+SSE /sse");
    }
  }

  /** Both transports are at one URL there. */
  @Test
  void theSdksOwnHttpSseServerWithTheAgentIsProved() throws Exception {
    try (ServerProcess server = ServerProcess.startWithAgent("--provider=sdk-sse")) {
      Run run =
          verify(server.base(), "--expect=sse,streamable", "--call", ECHO, "--call", PROGRESS);
      assertThat(run.exit()).as(run.output()).isZero();
      assertThat(run.spoken()).containsExactly("streamable", "sse");
      assertThat(run.rows("fail")).isEmpty();
      assertThat(run.rows("warn")).isEmpty();
      assertThat(run.rows("pass"))
          .contains(
              "same-tools Streamable HTTP /sse and HTTP+SSE /sse",
              "same-call Streamable HTTP /sse and HTTP+SSE /sse",
              "buffering Streamable HTTP /sse",
              "buffering HTTP+SSE /sse");
    }
  }

  @Test
  void theSdksOwnHttpSseServerPassesWithAWarning() throws Exception {
    try (ServerProcess server = ServerProcess.start("--provider=sdk-sse")) {
      Run run = verify(server.base(), "--call", ECHO, "--call", PROGRESS);
      assertThat(run.exit()).as(run.output()).isZero();
      assertThat(run.spoken()).containsExactly("sse");
      assertThat(run.rows("warn")).containsExactly("wrong-method HTTP+SSE /sse");
    }
  }

  @Test
  void theSdksOwnStreamableServerPassesWithWarnings() throws Exception {
    try (ServerProcess server = ServerProcess.start("--provider=sdk-streamable")) {
      Run run = verify(server.base(), "--call", ECHO, "--call", PROGRESS);
      assertThat(run.exit()).as(run.output()).isZero();
      assertThat(run.spoken()).containsExactly("streamable");
      assertThat(run.rows("warn"))
          .containsExactly("stream Streamable HTTP /mcp", "protocol-version Streamable HTTP /mcp");
    }
  }

  @Test
  void anExpectedTransportThatIsNotThereFails() throws Exception {
    try (ServerProcess server = ServerProcess.start("--provider=sdk-sse")) {
      Run run = verify(server.base(), "--expect=sse,streamable");
      assertThat(run.exit()).isEqualTo(1);
      assertThat(run.rows("fail")).containsExactly("expected Streamable HTTP");
    }
  }

  /** It checks no origin unless it is told to. */
  @ParameterizedTest
  @ValueSource(strings = {"sse", "streamable"})
  void aTypeScriptServerServesAnyOrigin(String kind) throws Exception {
    Run run = verifyTypeScript("server-v1.mjs", List.of(kind), "--call", ECHO);
    assertThat(run.exit()).as(run.output()).isEqualTo(1);
    assertThat(run.spoken()).containsExactly(kind);
    assertThat(run.rows("fail"))
        .containsExactly(
            "origin " + (kind.equals("sse") ? "HTTP+SSE /sse" : "Streamable HTTP /mcp"));
    assertThat(run.rows("warn")).isEmpty();
  }

  /** Version 2 speaks the revision without sessions, and Streamable HTTP without them, too. */
  @Test
  void aStatelessTypeScriptServerServesAnyOrigin() throws Exception {
    Run run =
        verifyTypeScript(
            "server-v2.mjs",
            List.of(),
            "--expect=streamable,stateless",
            "--call",
            ECHO,
            "--call",
            PROGRESS);
    assertThat(run.exit()).as(run.output()).isEqualTo(1);
    assertThat(run.spoken()).containsExactly("streamable", "stateless");
    assertThat(run.rows("fail"))
        .containsExactly("origin Streamable HTTP /mcp", "origin stateless /mcp");
    assertThat(run.rows("warn")).isEmpty();
    assertThat(run.rows("pass"))
        .contains(
            "handshake stateless /mcp",
            "first-event stateless /mcp",
            "protocol-version stateless /mcp",
            "header-mismatch stateless /mcp",
            "compression stateless /mcp",
            "lists stateless /mcp",
            "buffering stateless /mcp",
            "buffering Streamable HTTP /mcp",
            "same-tools Streamable HTTP /mcp and stateless /mcp",
            "same-call Streamable HTTP /mcp and stateless /mcp");
  }

  @SuppressWarnings("try") // The limit works by being there.
  private Run verifyTypeScript(String script, List<String> arguments, String... options)
      throws Exception {
    Process server =
        NodeTools.installed()
            .script(script, arguments.toArray(String[]::new))
            .redirectError(folder.resolve("server.log").toFile())
            .start();
    try (ProcessLimit limit = ProcessLimit.of(server);
        BufferedReader output = server.inputReader(StandardCharsets.UTF_8)) {
      String line = output.readLine();
      assertThat(line).as("what the server says first").startsWith("listening on ");
      return verify(URI.create(line.substring("listening on ".length())), options);
    }
  }

  @Test
  void anNginxThatBuffersIsFound() throws Exception {
    try (ServerProcess server = ServerProcess.start("--provider=dual");
        Nginx nginx = Nginx.before(server.base())) {
      Run run = verify(nginx.base(), "--timeout=4", "--call", PROGRESS);
      assertThat(run.exit()).as(run.output()).isEqualTo(1);
      assertThat(run.rows("fail")).containsExactly("first-event HTTP+SSE /sse");
      // Nothing to compare with: the other transport is silent.
      assertThat(run.rows("warn")).contains("buffering Streamable HTTP /mcp");
      assertThat(run.output()).contains("nginx: proxy_buffering off");
    }
  }

  /** As people leave it who remembered the old transport only. */
  @Test
  void anNginxThatBuffersOneTransportIsFoundByTheOther() throws Exception {
    try (ServerProcess server = ServerProcess.start("--provider=dual");
        Nginx nginx = Nginx.before(server.base(), "/sse")) {
      Run run = verify(nginx.base(), "--call", PROGRESS);
      assertThat(run.exit()).as(run.output()).isEqualTo(1);
      assertThat(run.rows("fail")).containsExactly("buffering Streamable HTTP /mcp");
      assertThat(run.rows("pass")).contains("buffering HTTP+SSE /sse", "first-event HTTP+SSE /sse");
    }
  }

  @Test
  void aWebServerIsNoMcp() throws Exception {
    HttpServer page =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    page.createContext(
        "/",
        exchange -> {
          try (exchange) {
            exchange.getRequestBody().readAllBytes();
            byte[] html = "<html>Hello</html>".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, html.length);
            exchange.getResponseBody().write(html);
          }
        });
    page.start();
    try {
      Run run = verify(URI.create("http://127.0.0.1:" + page.getAddress().getPort()));
      assertThat(run.exit()).isEqualTo(1);
      assertThat(run.output().lines())
          .singleElement()
          .asString()
          .contains("is a web server that speaks no MCP");
    } finally {
      page.stop(0);
    }
  }

  @Test
  void nothingListens() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Run run = verify(URI.create("http://127.0.0.1:" + port));
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.output().strip())
        .isEqualTo(
            "Nothing listens at http://127.0.0.1:%d; start the server, or check host and port."
                .formatted(port));
  }

  @SuppressWarnings("try") // The limit works by being there.
  private Run verify(URI url, String... options) throws Exception {
    Path report = folder.resolve("verify.json");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-jar",
                System.getProperty("verify.jar"),
                url.toString(),
                "--json-report=" + report));
    command.addAll(List.of(options));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (ProcessLimit limit = ProcessLimit.of(process)) {
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Run(process.waitFor(), output, JSON.readTree(Files.readString(report)));
    }
  }
}
