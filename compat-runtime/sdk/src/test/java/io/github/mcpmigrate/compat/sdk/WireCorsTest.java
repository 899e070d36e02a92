package io.github.mcpmigrate.compat.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpmigrate.compat.sdk.RawHttp.Answer;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Group CORS: what a page in a browser must be told before it may talk to the server. */
@ParameterizedClass
@EnumSource(Door.class)
class WireCorsTest extends WireTest {

  private static final String PAGE = "http://localhost:6274";

  private static Answer preflight(String path, String... fields) throws Exception {
    return http.send(
        "OPTIONS " + path,
        null,
        Stream.concat(
                Stream.of("Origin: " + PAGE, "Access-Control-Request-Method: POST"),
                Arrays.stream(fields))
            .toArray(String[]::new));
  }

  private static List<String> list(Answer answer, String field) {
    String value = answer.field(field);
    assertThat(value).as(field).isNotNull();
    return Arrays.stream(value.toLowerCase(Locale.ROOT).split(",")).map(String::strip).toList();
  }

  private static void assertVaries(Answer answer) {
    assertThat(String.join(",", answer.all("Vary"))).containsIgnoringCase("Origin");
  }

  @ParameterizedTest
  @CsvSource({
    "/mcp, get, post, delete",
    "/mcp/, get, post, delete",
    "/sse, get, get, get",
    "/mcp/message, post, post, post"
  })
  @WireRow({"CORS-01", "CORS-05", "CORS-07", "CORS-11", "D-57"})
  void aPreflightIsAnsweredWithAllThatClientsSend(
      String path, String first, String second, String third) throws Exception {
    for (String method : List.of(first, second, third)) {
      Answer answer =
          http.send(
              "OPTIONS " + path,
              null,
              "Origin: " + PAGE,
              "Access-Control-Request-Method: " + method.toUpperCase(Locale.ROOT),
              "Access-Control-Request-Headers:"
                  + " authorization,content-type,mcp-method,mcp-name,mcp-protocol-version,"
                  + "mcp-session-id");
      assertThat(answer.status()).isIn(200, 204);
      assertThat(answer.body()).isEmpty();
      assertThat(answer.field("Access-Control-Allow-Origin")).isEqualTo(PAGE);
      assertThat(list(answer, "Access-Control-Allow-Methods")).contains(first, second, third);
      assertThat(list(answer, "Access-Control-Allow-Headers"))
          .contains(
              "content-type",
              "authorization",
              "mcp-session-id",
              "mcp-protocol-version",
              "mcp-method",
              "mcp-name");
      assertVaries(answer);
    }
  }

  @Test
  @WireRow("CORS-05")
  void theHeadersOfAResumedStreamMayBeSent() throws Exception {
    Answer answer =
        preflight("/mcp", "Access-Control-Request-Headers: accept,last-event-id,mcp-session-id");
    assertThat(list(answer, "Access-Control-Allow-Headers"))
        .contains("accept", "last-event-id", "mcp-session-id");
  }

