package io.github.mcpmigrate.compat.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpmigrate.compat.sdk.RawClient.HttpSse;
import io.github.mcpmigrate.compat.sdk.RawHttp.Answer;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Group SSE: the HTTP+SSE transport of 2024-11-05. */
@ParameterizedClass
@EnumSource(Door.class)
class WireHttpSseTest extends WireTest {

  private static final int PARSE_ERROR = -32700;
  private static final int INVALID_REQUEST = -32600;

  private static EventStream openSse(String... headers) throws Exception {
    HttpResponse<InputStream> response = client.open("GET", "/sse", null, headers);
    assertThat(response.statusCode()).isEqualTo(200);
    return new EventStream(response.body());
  }

  @Test
  @WireRow({"SSE-01", "SSE-02", "SSE-05", "SSE-06", "SSE-07", "D-70"})
  void theFirstEventIsAPathThatEveryClientResolvesAlike() throws Exception {
    try (EventStream stream = openSse()) {
      EventStream.Event endpoint = stream.next();
      assertThat(endpoint.name()).isEqualTo("endpoint");
      URI uri = URI.create(endpoint.data());
      assertThat(uri.isAbsolute()).isFalse();
      assertThat(uri.getRawAuthority()).isNull();
      assertThat(uri.getRawFragment()).isNull();
      assertThat(uri.getRawPath()).isEqualTo("/mcp/message");
      assertThat(uri.getRawQuery()).matches("sessionId=[A-Za-z0-9_-]{24}");
      assertThat(http.post(endpoint.data(), RawClient.INITIALIZE.formatted("2024-11-05")).status())
          .isEqualTo(202);
      stream.next("\"protocolVersion\":\"2024-11-05\"");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"//evil.example", "/a/../b", "/./a", "https://evil.example", "/a#b", "/a?b"})
  @WireRow({"SSE-05", "SSE-06"})
  void aProxyCannotMakeItAnythingElse(String prefix) throws Exception {
    try (EventStream stream = openSse("X-Forwarded-Prefix", prefix)) {
      String data = stream.next().data();
      assertThat(data).startsWith("/mcp/message?sessionId=");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"sessionId", "session_id"})
  @WireRow("SSE-07")
  void bothSpellingsOfTheKeyAreUnderstood(String key) throws Exception {
    try (HttpSse old = client.httpSse().initialize("2024-11-05")) {
      String url = old.endpoint().replace("sessionId", key);
      assertThat(http.post(url, PING).status()).isEqualTo(202);
      old.stream().next("\"result\":{}");
    }
  }

  @Test
  @WireRow("SSE-08")
  void sessionIdsAre144RandomBits() throws Exception {
    Set<String> ids = new HashSet<>();
    Set<Character> firsts = new HashSet<>();
    for (int i = 0; i < 40; i++) {
      try (HttpSse old = client.httpSse()) {
        String id = old.endpoint().substring(old.endpoint().indexOf('=') + 1);
        assertThat(id).matches("[A-Za-z0-9_-]{24}");
        ids.add(id);
        firsts.add(id.charAt(0));
      }
    }
    assertThat(ids).hasSize(40);
    assertThat(firsts).as("the first characters differ").hasSizeGreaterThan(10);
  }

  @Test
  @WireRow({"SSE-03", "SSE-09", "SSE-10", "D-75"})
  void aPostIsAcceptedAndAnsweredOnTheStreamOnly() throws Exception {
    try (HttpSse old = client.httpSse().initialize("2024-11-05")) {
      Answer accepted =
          http.post(old.endpoint(), RawClient.call(3, "echo", "{\"message\":\"hi\"}"));
      assertThat(accepted.status()).isEqualTo(202);
      assertThat(accepted.body()).isEmpty();
      EventStream.Event event = old.stream().next();
      assertThat(event.name()).isEqualTo("message");
      assertThat(event.data()).contains("\"id\":3", "Echo: hi");
    }
  }

