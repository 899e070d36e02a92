package io.github.mcpmigrate.compat.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mcpmigrate.compat.sdk.RawClient.HttpSse;
import io.github.mcpmigrate.compat.sdk.RawHttp.Answer;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientSseClientTransport;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The second half of {@link SdkTrapsTest}. */
@ParameterizedClass
@EnumSource(Door.class)
class SdkTrapsFrom16Test extends WireTest {

  @Test
  void trap16_batchesAreAnsweredToTheRevisionThatHasThem() throws Exception {
    String older = client.streamable("2025-03-26");
    Answer answers = http.post("/mcp", "[" + PING + "]", "Mcp-Session-Id: " + older);
    assertThat(answers.status()).isEqualTo(200);
    assertThat(answers.json().at("/0/id").asInt()).isEqualTo(5);
    assertRefused(post("[" + PING + "]"), 400, -32600);
  }

  @Test
  void trap17_theProtocolVersionOfARequestIsValidated() throws Exception {
    String field = "MCP-Protocol-Version: ";
    String id = "Mcp-Session-Id: " + session;
    assertThat(http.post("/mcp", PING, id, field + "1900-01-01").status()).isEqualTo(400);
    assertThat(http.post("/mcp", PING, id, field + "2025-11-25").status()).isEqualTo(200);
    assertThat(http.post("/mcp", PING, id).status()).isEqualTo(200);
  }

  @Test
  void trap18_theOriginIsCheckedAndOwnPagesPassWithoutConfiguration() throws Exception {
    String id = "Mcp-Session-Id: " + session;
    String local = "Host: localhost:" + server.port();
    assertThat(http.post("/mcp", PING, id, local, "Origin: http://evil.example").status())
        .isEqualTo(403);
    assertThat(http.post("/mcp", PING, id, local, "Origin: http://localhost:6274").status())
        .isEqualTo(200);
    String named = "Host: mcp.example.org";
    assertThat(http.post("/mcp", PING, id, named, "Origin: https://mcp.example.org").status())
        .isEqualTo(200);
    assertThat(http.post("/mcp", PING, id, named).status()).isEqualTo(200);
  }

  @Test
  void trap19_aBodyIsLimitedBehindEveryDoor() throws Exception {
    int limit = 16 << 20;
    Answer declared =
        http.send(
            "POST /mcp",
            new byte[0],
            "Content-Type: application/json",
            "Mcp-Session-Id: " + session,
            "Content-Length: " + (limit + 1));
    assertThat(declared.status()).isEqualTo(413);
    try (TestServer small = TestServer.start(door, options -> options.maxRequestSize(1_000))) {
      HttpResponse<String> refused = small.client.send("POST", "/mcp", " ".repeat(2_000));
      assertThat(refused.statusCode()).isEqualTo(413);
    }
  }

  @Test
  void trap20_aSlashAtTheEndIsTheSameEndpointAndATailIsNone() throws Exception {
    assertThat(http.post("/mcp/", PING, "Mcp-Session-Id: " + session).status()).isEqualTo(200);
    assertThat(http.post("/notmcp", PING, "Mcp-Session-Id: " + session).status()).isEqualTo(404);
  }

