package io.github.mcpmigrate.compat.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mcpmigrate.compat.sdk.RawClient.HttpSse;
import io.github.mcpmigrate.compat.sdk.RawHttp.Answer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Group COMMON: JSON-RPC messages as every revision has them. */
@ParameterizedClass
@EnumSource(Door.class)
class WireCommonTest extends WireTest {

  private static final int PARSE_ERROR = -32700;
  private static final int INVALID_REQUEST = -32600;

  @Test
  @WireRow("COMMON-01")
  void bodiesAreUtf8BothWays() throws Exception {
    String text = "Grüße, 世界, \uD83C\uDF89";
    Answer answer =
        http.post(
            "/mcp",
            RawClient.call(1, "echo", "{\"message\":\"" + text + "\"}"),
            "Content-Type: application/json; charset=utf-8",
            "Mcp-Session-Id: " + session);
    assertThat(answer.json().at("/result/content/0/text").asText()).isEqualTo("Echo: " + text);
    assertThat(answer.field("Content-Type").toLowerCase(java.util.Locale.ROOT))
        .matches("application/json(; ?charset=utf-8)?");
  }

  @Test
  @WireRow({"COMMON-01", "COMMON-11"})
  void whatIsNotUtf8IsAParseError() throws Exception {
    String json = RawClient.call(1, "echo", "{\"message\":\"é\"}");
    assertRefused(post(json.getBytes(StandardCharsets.ISO_8859_1)), 400, PARSE_ERROR);
    assertRefused(post(json.getBytes(StandardCharsets.UTF_16)), 400, PARSE_ERROR);
    assertRefused(post(json.getBytes(StandardCharsets.UTF_16LE)), 400, PARSE_ERROR);
  }

