package io.github.mcpmigrate.compat.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpmigrate.compat.sdk.RawClient.HttpSse;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is beyond a limit is refused with a reason, and nothing that lives is evicted for it. */
class LimitsTest {

  @ParameterizedTest
  @EnumSource(Door.class)
  @WireRow("SH-86")
  void aFullServerTakesNoMoreSessions(Door door) throws Exception {
    try (TestServer server = TestServer.start(door, options -> options.maxSessions(2))) {
      RawClient client = server.client;
      String first = client.streamable("2025-11-25");
      try (HttpSse second = client.httpSse().initialize("2024-11-05")) {
        HttpResponse<String> third =
            client.send("POST", "/mcp", RawClient.INITIALIZE.formatted("2025-11-25"));
        refused(third, 503, "no room for another session");
        assertThat(third.headers().firstValue("Mcp-Session-Id")).isEmpty();
        refused(client.send("GET", "/sse", null), 503, "no room for another session");
        second.post(RawClient.call(1, "echo", "{\"message\":\"alive\"}"));
        second.stream().next("Echo: alive");
        client.send("DELETE", "/mcp", null, "Mcp-Session-Id", first);
        assertThat(client.streamable("2025-11-25")).isNotEqualTo(first);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Door.class)
  void aClientWithTooManyCallsIsToldTo(Door door) throws Exception {
    try (TestServer server = TestServer.start(door, options -> options.maxCalls(1))) {
      RawClient client = server.client;
      String session = client.streamable("2025-11-25");
      HttpResponse<InputStream> running =
          client.open("POST", "/mcp", RawClient.call(1, "wait", "{}"), "Mcp-Session-Id", session);
      try (EventStream stream = new EventStream(running.body());
          HttpSse old = client.httpSse().initialize("2024-11-05")) {
        assertThat(server.logged()).isEqualTo("started");
        HttpResponse<String> second =
            client.send("POST", "/mcp", RawClient.call(2, "echo", "{}"), "Mcp-Session-Id", session);
        refused(second, 429, "Too many requests");
        assertThat(second.body()).contains("\"id\":2");

        old.post(RawClient.call(1, "wait", "{}"));
        assertThat(server.logged()).isEqualTo("started");
        old.stream().next("\"progress\":1");
        assertThat(old.post(RawClient.call(2, "echo", "{}")).statusCode()).isEqualTo(202);
        assertThat(old.stream().next("Too many requests")).contains("\"id\":2");

        server.gate.countDown();
        stream.next();
        stream.next("\"progress\":1");
        stream.next("\"progress\":2");
        stream.next("waited");
        old.stream().next("\"progress\":2");
        old.stream().next("waited");
      }
      assertThat(
              client
                  .send(
                      "POST",
                      "/mcp",
                      RawClient.call(3, "echo", "{\"message\":\"again\"}"),
                      "Mcp-Session-Id",
                      session)
                  .body())
          .contains("Echo: again");
    }
  }

  @ParameterizedTest
  @EnumSource(Door.class)
  @WireRow("SH-85")
  void aQuestionThatIsNotAnsweredIsCancelled(Door door) throws Exception {
    try (TestServer server =
        TestServer.start(door, options -> options.askTimeout(Duration.ofMillis(200)))) {
      RawClient client = server.client;
      String session = client.streamable("2025-06-18");
      String call = RawClient.call(1, "roots", "{}");
      HttpResponse<InputStream> asking =
          client.open("POST", "/mcp", call, "Mcp-Session-Id", session);
      try (EventStream stream = new EventStream(asking.body());
          HttpSse old = client.httpSse().initialize("2024-11-05")) {
        old.post(call);
        for (EventStream each : List.of(stream, old.stream())) {
          String question = each.next("roots/list");
          String id = question.replaceAll(".*\"id\":(\\d+).*", "$1");
          assertThat(each.next("notifications/cancelled")).contains("\"requestId\":" + id);
          assertThat(each.next("\"id\":1")).contains("No answer within");
        }
      }
    }
  }

  private static void refused(HttpResponse<String> response, int status, String reason) {
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.headers().firstValue("Retry-After")).isPresent();
    assertThat(response.body()).contains("\"error\"", reason);
  }
}
