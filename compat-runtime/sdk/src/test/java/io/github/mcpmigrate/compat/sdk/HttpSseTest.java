package io.github.mcpmigrate.compat.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.mcpmigrate.compat.sdk.RawClient.HttpSse;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The HTTP+SSE transport as it is on the wire, behind every door. */
@ParameterizedClass
@EnumSource(Door.class)
class HttpSseTest {

  @Parameter Door door;

  private TestServer server;
  private RawClient client;

  @BeforeEach
  void start() throws Exception {
    server = TestServer.start(door);
    client = server.client;
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void theFirstEventIsTheEndpoint() throws Exception {
    HttpResponse<InputStream> response = client.open("GET", "/sse", null);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("text/event-stream");
    assertThat(response.headers().firstValue("X-Accel-Buffering")).contains("no");
    assertThat(response.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
    try (EventStream stream = new EventStream(response.body())) {
      EventStream.Event endpoint = stream.next();
      assertThat(endpoint.name()).isEqualTo("endpoint");
      assertThat(endpoint.id()).isNull();
      assertThat(endpoint.data()).matches("/mcp/message\\?sessionId=[A-Za-z0-9_-]{24}");
    }
  }

  @Test
  @WireRow("SSE-05")
  void namesTheUrlThatAProxyShows() throws Exception {
    assumeTrue(door.servesBelowAnyPath(), "its routes are exact");
    HttpResponse<InputStream> response =
        client.open("GET", "/inner/sse", null, "X-Forwarded-Prefix", "/outer/");
    try (EventStream stream = new EventStream(response.body())) {
      assertThat(stream.next().data()).startsWith("/outer/inner/mcp/message?sessionId=");
    }
  }

  @Test
  void namesTheUrlBehindAChainOfProxies() throws Exception {
    HttpResponse<InputStream> response =
        client.open("GET", "/sse", null, "X-Forwarded-Prefix", "/outer, /inner/");
    try (EventStream stream = new EventStream(response.body())) {
      assertThat(stream.next().data()).startsWith("/outer/inner/mcp/message?sessionId=");
    }
  }

  @Test
  @WireRow({"SSE-05", "SSE-06"})
  void aDoubledSlashDoesNotBecomeAHost() throws Exception {
    assumeTrue(door.servesBelowAnyPath(), "its routes are exact");
    for (String path : List.of("//sse", "///sse", "//evil.example/sse")) {
      HttpResponse<InputStream> response = client.open("GET", path, null);
      try (EventStream stream = new EventStream(response.body())) {
        if (response.statusCode() == 400) {
          continue; // Jetty takes no such path.
        }
        assertThat(stream.next().data()).matches("/(evil.example/)?mcp/message\\?sessionId=.*");
      }
    }
  }

  @Test
  void ignoresAForwardedPrefixThatIsNone() throws Exception {
    HttpResponse<InputStream> response =
        client.open("GET", "/sse", null, "X-Forwarded-Prefix", "//evil.example/..");
    try (EventStream stream = new EventStream(response.body())) {
      assertThat(stream.next().data()).startsWith("/mcp/message?sessionId=");
    }
  }

  @Test
  void answersEachVersionToTheClientThatAsksForIt() throws Exception {
    for (String version : List.of("2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25")) {
      try (HttpSse session = client.httpSse()) {
        session.initialize(version);
      }
    }
    try (HttpSse session = client.httpSse()) {
      session.post(RawClient.INITIALIZE.formatted("2026-07-28"));
      session.stream().next("\"protocolVersion\":\"2025-11-25\"");
    }
  }

  @Test
  void acceptsAPostWith202AndAnswersOnTheStream() throws Exception {
    try (HttpSse session = client.httpSse().initialize("2024-11-05")) {
      HttpResponse<String> accepted =
          session.post(RawClient.call("\"a\"", "echo", "{\"message\":\"hi\"}"));
      assertThat(accepted.statusCode()).isEqualTo(202);
      assertThat(accepted.body()).isEmpty();
      assertThat(session.stream().next("Echo: hi")).contains("\"id\":\"a\"");
    }
  }

  @Test
  void bringsProgressAndQuestionsOnTheStream() throws Exception {
    try (HttpSse session = client.httpSse().initialize("2024-11-05")) {
      session.post(RawClient.call(1, "progress", "{}"));
      session.stream().next("\"progress\":1");
      session.stream().next("\"progress\":2");
      session.stream().next("\"progress\":3");
      session.stream().next("progress done");
      session.post(RawClient.call(2, "roots", "{}"));
      String question = session.stream().next("roots/list");
      String id = question.replaceAll(".*\"id\":(\\d+).*", "$1");
      session.post(
          "{\"jsonrpc\":\"2.0\",\"id\":"
              + id
              + ",\"result\":{\"roots\":[{\"uri\":\"file:///a\"}]}}");
      session.stream().next("roots 1");
    }
  }

  @Test
  void sixteenConcurrentCallsInOneSessionGetSixteenAnswers() throws Exception {
    ExecutorService callers = Executors.newFixedThreadPool(16);
    try (HttpSse session = client.httpSse().initialize("2024-11-05")) {
      List<Future<HttpResponse<String>>> posts = new ArrayList<>();
      for (int round = 0; round < 20; round++) {
        for (int n = 0; n < 16; n++) {
          int id = 1000 * round + n + 1;
          String body = RawClient.call(id, "echo", "{\"message\":\"m" + id + "\"}");
          posts.add(callers.submit(() -> session.post(body)));
        }
      }
      TreeSet<String> answers = new TreeSet<>();
      for (Future<HttpResponse<String>> post : posts) {
        assertThat(post.get().statusCode()).isEqualTo(202);
        String data = session.stream().next("Echo: m");
        assertThat(data.replaceAll(".*\"id\":(\\d+),.*", "$1"))
            .isEqualTo(data.replaceAll(".*Echo: m(\\d+).*", "$1"));
        answers.add(data);
      }
      assertThat(answers).hasSize(320);
    } finally {
      callers.shutdownNow();
    }
  }

  @Test
  void aPostBeforeInitializeIsAnsweredAtOnceAndParksNothing() throws Exception {
    try (HttpSse session = client.httpSse()) {
      for (int id = 1; id <= 300; id++) {
        assertThat(session.post(RawClient.call(id, "echo", "{}")).statusCode()).isEqualTo(202);
        session.stream().next("send initialize first");
      }
      session.initialize("2024-11-05");
    }
  }

  @Test
  void aToolThatThrowsAnswersWithoutAStackTrace() throws Exception {
    try (HttpSse session = client.httpSse().initialize("2024-11-05")) {
      session.post(RawClient.call(1, "fail", "{}"));
      assertThat(session.stream().next("the tool broke")).doesNotContain("\\tat ", ".java:");
    }
  }

  @Test
  void refusesWithTheRightStatus() throws Exception {
    try (HttpSse session = client.httpSse()) {
      assertThat(client.send("POST", "/mcp/message", "{}").statusCode()).isEqualTo(400);
      assertThat(client.send("POST", "/mcp/message?sessionId=x", "{}").statusCode()).isEqualTo(404);
      assertThat(session.post("{").statusCode()).isEqualTo(400);
      assertThat(
              client
                  .send("POST", session.endpoint(), "{}", "Content-Type", "text/plain")
                  .statusCode())
          .isEqualTo(415);
      HttpResponse<String> post = client.send("POST", "/sse", "{}");
      assertThat(post.statusCode()).isEqualTo(405);
      assertThat(post.headers().firstValue("Allow")).contains("GET, OPTIONS");
      assertThat(client.send("GET", "/mcp/message", null).statusCode()).isEqualTo(405);
      assertThat(client.send("GET", "/sse", null, "Accept", "application/json").statusCode())
          .isEqualTo(406);
    }
  }

  @Test
  @WireRow("SSE-15")
  void theStreamsEndIsTheSessionsEnd() throws Exception {
    HttpSse session = client.httpSse().initialize("2024-11-05");
    session.post(RawClient.call(1, "wait", "{}"));
    assertThat(server.logged()).isEqualTo("started");
    session.close();
    // The server notices with its next write to the dead connection; each POST makes it write one.
    long limit = System.nanoTime() + 10_000_000_000L;
    int status = 202;
    while (status == 202 && System.nanoTime() < limit) {
      status = session.post("{\"jsonrpc\":\"2.0\",\"id\":9,\"method\":\"ping\"}").statusCode();
    }
    assertThat(status).isEqualTo(404);
    assertThat(server.logged()).isEqualTo("interrupted");
  }

  @Test
  @WireRow("SH-69")
  void cancelledInterruptsTheToolAndAnswersNothing() throws Exception {
    try (HttpSse session = client.httpSse().initialize("2024-11-05")) {
      session.post(RawClient.call(1, "wait", "{}"));
      assertThat(server.logged()).isEqualTo("started");
      session.stream().next("\"progress\":1");
      session.post(
          "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":1}}");
      assertThat(server.logged()).isEqualTo("interrupted");
      session.post("{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"ping\"}");
      assertThat(session.stream().next("\"result\":{}")).contains("\"id\":2");
    }
  }

  @Test
  void closingTheServerEndsTheStream() throws Exception {
    try (HttpSse session = client.httpSse().initialize("2024-11-05")) {
      server.server.closeGracefully();
      assertThat(session.stream().next()).isEqualTo(EventStream.END);
      HttpResponse<String> late = client.send("GET", "/sse", null);
      assertThat(late.statusCode()).isEqualTo(503);
      assertThat(late.headers().firstValue("Retry-After")).isPresent();
    }
  }
}
