package io.github.mcpmigrate.compat.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.mcpmigrate.compat.sdk.RawClient.HttpSse;
import io.github.mcpmigrate.compat.sdk.RawHttp.Answer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Group COMMON: fields, methods, media types and limits of HTTP. */
@ParameterizedClass
@EnumSource(Door.class)
class WireCommonHttpTest extends WireTest {

  private static final int INVALID_REQUEST = -32600;

  private static final String MCP = "GET, POST, DELETE, OPTIONS";
  private static final String SSE = "GET, OPTIONS";
  private static final String MESSAGE = "POST, OPTIONS";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mcp-session-id: %s",
        "MCP-SESSION-ID: %s",
        "mCp-SeSsIoN-iD:%s",
        "Mcp-Session-Id: \t %s \t "
      })
  @WireRow({"COMMON-23", "COMMON-24"})
  void fieldNamesHaveNoCaseAndSpaceAroundValuesIsNothing(String line) throws Exception {
    assertThat(
            http.post("/mcp", PING, line.formatted(session), "mcp-protocol-version:\t2025-11-25 ")
                .status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "Mcp-Session-Id: %s, mcp-session-id: %s",
    "Mcp-Session-Id: %s, Mcp-Session-Id: other",
    "MCP-Protocol-Version: 2025-11-25, MCP-Protocol-Version: 2025-11-25",
    "Mcp-Method: ping, Mcp-Method: tools/call",
    "Mcp-Name: a, Mcp-Name: b",
    "Last-Event-ID: a.1, Last-Event-ID: b.1",
    "'MCP-Protocol-Version: 2025-11-25, 2025-06-18', X: y"
  })
  @WireRow({"COMMON-26", "D-63"})
  void aFieldThatDecidesSomethingIsGivenOnce(String first, String second) throws Exception {
    String[] fields =
        first.startsWith("Mcp-Session")
            ? new String[] {first.formatted(session), second.formatted(session)}
            : new String[] {"Mcp-Session-Id: " + session, first, second};
    assertRefused(http.post("/mcp", PING, fields), 400, INVALID_REQUEST);
    assertRefused(http.send("DELETE /mcp", null, fields), 400, INVALID_REQUEST);
    assertThat(post(PING).status()).as("the session lives on").isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "/mcp;" + MCP,
        "/sse;" + SSE,
        "/mcp/message;" + MESSAGE,
      })
  @WireRow({"COMMON-27", "COMMON-28", "COMMON-29", "D-60", "D-79"})
  void aMethodThatIsNotServedIs405AndNamesThoseThatAre(String path, String allow) throws Exception {
    for (String method : List.of("PUT", "PATCH", "PROPFIND", "DELETE", "POST", "GET")) {
      if (!allow.contains(method)) {
        Answer answer =
            http.send(method + " " + path, null, "Mcp-Session-Id: " + session, "Accept: */*");
        assertThat(answer.status()).as(method).isEqualTo(405);
        assertThat(answer.field("Allow")).as(method).isEqualTo(allow);
        assertThat(answer.text().contains("jsonrpc")).isEqualTo(path.equals("/mcp"));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/mcp", "/sse", "/mcp/message"})
  @WireRow("COMMON-29")
  void traceEchoesNothing(String path) throws Exception {
    Answer answer = http.send("TRACE " + path, null, "Cookie: secret=1");
    assertThat(answer.status()).isIn(405, 501);
    assertThat(answer.text()).doesNotContain("secret");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "/mcp;" + MCP,
        "/sse;" + SSE,
        "/mcp/message;" + MESSAGE,
      })
  @WireRow({"COMMON-30", "COMMON-40", "D-59"})
  void headOpensNothingAndHasNoBody(String path, String allow) throws Exception {
    Answer answer = http.send("HEAD " + path, null, "Mcp-Session-Id: " + session, "Accept: */*");
    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.field("Allow")).isEqualTo(allow);
    assertThat(answer.field("Mcp-Session-Id")).isNull();
    assertThat(answer.body()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "application/json;charset=UTF-8",
        "Application/JSON ; charset=\"utf-8\"; profile=x"
      })
  @WireRow("COMMON-31")
  void jsonIsJsonWhateverItsParameters(String type) throws Exception {
    String field = "Content-Type: " + type;
    assertThat(http.post("/mcp", PING, "Mcp-Session-Id: " + session, field).status())
        .isEqualTo(200);
    try (HttpSse old = client.httpSse().initialize("2024-11-05")) {
      assertThat(http.post(old.endpoint(), PING, field).status()).isEqualTo(202);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/jsonx", "text/event-stream", "*/*", "json"})
  @WireRow({"COMMON-31", "COMMON-33", "D-41"})
  void anyOtherMediaTypeIs415AndHearsWhatIsTaken(String type) throws Exception {
    for (String path : List.of("/mcp", "/mcp/message?sessionId=x")) {
      Answer answer =
          http.send(
              "POST " + path,
              PING.getBytes(StandardCharsets.UTF_8),
              "Accept: */*",
              "Mcp-Session-Id: " + session,
              "Content-Type: " + type);
      assertRefused(answer, 415, INVALID_REQUEST);
      assertThat(answer.field("Accept")).isEqualTo("application/json");
    }
  }

  @Test
  @WireRow("COMMON-32")
  void aBodyWithoutATypeIsTakenFromOldClientsOnly() throws Exception {
    byte[] ping = PING.getBytes(StandardCharsets.UTF_8);
    Answer refused = http.send("POST /mcp", ping, "Accept: */*", "Mcp-Session-Id: " + session);
    assertRefused(refused, 415, INVALID_REQUEST);
    assertThat(refused.field("Accept")).isEqualTo("application/json");
    // Java clients of SDK 0.10 that were given a request builder of their own send no type.
    try (HttpSse old = client.httpSse().initialize("2024-11-05")) {
      assertThat(http.send("POST " + old.endpoint(), ping, "Accept: */*").status()).isEqualTo(202);
    }
  }

  @Test
  @WireRow("COMMON-34")
  void aContentTypeOnGetAndDeleteIsNoHindrance() throws Exception {
    String own = client.streamable("2025-06-18");
    try (EventStream stream = listen(own, "Content-Type", "application/json")) {
      Answer deleted =
          http.send(
              "DELETE /mcp", null, "Mcp-Session-Id: " + own, "Content-Type: application/json");
      assertThat(deleted.status()).isEqualTo(200);
      assertThat(stream.next()).isEqualTo(EventStream.END);
    }
  }

  @Test
  @WireRow("COMMON-35")
  void aContentCodingIs415AndHearsThatNoneIsTaken() throws Exception {
    java.io.ByteArrayOutputStream packed = new java.io.ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(PING.getBytes(StandardCharsets.UTF_8));
    }
    for (String path : List.of("/mcp", "/mcp/message?sessionId=x")) {
      Answer answer =
          http.send(
              "POST " + path,
              packed.toByteArray(),
              "Content-Type: application/json",
              "Accept: application/json, text/event-stream",
              "Content-Encoding: gzip",
              "Mcp-Session-Id: " + session);
      assertRefused(answer, 415, INVALID_REQUEST);
      assertThat(answer.field("Accept-Encoding")).isEqualTo("identity");
    }
    assertThat(
            http.post("/mcp", PING, "Content-Encoding: identity", "Mcp-Session-Id: " + session)
                .status())
        .isEqualTo(200);
  }

  @Test
  @WireRow("COMMON-36")
  void aBodyDeclaredTooLargeIsRefusedBeforeItIsSent() throws Exception {
    try (HttpSse old = client.httpSse()) {
      for (String path : List.of("/mcp", old.endpoint())) {
        Answer answer =
            http.send(
                "POST " + path,
                null,
                "Content-Type: application/json",
                "Accept: */*",
                "Mcp-Session-Id: " + session,
                "Content-Length: " + (17 << 20));
        assertRefused(answer, 413, INVALID_REQUEST);
      }
    }
  }

  @Test
  @WireRow("COMMON-36")
  void aBodyOfUndeclaredLengthIsReadToTheLimitOnly() throws Exception {
    try (TestServer small = TestServer.start(door, options -> options.maxRequestSize(20_000))) {
      RawHttp raw = new RawHttp(small.port());
      String own = small.client.streamable("2025-11-25");
      try (HttpSse old = small.client.httpSse()) {
        for (String path : List.of("/mcp", old.endpoint())) {
          // The last chunk is withheld: an engine that waited for all of it would answer nothing.
          String chunk = "4e21\r\n" + " ".repeat(0x4e21) + "\r\n";
          Answer answer =
              raw.send(
                  "POST " + path,
                  chunk.getBytes(StandardCharsets.UTF_8),
                  "Content-Type: application/json",
                  "Accept: */*",
                  "Mcp-Session-Id: " + own,
                  "Transfer-Encoding: chunked");
          assertRefused(answer, 413, INVALID_REQUEST);
        }
      }
    }
  }

  @Test
  @WireRow("COMMON-01")
  void aChunkedBodyIsReadWhole() throws Exception {
    String first = PING.substring(0, 10);
    String second = PING.substring(10);
    String chunks =
        Integer.toHexString(first.length())
            + ";ext=1\r\n"
            + first
            + "\r\n"
            + Integer.toHexString(second.length())
            + "\r\n"
            + second
            + "\r\n0\r\n\r\n";
    Answer answer =
        http.send(
            "POST /mcp",
            chunks.getBytes(StandardCharsets.UTF_8),
            "Content-Type: application/json",
            "Accept: */*",
            "Mcp-Session-Id: " + session,
            "Transfer-Encoding: chunked");
    assertThat(answer.text()).isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":5,\"result\":{}}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET /nothing", "POST /nothing", "POST /mcpx", "GET /"})
  @WireRow({"COMMON-41", "D-80"})
  void anUnknownPathIs404WithoutAJsonRpcMessage(String line) throws Exception {
    // Without a body: a server that leaves one unread may reset the connection.
    Answer answer =
        http.send(
            line,
            line.startsWith("POST") ? new byte[0] : null,
            "Content-Type: application/json",
            "Accept: application/json, text/event-stream");
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.text()).doesNotContain("jsonrpc");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /.well-known/oauth-protected-resource",
        "GET /.well-known/oauth-authorization-server"
      })
  @WireRow({"D-82", "D-83"})
  void withoutAuthorizationThereIsNoMetadataOfIt(String line) throws Exception {
    assertThat(http.send(line, null, "Accept: application/json").status()).isEqualTo(404);
  }

  @Test
  @WireRow("D-81")
  void aTrailingSlashIsTheSameResource() throws Exception {
    assertThat(http.post("/mcp/", PING, "Mcp-Session-Id: " + session).status()).isEqualTo(200);
    assertThat(http.post("/mcp/message/?sessionId=x", PING).status()).isEqualTo(404);
    assertThat(http.post("/mcp/message/", PING).status()).isEqualTo(400);
    assertThat(http.send("PUT /sse/", null).field("Allow")).isEqualTo(SSE);
  }

  @Test
  @WireRow("COMMON-28")
  void withoutDeleteAllowDoesNotNameIt() throws Exception {
    assumeTrue(door == Door.TOMCAT, "one door shows it");
    try (TestServer kept = TestServer.start(door, options -> options.disallowDelete(true))) {
      String own = kept.client.streamable("2025-11-25");
      Answer answer = new RawHttp(kept.port()).send("DELETE /mcp", null, "Mcp-Session-Id: " + own);
      assertRefused(answer, 405, INVALID_REQUEST);
      assertThat(answer.field("Allow")).isEqualTo("GET, POST, OPTIONS");
    }
  }
}
