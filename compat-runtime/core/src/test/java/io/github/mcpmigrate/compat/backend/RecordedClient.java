package io.github.mcpmigrate.compat.backend;

import io.github.mcpmigrate.compat.conversation.Audience;
import io.github.mcpmigrate.compat.conversation.Caller;
import io.github.mcpmigrate.compat.conversation.Conversation;
import io.github.mcpmigrate.compat.conversation.ProtocolVersions;
import io.github.mcpmigrate.compat.conversation.Refusal;
import io.github.mcpmigrate.compat.conversation.Room;
import io.github.mcpmigrate.compat.conversation.Route;
import io.github.mcpmigrate.compat.json.Envelope;
import io.github.mcpmigrate.compat.json.Json;
import io.github.mcpmigrate.compat.json.RequestId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;

/** A client of a handler, with a real conversation between them; keeps what reaches it, by way. */
final class RecordedClient implements Audience {

  /** What reached it on the stream of one request. */
  final class Stream implements Route {
    final List<String> events = new CopyOnWriteArrayList<>();
    final List<String> asked = new CopyOnWriteArrayList<>();
    final CountDownLatch through = new CountDownLatch(1);
    volatile String answer;

    @Override
    public void event(Envelope notification) {
      events.add(text(notification));
    }

    @Override
    public void ask(Envelope request) {
      asked.add(text(request));
    }

    @Override
    public void done(String method, Envelope response) {
      answer = text(response);
      through.countDown();
    }

    @Override
    public void cancelled() {
      answer = "cancelled";
    }

    @Override
    public Room room() {
      return room;
    }

    @Override
    public void refused(Refusal refusal, Envelope error) {
      answer = refusal.message();
    }
  }

  final List<String> heard = new CopyOnWriteArrayList<>();
  volatile Room room = Room.AMPLE;
  volatile Caller caller = Caller.ANONYMOUS;
  private final Conversation conversation;

  RecordedClient(JsonRpcHandler handler) {
    this(handler, Runnable::run);
  }

  RecordedClient(JsonRpcHandler handler, Executor executor) {
    conversation =
        new Conversation(
            new JsonRpcBackend(handler, executor), ProtocolVersions.SESSIONFUL, this, 10);
  }

  /** Makes the handshake and returns the answer. */
  String initialize(String version) {
    Json params =
        Json.of("{\"protocolVersion\":\"%s\",\"capabilities\":{\"roots\":{}}}".formatted(version));
    Envelope initialize = Envelope.request(RequestId.of("open"), "initialize", params);
    return text(conversation.handshake(initialize, caller).toCompletableFuture().join());
  }

  Stream call(Object id, String method) {
    return call(id, method, null);
  }

  Stream call(Object id, String method, String params) {
    return call(id, method, params, new Stream());
  }

  Stream call(Object id, String method, String params, Stream stream) {
    RequestId named =
        id instanceof Integer number ? RequestId.of(number) : RequestId.of((String) id);
    Json json = params == null ? null : Json.of(params);
    conversation.call(Envelope.request(named, method, json), stream, caller);
    return stream;
  }

  void notice(String method, String params) {
    conversation.notice(
        Envelope.notification(method, params == null ? null : Json.of(params)), caller);
  }

  void answer(int id, String result) {
    conversation.answer(Envelope.result(RequestId.of(id), Json.of(result)));
  }

  void close() {
    conversation.close("over");
  }

  @Override
  public void unrelated(Envelope message) {
    heard.add(text(message));
  }

  @Override
  public Room room() {
    return room;
  }

  @Override
  public void closed(String reason) {
    heard.add("closed: " + reason);
  }

  private static String text(Envelope message) {
    return new String(message.toBytes(), StandardCharsets.UTF_8);
  }
}