  @Test
  @WireRow("COMMON-01")
  void aByteOrderMarkIsReadOver() throws Exception {
    assertThat(post("\uFEFF" + PING).text())
        .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":5,\"result\":{}}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\"jsonrpc\":\"1.0\",", "\"jsonrpc\":2.0,", "\"jsonrpc\":null,"})
  @WireRow({"COMMON-02", "COMMON-09"})
  void everyMessageIsJsonRpc2(String version) throws Exception {
    Answer answer = post("{" + version + "\"id\":\"seven\",\"method\":\"ping\"}");
    assertRefused(answer, 400, INVALID_REQUEST);
    assertThat(answer.json().path("id").asText()).isEqualTo("seven");
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "true", "{}", "[]", "1.5", "1e2"})
  @WireRow({"COMMON-03", "COMMON-04", "COMMON-10"})
  void anIdThatIsNoneIsRefusedAndNeverTakenForANotification(String id) throws Exception {
    Answer answer = post("{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"ping\"}");
    assertRefused(answer, 400, INVALID_REQUEST);
    assertThat(answer.json().has("id")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"1\"",
        "1",
        "0",
        "-7",
        "9007199254740993",
        "\"\"",
        "\"a \\\"b\\\" ü\"",
        "\"1.5\""
      })
  @WireRow({"COMMON-05", "COMMON-03"})
  void theAnswerHasTheIdAndTheTypeOfTheRequest(String id) throws Exception {
    Answer answer = post("{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"ping\"}");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text()).isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"result\":{}}");
  }

  @Test
  @WireRow({"COMMON-06", "COMMON-07"})
  void anAnswerIsAResultOrAWellFormedError() throws Exception {
    for (String request :
        List.of(
            PING,
            RawClient.call(1, "echo", "{\"message\":\"m\"}"),
            RawClient.call(2, "fail", "{}"),
            RawClient.call(3, "no such tool", "{}"),
            "{\"jsonrpc\":\"2.0\",\"id\":4,\"method\":\"tools/call\",\"params\":{\"name\":[]}}",
            "{\"jsonrpc\":\"2.0\",\"id\":4,\"method\":\"no/such\"}",
            "{\"jsonrpc\":\"2.0\",\"id\":4}",
            "{")) {
      JsonNode answer = post(request).json();
      assertThat(answer.has("result")).as(request).isNotEqualTo(answer.has("error"));
      if (answer.has("error")) {
        assertThat(answer.at("/error/code").isInt()).as(answer.toString()).isTrue();
        assertThat(answer.at("/error/message").isTextual()).as(answer.toString()).isTrue();
      }
    }
  }

  @Test
  @WireRow({"COMMON-08", "COMMON-39"})
  void aNotificationIsTakenAndNeverAnswered() throws Exception {
    String notification = "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/unheard-of\"}";
    Answer answer = post(notification);
    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.body()).isEmpty();
    assertThat(answer.field("Content-Type")).isNull();
    try (HttpSse old = client.httpSse().initialize("2024-11-05")) {
      old.post(notification);
      old.post(PING);
      assertThat(old.stream().next("\"result\":{}")).contains("\"id\":5");
      assertThat(old.stream().silent()).isTrue();
    }
  }

  @Test
  @WireRow({"COMMON-09", "COMMON-10"})
  void anErrorNamesTheRequestWhenItsIdCouldBeRead() throws Exception {
    Answer unknown = http.post("/mcp", PING, "Mcp-Session-Id: nobody's");
    assertRefused(unknown, 404, INVALID_REQUEST);
    assertThat(unknown.json().path("id").asInt()).isEqualTo(5);
    Answer sessionless = http.post("/mcp", PING);
    assertRefused(sessionless, 400, INVALID_REQUEST);
    assertThat(sessionless.json().path("id").asInt()).isEqualTo(5);
    Answer unread = post("{\"id\":5,\"method\":\"ping\"");
    assertThat(unread.json().has("id")).isFalse();
    Answer notification = http.post("/mcp", RawClient.INITIALIZED);
    assertRefused(notification, 400, INVALID_REQUEST);
    assertThat(notification.json().has("id")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "{\"jsonrpc\":\"2.0\",}", "nonsense", PING + PING, PING + "]"})
  @WireRow("COMMON-11")
  void whatIsNoJsonIsAParseError(String body) throws Exception {
    assertRefused(post(body), 400, PARSE_ERROR);
    try (HttpSse old = client.httpSse()) {
      assertRefused(http.post(old.endpoint(), body), 400, PARSE_ERROR);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "5",
        "\"text\"",
        "null",
        "true",
        "{}",
        "[]",
        "{\"jsonrpc\":\"2.0\"}",
        "{\"jsonrpc\":\"2.0\",\"id\":1}",
        "{\"jsonrpc\":\"2.0\",\"method\":7}",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"params\":5}",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"result\":{}}",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{},\"error\":{}}"
      })
  @WireRow("COMMON-12")
  void jsonThatIsNoMessageIsAnInvalidRequest(String body) throws Exception {
    assertRefused(post(body), 400, INVALID_REQUEST);
    try (HttpSse old = client.httpSse()) {
      assertRefused(http.post(old.endpoint(), body), 400, INVALID_REQUEST);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\r\n"})
  @WireRow("COMMON-13")
  void anEmptyBodyIsAParseError(String body) throws Exception {
    assertRefused(post(body), 400, PARSE_ERROR);
    try (HttpSse old = client.httpSse()) {
      assertRefused(http.post(old.endpoint(), body), 400, PARSE_ERROR);
    }
  }

  @Test
  @WireRow("COMMON-37")
  void nestingAndNumbersBeyondReasonAreParseErrors() throws Exception {
    String deep = "[".repeat(50_000) + "]".repeat(50_000);
    assertRefused(post(RawClient.call(1, "echo", "{\"message\":" + deep + "}")), 400, PARSE_ERROR);
    String unclosed = "{\"a\":".repeat(50_000);
    assertRefused(post(unclosed), 400, PARSE_ERROR);
    String giant = "9".repeat(5_000);
    assertRefused(post(RawClient.call(1, "echo", "{\"message\":" + giant + "}")), 400, PARSE_ERROR);
    assertRefused(
        post("{\"jsonrpc\":\"2.0\",\"id\":" + giant + ",\"method\":\"ping\"}"), 400, PARSE_ERROR);
    assertThat(post(RawClient.call(1, "echo", "{\"message\":1e999999999}")).status())
        .as("a short number may be as large as it likes")
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"method\":\"tools/call\"}",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"id\":2,\"method\":\"ping\"}",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"params\":{},\"params\":{}}"
      })
  @WireRow("COMMON-38")
  void aMemberGivenTwiceIsRefused(String body) throws Exception {
    assertRefused(post(body), 400, INVALID_REQUEST);
  }

  @Test
  @WireRow("COMMON-38")
  void deeperMembersGivenTwiceAreReadOnceForAll() throws Exception {
    Answer answer = post(RawClient.call(1, "echo", "{\"message\":\"first\",\"message\":\"last\"}"));
    assertThat(answer.text()).contains("Echo: last");
  }
}
