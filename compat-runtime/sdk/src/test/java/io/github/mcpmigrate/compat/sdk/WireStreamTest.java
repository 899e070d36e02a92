package io.github.mcpmigrate.compat.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mcpmigrate.compat.sdk.RawHttp.Answer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Group SH: answers, batches and streams of Streamable HTTP. */
@ParameterizedClass
@EnumSource(Door.class)
class WireStreamTest extends WireTest {

  private static final int INVALID_REQUEST = -32600;
  private static final String ECHO = RawClient.call(1, "echo", "{\"message\":\"m\"}");
  private static final String PROGRESS = RawClient.call(2, "progress", "{}");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "application/json, text/event-stream | json | stream",
        "text/event-stream, application/json | json | stream",
        "text/event-stream;q=0.5,application/json;q=0.4 | json | stream",
        "*/* | json | stream",
        "'' | json | stream",
        "application/*, text/* | json | stream",
        "application/json | json | json",
        "application/json, text/event-stream;q=0 | json | json",
        "text/event-stream | stream | stream",
        "*/*, application/json;q=0 | stream | stream"
      })
  @WireRow({"SH-31", "SH-32", "SH-36"})
  void theAnswerIsOfAKindThatTheClientReads(String accept, String plain, String eventful)
      throws Exception {
    for (String[] expected : new String[][] {{ECHO, plain}, {PROGRESS, eventful}}) {
      Answer answer =
          accept.isEmpty()
              ? http.send(
                  "POST /mcp",
                  expected[0].getBytes(java.nio.charset.StandardCharsets.UTF_8),
                  "Content-Type: application/json",
                  "Mcp-Session-Id: " + session)
              : http.post("/mcp", expected[0], "Mcp-Session-Id: " + session, "Accept: " + accept);
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.field("Content-Type"))
          .as(accept)
          .startsWith(expected[1].equals("json") ? "application/json" : "text/event-stream");
      assertThat(answer.text()).contains(expected[0].equals(ECHO) ? "Echo: m" : "progress done");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/html",
        "application/xml, text/plain",
        "application/json;q=0, text/event-stream;q=0.0",
        "*/*;q=0"
      })
  @WireRow({"SH-31", "D-42"})
  void whoReadsNeitherKindIsRefusedBeforeAnythingRuns(String accept) throws Exception {
    Answer answer = http.post("/mcp", ECHO, "Mcp-Session-Id: " + session, "Accept: " + accept);
    assertRefused(answer, 406, INVALID_REQUEST);
  }

  @Test
  @WireRow({"SH-34", "SH-35", "D-26", "D-30"})
  void notificationsAndResponsesAre202() throws Exception {
    for (String body :
        List.of(
            RawClient.INITIALIZED,
            "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/roots/list_changed\"}",
            "{\"jsonrpc\":\"2.0\",\"id\":\"never asked\",\"result\":{}}",
            "{\"jsonrpc\":\"2.0\",\"id\":77,\"error\":{\"code\":-32601,\"message\":\"no\"}}")) {
      Answer answer = post(body);
      assertThat(answer.status()).as(body).isEqualTo(202);
      assertThat(answer.body()).isEmpty();
    }
  }

  @Test
  @WireRow({"SH-33", "SH-34"})
  void whatIsRefusedIs4xxWithoutAnId() throws Exception {
    Answer answer = post("[" + RawClient.INITIALIZED + "]");
    assertRefused(answer, 400, INVALID_REQUEST);
    assertThat(answer.json().has("id")).isFalse();
  }

  @Test
  @WireRow({"SH-50", "SH-52", "SH-53", "D-33"})
  void batchesAreReceivedWhereTheRevisionHasThem() throws Exception {
    String own = client.streamable("2025-03-26");
    String field = "Mcp-Session-Id: " + own;
    Answer several = http.post("/mcp", "[" + ECHO + "," + PING + ",5,{\"id\":9}]", field);
    assertThat(several.status()).isEqualTo(200);
    JsonNode answers = several.json();
    assertThat(answers.isArray()).isTrue();
    List<Integer> codes = new ArrayList<>();
    Set<Integer> ids = new HashSet<>();
    answers.forEach(
        answer -> {
          if (answer.has("error")) {
            codes.add(answer.at("/error/code").asInt());
          } else {
            ids.add(answer.at("/id").asInt());
          }
        });
    assertThat(ids).containsExactlyInAnyOrder(1, 5);
    assertThat(codes).containsExactly(INVALID_REQUEST, INVALID_REQUEST);
    assertRefused(http.post("/mcp", "[]", field), 400, INVALID_REQUEST);
    Answer one = http.post("/mcp", "[" + PING + "]", field);
    assertThat(one.text()).isEqualTo("[{\"jsonrpc\":\"2.0\",\"id\":5,\"result\":{}}]");
    String response = "{\"jsonrpc\":\"2.0\",\"id\":\"q\",\"result\":{}}";
    for (String quiet : List.of(RawClient.INITIALIZED, response)) {
      Answer answer = http.post("/mcp", "[" + quiet + "," + quiet + "]", field);
      assertThat(answer.status()).isEqualTo(202);
      assertThat(answer.body()).isEmpty();
    }
    Answer streamed = http.post("/mcp", "[" + PROGRESS + "," + PING + "]", field);
    assertThat(streamed.field("Content-Type")).startsWith("text/event-stream");
    assertThat(streamed.text().split("event: message")).hasSize(1 + 3 + 2);
  }

  @Test
  @WireRow({"SH-37", "SH-78"})
  void errorsOfRequestsAreHttp200() throws Exception {
    for (String[] request :
        new String[][] {
          {"{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"no/such\"}", "-32601"},
          {"{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"prompts/list\"}", "-32601"},
          {RawClient.call(1, "no such tool", "{}"), "-32602"},
          {"{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\"}", "-32602"},
          {"{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{}}", "-32602"},
          {
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\","
                + "\"params\":{\"name\":\"echo\",\"arguments\":7}}",
            "-32602"
          }
        }) {
      Answer answer = post(request[0]);
      assertThat(answer.status()).as(request[0]).isEqualTo(200);
      assertThat(answer.json().at("/error/code").asText()).as(request[0]).isEqualTo(request[1]);
      assertThat(answer.json().at("/id").asInt()).isEqualTo(1);
      assertThat(answer.text()).doesNotContain("Exception");
    }
  }

  @Test
  @WireRow({"SH-38", "SH-44", "SH-57", "SH-58"})
  void aStreamCarriesWhatBelongsToItsRequestThenTheAnswerAndEnds() throws Exception {
    Set<String> ids = new HashSet<>();
    for (int call = 0; call < 2; call++) {
      try (EventStream stream = stream(session, PROGRESS)) {
        EventStream.Event priming = stream.next();
        String lane = priming.id().substring(0, priming.id().indexOf('.'));
        assertThat(ids.add(priming.id())).isTrue();
        for (String expected : List.of("progress\":1", "progress\":2", "progress\":3", "done")) {
          EventStream.Event event = stream.next();
          assertThat(event.data()).contains(expected);
          assertThat(event.id()).as("it names its stream").startsWith(lane + ".");
          assertThat(ids.add(event.id())).as("unique in the session").isTrue();
        }
        assertThat(stream.next()).isEqualTo(EventStream.END);
      }
    }
  }

  @Test
  @WireRow({"SH-41", "SH-42"})
  void onlyClientsOf20251125ArePrimed() throws Exception {
    for (String version : List.of("2025-03-26", "2025-06-18", "2025-11-25")) {
      String own = client.streamable(version);
      try (EventStream stream = stream(own, PROGRESS)) {
        EventStream.Event first = stream.next();
        assertThat(first.data().isEmpty()).as(version).isEqualTo(version.equals("2025-11-25"));
        assertThat(first.id()).isNotEmpty();
      }
    }
  }

  @Test
  @WireRow({"SH-54", "SH-55"})
  void concurrentPostsGetTheirOwnAnswers() throws Exception {
    ExecutorService callers = Executors.newFixedThreadPool(8);
    try (EventStream listening = listen(client.streamable("2025-06-18"))) {
      List<Future<Answer>> answers = new ArrayList<>();
      for (int i = 0; i < 64; i++) {
        String call = RawClient.call(100 + i, "echo", "{\"message\":\"m" + i + "\"}");
        answers.add(callers.submit(() -> post(call)));
      }
      for (int i = 0; i < 64; i++) {
        assertThat(answers.get(i).get().text())
            .contains("\"id\":" + (100 + i) + ",", "\"Echo: m" + i + "\"");
      }
      assertThat(listening.silent()).isTrue();
    } finally {
      callers.shutdownNow();
    }
  }

  @Test
  @WireRow({"SH-54", "SH-56"})
  void aSecondListeningStreamReplacesTheFirst() throws Exception {
    String own = client.streamable("2025-06-18");
    try (EventStream first = listen(own);
        EventStream second = listen(own)) {
      assertThat(first.next()).isEqualTo(EventStream.END);
      server.server.notifyToolsListChanged();
      second.next("notifications/tools/list_changed");
      assertThat(second.silent()).isTrue();
    }
  }

  @Test
  @WireRow({"SH-59", "SH-60", "SH-62", "SH-48", "D-44"})
  void resumingReplaysTheRestOfThatStreamAndEnds() throws Exception {
    String own = client.streamable("2025-06-18");
    List<EventStream.Event> whole = new ArrayList<>();
    try (EventStream stream = stream(own, PROGRESS);
        EventStream other = stream(own, RawClient.call(9, "progress", "{}"))) {
      for (EventStream.Event event = stream.next();
          event != EventStream.END;
          event = stream.next()) {
        whole.add(event);
      }
      other.next();
    }
    assertThat(whole).hasSize(4);
    for (int from = 0; from < whole.size(); from++) {
      try (EventStream rest = listen(own, "Last-Event-ID", whole.get(from).id())) {
        for (EventStream.Event missed : whole.subList(from + 1, whole.size())) {
          assertThat(rest.next()).isEqualTo(missed);
        }
        assertThat(rest.next()).isEqualTo(EventStream.END);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"guess.1", "guess", ".", "%s.99999", "%s.-1", "%s.1e3", "FOREIGN"})
  @WireRow({"SH-61", "SH-63", "D-45"})
  void anEventIdThatIsNotHeldGivesAFreshStream(String id) throws Exception {
    String foreign;
    try (EventStream stream = stream(session, PROGRESS)) {
      foreign = stream.next().id();
    }
    String own = client.streamable("2025-06-18");
    String lane;
    try (EventStream stream = stream(own, PROGRESS)) {
      lane = stream.next().id().replaceAll("\\..*", "");
    }
    String last = id.equals("FOREIGN") ? foreign : id.formatted(lane);
    try (EventStream fresh = listen(own, "Last-Event-ID", last)) {
      server.server.notifyToolsListChanged();
      fresh.next("notifications/tools/list_changed");
    }
  }

  @Test
  @WireRow({"SH-46", "SH-49", "SH-66", "D-43"})
  void aListeningStreamStaysOpenAndHearsNothingOfRunningRequests() throws Exception {
    String own = client.streamable("2025-06-18");
    try (EventStream listening = listen(own);
        EventStream call = stream(own, PROGRESS)) {
      call.next("\"progress\":1");
      call.next("\"progress\":2");
      call.next("\"progress\":3");
      call.next("progress done");
      assertThat(call.next()).isEqualTo(EventStream.END);
      server.server.notifyToolsListChanged();
      listening.next("notifications/tools/list_changed");
      assertThat(listening.silent()).isTrue();
    }
  }
}
