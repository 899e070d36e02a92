package io.github.mcpmigrate.compat.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpmigrate.compat.sdk.RawClient.HttpSse;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Ten thousand malformed bodies over the doors: each is the client's fault and is told so. */
@ParameterizedClass
@EnumSource(Door.class)
class MalformedBodiesTest extends WireTest {

  private static final int BODIES = 10_000 / Door.values().length;

  private final HttpClient sender = HttpClient.newHttpClient();
  private final Map<Integer, Integer> statuses = new TreeMap<>();

  @Test
  void noneMakesAServerErrorOrAStackTraceAndTheServerGoesOn() throws Exception {
    MalformedBodies bodies = new MalformedBodies(20261121 + door.ordinal());
    try (LoggedErrors log = new LoggedErrors();
        HttpSse old = client.httpSse().initialize("2024-11-05")) {
      for (int i = 0; i < BODIES; i++) {
        byte[] body = bodies.next();
        switch (i % 4) {
          case 0 -> send(body, old.endpoint());
          case 1 -> send(body, "/mcp");
          default -> send(body, "/mcp", "Mcp-Session-Id", session);
        }
      }
      assertThat(log.text()).doesNotContain("\tat ", ".java:", "ERROR");
      String echo = RawClient.call("\"last\"", "echo", "{\"message\":\"still here\"}");
      assertThat(post(echo).text()).contains("Echo: still here");
      assertThat(old.post(echo).statusCode()).isEqualTo(202);
      EventStream.Event event = old.stream().next();
      while (!event.data().contains("still here")) {
        assertThat(event.data()).doesNotContain("\\tat ", ".java:");
        event = old.stream().next();
      }
    }
    assertThat(statuses.keySet()).isSubsetOf(200, 202, 400, 404, 405, 406, 413, 415);
    assertThat(statuses.get(400)).as("refused").isGreaterThan(BODIES / 4);
    assertThat(statuses.get(200)).as("answered, many with an error").isGreaterThan(BODIES / 20);
  }

  private void send(byte[] body, String path, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
            .timeout(Duration.ofSeconds(20))
            .header("Content-Type", "application/json")
            .header("Accept", "application/json, text/event-stream")
            .POST(BodyPublishers.ofByteArray(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    String sent = new String(body, StandardCharsets.UTF_8);
    HttpResponse<String> answer;
    try {
      answer = sender.send(request.build(), BodyHandlers.ofString());
    } catch (java.io.IOException e) {
      throw new AssertionError("not answered: " + sent, e);
    }
    assertThat(answer.statusCode()).as(sent).isLessThan(500);
    assertThat(answer.body()).as(sent).doesNotContain("\\tat ", "\tat ", ".java:", "<html");
    statuses.merge(answer.statusCode(), 1, Integer::sum);
  }
}
