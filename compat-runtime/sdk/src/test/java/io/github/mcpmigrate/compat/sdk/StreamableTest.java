package io.github.mcpmigrate.compat.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpmigrate.compat.sdk.RawClient.HttpSse;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The Streamable HTTP transport as it is on the wire, behind every door. */
@ParameterizedClass
@EnumSource(Door.class)
class StreamableTest {

  private static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":5,\"method\":\"ping\"}";

  @Parameter Door door;

  private TestServer server;
  private RawClient client;

  @BeforeEach
  void start() throws Exception {
    server = TestServer.start(door);
    client = server.client;
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void initializeGivesASessionAndTheVersionAskedFor() throws Exception {
    for (String version : List.of("2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25")) {
      HttpResponse<String> response =
          client.send("POST", "/mcp", RawClient.INITIALIZE.formatted(version));
      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.headers().firstValue("Content-Type").orElseThrow())
          .startsWith("application/json");
      assertThat(response.headers().firstValue("Mcp-Session-Id").orElseThrow())
          .matches("[A-Za-z0-9_-]{24}");
      assertThat(response.body()).contains("\"protocolVersion\":\"" + version + "\"");
    }
  }

  @Test
  void answersAsJsonWhenNothingComesBeforeTheAnswer() throws Exception {
    String session = client.streamable("2025-11-25");
    HttpResponse<String> response =
        client.send(
            "POST",
            "/mcp",
            RawClient.call("\"x\"", "echo", "{\"message\":\"hi\"}"),
            "Mcp-Session-Id",
            session);
    assertThat(response.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/json");
    assertThat(response.body()).contains("\"id\":\"x\"", "Echo: hi");
  }

  @Test
  void answersAsAStreamThatEndsWithTheAnswer() throws Exception {
    String session = client.streamable("2025-06-18");
    HttpResponse<InputStream> response =
        client.open("POST", "/mcp", RawClient.call(1, "progress", "{}"), "Mcp-Session-Id", session);
    assertThat(response.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("text/event-stream");
    try (EventStream stream = new EventStream(response.body())) {
      stream.next("\"progress\":1");
      stream.next("\"progress\":2");
      stream.next("\"progress\":3");
      stream.next("progress done");
      assertThat(stream.next()).isEqualTo(EventStream.END);
    }
  }

  @Test
  void primesOnlyClientsThatCanReadIt() throws Exception {
    String session = client.streamable("2025-11-25");
    try (EventStream stream = post(session, RawClient.call(1, "progress", "{}"))) {
      EventStream.Event priming = stream.next();
      assertThat(priming.name()).isNull();
      assertThat(priming.data()).isEmpty();
      assertThat(priming.id()).matches("[A-Za-z0-9_-]{24}\\.0");
      assertThat(stream.next().id()).isEqualTo(priming.id().replace(".0", ".1"));
    }
    String older = client.streamable("2025-03-26");
    try (EventStream stream = post(older, RawClient.call(1, "progress", "{}"))) {
      stream.next("\"progress\":1");
    }
  }

  @Test
  @WireRow({"SH-39", "SH-45", "SH-60", "SH-62"})
  void aCutStreamIsResumedWithoutGapOrRepetition() throws Exception {
    String session = client.streamable("2025-06-18");
    EventStream.Event first;
    try (EventStream stream = post(session, RawClient.call(1, "wait", "{}"))) {
      first = stream.next();
      assertThat(first.data()).contains("\"progress\":1");
    }
    server.gate.countDown();
    try (EventStream stream = get(session, "Last-Event-ID", first.id())) {
      stream.next("\"progress\":2");
      stream.next("waited");
      assertThat(stream.next()).isEqualTo(EventStream.END);
    }
    try (EventStream again = get(session, "Last-Event-ID", first.id())) {
      again.next("\"progress\":2");
      again.next("waited");
      assertThat(again.next()).isEqualTo(EventStream.END);
    }
  }

  @Test
  void anUnknownEventIdGivesAFreshListeningStream() throws Exception {
    String session = client.streamable("2025-06-18");
    try (EventStream stream = get(session, "Last-Event-ID", "guess.7")) {
      server.server.notifyToolsListChanged();
      stream.next("notifications/tools/list_changed");
    }
  }

  @Test
  void keepsWhatNobodyListensToUntilSomebodyDoes() throws Exception {
    String session = client.streamable("2025-06-18");
    server.server.notifyToolsListChanged();
    try (EventStream stream = get(session)) {
      stream.next("notifications/tools/list_changed");
    }
  }

  @Test
  @WireRow("SH-54")
  void oneNotificationReachesBothKindsOfClientOnce() throws Exception {
    String session = client.streamable("2025-06-18");
    try (HttpSse old = client.httpSse().initialize("2024-11-05");
        EventStream stream = get(session)) {
      server.tool("added", (exchange, request) -> TestServer.text("new"));
      stream.next("notifications/tools/list_changed");
      old.stream().next("notifications/tools/list_changed");
      old.post(RawClient.call(1, "added", "{}"));
      old.stream().next("new");
      HttpResponse<String> answer =
          client.send("POST", "/mcp", RawClient.call(1, "added", "{}"), "Mcp-Session-Id", session);
      assertThat(answer.body()).contains("new");
      assertThat(stream.silent()).isTrue();
    }
  }

  @Test
  @WireRow({"SH-44", "SH-48", "SH-49"})
  void asksTheClientOnTheStreamOfTheCall() throws Exception {
    String session = client.streamable("2025-06-18");
    try (EventStream listening = get(session);
        EventStream stream = post(session, RawClient.call(1, "roots", "{}"))) {
      String question = stream.next("roots/list");
      String id = question.replaceAll(".*\"id\":(\\d+).*", "$1");
      HttpResponse<String> answered =
          client.send(
              "POST",
              "/mcp",
              "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"result\":{\"roots\":[]}}",
              "Mcp-Session-Id",
              session);
      assertThat(answered.statusCode()).isEqualTo(202);
      stream.next("roots 0");
      assertThat(listening.silent()).isTrue();
    }
  }

  @Test
  @WireRow("SH-69")
  void cancelledEndsTheStreamWithoutAnAnswer() throws Exception {
    String session = client.streamable("2025-06-18");
    try (EventStream stream = post(session, RawClient.call(1, "wait", "{}"))) {
      stream.next("\"progress\":1");
      assertThat(server.logged()).isEqualTo("started");
      client.send(
          "POST",
          "/mcp",
          "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":1}}",
          "Mcp-Session-Id",
          session);
      assertThat(stream.next()).isEqualTo(EventStream.END);
      assertThat(server.logged()).isEqualTo("interrupted");
    }
  }