  @Test
  @WireRow({"SSE-04", "SSE-17", "SSE-25"})
  void thereAreNoOtherEventsAndNoIds() throws Exception {
    try (TestServer quick =
        TestServer.start(
            door, options -> options.keepAliveInterval(java.time.Duration.ofMillis(5)))) {
      HttpResponse<InputStream> response = quick.client.open("GET", "/sse", null);
      try (StreamText stream = new StreamText(response.body())) {
        String endpoint = stream.until("\n\n").replaceAll("(?s).*data: ([^\n]*)\n.*", "$1");
        quick.client.send("POST", endpoint, RawClient.INITIALIZE.formatted("2024-11-05"));
        stream.until("protocolVersion");
        String before = stream.until(so -> so.endsWith(":\n:\n:\n"), "comments");
        assertThat(before.split("event: message")).as("nothing but the answer").hasSize(2);
        quick.client.send("POST", endpoint, RawClient.INITIALIZED);
        quick.client.send("POST", endpoint, RawClient.call(1, "progress", "{}"));
        // The last comment may have come in part.
        String text = stream.until("progress done").replaceAll("(?m)^:(\n|\\z)", "");
        for (String line : text.split("\n")) {
          assertThat(line).matches("event: (endpoint|message)|data: .*|");
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"?sessionId=unknown, 404", "?session_id=unknown, 404", "'', 400", "?other=1, 400"})
  @WireRow({"SSE-11", "D-76"})
  void aPostWithoutASessionIsRefused(String query, int status) throws Exception {
    assertRefused(http.post("/mcp/message" + query, PING), status, INVALID_REQUEST);
  }

  @Test
  @WireRow("SSE-12")
  void onlyWhatIsNoMessageIsRefusedByStatus() throws Exception {
    try (HttpSse old = client.httpSse().initialize("2024-11-05")) {
      assertRefused(http.post(old.endpoint(), "{"), 400, PARSE_ERROR);
      for (String request :
          List.of(
              "{\"jsonrpc\":\"2.0\",\"id\":8,\"method\":\"no/such\"}",
              "{\"jsonrpc\":\"2.0\",\"id\":8,\"method\":\"tools/call\"}",
              RawClient.call(8, "no such tool", "{}"))) {
        assertThat(http.post(old.endpoint(), request).status()).isEqualTo(202);
        assertThat(old.stream().next("\"error\"")).contains("\"id\":8");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2024-11-05, 2024-11-05",
    "2025-06-18, 2025-06-18",
    "2025-11-25, 2025-11-25",
    "2026-07-28, 2025-11-25",
    "1999-01-01, 2025-11-25"
  })
  @WireRow("SSE-13")
  void theVersionIsOneTheClientAskedForOrTheNewestWithAHandshake(String asked, String answered)
      throws Exception {
    try (HttpSse old = client.httpSse()) {
      old.post(RawClient.INITIALIZE.formatted(asked));
      old.stream().next("\"protocolVersion\":\"" + answered + "\"");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024-11-05", "2025-11-25", "1900-01-01", "garbage"})
  @WireRow({"SSE-14", "D-72"})
  void theVersionHeaderMeansNothingHere(String version) throws Exception {
    try (EventStream stream = openSse("MCP-Protocol-Version", version, "Mcp-Session-Id", "x")) {
      String endpoint = stream.next().data();
      String initialize = RawClient.INITIALIZE.formatted("2024-11-05");
      String field = "MCP-Protocol-Version: " + version;
      assertThat(http.post(endpoint, initialize, field).status()).isEqualTo(202);
      stream.next("protocolVersion");
      assertThat(http.post(endpoint, PING, field).status()).isEqualTo(202);
      stream.next("\"result\":{}");
    }
  }

  @Test
  @WireRow("SSE-16")
  void aClientThatReconnectsWithoutInitializeIsAnswered() throws Exception {
    try (HttpSse old = client.httpSse()) {
      assertThat(old.post(RawClient.call(4, "echo", "{}")).statusCode()).isEqualTo(202);
      assertThat(old.stream().next("\"error\"")).contains("\"id\":4", "initialize");
    }
  }

  @Test
  @WireRow({"SSE-18", "D-72"})
  void lastEventIdOpensAFreshSession() throws Exception {
    try (HttpSse first = client.httpSse().initialize("2024-11-05");
        EventStream second = openSse("Last-Event-ID", "sse.1")) {
      EventStream.Event endpoint = second.next();
      assertThat(endpoint.name()).isEqualTo("endpoint");
      assertThat(endpoint.data()).isNotEqualTo(first.endpoint());
      assertThat(second.silent()).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "text/event-stream, 200",
    "*/*, 200",
    "text/*, 200",
    "application/json, 406",
    "text/html, 406",
    "text/event-stream;q=0, 406"
  })
  @WireRow({"SSE-19", "D-70", "D-71"})
  void theAcceptHeaderIsReadAsHttpDefinesIt(String accept, int status) throws Exception {
    HttpResponse<InputStream> response = client.open("GET", "/sse", null, "Accept", accept);
    response.body().close();
    assertThat(response.statusCode()).isEqualTo(status);
  }

  @Test
  @WireRow({"SSE-20", "COMMON-14", "D-61"})
  void aForeignPageReachesNeitherUrl() throws Exception {
    try (HttpSse old = client.httpSse().initialize("2024-11-05")) {
      String origin = "Origin: http://evil.example";
      assertRefused(http.send("GET /sse", null, origin), 403, INVALID_REQUEST);
      assertRefused(http.post(old.endpoint(), PING, origin), 403, INVALID_REQUEST);
      old.post(PING.replace("5", "6"));
      assertThat(old.stream().next("\"result\":{}")).contains("\"id\":6");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{}}",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"server/discover\",\"params\":{\"_meta\":"
            + "{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\"}}}",
        "{"
      })
  @WireRow({"SSE-22", "D-73", "D-74"})
  void aPostToTheSseUrlIs405AndNoJsonRpcMessage(String body) throws Exception {
    Answer answer = http.post("/sse", body, "MCP-Protocol-Version: 2025-11-25");
    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.field("Allow")).isEqualTo("GET, OPTIONS");
    assertThat(answer.text()).doesNotContain("jsonrpc");
  }

  @Test
  @WireRow({"SSE-23", "D-78"})
  void aGetOfTheMessageUrlIs405() throws Exception {
    Answer answer = http.send("GET /mcp/message?sessionId=x", null, "Accept: text/event-stream");
    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.field("Allow")).isEqualTo("POST, OPTIONS");
  }

  @Test
  @WireRow("SSE-24")
  void batchesAreFor20250326Only() throws Exception {
    for (String version : List.of("2024-11-05", "2025-06-18")) {
      try (HttpSse old = client.httpSse().initialize(version)) {
        assertRefused(http.post(old.endpoint(), "[" + PING + "]"), 400, INVALID_REQUEST);
      }
    }
    try (HttpSse old = client.httpSse().initialize("2025-03-26")) {
      assertThat(http.post(old.endpoint(), "[" + PING + "]").status()).isEqualTo(202);
      old.stream().next("\"result\":{}");
    }
  }

  @Test
  @WireRow("SSE-27")
  void theOldEndpointsStandBesideTheNewOne() throws Exception {
    try (HttpSse old = client.httpSse().initialize("2024-11-05")) {
      assertThat(post(PING).status()).isEqualTo(200);
      assertThat(old.post(PING).statusCode()).isEqualTo(202);
      old.stream().next("\"result\":{}");
    }
  }

  @Test
  @WireRow("D-77")
  void theMessageUrlHasChosenTheEra() throws Exception {
    try (HttpSse old = client.httpSse().initialize("2024-11-05")) {
      String claim =
          "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"params\":{\"_meta\":"
              + "{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\"}}}";
      assertThat(http.post(old.endpoint(), claim).status()).isEqualTo(202);
      assertThat(old.stream().next())
          .extracting(EventStream.Event::data)
          .asString()
          .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}");
    }
  }
}
