package io.github.mcpmigrate.compat.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpmigrate.compat.sdk.RawHttp.Answer;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The SDK's own HTTP transports have thirty traps for who comes from HTTP+SSE; each test shows that
 * one of them is not here. {@link SdkTrapsFrom16Test} has the second half.
 */
@ParameterizedClass
@EnumSource(Door.class)
class SdkTrapsTest extends WireTest {

  @Test
  void everyTrapHasItsTest() {
    TreeSet<Integer> numbers = new TreeSet<>();
    Stream.of(SdkTrapsTest.class, SdkTrapsFrom16Test.class)
        .flatMap(tests -> Stream.of(tests.getDeclaredMethods()))
        .filter(method -> method.isAnnotationPresent(Test.class))
        .filter(method -> method.getName().startsWith("trap"))
        .forEach(method -> numbers.add(Integer.parseInt(method.getName().substring(4, 6))));
    assertThat(numbers).containsExactlyElementsOf(IntStream.rangeClosed(1, 30).boxed().toList());
  }

  @Test
  void trap01_acceptNeedNotNameBothMediaTypes() throws Exception {
    for (String accept : List.of("*/*", "application/json", "text/event-stream", "application/*")) {
      assertThat(ping("Accept: " + accept).status()).as(accept).isEqualTo(200);
    }
    byte[] body = PING.getBytes();
    String type = "Content-Type: application/json";
    assertThat(http.send("POST /mcp", body, type, "Mcp-Session-Id: " + session).status())
        .as("no Accept at all")
        .isEqualTo(200);
    assertRefused(ping("Accept: text/html"), 406, -32600);
  }

  @Test
  void trap02_acceptMayHaveParameters() throws Exception {
    for (String accept :
        List.of(
            "text/event-stream;q=0.9, application/json;q=1",
            "application/json;charset=utf-8, text/event-stream;charset=utf-8",
            "TEXT/Event-Stream , Application/JSON")) {
      assertThat(ping("Accept: " + accept).status()).as(accept).isEqualTo(200);
    }
    String own = client.streamable("2025-11-25");
    try (EventStream stream = listen(own, "Accept", "text/event-stream;q=0.5")) {
      assertThat(stream.next().data()).isEmpty();
    }
  }

  @Test
  void trap03_anErrorIsAShortJsonRpcErrorAndNoStackTrace() throws Exception {
    for (Answer answer :
        List.of(
            post("{"),
            post("[]"),
            post("{\"jsonrpc\":\"2.0\",\"id\":1}"),
            ping("Accept: text/html"),
            ping("Content-Type: text/plain"),
            ping("MCP-Protocol-Version: 1900-01-01"),
            http.post("/mcp", PING),
            http.post("/mcp", PING, "Mcp-Session-Id: x"),
            http.post("/mcp/message?sessionId=x", PING),
            http.post("/mcp/message", PING))) {
      assertThat(answer.status()).isBetween(400, 499);
      assertThat(answer.json().at("/jsonrpc").asText()).isEqualTo("2.0");
      assertThat(answer.json().at("/error/message").asText()).isNotEmpty();
      assertThat(answer.text())
          .hasSizeLessThan(400)
          .doesNotContain("Exception", ".java", "stackTrace");
    }
  }

  @Test
  void trap04_aMissingSessionIs400AndAnUnknownOne404WithAJsonRpcErrorEverywhere() throws Exception {
    for (String method : List.of("GET", "DELETE")) {
      Answer missing = http.send(method + " /mcp", null, "Accept: text/event-stream");
      assertRefused(missing, 400, -32600);
      Answer unknown =
          http.send(method + " /mcp", null, "Accept: text/event-stream", "Mcp-Session-Id: x");
      assertThat(unknown.status()).isEqualTo(404);
      assertThat(unknown.json().at("/error/code").asInt()).isNegative();
    }
    assertRefused(http.post("/mcp", PING), 400, -32600);
    assertThat(http.post("/mcp", PING, "Mcp-Session-Id: x").status()).isEqualTo(404);
  }

