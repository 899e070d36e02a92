package io.github.mcpmigrate.compat.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpmigrate.compat.sdk.RawClient.HttpSse;
import io.modelcontextprotocol.server.McpSyncServerExchange;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ProgressNotification;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What goes wrong on real sockets, behind every door. */
@ParameterizedClass
@EnumSource(Door.class)
class FaultsTest extends WireTest {

  private static final int STEPS = 200;

  @Test
  void aStreamThatIsCutAgainAndAgainMissesNothingAndRepeatsNothing() throws Exception {
    Semaphore pace = new Semaphore(5);
    server.tool("count" + door, (exchange, request) -> count(exchange, request, pace));
    Random random = new Random(20261121);
    List<String> heard = new ArrayList<>();
    CutStream stream =
        CutStream.post(server.port(), session, RawClient.call("\"count\"", "count" + door, "{}"));
    int cuts = 0;
    boolean ended = false;
    while (!ended) {
      int after = 1 + random.nextInt(15);
      String last = null;
      for (int i = 0; i < after && !ended; i++) {
        CutStream.Event event = stream.next();
        ended = event == null;
        if (!ended) {
          last = event.id();
          if (!event.data().isEmpty()) {
            heard.add(event.data().replaceAll(".*(?:\"progress\":(\\d+)|(counted)).*", "$1$2"));
            pace.release();
          }
        }
      }
      stream.cut();
      if (!ended && last != null) {
        cuts++;
        stream = CutStream.resume(server.port(), session, last);
      }
    }
    List<String> expected =
        Stream.concat(
                IntStream.rangeClosed(1, STEPS).mapToObj(Integer::toString), Stream.of("counted"))
            .toList();
    assertThat(heard).isEqualTo(expected);
    assertThat(cuts).as("cut in the middle").isGreaterThan(10);
  }

  private static CallToolResult count(
      McpSyncServerExchange exchange, CallToolRequest request, Semaphore pace) {
    for (int i = 1; i <= STEPS; i++) {
      try {
        assertThat(pace.tryAcquire(20, TimeUnit.SECONDS)).isTrue();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return TestServer.text("interrupted");
      }
      exchange.progressNotification(
          new ProgressNotification(request.progressToken(), i, (double) STEPS, null));
    }
    return TestServer.text("counted");
  }

  @Test
  void theListeningStreamIsResumedWithoutGapToo() throws Exception {
    String own = client.streamable("2025-11-25");
    Random random = new Random(7);
    CutStream stream = CutStream.listen(server.port(), own);
    String last = stream.next().id();
    int unread = 0;
    for (int round = 0; round < 10; round++) {
      int sent = 1 + random.nextInt(8);
      for (int i = 0; i < sent; i++) {
        server.server.notifyToolsListChanged();
      }
      unread += sent;
      for (int some = random.nextInt(unread + 1); some > 0; some--) {
        last = follows(last, stream.next());
        unread--;
      }
      stream.cut();
      stream = CutStream.resume(server.port(), own, last);
    }
    for (; unread > 0; unread--) {
      last = follows(last, stream.next());
    }
    stream.cut();
  }

  private static String follows(String last, CutStream.Event event) {
    int dot = last.indexOf('.');
    int expected = Integer.parseInt(last.substring(dot + 1)) + 1;
    assertThat(event.id()).isEqualTo(last.substring(0, dot + 1) + expected);
    assertThat(event.data()).contains("notifications/tools/list_changed");
    return event.id();
  }

  @Test
  void aHandlerThatThrowsIsAnErrorOfItsCallAndNothingElse() throws Exception {
    server.tool(
        "unchecked" + door, (exchange, request) -> raise(new IllegalStateException("boom")));
    server.tool("checked" + door, (exchange, request) -> raise(new IOException("boom")));
    server.tool("error" + door, (exchange, request) -> raise(new AssertionError("boom")));
    server.tool("silent" + door, (exchange, request) -> raise(new NullPointerException()));
    server.tool("nothing" + door, (exchange, request) -> null);
    try (HttpSse old = client.httpSse().initialize("2024-11-05")) {
      for (String tool : List.of("unchecked", "checked", "error", "silent", "nothing")) {
        String call = RawClient.call("\"" + tool + "\"", tool + door, "{}");
        RawHttp.Answer answer = post(call);
        assertThat(answer.status()).isEqualTo(200);
        assertFailed(tool, answer.text());
        old.post(call);
        EventStream.Event event = old.stream().next();
        while (event.data().contains("list_changed")) {
          event = old.stream().next();
        }
        assertFailed(tool, event.data());
      }
      old.post(RawClient.call(1, "echo", "{\"message\":\"after\"}"));
      old.stream().next("Echo: after");
    }
    assertThat(post(RawClient.call(1, "echo", "{\"message\":\"after\"}")).text())
        .contains("Echo: after");
  }

  private static void assertFailed(String tool, String answer) {
    assertThat(answer)
        .contains("\"id\":\"" + tool + "\"")
        .containsAnyOf("\"error\":{", "\"isError\":true")
        .doesNotContain("\\tat ", ".java:");
  }

  @SuppressWarnings("unchecked")
  private static <E extends Throwable> CallToolResult raise(Throwable failure) throws E {
    throw (E) failure;
  }
}
