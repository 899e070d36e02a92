package io.github.mcpmigrate.compat.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mcpmigrate.compat.sdk.RawHttp.Answer;
import io.github.mcpmigrate.compat.settings.CompatSettings;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Group DEP: how the old endpoints say that they end. */
@ParameterizedClass
@EnumSource(Door.class)
class WireDeprecationTest extends WireTest {

  private static List<Answer> refusalsOfTheOldEndpoints() throws Exception {
    return List.of(
        http.send("GET /sse", null, "Accept: text/html"),
        http.send("POST /sse", null),
        http.send("GET /mcp/message", null),
        http.post("/mcp/message", PING),
        http.post("/mcp/message?sessionId=x", PING),
        http.post("/mcp/message?sessionId=x", PING, "Content-Type: text/plain"));
  }

  @Test
  @WireRow({"DEP-01", "DEP-04", "DEP-06", "SSE-26"})
  void everyAnswerOfTheOldEndpointsSaysSinceWhenItIsDeprecated() throws Exception {
    for (Answer answer : refusalsOfTheOldEndpoints()) {
      assertThat(answer.field("Deprecation")).as(answer.toString()).isEqualTo("@1742947200");
      assertThat(answer.field("Link"))
          .matches(
              "</mcp>; rel=\"successor-version\", <https://[^>]+>; rel=\"deprecation\";"
                  + " type=\"text/html\"");
      assertThat(answer.field("Sunset")).isNull();
    }
    HttpResponse<InputStream> stream = client.open("GET", "/sse", null);
    try (InputStream body = stream.body()) {
      assertThat(stream.headers().firstValue("Deprecation")).contains("@1742947200");
      assertThat(stream.headers().firstValue("Link").orElseThrow())
          .contains("rel=\"deprecation\"", "rel=\"successor-version\"");
    }
    assertThat(CompatSettings.DEPRECATED.getEpochSecond()).isEqualTo(1_742_947_200);
  }

  @Test
  @WireRow({"DEP-02", "DEP-04"})
  void theSunsetIsAnHttpDate() throws Exception {
    try (TestServer ending =
        TestServer.start(door, options -> options.sunset(Instant.parse("2999-05-01T00:00:00Z")))) {
      for (Answer answer :
          List.of(
              new RawHttp(ending.port()).send("GET /sse", null, "Accept: text/html"),
              new RawHttp(ending.port()).post("/mcp/message", PING))) {
        assertThat(answer.field("Sunset")).isEqualTo("Wed, 01 May 2999 00:00:00 GMT");
      }
    }
  }

  @Test
  @WireRow("DEP-03")
  void aSunsetBeforeTheDeprecationIsRefused() {
    Instant before = CompatSettings.DEPRECATED.minusSeconds(1);
    assertThatThrownBy(() -> CompatSettings.builder().sunset(before).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("sunset");
  }

  @Test
  @WireRow("DEP-05")
  void theMcpEndpointSaysNothingOfIt() throws Exception {
    for (Answer answer :
        List.of(
            http.post("/mcp", RawClient.INITIALIZE.formatted("2025-11-25")),
            post(PING),
            http.post("/mcp", PING),
            http.send("PUT /mcp", null),
            http.send("GET /nothing", null))) {
      for (String field : List.of("Deprecation", "Sunset", "Link")) {
        assertThat(answer.field(field)).as(answer.toString()).isNull();
      }
    }
  }

  @Test
  @WireRow("DEP-07")
  void afterTheEndTheOldEndpointsAnswerWithAProblem() throws Exception {
    try (TestServer ended =
        TestServer.start(
            door,
            options -> options.sunset(Instant.parse("2026-01-01T00:00:00Z")).enforceSunset(true))) {
      RawHttp raw = new RawHttp(ended.port());
      for (Answer answer :
          List.of(
              raw.send("GET /sse", null, "Accept: text/event-stream"),
              raw.post("/mcp/message?sessionId=x", PING))) {
        assertThat(answer.status()).isEqualTo(410);
        assertThat(answer.field("Content-Type")).isEqualTo("application/problem+json");
        JsonNode problem = answer.json();
        assertThat(problem.at("/status").asInt()).isEqualTo(410);
        assertThat(problem.at("/type").asText()).isNotEmpty();
        assertThat(problem.at("/title").asText()).isNotEmpty();
        assertThat(problem.at("/detail").asText()).contains("/mcp");
      }
      assertThat(raw.post("/mcp", RawClient.INITIALIZE.formatted("2025-11-25")).status())
          .as("the new endpoint goes on")
          .isEqualTo(200);
    }
  }

  /** The 410 after the end is the one exception: no client is to be told to try again. */
  @Test
  @WireRow("DEP-08")
  void noOtherAnswerIsAProblemDocument() throws Exception {
    for (Answer answer : refusalsOfTheOldEndpoints()) {
      assertThat(answer.field("Content-Type")).isNotEqualTo("application/problem+json");
    }
    for (Answer answer :
        List.of(
            http.post("/mcp", "{"),
            http.post("/mcp", PING),
            http.post("/mcp", PING, "Mcp-Session-Id: x"),
            http.post("/mcp", PING, "Accept: text/html"),
            http.post("/mcp", PING, "Content-Type: text/plain"),
            http.post("/mcp", PING, "Origin: http://evil.example"),
            http.send("PUT /mcp", null))) {
      assertThat(answer.status()).isBetween(400, 499);
      assertThat(answer.field("Content-Type")).startsWith("application/json");
    }
  }
}
