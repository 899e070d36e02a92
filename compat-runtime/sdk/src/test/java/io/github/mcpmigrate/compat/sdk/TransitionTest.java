package io.github.mcpmigrate.compat.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.mcpmigrate.compat.sdk.RawClient.HttpSse;
import io.github.mcpmigrate.compat.usage.LegacyClient;
import java.io.InputStream;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a team needs in the year in which both kinds of client exist. */
class TransitionTest {

  private TestServer server;
  private RawClient client;

  private void start(Consumer<DualTransportBuilder<?, ?>> options) throws Exception {
    server = TestServer.start(Door.TOMCAT, options);
    client = server.client;
  }

  private HttpServletDualTransportProvider provider() {
    return (HttpServletDualTransportProvider) server.provider;
  }

  private List<LegacyClient> legacyClients() {
    return ((HttpServletDualTransportProvider) server.provider).legacyClients();
  }

  @AfterEach
  void stop() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void theOldEndpointsSayThatTheyEnd() throws Exception {
    start(options -> options.sunset(Instant.parse("2999-05-01T00:00:00Z")));
    HttpResponse<InputStream> stream = client.open("GET", "/api/sse", null);
    stream.body().close();
    for (HttpHeaders headers :
        new HttpHeaders[] {
          stream.headers(), client.send("POST", "/api/mcp/message?sessionId=x", "{}").headers()
        }) {
      assertThat(headers.firstValue("Deprecation")).contains("@1742947200");
      assertThat(headers.firstValue("Sunset")).contains("Wed, 01 May 2999 00:00:00 GMT");
      assertThat(headers.firstValue("Link").orElseThrow())
          .startsWith("</api/mcp>; rel=\"successor-version\"");
    }
    HttpHeaders current =
        client.send("POST", "/mcp", RawClient.INITIALIZE.formatted("2025-11-25")).headers();
    assertThat(current.firstValue("Deprecation")).isEmpty();
    assertThat(current.firstValue("Link")).isEmpty();
  }

