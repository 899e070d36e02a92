package io.github.mcpmigrate.compat.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpmigrate.compat.sdk.RawHttp.Answer;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Group SH: sessions and versions of Streamable HTTP. */
@ParameterizedClass
@EnumSource(Door.class)
class WireSessionTest extends WireTest {

  private static final int INVALID_REQUEST = -32600;

  private static Answer initialize(String version, String... fields) throws Exception {
    return http.post("/mcp", RawClient.INITIALIZE.formatted(version), fields);
  }

  private static Answer ping(String id, String... fields) throws Exception {
    return http.post(
        "/mcp",
        PING,
        Stream.concat(Stream.of("Mcp-Session-Id: " + id), Stream.of(fields))
            .toArray(String[]::new));
  }

  @ParameterizedTest
  @CsvSource({
    "2024-11-05, 2024-11-05",
    "2025-03-26, 2025-03-26",
    "2025-06-18, 2025-06-18",
    "2025-11-25, 2025-11-25",
    "2026-07-28, 2025-11-25",
    "2099-01-01, 2025-11-25",
    "1999-01-01, 2025-11-25",
    "DRAFT-2025-v2, 2025-11-25",
    "1.0, 2025-11-25"
  })
  @WireRow({"SH-01", "SH-02", "SH-03", "SH-04", "SH-05", "SH-06", "D-01", "D-06"})
  void initializeOpensASessionOfAVersionThatIsSpoken(String asked, String answered)
      throws Exception {
    Answer answer = initialize(asked);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().at("/result/protocolVersion").asText()).isEqualTo(answered);
    assertThat(answer.json().at("/result/serverInfo/name").asText()).isEqualTo("test");
    String own = answer.field("Mcp-Session-Id");
    assertThat(ping(own).status()).isEqualTo(200);
    listen(own).close();
  }

  @Test
  @WireRow("D-08")
  void aClaimThatNamesAVersionWithAHandshakeChangesNothing() throws Exception {
    String claiming =
        RawClient.INITIALIZE
            .formatted("2025-06-18")
            .replace(
                "\"params\":{",
                "\"params\":{\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":"
                    + "\"2025-06-18\"},");
    Answer answer = http.post("/mcp", claiming);
    assertThat(answer.json().at("/result/protocolVersion").asText()).isEqualTo("2025-06-18");
  }

  @Test
  @WireRow({"SH-07", "SH-08"})
  void sessionIdsAre144RandomBitsInVisibleCharacters() throws Exception {
    Set<String> ids = new HashSet<>();
    Set<String> tails = new HashSet<>();
    for (int i = 0; i < 40; i++) {
      String id = initialize("2025-11-25").field("Mcp-Session-Id");
      assertThat(id).matches("[A-Za-z0-9_-]{24}");
      ids.add(id);
      tails.add(id.substring(0, 1));
    }
    assertThat(ids).hasSize(40);
    assertThat(tails).as("nothing counts up").hasSizeGreaterThan(10);
  }

  @Test
  @WireRow("SH-09")
  void onlyTheAnswerToInitializeNamesASession() throws Exception {
    for (Answer answer :
        List.of(
            post(PING),
            post(RawClient.INITIALIZED),
            post("{"),
            ping("unknown"),
            http.post("/mcp", PING),
            http.post("/mcp", PING, "Mcp-Session-Id: " + session, "Accept: text/html"),
            http.send("PUT /mcp", null, "Mcp-Session-Id: " + session),
            http.send("OPTIONS /mcp", null, "Mcp-Session-Id: " + session))) {
      assertThat(answer.field("Mcp-Session-Id")).as(answer.toString()).isNull();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024-11-05", "2025-11-25", "2026-07-28", "2023-01-01", "1.0", "?"})
  @WireRow({"SH-10", "D-02", "D-03", "D-09"})
  void initializeIsNeverRefusedForItsVersionHeader(String version) throws Exception {
    Answer answer = initialize("2025-06-18", "MCP-Protocol-Version: " + version);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().at("/result/protocolVersion").asText()).isEqualTo("2025-06-18");
  }

  @Test
  @WireRow({"SH-11", "SH-64", "SH-20", "D-24", "D-25", "D-28", "D-32", "D-35", "D-49", "D-55"})
  void whatNeedsASessionIs400WithoutOne() throws Exception {
    String response = "{\"jsonrpc\":\"2.0\",\"id\":\"q\",\"result\":{}}";
    String discover = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"server/discover\"}";
    for (String body : List.of(PING, discover, RawClient.INITIALIZED, response, "[" + PING + "]")) {
      for (String field : List.of("X-None: 1", "MCP-Protocol-Version: 2025-06-18")) {
        Answer answer = http.post("/mcp", body, field);
        assertRefused(answer, 400, INVALID_REQUEST);
        assertThat(answer.json().at("/error/data").isMissingNode()).isTrue();
      }
    }
    String stream = "Accept: text/event-stream";
    assertRefused(http.send("GET /mcp", null, stream), 400, INVALID_REQUEST);
    assertRefused(
        http.send("GET /mcp", null, stream, "MCP-Protocol-Version: 2025-06-18"),
        400,
        INVALID_REQUEST);
    assertRefused(http.send("GET /mcp", null, stream, "Last-Event-ID: a.1"), 400, INVALID_REQUEST);
    assertRefused(http.send("DELETE /mcp", null), 400, INVALID_REQUEST);
  }

  /** The specification's 400 for a missing session goes before the 405 that D-50 would like. */
  @Test
  @WireRow("D-50")
  void theMcpUrlOpensHttpSseOnlyWhereThatIsSwitchedOn() throws Exception {
    assertRefused(http.send("GET /mcp", null, "Accept: text/event-stream"), 400, INVALID_REQUEST);
    try (TestServer both = TestServer.start(door, options -> options.sameUrl(true));
        EventStream stream = new EventStream(both.client.open("GET", "/mcp", null).body())) {
      assertThat(stream.next().name()).isEqualTo("endpoint");
    }
  }

  @Test
  @WireRow({"SH-12", "SH-13", "SH-65", "D-23", "D-46", "D-54"})
  void anUnknownSessionIs404OnEveryMethod() throws Exception {
    String response = "{\"jsonrpc\":\"2.0\",\"id\":\"q\",\"result\":{}}";
    for (Answer answer :
        List.of(
            ping("unknown"),
            http.post("/mcp", RawClient.INITIALIZED, "Mcp-Session-Id: unknown"),
            http.post("/mcp", response, "Mcp-Session-Id: unknown"),
            http.send("GET /mcp", null, "Accept: */*", "Mcp-Session-Id: unknown"),
            http.send("DELETE /mcp", null, "Mcp-Session-Id: unknown"))) {
      assertRefused(answer, 404, INVALID_REQUEST);
      assertThat(answer.json().at("/error/message").asText())
          .containsIgnoringCase("session not found");
    }
  }

  @Test
  @WireRow({"SH-16", "SH-86"})
  void aSessionThatIdledTooLongIs404() throws Exception {
    try (TestServer brief =
        TestServer.start(door, options -> options.sessionIdleTimeout(Duration.ofMillis(100)))) {
      String own = brief.client.streamable("2025-11-25");
      RawHttp raw = new RawHttp(brief.port());
      // Each request renews the session, so it is asked for in ever longer intervals.
      int status = 200;
      long limit = System.nanoTime() + Duration.ofSeconds(10).toNanos();
      long pause = 1_000_000;
      while (status == 200 && System.nanoTime() < limit) {
        long until = System.nanoTime() + pause;
        while (System.nanoTime() < until) {
          Thread.onSpinWait();
        }
        pause *= 2;
        status = raw.post("/mcp", PING, "Mcp-Session-Id: " + own).status();
      }
      assertThat(status).isEqualTo(404);
    }
  }

  @Test
  @WireRow({"SH-17", "SH-18", "SH-19", "SH-20", "SH-16", "D-53"})
  void deleteEndsTheSessionItsStreamsAndItsWork() throws Exception {
    try (TestServer own = TestServer.start(door)) {
      RawHttp raw = new RawHttp(own.port());
      String id = own.client.streamable("2025-06-18");
      try (EventStream listening =
              new EventStream(own.client.open("GET", "/mcp", null, "Mcp-Session-Id", id).body());
          EventStream call =
              new EventStream(
                  own.client
                      .open("POST", "/mcp", RawClient.call(1, "wait", "{}"), "Mcp-Session-Id", id)
                      .body())) {
        assertThat(own.logged()).isEqualTo("started");
        call.next("\"progress\":1");
        Answer deleted =
            raw.send("DELETE /mcp", "{}".getBytes(), "Mcp-Session-Id: " + id, "X-Body: ignored");
        assertThat(deleted.status()).isIn(200, 204);
        assertThat(deleted.body()).isEmpty();
        assertThat(listening.next()).isEqualTo(EventStream.END);
        call.next("\"error\"");
        assertThat(call.next()).isEqualTo(EventStream.END);
        assertThat(own.logged()).isEqualTo("interrupted");
        assertRefused(raw.post("/mcp", PING, "Mcp-Session-Id: " + id), 404, INVALID_REQUEST);
      }
    }
  }

  @Test
  @WireRow({"SH-21", "D-04", "D-05"})
  void initializeWithASessionIdOpensANewSession() throws Exception {
    for (String id : List.of(session, "unknown")) {
      Answer answer = initialize("2025-06-18", "Mcp-Session-Id: " + id);
      assertThat(answer.status()).isEqualTo(200);
      String own = answer.field("Mcp-Session-Id");
      assertThat(own).isNotEqualTo(id);
      assertThat(ping(own).status()).isEqualTo(200);
    }
    assertThat(post(PING).status()).as("the old one is untouched").isEqualTo(200);
  }

  @Test
  @WireRow({"SH-22", "D-36"})
  void initializeInABatchIsRefused() throws Exception {
    String batch = "[" + RawClient.INITIALIZE.formatted("2025-03-26") + "," + PING + "]";
    assertRefused(http.post("/mcp", batch), 400, INVALID_REQUEST);
    String old = client.streamable("2025-03-26");
    Answer answer = http.post("/mcp", batch, "Mcp-Session-Id: " + old);
    assertRefused(answer, 400, INVALID_REQUEST);
    assertThat(answer.field("Mcp-Session-Id")).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"protocolVersion\":7}",
        "{\"protocolVersion\":\"2025-11-25\",\"capabilities\":7,\"clientInfo\":{}}"
      })
  @WireRow("SH-23")
  void aFailedInitializeLeavesNothing(String params) throws Exception {
    int open = engineSessions();
    Answer answer =
        http.post(
            "/mcp",
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":" + params + "}");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().at("/error/code").asInt()).isEqualTo(-32602);
    assertThat(answer.field("Mcp-Session-Id")).isNull();
    assertThat(engineSessions()).isEqualTo(open);
  }

  private static int engineSessions() {
    return (int)
        (server.provider instanceof HttpServletDualTransportProvider servlet
                ? servlet.usage()
                : ((RoutedDualTransportProvider) server.provider).usage())
            .streamable()
            .openSessions();
  }

  @Test
  @WireRow({"SH-24", "SH-25", "SH-26", "SH-67"})
  void aClientMayListenAndPingBeforeItIsInitialized() throws Exception {
    String own = initialize("2025-06-18").field("Mcp-Session-Id");
    try (EventStream listening = listen(own)) {
      assertThat(ping(own).text()).isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":5,\"result\":{}}");
      assertThat(listening.silent()).as("the server asks nothing yet").isTrue();
      Answer initialized = http.post("/mcp", RawClient.INITIALIZED, "Mcp-Session-Id: " + own);
      assertThat(initialized.status()).isEqualTo(202);
      assertThat(initialized.body()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1900-01-01", "2025-11-26", "latest", "2025-11-25x", "?"})
  @WireRow({"SH-27", "D-21", "D-52"})
  void anUnsupportedVersionHeaderIs400(String version) throws Exception {
    String field = "MCP-Protocol-Version: " + version;
    Answer answer = ping(session, field);
    assertRefused(answer, 400, INVALID_REQUEST);
    assertThat(answer.json().at("/id").asInt()).isEqualTo(5);
    for (String body :
        List.of(RawClient.INITIALIZED, "{\"jsonrpc\":\"2.0\",\"id\":\"q\",\"result\":{}}")) {
      assertRefused(
          http.post("/mcp", body, field, "Mcp-Session-Id: " + session), 400, INVALID_REQUEST);
    }
    for (String method : List.of("GET", "DELETE")) {
      assertRefused(
          http.send(
              method + " /mcp",
              null,
              "Accept: text/event-stream",
              field,
              "Mcp-Session-Id: " + session),
          400,
          INVALID_REQUEST);
    }
    assertThat(post(PING).status()).as("the session lives on").isEqualTo(200);
  }

  @Test
  @WireRow({"SH-28", "SH-29", "SH-51", "D-20", "D-33", "D-34"})
  void theNegotiatedVersionDecidesWhateverSupportedOneTheHeaderNames() throws Exception {
    String batch = "[" + PING + "]";
    for (String negotiated : List.of("2025-03-26", "2025-06-18", "2025-11-25")) {
      String own = client.streamable(negotiated);
      int expected = negotiated.equals("2025-03-26") ? 200 : 400;
      for (String field :
          List.of(
              "X-None: 1",
              "MCP-Protocol-Version: 2025-03-26",
              "MCP-Protocol-Version: 2025-06-18",
              "MCP-Protocol-Version: 2025-11-25")) {
        assertThat(ping(own, field).status()).isEqualTo(200);
        assertThat(http.post("/mcp", batch, field, "Mcp-Session-Id: " + own).status())
            .as(negotiated + " and " + field)
            .isEqualTo(expected);
      }
      client
          .open("GET", "/mcp", null, "Mcp-Session-Id", own, "MCP-Protocol-Version", "2025-11-25")
          .body()
          .close();
    }
  }

  /** To a server of 2026-07-28 it would be -32602: it could then be told what it lacks. */
  @Test
  @WireRow({"SH-30", "D-22"})
  void aHeaderOfTheStatelessRevisionInASessionIs400() throws Exception {
    Answer answer = ping(session, "MCP-Protocol-Version: 2026-07-28");
    assertRefused(answer, 400, INVALID_REQUEST);
    assertThat(answer.json().at("/id").asInt()).isEqualTo(5);
  }

  @Test
  @WireRow("D-19")
  void headersOfTheStatelessRevisionMeanNothingInASession() throws Exception {
    assertThat(ping(session, "Mcp-Method: tools/list", "Mcp-Name: other").status()).isEqualTo(200);
  }

  @Test
  @WireRow({"D-31", "D-37", "D-38", "D-39", "D-40"})
  void whatIsNoMessageIs400WhateverTheVersion() throws Exception {
    String version = "MCP-Protocol-Version: 2026-07-28";
    String response = "{\"jsonrpc\":\"2.0\",\"id\":\"q\",\"result\":{}}";
    String nullId = "{\"jsonrpc\":\"2.0\",\"id\":null,\"method\":\"ping\"}";
    assertRefused(http.post("/mcp", response, version), 400, INVALID_REQUEST);
    assertRefused(http.post("/mcp", "[" + PING + "]", version), 400, INVALID_REQUEST);
    for (String field : List.of("X-None: 1", version, "Mcp-Session-Id: " + session)) {
      assertRefused(http.post("/mcp", "[]", field), 400, INVALID_REQUEST);
      assertRefused(http.post("/mcp", nullId, field), 400, INVALID_REQUEST);
      assertRefused(http.post("/mcp", "", field), 400, -32700);
      assertRefused(http.post("/mcp", "{", field), 400, -32700);
    }
  }

  @ParameterizedTest
  @MethodSource("notStreams")
  @WireRow({"D-51", "SH-46", "SH-47"})
  void aGetThatWantsNoStreamIs405OrInASession406(String accept) throws Exception {
    Answer outside = http.send("GET /mcp", null, accept);
    assertRefused(outside, 405, INVALID_REQUEST);
    assertThat(outside.field("Allow")).isEqualTo("GET, POST, DELETE, OPTIONS");
    assertRefused(
        http.send("GET /mcp", null, accept, "Mcp-Session-Id: " + session), 406, INVALID_REQUEST);
  }

  private static Stream<String> notStreams() {
    return Stream.of(
        "Accept: text/html,application/xhtml+xml",
        "Accept: application/json",
        "Accept: text/event-stream;q=0, */*");
  }
}
