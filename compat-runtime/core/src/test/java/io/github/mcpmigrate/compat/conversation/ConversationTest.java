package io.github.mcpmigrate.compat.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpmigrate.compat.json.Envelope;
import io.github.mcpmigrate.compat.json.Json;
import io.github.mcpmigrate.compat.json.RequestId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class ConversationTest {

  private final FakeBackend backend = new FakeBackend();
  private final Recorder client = new Recorder();
  private final Conversation conversation =
      new Conversation(backend, List.of("2024-11-05", "2025-06-18"), client, 2);

  @Test
  void offersTheVersionThatTheClientAsksFor() {
    assertThat(initialize("2024-11-05").payload().member("protocolVersion").text())
        .isEqualTo("2024-11-05");
    assertThat(conversation.version()).isEqualTo("2024-11-05");
  }

  @Test
  void offersTheNewestCommonVersionForAnUnknownOne() {
    initialize("2026-07-28");
    assertThat(backend.handshake.version()).isEqualTo("2025-06-18");
    assertThat(backend.handshake.params().member("protocolVersion").text()).isEqualTo("2025-06-18");
  }

  @Test
  void refusesAtOnceWhatComesBeforeTheHandshake() {
    conversation.call(request(1), client, Caller.ANONYMOUS);
    assertThat(client.done).hasSize(1);
    assertThat(client.done.get(0).payload().toString()).contains("send initialize first");
    assertThat(backend.calls).isEmpty();
  }

  @Test
  void aFailedHandshakeCanBeTriedAgain() {
    backend.refusal = new RefusedException(-32602, "no");
    assertThat(initialize("2024-11-05").payload().toString()).contains("-32602");
    backend.refusal = null;
    assertThat(initialize("2024-11-05").kind()).isEqualTo(Envelope.Kind.RESULT);
    assertThat(initialize("2024-11-05").payload().toString()).contains("already");
  }

  @Test
  void theFirstEndOfACallCountsUnderTheClientsId() {
    initialize("2024-11-05");
    conversation.call(request(7), client, Caller.ANONYMOUS);
    Call call = backend.calls.get(0);
    call.done(Envelope.result(RequestId.of("ours"), Json.of("{}")));
    call.done(Envelope.result(RequestId.of("ours"), Json.of("{\"second\":1}")));
    call.event(Envelope.notification("late", null));
    assertThat(client.done).containsExactly(Envelope.result(RequestId.of(7), Json.of("{}")));
    assertThat(client.events).isEmpty();
    assertThat(conversation.runningCalls()).isZero();
  }

  @Test
  void refusesADuplicateIdAndTooManyCalls() {
    initialize("2024-11-05");
    conversation.call(request(1), client, Caller.ANONYMOUS);
    conversation.call(request(1), client, Caller.ANONYMOUS);
    conversation.call(Envelope.request(RequestId.of("1"), "m", null), client, Caller.ANONYMOUS);
    conversation.call(request(3), client, Caller.ANONYMOUS);
    assertThat(backend.calls).hasSize(2);
    assertThat(client.done).hasSize(2);
    assertThat(client.done.get(0).payload().toString()).contains("still running");
    assertThat(client.done.get(1).payload().toString()).contains("Too many");
  }

  @Test
  void onlyTheAskedConversationCanAnswerAndOnlyOnce() {
    initialize("2024-11-05");
    conversation.call(request(1), client, Caller.ANONYMOUS);
    backend.calls.get(0).ask(new Ask(RequestId.of("s-0"), "roots/list", null));
    RequestId id = client.asked.get(0).id();
    assertThat(id).as("a number, which every client can read").isEqualTo(RequestId.of(1));
    conversation.answer(Envelope.result(RequestId.of("guess"), Json.of("{}")));
    conversation.answer(Envelope.result(id, Json.of("{\"roots\":[]}")));
    conversation.answer(Envelope.result(id, Json.of("{}")));
    assertThat(backend.answered).containsExactly("s-0");
  }

  @Test
  void anAnswerAfterTheCallHasEndedIsIgnored() {
    initialize("2024-11-05");
    conversation.call(request(1), client, Caller.ANONYMOUS);
    Call call = backend.calls.get(0);
    call.ask(new Ask(RequestId.of("s-0"), "roots/list", null));
    call.done(Envelope.result(null, Json.of("{}")));
    conversation.answer(Envelope.result(client.asked.get(0).id(), Json.of("{}")));
    assertThat(backend.answered).isEmpty();
  }

  @Test
  void cancelledEndsTheCallThatItNamesAndNoOther() {
    initialize("2024-11-05");
    conversation.call(request(1), client, Caller.ANONYMOUS);
    cancel("\"1\"");
    assertThat(backend.cancelled).as("a string is another id").isEmpty();
    cancel("1");
    cancel("1");
    assertThat(backend.cancelled).hasSize(1);
    assertThat(client.cancelled).isEqualTo(1);
    assertThat(client.done).isEmpty();
  }

  @Test
  void closingEndsCallsAnswersQuestionsAndClosesThePeer() {
    initialize("2024-11-05");
    conversation.call(request(1), client, Caller.ANONYMOUS);
    backend.voice.ask(new Ask(RequestId.of("s-1"), "ping", null));
    conversation.close("enough");
    conversation.close("again");
    assertThat(backend.cancelled).hasSize(1);
    assertThat(backend.answered).containsExactly("s-1");
    assertThat(backend.closed).isEqualTo(1);
    assertThat(client.closed).containsExactly("enough");
    assertThat(client.done).hasSize(1);
    assertThat(client.done.get(0).id()).isEqualTo(RequestId.of(1));
    assertThat(client.done.get(0).payload().toString()).contains("enough");
    conversation.call(request(2), client, Caller.ANONYMOUS);
    assertThat(client.done.get(1).payload().toString()).contains("closed");
  }

  @Test
  void drainingWaitsForTheCallsThatRunAndTakesNoOthers() {
    initialize("2024-11-05");
    conversation.call(request(1), client, Caller.ANONYMOUS);
    List<String> order = new ArrayList<>();
    client.onDone = () -> order.add("answered");
    conversation.drain(() -> order.add("quiet"));
    conversation.call(request(2), client, Caller.ANONYMOUS);
    assertThat(client.refused).containsExactly(Refusal.SHUTTING_DOWN);
    assertThat(order).containsExactly("answered");
    backend.calls.get(0).done(Envelope.result(null, Json.of("{}")));
    assertThat(order).as("quiet only after the answer").endsWith("answered", "quiet");
  }

  @Test
  void drainingAQuietConversationIsQuietAtOnce() {
    initialize("2024-11-05");
    conversation.call(request(1), client, Caller.ANONYMOUS);
    cancel("1");
    List<String> order = new ArrayList<>();
    conversation.drain(() -> order.add("quiet"));
    assertThat(order).containsExactly("quiet");
  }

  private Envelope initialize(String version) {
    Json params =
        Json.of("{\"protocolVersion\":\"" + version + "\",\"capabilities\":{\"roots\":{}}}");
    return conversation
        .handshake(Envelope.request(RequestId.of(0), "initialize", params), Caller.ANONYMOUS)
        .toCompletableFuture()
        .join();
  }

  private void cancel(String id) {
    conversation.notice(
        Envelope.notification("notifications/cancelled", Json.of("{\"requestId\":" + id + "}")),
        Caller.ANONYMOUS);
  }

  private static Envelope request(long id) {
    return Envelope.request(RequestId.of(id), "m", null);
  }

  private static final class Recorder implements Route, Audience {
    final List<Envelope> events = new ArrayList<>();
    final List<Envelope> asked = new ArrayList<>();
    final List<Envelope> done = new ArrayList<>();
    final List<String> closed = new ArrayList<>();
    final List<Refusal> refused = new ArrayList<>();
    int cancelled;
    Runnable onDone = () -> {};

    @Override
    public void refused(Refusal refusal, Envelope error) {
      refused.add(refusal);
      done(null, error);
    }

    @Override
    public Room room() {
      return Room.AMPLE;
    }

    @Override
    public void event(Envelope notification) {
      events.add(notification);
    }

    @Override
    public void ask(Envelope request) {
      asked.add(request);
    }

    @Override
    public void done(String method, Envelope response) {
      done.add(response);
      onDone.run();
    }

    @Override
    public void cancelled() {
      cancelled++;
    }

    @Override
    public void unrelated(Envelope message) {
      asked.add(message);
    }

    @Override
    public void closed(String reason) {
      closed.add(reason);
    }
  }

  private static final class FakeBackend implements Backend, Peer {
    final List<Call> calls = new ArrayList<>();
    final List<Call> cancelled = new ArrayList<>();
    final List<String> answered = new ArrayList<>();
    Handshake handshake;
    Voice voice;
    RuntimeException refusal;
    int closed;

    @Override
    public List<String> versions() {
      return List.of("2024-11-05", "2025-03-26", "2025-06-18");
    }

    @Override
    public CompletionStage<Peer> connect(Handshake opened, Voice speaking) {
      handshake = opened;
      voice = speaking;
      return refusal == null
          ? CompletableFuture.completedFuture(this)
          : CompletableFuture.failedFuture(refusal);
    }

    @Override
    public Json initializeResult() {
      return Json.of("{\"protocolVersion\":\"" + handshake.version() + "\"}");
    }

    @Override
    public void call(Call call) {
      calls.add(call);
    }

    @Override
    public void notice(Envelope notification, Caller caller) {}

    @Override
    public void answer(Ask ask, Envelope response) {
      answered.add(ask.serverId().text());
    }

    @Override
    public void cancel(Call call, String reason) {
      cancelled.add(call);
    }

    @Override
    public void close() {
      closed++;
    }
  }
}