  @Test
  @WireRow({"CORS-01", "CORS-11"})
  void aPreflightNeedsNoSessionAndNoKnownVersion() throws Exception {
    Answer answer =
        preflight("/mcp", "Mcp-Session-Id: nobody's", "MCP-Protocol-Version: 1900-01-01");
    assertThat(answer.status()).isIn(200, 204);
    assertThat(answer.field("Access-Control-Allow-Origin")).isEqualTo(PAGE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://evil.example", "null", "http://localhost.evil.example"})
  @WireRow({"CORS-02", "COMMON-15"})
  void aPreflightOfAForeignPageIs403AndSaysNothingElse(String origin) throws Exception {
    for (String path : List.of("/mcp", "/sse", "/mcp/message")) {
      Answer answer =
          http.send(
              "OPTIONS " + path, null, "Origin: " + origin, "Access-Control-Request-Method: POST");
      assertThat(answer.status()).isEqualTo(403);
      assertThat(answer.fields())
          .noneMatch(line -> line.toLowerCase(Locale.ROOT).startsWith("access-control-"));
    }
  }

  @Test
  @WireRow({"CORS-03", "CORS-04", "CORS-08"})
  void anAnswerNamesThePageAndWhatItMayRead() throws Exception {
    Answer answer =
        http.post("/mcp", RawClient.INITIALIZE.formatted("2025-11-25"), "Origin: " + PAGE);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.field("Access-Control-Allow-Origin")).isEqualTo(PAGE);
    assertThat(answer.field("Access-Control-Allow-Credentials")).isNull();
    assertThat(list(answer, "Access-Control-Expose-Headers"))
        .contains(
            "mcp-session-id",
            "www-authenticate",
            "mcp-protocol-version",
            "retry-after",
            "deprecation",
            "sunset",
            "link");
    assertVaries(answer);
  }

  @Test
  @WireRow({"CORS-03", "CORS-04", "CORS-08"})
  void streamsSayTheSame() throws Exception {
    for (String path : List.of("/mcp", "/sse")) {
      HttpResponse<InputStream> response =
          client.open("GET", path, null, "Mcp-Session-Id", session, "Origin", PAGE);
      try (InputStream body = response.body()) {
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().allValues("Access-Control-Allow-Origin"))
            .containsExactly(PAGE);
        assertThat(response.headers().allValues("Vary").toString()).contains("Origin");
        assertThat(response.headers().firstValue("Access-Control-Expose-Headers").orElseThrow())
            .contains("Mcp-Session-Id");
      }
    }
  }

  @Test
  @WireRow("CORS-04")
  void whatIsAnsweredWithoutAnOriginVariesWithItToo() throws Exception {
    assertVaries(post(PING));
    assertVaries(http.send("PUT /mcp", null));
    assertVaries(http.send("GET /mcp", null, "Origin: http://evil.example"));
  }

  @Test
  @WireRow({"CORS-09", "CORS-04"})
  void aRefusalCanBeReadByThePageAsWell() throws Exception {
    String origin = "Origin: " + PAGE;
    for (Answer answer :
        List.of(
            http.post("/mcp", "{", origin, "Mcp-Session-Id: " + session),
            http.post("/mcp", PING, origin),
            http.post("/mcp", PING, origin, "Mcp-Session-Id: nobody's"),
            http.post("/mcp", PING, origin, "Accept: text/html"),
            http.post("/mcp", PING, origin, "Content-Type: text/plain"),
            http.send("PUT /mcp", null, origin),
            http.send("GET /mcp/message", null, origin),
            http.post("/mcp/message?sessionId=x", PING, origin))) {
      assertThat(answer.status()).isBetween(400, 499);
      assertThat(answer.field("Access-Control-Allow-Origin")).isEqualTo(PAGE);
      assertThat(list(answer, "Access-Control-Expose-Headers")).contains("www-authenticate");
      assertVaries(answer);
    }
  }

  @Test
  @WireRow("CORS-06")
  void theHeadersOfParametersAreAllowedByTheirNames() throws Exception {
    Answer answer =
        preflight(
            "/mcp",
            "Access-Control-Request-Headers: content-type,mcp-param-region, Mcp-Param-Tenant_1");
    assertThat(list(answer, "Access-Control-Allow-Headers"))
        .contains("content-type", "mcp-param-region", "mcp-param-tenant_1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "/mcp;GET, POST, DELETE, OPTIONS",
        "/sse;GET, OPTIONS",
        "/mcp/message;POST, OPTIONS"
      })
  @WireRow({"CORS-10", "D-58"})
  void optionsThatIsNoPreflightNamesTheMethods(String path, String allow) throws Exception {
    Answer answer = http.send("OPTIONS " + path, null);
    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.body()).isEmpty();
    assertThat(answer.field("Allow")).isEqualTo(allow);
    assertThat(answer.fields())
        .noneMatch(line -> line.toLowerCase(Locale.ROOT).startsWith("access-control-"));
  }
}
