package io.github.mcpmigrate.compat.sdk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpmigrate.compat.sdk.RawClient.HttpSse;
import io.modelcontextprotocol.server.McpSyncServerExchange;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ProgressNotification;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tools that send faster than sockets take it, behind every door. */
class FastSenderTest {

  private static final String PROGRESS = "\"progress\":";
  private static final int BURST = 5_000;

  /** Bytes; thousands of such messages are more than sockets and the engine hold together. */
  private static final int LARGE = 32 << 10;

  @ParameterizedTest
  @EnumSource
  void aClientThatReadsGetsAllOfABurst(Door door) throws Exception {
    try (TestServer server = TestServer.start(door)) {
      server.tool("burst", (exchange, request) -> send(exchange, request, BURST, ""));
      LazyStream streamable = LazyStream.post(server.client, RawClient.call(1, "burst", "{}"));
      assertThat(heard(streamable)).isEqualTo(all(BURST));
      assertThat(heard(httpSse(server, "burst"))).isEqualTo(all(BURST));
    }
  }

  /** 48 MB on each transport, to a client that takes a little now and then. */
  @ParameterizedTest
  @EnumSource
  void aClientThatReadsSlowlyGetsAllOfIt(Door door) throws Exception {
    try (TestServer server = TestServer.start(door)) {
      String filler = "x".repeat(LARGE);
      server.tool("flood", (exchange, request) -> send(exchange, request, 1_500, filler));
      LazyStream streamable = LazyStream.post(server.client, RawClient.call(1, "flood", "{}"));
      LazyStream httpSse = httpSse(server, "flood");
      assertThat(heard(streamable)).isEqualTo(all(1_500));
      // All the while nobody has read this one.
      assertThat(heard(httpSse)).isEqualTo(all(1_500));
    }
  }

  /** 16 MB of answers at the same time, of which no thread waits for any. */
  @ParameterizedTest
  @EnumSource
  void largeAnswersOnOneStreamWaitForEachOther(Door door) throws Exception {
    try (TestServer server = TestServer.start(door)) {
      String large = "x".repeat(1 << 20);
      server.tool("large", (exchange, request) -> TestServer.text(large));
      LazyStream stream = LazyStream.sse(server.client);
      String endpoint = stream.next();
      shakeHands(server, endpoint);
      assertThat(stream.next()).contains("protocolVersion");
      for (int i = 1; i <= 16; i++) {
        server.client.send("POST", endpoint, RawClient.call(i, "large", "{}"));
      }
      List<String> ids = new ArrayList<>();
      while (ids.size() < 16) {
        String data = stream.next();
        if (!data.contains("list_changed")) {
          assertThat(data.contains(large)).as("whole").isTrue();
          ids.add(data.substring(0, 40).replaceAll(".*\"id\":(\\d+).*", "$1"));
        }
      }
      assertThat(ids).containsExactlyInAnyOrderElementsOf(all(16));
      stream.close();
    }
  }

  /** 96 MB for a client that reads nothing: it is given up, and the server keeps a few MB of it. */
  @ParameterizedTest
  @EnumSource
  void aClientThatStopsReadingCostsLittleAndHindersNobodyElse(Door door) throws Exception {
    try (TestServer server =
        TestServer.start(
            door,
            options ->
                options
                    .keepAliveInterval(Duration.ofMillis(200))
                    .stallLimit(Duration.ofSeconds(2)))) {
      String filler = "x".repeat(LARGE);
      server.tool(
          "flood",
          (exchange, request) -> {
            try {
              return send(exchange, request, 3_000, filler);
            } finally {
              server.log.add("flooded");
            }
          });
      String own = server.client.streamable("2025-11-25");
      long before = usedMemory();
      CutStream stalled = CutStream.post(server.port(), own, RawClient.call(1, "flood", "{}"));
      CutStream stalledToo = CutStream.sse(server.port());
      try (HttpSse other = server.client.httpSse().initialize("2024-11-05")) {
        String endpoint = stalledToo.next().data();
        shakeHands(server, endpoint);
        server.client.send("POST", endpoint, RawClient.call(1, "flood", "{}"));
        for (int i = 0; i < 20; i++) {
          other.post(RawClient.call(100 + i, "echo", "{\"message\":\"m" + i + "\"}"));
          other.stream().next("Echo: m" + i);
        }
        assertThat(server.logged()).as("the tool is not held for long").isEqualTo("flooded");
        assertThat(server.logged()).as("nor on HTTP+SSE").isEqualTo("flooded");
        assertThat(usedMemory() - before).isLessThan(48L << 20);
        assertThat(server.client.send("POST", endpoint, WireTest.PING).statusCode())
            .as("the session of a client that is gone")
            .isEqualTo(404);
        String ping =
            server.client.send("POST", "/mcp", WireTest.PING, "Mcp-Session-Id", own).body();
        assertThat(ping).as("a Streamable HTTP session only lost that stream").contains("result");
      } finally {
        stalled.cut();
        stalledToo.cut();
      }
    }
  }

  private static CallToolResult send(
      McpSyncServerExchange exchange, CallToolRequest request, int messages, String filler) {
    for (int i = 1; i <= messages; i++) {
      exchange.progressNotification(
          new ProgressNotification(request.progressToken(), i, null, filler));
    }
    return TestServer.text("all sent");
  }

  private static LazyStream httpSse(TestServer server, String tool) throws Exception {
    LazyStream stream = LazyStream.sse(server.client);
    String endpoint = stream.next();
    shakeHands(server, endpoint);
    server.client.send("POST", endpoint, RawClient.call(1, tool, "{}"));
    return stream;
  }

  private static void shakeHands(TestServer server, String endpoint) throws Exception {
    server.client.send("POST", endpoint, RawClient.INITIALIZE.formatted("2024-11-05"));
    server.client.send("POST", endpoint, RawClient.INITIALIZED);
  }

  /** The numbers of the progress that came, up to the answer. */
  private static List<String> heard(LazyStream stream) throws Exception {
    try (stream) {
      List<String> heard = new ArrayList<>();
      for (String data = stream.next(); data != null; data = stream.next()) {
        if (data.contains("all sent")) {
          return heard;
        }
        int at = data.indexOf(PROGRESS);
        if (at >= 0) {
          heard.add(data.substring(at + PROGRESS.length()).replaceAll("^(\\d+).*", "$1"));
        }
      }
      throw new AssertionError("the stream ended after " + heard.size() + " messages");
    }
  }

  private static List<String> all(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(Integer::toString).toList();
  }

  private static long usedMemory() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  /** An event stream of which only that is read for which it is asked. */
  private record LazyStream(BufferedReader lines) implements AutoCloseable {

    static LazyStream post(RawClient client, String body) throws Exception {
      String session = client.streamable("2025-11-25");
      return of(client.open("POST", "/mcp", body, "Mcp-Session-Id", session).body());
    }

    static LazyStream sse(RawClient client) throws Exception {
      return of(client.open("GET", "/sse", null).body());
    }

    private static LazyStream of(InputStream body) {
      return new LazyStream(new BufferedReader(new InputStreamReader(body, UTF_8), 512));
    }

    /** The data of the next event, or null at the end of the stream. */
    String next() throws IOException {
      String line = lines.readLine();
      while (line != null && !line.startsWith("data: ")) {
        line = lines.readLine();
      }
      return line == null ? null : line.substring("data: ".length());
    }

    @Override
    public void close() throws IOException {
      lines.close();
    }
  }
}