  @Test
  void anEnforcedSunsetAnswers410AndNamesTheNewUrl() throws Exception {
    start(options -> options.sunset(Instant.parse("2026-01-01T00:00:00Z")).enforceSunset(true));
    HttpResponse<String> gone = client.send("GET", "/sse", null);
    assertThat(gone.statusCode()).isEqualTo(410);
    assertThat(gone.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(gone.body()).contains("\"status\":410", "at /mcp");
    assertThat(client.streamable("2025-11-25")).isNotEmpty();
  }

  @Test
  void recordsWhoStillUsesHttpSse() throws Exception {
    start(options -> {});
    try (HttpSse first = client.httpSse().initialize("2024-11-05");
        HttpSse second = client.httpSse().initialize("2024-11-05");
        HttpSse never = client.httpSse()) {
      first.post(RawClient.call(1, "echo", "{}"));
      first.stream().next("Echo");
      assertThat(legacyClients())
          .extracting(LegacyClient::name, LegacyClient::version, LegacyClient::sessions)
          .contains(
              org.assertj.core.groups.Tuple.tuple("raw", "1", 2L),
              org.assertj.core.groups.Tuple.tuple("", "", 1L));
      LegacyClient raw =
          legacyClients().stream().filter(c -> c.name().equals("raw")).findFirst().orElseThrow();
      assertThat(raw.calls()).isEqualTo(1);
      assertThat(raw.userAgent()).startsWith("Java-http-client");
      assertThat(raw.lastSeen()).isAfterOrEqualTo(raw.firstSeen());
    }
  }

  @Test
  void theWholeRecordIsOneJsonDocument() throws Exception {
    start(options -> options.sunset(Instant.parse("2999-05-01T00:00:00Z")));
    String session = client.streamable("2025-11-25");
    client.send("POST", "/mcp", RawClient.call(1, "echo", "{}"), "Mcp-Session-Id", session);
    try (HttpSse old = client.httpSse().initialize("2024-11-05")) {
      JsonNode report = new ObjectMapper().readTree(provider().usage().toJson());
      assertThat(report.at("/sunset").asText()).isEqualTo("2999-05-01T00:00:00Z");
      assertThat(Instant.parse(report.at("/asOf").asText()))
          .isAfterOrEqualTo(Instant.parse(report.at("/since").asText()));
      JsonNode streamable = report.at("/transports/streamable");
      assertThat(streamable.at("/openSessions").asLong()).isEqualTo(1);
      assertThat(streamable.at("/calls").asLong()).isEqualTo(1);
      JsonNode httpSse = report.at("/transports").get("http+sse");
      assertThat(httpSse.at("/openSessions").asLong()).isEqualTo(1);
      assertThat(httpSse.at("/calls").asLong()).isZero();
      assertThat(report.at("/legacyClients/0/name").asText()).isEqualTo("raw");
      assertThat(report.at("/legacyClients/0/sessions").asLong()).isEqualTo(1);
    }
  }

  @Test
  void oneUrlCanServeBothTransports() throws Exception {
    start(options -> options.sameUrl(true).mcpEndpoint("/sse").sseEndpoint("/sse"));
    try (HttpSse old = client.httpSse().initialize("2024-11-05")) {
      HttpResponse<String> initialized =
          client.send("POST", "/sse", RawClient.INITIALIZE.formatted("2025-11-25"));
      String session = initialized.headers().firstValue("Mcp-Session-Id").orElseThrow();
      HttpResponse<String> answer =
          client.send(
              "POST",
              "/sse",
              RawClient.call(1, "echo", "{\"message\":\"new\"}"),
              "Mcp-Session-Id",
              session);
      assertThat(answer.body()).contains("Echo: new");
      old.post(RawClient.call(1, "echo", "{\"message\":\"old\"}"));
      old.stream().next("Echo: old");
      assertThat(client.send("DELETE", "/sse", null, "Mcp-Session-Id", session).statusCode())
          .isEqualTo(200);
    }
  }

  @Test
  void answersBatchesToTheOneRevisionThatHasThem() throws Exception {
    start(options -> {});
    String session = client.streamable("2025-03-26");
    String ping = "{\"jsonrpc\":\"2.0\",\"id\":9,\"method\":\"ping\"}";
    HttpResponse<String> answers =
        client.send(
            "POST",
            "/mcp",
            "[" + RawClient.call(1, "echo", "{\"message\":\"a\"}") + "," + ping + ",5]",
            "Mcp-Session-Id",
            session);
    assertThat(answers.body()).startsWith("[{").endsWith("}]");
    assertThat(answers.body()).contains("Echo: a", "\"id\":9,\"result\":{}", "-32600");
    HttpResponse<String> heard =
        client.send("POST", "/mcp", "[" + RawClient.INITIALIZED + "]", "Mcp-Session-Id", session);
    assertThat(heard.statusCode()).isEqualTo(202);
    HttpResponse<InputStream> streamed =
        client.open(
            "POST",
            "/mcp",
            "[" + RawClient.call(1, "progress", "{}") + "," + ping + "]",
            "Mcp-Session-Id",
            session);
    try (EventStream stream = new EventStream(streamed.body())) {
      int messages = 0;
      while (stream.next() != EventStream.END) {
        messages++;
      }
      assertThat(messages).as("three of progress and two responses").isEqualTo(5);
    }
    String newer = client.streamable("2025-06-18");
    assertThat(client.send("POST", "/mcp", "[" + ping + "]", "Mcp-Session-Id", newer).statusCode())
        .isEqualTo(400);
  }

  @Test
  void aWrongOptionIsRefusedWithASentence() {
    HttpServletDualTransportProvider.Builder builder = HttpServletDualTransportProvider.builder();
    assertThatThrownBy(() -> builder.mcpEndpoint("mcp").build())
        .hasMessage(
            "mcp-endpoint must be a path that begins with '/' and is more than that, not 'mcp'");
    assertThatThrownBy(() -> builder.mcpEndpoint("/mcp/message").build())
        .hasMessage(
            "mcp-endpoint and message-endpoint are both '/mcp/message'; give one of them another"
                + " path");
    assertThatThrownBy(() -> builder.mcpEndpoint("/mcp").enforceSunset(true).build())
        .hasMessage("enforce-sunset needs a sunset date");
  }
}
