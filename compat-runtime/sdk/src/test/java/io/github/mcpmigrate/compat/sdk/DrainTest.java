package io.github.mcpmigrate.compat.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpmigrate.compat.sdk.RawClient.HttpSse;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A server that goes down lets what runs come to its end, and takes nothing new. */
class DrainTest {

  @ParameterizedTest
  @EnumSource(Door.class)
  @WireRow("COMMON-42")
  void runningCallsComeToTheirEndOnBothTransports(Door door) throws Exception {
    try (TestServer server = TestServer.start(door)) {
      RawClient client = server.client;
      String session = client.streamable("2025-11-25");
      try (EventStream call = post(client, session, "wait");
          HttpSse old = client.httpSse().initialize("2024-11-05")) {
        assertThat(server.logged()).isEqualTo("started");
        old.post(RawClient.call(2, "wait", "{}"));
        assertThat(server.logged()).isEqualTo("started");
        old.stream().next("\"progress\":1");

        CompletableFuture<Void> drained = server.provider.closeGracefully().toFuture();
        assertThat(drained).isNotDone();
        refusedWith503(client.send("POST", "/mcp", RawClient.INITIALIZE.formatted("2025-11-25")));
        refusedWith503(client.send("GET", "/sse", null));
        HttpResponse<String> late =
            client.send("POST", "/mcp", RawClient.call(9, "echo", "{}"), "Mcp-Session-Id", session);
        refusedWith503(late);
        assertThat(late.body()).contains("\"id\":9", "shutting down");
        old.post(RawClient.call(3, "echo", "{}"));
        assertThat(old.stream().next("shutting down")).contains("\"id\":3");

        server.gate.countDown();
        call.next();
        call.next("\"progress\":1");
        call.next("\"progress\":2");
        call.next("waited");
        assertThat(call.next()).isEqualTo(EventStream.END);
        old.stream().next("\"progress\":2");
        old.stream().next("waited");
        assertThat(old.stream().next()).isEqualTo(EventStream.END);
        drained.get(10, TimeUnit.SECONDS);
        refusedWith503(client.send("POST", "/mcp", RawClient.INITIALIZE.formatted("2025-11-25")));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Door.class)
  void aSessionInWhichNothingRunsEndsAtOnce(Door door) throws Exception {
    try (TestServer server = TestServer.start(door)) {
      RawClient client = server.client;
      String session = client.streamable("2025-11-25");
      try (EventStream listening = get(client, session);
          HttpSse old = client.httpSse().initialize("2024-11-05")) {
        assertThat(listening.next().data()).as("the priming event").isEmpty();
        server.provider.closeGracefully().toFuture().get(10, TimeUnit.SECONDS);
        assertThat(listening.next()).isEqualTo(EventStream.END);
        assertThat(old.stream().next()).isEqualTo(EventStream.END);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Door.class)
  void afterTheTimeoutRunningCallsAreAnsweredWithAnError(Door door) throws Exception {
    try (TestServer server =
        TestServer.start(door, options -> options.drainTimeout(Duration.ofMillis(200)))) {
      RawClient client = server.client;
      String session = client.streamable("2025-11-25");
      try (EventStream call = post(client, session, "wait");
          HttpSse old = client.httpSse().initialize("2024-11-05")) {
        assertThat(server.logged()).isEqualTo("started");
        old.post(RawClient.call(2, "wait", "{}"));
        assertThat(server.logged()).isEqualTo("started");
        server.provider.closeGracefully().toFuture().get(10, TimeUnit.SECONDS);
        call.next();
        call.next("\"progress\":1");
        assertThat(call.next("\"error\"")).contains("\"id\":1", "shutting down");
        assertThat(call.next()).isEqualTo(EventStream.END);
        old.stream().next("\"progress\":1");
        assertThat(old.stream().next("\"error\"")).contains("\"id\":2", "shutting down");
        assertThat(old.stream().next()).isEqualTo(EventStream.END);
        assertThat(server.logged()).as("the tool was stopped").isEqualTo("interrupted");
        assertThat(server.logged()).as("the tool was stopped").isEqualTo("interrupted");
      }
    }
  }

  private static void refusedWith503(HttpResponse<String> response) {
    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(response.headers().firstValue("Retry-After")).contains("5");
    assertThat(response.body()).contains("\"jsonrpc\":\"2.0\"", "shutting down");
  }

  private static EventStream post(RawClient client, String session, String tool) throws Exception {
    HttpResponse<InputStream> response =
        client.open("POST", "/mcp", RawClient.call(1, tool, "{}"), "Mcp-Session-Id", session);
    return new EventStream(response.body());
  }

  private static EventStream get(RawClient client, String session) throws Exception {
    return new EventStream(client.open("GET", "/mcp", null, "Mcp-Session-Id", session).body());
  }
}