  @Test
  void deleteEndsTheSession() throws Exception {
    String session = client.streamable("2025-06-18");
    try (EventStream stream = get(session)) {
      assertThat(client.send("DELETE", "/mcp", null, "Mcp-Session-Id", session).statusCode())
          .isEqualTo(200);
      assertThat(stream.next()).isEqualTo(EventStream.END);
      assertThat(client.send("DELETE", "/mcp", null, "Mcp-Session-Id", session).statusCode())
          .isEqualTo(404);
      assertThat(client.send("POST", "/mcp", PING, "Mcp-Session-Id", session).statusCode())
          .isEqualTo(404);
    }
  }

  @Test
  void refusesWithTheRightStatusAndAJsonRpcError() throws Exception {
    String session = client.streamable("2025-06-18");
    assertRefused(400, client.send("POST", "/mcp", PING));
    assertRefused(404, client.send("POST", "/mcp", PING, "Mcp-Session-Id", "x"));
    assertRefused(400, client.send("POST", "/mcp", "{", "Mcp-Session-Id", session));
    assertRefused(400, client.send("POST", "/mcp", "[" + PING + "]", "Mcp-Session-Id", session));
    assertRefused(406, client.send("POST", "/mcp", PING, "Accept", "text/html"));
    assertRefused(415, client.send("POST", "/mcp", PING, "Content-Type", "text/plain"));
    assertRefused(405, client.send("GET", "/mcp", null, "Accept", "application/json"));
    assertRefused(400, client.send("GET", "/mcp", null));
    assertRefused(404, client.send("GET", "/mcp", null, "Mcp-Session-Id", "x"));
    assertRefused(400, client.send("DELETE", "/mcp", null));
    assertRefused(
        400,
        client.send(
            "POST", "/mcp", PING, "Mcp-Session-Id", session, "MCP-Protocol-Version", "1900-01-01"));
    HttpResponse<String> put = client.send("PUT", "/mcp", PING);
    assertRefused(405, put);
    assertThat(put.headers().firstValue("Allow")).contains("GET, POST, DELETE, OPTIONS");
    assertThat(client.send("GET", "/nothing", null).statusCode()).isEqualTo(404);
    HttpResponse<String> stillThere =
        client.send("POST", "/mcp", PING, "Mcp-Session-Id", session, "Accept", "*/*");
    assertThat(stillThere.body()).isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":5,\"result\":{}}");
  }

  @Test
  void anErrorOfARequestIsHttp200() throws Exception {
    String session = client.streamable("2025-06-18");
    HttpResponse<String> response =
        client.send(
            "POST",
            "/mcp",
            "{\"jsonrpc\":\"2.0\",\"id\":5,\"method\":\"no/such\"}",
            "Mcp-Session-Id",
            session);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).contains("\"id\":5", "-32601").doesNotContain(".java:");
  }

  @Test
  void aBodyOverTheLimitIs413AndALargeOneIsServed() throws Exception {
    server.close();
    server = TestServer.start(door, options -> options.maxRequestSize(400_000));
    client = server.client;
    String session = client.streamable("2025-06-18");
    String large = "x".repeat(300_000);
    HttpResponse<String> echoed =
        client.send(
            "POST",
            "/mcp",
            RawClient.call(1, "echo", "{\"message\":\"" + large + "\"}"),
            "Mcp-Session-Id",
            session);
    assertThat(echoed.body()).contains("Echo: " + large);
    // What is on its way when it is refused would reset the connection, and with it the answer.
    RawHttp.Answer refused =
        new RawHttp(server.port())
            .send(
                "POST /mcp",
                null,
                "Content-Type: application/json",
                "Accept: application/json, text/event-stream",
                "Mcp-Session-Id: " + session,
                "Content-Length: 400001");
    assertThat(refused.status()).isEqualTo(413);
  }

  @Test
  @WireRow({"COMMON-11", "COMMON-12"})
  void brokenBodiesNeverMakeAServerError() throws Exception {
    String session = client.streamable("2025-06-18");
    Random random = new Random(1);
    byte[] good = RawClient.call(1, "echo", "{\"message\":\"m\"}").getBytes();
    for (int i = 0; i < 400; i++) {
      byte[] body = good.clone();
      for (int j = 0; j <= random.nextInt(4); j++) {
        body[random.nextInt(body.length)] = (byte) (' ' + random.nextInt(90));
      }
      HttpResponse<String> response =
          client.send("POST", "/mcp", new String(body), "Mcp-Session-Id", session);
      assertThat(response.statusCode()).isIn(200, 202, 400);
      assertThat(response.body()).doesNotContain("\\tat ", ".java:");
    }
  }

  @Test
  void aSilentStreamGetsComments() throws Exception {
    server.close();
    server =
        TestServer.start(
            door, options -> options.keepAliveInterval(java.time.Duration.ofMillis(20)));
    client = server.client;
    String session = client.streamable("2025-06-18");
    try (EventStream stream = get(session)) {
      long limit = System.nanoTime() + 10_000_000_000L;
      while (stream.comments() < 3 && System.nanoTime() < limit) {
        Thread.onSpinWait();
      }
      assertThat(stream.comments()).isGreaterThanOrEqualTo(3);
      assertThat(stream.silent()).isTrue();
    }
  }

  private void assertRefused(int status, HttpResponse<String> response) {
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.body()).startsWith("{\"jsonrpc\":\"2.0\"").contains("\"error\":{\"code\":");
    assertThat(response.body()).doesNotContain("Exception", ".java:");
  }

  private EventStream post(String session, String body) throws Exception {
    return new EventStream(client.open("POST", "/mcp", body, "Mcp-Session-Id", session).body());
  }

  private EventStream get(String session, String... headers) throws Exception {
    String[] all = new String[headers.length + 2];
    all[0] = "Mcp-Session-Id";
    all[1] = session;
    System.arraycopy(headers, 0, all, 2, headers.length);
    return new EventStream(client.open("GET", "/mcp", null, all).body());
  }
}
