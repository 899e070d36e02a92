package io.github.mcpmigrate.compat.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpmigrate.compat.sdk.RawClient.HttpSse;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.spec.McpSchema.ProgressNotification;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A tool that ends its response early and goes on working. */
@ParameterizedClass
@EnumSource(Door.class)
class ResponseStreamTest {

  @Parameter Door door;

  private final CountDownLatch gone = new CountDownLatch(1);
  private TestServer server;

  @BeforeEach
  void start() throws Exception {
    server = TestServer.start(door);
    server.tool(
        "long",
        (exchange, request) -> {
          ResponseStream stream = ResponseStream.of(exchange.transportContext()).orElseThrow();
          boolean disconnected = stream.disconnect(Duration.ofMillis(1500));
          server.log.add("disconnected " + disconnected);
          if (disconnected) {
            await(gone);
          }
          exchange.progressNotification(
              new ProgressNotification(request.progressToken(), 1, 1.0, "later"));
          return TestServer.text("worked on");
        });
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  @WireRow({"SH-40", "SH-43"})
  void theClientComesBackForTheRest() throws Exception {
    String session = server.client.streamable("2025-11-25");
    EventStream.Event priming;
    try (EventStream stream = post(session)) {
      priming = stream.next();
      assertThat(priming.id()).isNotNull();
      assertThat(priming.data()).isEmpty();
      EventStream.Event retry = stream.next();
      assertThat(retry.name()).isEqualTo("(unexpected line)");
      assertThat(retry.data()).isEqualTo("retry: 1500");
      stream.next();
      assertThat(stream.next()).isEqualTo(EventStream.END);
    }
    assertThat(server.logged()).isEqualTo("disconnected true");
    gone.countDown();
    try (EventStream rest =
        new EventStream(
            server
                .client
                .open("GET", "/mcp", null, "Mcp-Session-Id", session, "Last-Event-ID", priming.id())
                .body())) {
      rest.next("later");
      rest.next("worked on");
      assertThat(rest.next()).isEqualTo(EventStream.END);
    }
  }

  @Test
  void anOlderStreamableClientIsNotCutOff() throws Exception {
    String session = server.client.streamable("2025-06-18");
    try (EventStream stream = post(session)) {
      stream.next("later");
      stream.next("worked on");
    }
    assertThat(server.logged()).isEqualTo("disconnected false");
  }

  @Test
  void anHttpSseClientIsNotCutOff() throws Exception {
    try (HttpSse old = server.client.httpSse().initialize("2024-11-05")) {
      old.post(RawClient.call(1, "long", "{}"));
      old.stream().next("later");
      old.stream().next("worked on");
    }
    assertThat(server.logged()).isEqualTo("disconnected false");
  }

  @Test
  void aClientThatTakesOnlyJsonIsNotCutOff() throws Exception {
    String session = server.client.streamable("2025-11-25");
    assertThat(
            server
                .client
                .send(
                    "POST",
                    "/mcp",
                    RawClient.call(1, "long", "{}"),
                    "Mcp-Session-Id",
                    session,
                    "Accept",
                    "application/json")
                .body())
        .contains("worked on");
    assertThat(server.logged()).isEqualTo("disconnected false");
  }

  @Test
  void behindAnotherProviderThereIsNone() {
    assertThat(ResponseStream.of(McpTransportContext.EMPTY)).isEmpty();
  }

  private EventStream post(String session) throws Exception {
    return new EventStream(
        server
            .client
            .open("POST", "/mcp", RawClient.call(1, "long", "{}"), "Mcp-Session-Id", session)
            .body());
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