  /** The SDK's client begins anew at a 400, too: none is sent for what is only a failed request. */
  @Test
  void trap05_aFailedRequestIsNo400AndAnEndedSessionLetsTheClientBeginAnew() throws Exception {
    for (String body :
        List.of(
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"no/such\"}",
            RawClient.call(1, "no such tool", "{}"),
            RawClient.call(1, "fail", "{}"),
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":[]}}")) {
      assertThat(post(body).status()).as(body).isEqualTo(200);
    }
    AtomicReference<String> id = new AtomicReference<>();
    try (McpSyncClient sdk =
        McpClient.sync(
                HttpClientStreamableHttpTransport.builder("http://127.0.0.1:" + server.port())
                    .httpRequestCustomizer(
                        (request, method, uri, body, context) ->
                            request
                                .copy()
                                .build()
                                .headers()
                                .firstValue("Mcp-Session-Id")
                                .ifPresent(id::set))
                    .build())
            .build()) {
      sdk.initialize();
      assertThat(echo(sdk, "first")).contains("Echo: first");
      String ended = id.get();
      client.send("DELETE", "/mcp", null, "Mcp-Session-Id", ended);
      assertThat(echoAtLast(sdk, "again")).contains("Echo: again");
      assertThat(id.get()).isNotEqualTo(ended);
    }
  }