  @Test
  void trap21_endpointsThatEndAlikeAreToldApartAndEqualOnesRefused() throws Exception {
    assertThatThrownBy(() -> door.provider(options -> options.messageEndpoint("/mcp")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("mcp-endpoint and message-endpoint are both '/mcp'");
    try (TestServer both =
        TestServer.start(
            door, options -> options.sseEndpoint("/old/mcp").messageEndpoint("/message/mcp"))) {
      CutStream old = CutStream.open(both.port(), "GET /old/mcp HTTP/1.1", "");
      String endpoint = old.next().data();
      assertThat(endpoint).startsWith("/message/mcp?sessionId=");
      assertThat(both.client.send("POST", endpoint, PING).statusCode()).isEqualTo(202);
      assertThat(both.client.streamable("2025-11-25")).isNotEmpty();
      old.cut();
    }
  }

  @Test
  void trap22_aSilentStreamGetsCommentsBeforeAProxyCutsIt() throws Exception {
    try (TestServer own =
        TestServer.start(door, options -> options.keepAliveInterval(Duration.ofMillis(30)))) {
      String id = own.client.streamable("2025-06-18");
      try (EventStream listening =
              new EventStream(own.client.open("GET", "/mcp", null, "Mcp-Session-Id", id).body());
          EventStream call =
              new EventStream(
                  own.client
                      .open("POST", "/mcp", RawClient.call(1, "wait", "{}"), "Mcp-Session-Id", id)
                      .body());
          HttpSse old = own.client.httpSse()) {
        assertComments(listening);
        assertComments(call);
        assertComments(old.stream());
      }
    }
  }

  @Test
  void trap23_keepAliveAsksNoClientAndLogsNothing() throws Exception {
    try (LoggedErrors log = new LoggedErrors();
        TestServer own =
            TestServer.start(door, options -> options.keepAliveInterval(Duration.ofMillis(20)))) {
      own.client.streamable("2025-06-18");
      try (HttpSse old = own.client.httpSse()) {
        assertComments(old.stream());
        assertThat(old.stream().silent()).as("no ping").isTrue();
      }
      assertThat(log.text()).isEmpty();
    }
  }

  /** Who moves from HTTP+SSE to the SDK's stateless transport loses all this. */
  @Test
  void trap24_theServerCanAskAndTellTheClient() throws Exception {
    try (EventStream call = stream(session, RawClient.call(1, "roots", "{}"))) {
      call.next();
      String id = call.next("roots/list").replaceAll(".*\"id\":(\"[^\"]*\"|\\d+).*", "$1");
      String answer = "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"result\":{\"roots\":[]}}";
      assertThat(post(answer).status()).isEqualTo(202);
      call.next("roots 0");
    }
    try (EventStream listening = listen(client.streamable("2025-06-18"))) {
      server.server.notifyToolsListChanged();
      listening.next("list_changed");
    }
  }

  @Test
  void trap25_anAnswerToNoQuestionIsTakenAndForgotten() throws Exception {
    String stray = "{\"jsonrpc\":\"2.0\",\"id\":\"stray\",\"result\":{}}";
    try (LoggedErrors log = new LoggedErrors();
        HttpSse old = client.httpSse().initialize("2024-11-05")) {
      assertThat(post(stray).status()).isEqualTo(202);
      assertThat(old.post(stray).statusCode()).isEqualTo(202);
      assertThat(post(PING).status()).isEqualTo(200);
      assertThat(log.text()).isEmpty();
    }
  }

  @Test
  void trap26_theEndpointEventNamesNoOtherOrigin() throws Exception {
    for (String field : List.of("X-Forwarded-Host", "Forwarded")) {
      CutStream stream =
          CutStream.open(server.port(), "GET /sse HTTP/1.1\r\n" + field + ": other.example", "");
      assertThat(stream.next().data()).startsWith("/mcp/message?sessionId=");
      stream.cut();
    }
    try (McpSyncClient sdk =
        McpClient.sync(
                HttpClientSseClientTransport.builder("http://127.0.0.1:" + server.port()).build())
            .build()) {
      sdk.initialize();
      assertThat(sdk.callTool(new CallToolRequest("echo", Map.of("message", "sse"))).toString())
          .contains("Echo: sse");
    }
  }

  @Test
  void trap27_anAnswerIsJsonUnlessSomethingComesBeforeIt() throws Exception {
    assertThat(post(PING).field("Content-Type")).startsWith("application/json");
    assertThat(post(RawClient.call(1, "progress", "{}")).field("Content-Type"))
        .startsWith("text/event-stream");
    try (HttpSse old = client.httpSse()) {
      HttpResponse<String> accepted = old.post(PING);
      assertThat(accepted.statusCode()).isEqualTo(202);
      assertThat(accepted.body()).isEmpty();
    }
  }

  @Test
  void trap28_aBrowserIsToldAllThatStreamableHttpNeeds() throws Exception {
    Answer preflight =
        http.send(
            "OPTIONS /mcp",
            null,
            "Host: localhost:" + server.port(),
            "Origin: http://localhost:6274",
            "Access-Control-Request-Method: DELETE",
            "Access-Control-Request-Headers: mcp-session-id, mcp-protocol-version, last-event-id");
    assertThat(preflight.status()).isIn(200, 204);
    assertThat(preflight.field("Access-Control-Allow-Methods")).contains("DELETE");
    assertThat(preflight.field("Access-Control-Allow-Headers"))
        .containsIgnoringCase("Mcp-Session-Id")
        .containsIgnoringCase("MCP-Protocol-Version")
        .containsIgnoringCase("Last-Event-ID");
    Answer answer =
        http.post(
            "/mcp",
            PING,
            "Mcp-Session-Id: " + session,
            "Host: localhost:" + server.port(),
            "Origin: http://localhost:6274");
    assertThat(answer.field("Access-Control-Expose-Headers")).contains("Mcp-Session-Id");
  }

  /** SDK lines from 1.1.0 on tell a resource's news to its subscribers one by one, in this way. */
  @Test
  void trap29_whatIsForOneSessionReachesNoOther() throws Exception {
    server.tool("whoami" + door, (exchange, request) -> TestServer.text(exchange.sessionId()));
    String one = client.streamable("2025-06-18");
    String call = RawClient.call(1, "whoami" + door, "{}");
    Answer named = http.post("/mcp", call, "Mcp-Session-Id: " + one);
    String sdkId = named.json().at("/result/content/0/text").asText();
    String other = client.streamable("2025-06-18");
    try (EventStream mine = listen(one);
        EventStream theirs = listen(other)) {
      notifyClient(sdkId, Map.of("level", "error", "data", "mine"));
      mine.next("mine");
      server.server.notifyToolsListChanged();
      mine.next("list_changed");
      theirs.next("list_changed");
    }
  }

  private static void notifyClient(String sdkId, Map<String, String> params) {
    String method = "notifications/message";
    if (server.provider instanceof HttpServletDualTransportProvider servlet) {
      servlet.notifyClient(sdkId, method, params).block();
    } else {
      ((RoutedDualTransportProvider) server.provider).notifyClient(sdkId, method, params).block();
    }
  }

  @Test
  void trap30_theCaseOfAHeaderNameDoesNotMatter() throws Exception {
    for (String name : List.of("mcp-session-id", "Mcp-Session-Id", "MCP-SESSION-ID")) {
      assertThat(http.post("/mcp", PING, name + ": " + session).status()).isEqualTo(200);
    }
    String own = client.streamable("2025-11-25");
    String id;
    try (EventStream stream = listen(own)) {
      id = stream.next().id();
    }
    server.server.notifyToolsListChanged();
    CutStream resumed =
        CutStream.open(
            server.port(),
            "GET /mcp HTTP/1.1\r\nMCP-SESSION-ID: " + own + "\r\nlast-event-id: " + id,
            "");
    assertThat(resumed.next().data()).contains("list_changed");
    resumed.cut();
  }

  private static void assertComments(EventStream stream) {
    long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (stream.comments() < 3 && System.nanoTime() < limit) {
      Thread.onSpinWait();
    }
    assertThat(stream.comments()).isGreaterThanOrEqualTo(3);
  }
}