  @Test
  void trap06_aClientThatListensBeforeItInitializesWorks() throws Exception {
    CountDownLatch heard = new CountDownLatch(1);
    try (McpSyncClient sdk =
        McpClient.sync(
                HttpClientStreamableHttpTransport.builder("http://127.0.0.1:" + server.port())
                    .openConnectionOnStartup(true)
                    .build())
            .toolsChangeConsumer(tools -> heard.countDown())
            .build()) {
      sdk.initialize();
      assertThat(echo(sdk, "a")).contains("Echo: a");
      server.server.notifyToolsListChanged();
      assertThat(heard.await(20, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void trap07_theHeadOfAListeningStreamComesAtOnce() throws Exception {
    // This revision has no priming event that could bring the head along.
    String own = client.streamable("2025-06-18");
    try (EventStream stream = listen(own)) {
      assertThat(stream.silent()).isTrue();
    }
  }

  @Test
  void trap08_lastEventIdReplaysAndTheStreamGoesOnAndEnds() throws Exception {
    String own = client.streamable("2025-11-25");
    CutStream stream = CutStream.listen(server.port(), own);
    String first = stream.next().id();
    server.server.notifyToolsListChanged();
    server.server.notifyToolsListChanged();
    stream.cut();
    try (EventStream resumed = listen(own, "Last-Event-ID", first)) {
      resumed.next("list_changed");
      resumed.next("list_changed");
      server.server.notifyToolsListChanged();
      resumed.next("list_changed");
      client.send("DELETE", "/mcp", null, "Mcp-Session-Id", own);
      assertThat(resumed.next()).isEqualTo(EventStream.END);
    }
  }

  @Test
  void trap09_everyEventHasAnIdOfItsOwn() throws Exception {
    TreeSet<String> ids = new TreeSet<>();
    for (int call = 0; call < 2; call++) {
      try (EventStream stream = stream(session, RawClient.call(call, "progress", "{}"))) {
        for (int i = 0; i < 5; i++) {
          ids.add(stream.next().id());
        }
      }
    }
    assertThat(ids).hasSize(10).noneMatch(id -> id.contains(session));
  }

  @Test
  void trap10_aNotificationWaitsForAClientThatDoesNotListen() throws Exception {
    String own = client.streamable("2025-06-18");
    try (LoggedErrors log = new LoggedErrors()) {
      server.server.notifyToolsListChanged();
      assertThat(log.text()).isEmpty();
    }
    try (EventStream stream = listen(own)) {
      stream.next("list_changed");
    }
  }

  @Test
  void trap11_deleteEndsTheSessionOnceAndSaysSo() throws Exception {
    String own = client.streamable("2025-11-25");
    assertThat(http.send("DELETE /mcp", null, "Mcp-Session-Id: " + own).status()).isEqualTo(200);
    assertThat(http.send("DELETE /mcp", null, "Mcp-Session-Id: " + own).status()).isEqualTo(404);
    try (TestServer fixed = TestServer.start(door, options -> options.disallowDelete(true))) {
      String kept = fixed.client.streamable("2025-11-25");
      Answer refused =
          new RawHttp(fixed.port()).send("DELETE /mcp", null, "Mcp-Session-Id: " + kept);
      assertThat(refused.status()).isEqualTo(405);
      assertThat(refused.field("Allow")).doesNotContain("DELETE");
      assertThat(fixed.client.send("POST", "/mcp", PING, "Mcp-Session-Id", kept).statusCode())
          .isEqualTo(200);
    }
  }

  @Test
  void trap12_aSessionThatNobodyUsesExpires() throws Exception {
    try (TestServer own =
        TestServer.start(
            door, options -> options.sessionIdleTimeout(Duration.ofMillis(50)).maxSessions(1))) {
      String forgotten = own.client.streamable("2025-11-25");
      long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
      int status = 503;
      while (status == 503 && System.nanoTime() < limit) {
        status =
            own.client
                .send("POST", "/mcp", RawClient.INITIALIZE.formatted("2025-11-25"))
                .statusCode();
      }
      assertThat(status).as("there is room again").isEqualTo(200);
      assertThat(own.client.send("POST", "/mcp", PING, "Mcp-Session-Id", forgotten).statusCode())
          .isEqualTo(404);
    }
  }

  @Test
  void trap13_aBrokenStreamDoesNotTakeItsSessionAlong() throws Exception {
    String own = client.streamable("2025-11-25");
    for (int i = 0; i < 10; i++) {
      CutStream stream = CutStream.post(server.port(), own, RawClient.call(i, "progress", "{}"));
      stream.next();
      stream.cut();
      CutStream listening = CutStream.listen(server.port(), own);
      listening.next();
      listening.cut();
      server.server.notifyToolsListChanged();
      assertThat(client.send("POST", "/mcp", PING, "Mcp-Session-Id", own).statusCode())
          .isEqualTo(200);
    }
  }

  @Test
  void trap14_aSecondListeningStreamEndsTheFirst() throws Exception {
    String own = client.streamable("2025-06-18");
    try (EventStream first = listen(own);
        EventStream second = listen(own)) {
      assertThat(first.next()).isEqualTo(EventStream.END);
      server.server.notifyToolsListChanged();
      second.next("list_changed");
    }
  }

  @Test
  void trap15_runningCallsHoldNoThreadOfTheContainer() throws Exception {
    try (ManyCalls calls = new ManyCalls(door, 250)) {
      assertThat(calls.allRunning()).isTrue();
      assertThat(calls.client().streamable("2025-11-25")).isNotEmpty();
      calls.release();
      assertThat(calls.answers()).hasSize(250).allMatch(answer -> answer.contains("released"));
    }
  }

  private static Answer ping(String field) throws Exception {
    return http.post("/mcp", PING, "Mcp-Session-Id: " + session, field);
  }

  /** A call that meets the ended session may fail; the next one finds a new session. */
  private static String echoAtLast(McpSyncClient client, String message) {
    for (int attempt = 0; attempt < 3; attempt++) {
      try {
        return echo(client, message);
      } catch (RuntimeException e) {
        assertThat(e).hasStackTraceContaining("ession");
      }
    }
    return "no session";
  }

  private static String echo(McpSyncClient client, String message) {
    return client.callTool(new CallToolRequest("echo", Map.of("message", message))).toString();
  }
}
