package io.github.mcpmigrate.compat.backend;

import io.github.mcpmigrate.compat.conversation.Ask;
import io.github.mcpmigrate.compat.conversation.Call;
import io.github.mcpmigrate.compat.conversation.Caller;
import io.github.mcpmigrate.compat.conversation.Handshake;
import io.github.mcpmigrate.compat.conversation.Ids;
import io.github.mcpmigrate.compat.conversation.Peer;
import io.github.mcpmigrate.compat.conversation.Room;
import io.github.mcpmigrate.compat.conversation.Voice;
import io.github.mcpmigrate.compat.json.Envelope;
import io.github.mcpmigrate.compat.json.Json;
import io.github.mcpmigrate.compat.json.RequestId;
import io.github.mcpmigrate.compat.json.RpcErrors;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One client's session with a server that was written by hand. */
final class JsonRpcPeer implements Peer {

  private static final Logger LOG = LoggerFactory.getLogger(JsonRpcPeer.class);

  private final String sessionId = Ids.next();
  private final JsonRpcHandler handler;
  private final Executor executor;
  private final Voice voice;
  private final AtomicLong ids = new AtomicLong();
  private final Map<Long, RunningCall> running = new ConcurrentHashMap<>(4);
  private final Opening opening;
  private final AtomicBoolean closed = new AtomicBoolean();

  /** The client has said something after the handshake, so it can be asked. */
  private volatile boolean initialized;

  JsonRpcPeer(JsonRpcHandler handler, Executor executor, Voice voice, String version) {
    this.handler = handler;
    this.executor = executor;
    this.voice = voice;
    opening = new Opening(version);
  }

  /**
   * @param limit after which the server is given up
   */
  CompletionStage<Peer> open(Handshake handshake, Duration limit) {
    CompletionStage<Peer> opened = opening.within(limit);
    request(null, Envelope.request(null, "initialize", handshake.params()), handshake.caller());
    return opened.whenComplete(
        (peer, failure) -> {
          if (failure != null) {
            close();
          }
        });
  }

  String sessionId() {
    return sessionId;
  }

  @Override
  public Json initializeResult() {
    return opening.result();
  }

  @Override
  public void call(Call call) {
    initialized = true;
    request(call, call.request(), call.caller());
  }

  private void request(Call call, Envelope request, Caller caller) {
    long id = ids.incrementAndGet();
    RunningCall run = new RunningCall(this, id, call);
    running.put(id, run);
    try {
      executor.execute(() -> handle(run, request.withId(RequestId.of(id)), caller));
    } catch (RejectedExecutionException e) {
      LOG.warn("There is no thread for a {} request: {}", request.method(), e.toString());
      end(run, internalError("The server is too busy; try again later"));
    }
  }

  private void handle(RunningCall run, Envelope request, Caller caller) {
    try {
      RunningCall.in(run, () -> pass(request, new MessageClient(this, run.id(), caller)));
    } catch (HandlerFailure e) {
      LOG.warn("The handler failed on a {} request", request.method(), e.getCause());
      end(run, internalError("Internal error"));
    } catch (Error e) {
      end(run, internalError("Internal error"));
      throw e;
    }
  }

  private void pass(Envelope message, JsonRpcClient client) {
    try {
      handler.handle(new String(message.toBytes(), StandardCharsets.UTF_8), client);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new HandlerFailure(e);
    } catch (Exception e) {
      throw new HandlerFailure(e);
    }
  }

  @Override
  public void notice(Envelope notification, Caller caller) {
    initialized = true;
    tell(notification, notification.method(), caller);
  }

  @Override
  public void answer(Ask ask, Envelope response) {
    tell(response.withId(ask.serverId()), ask.method(), Caller.ANONYMOUS);
  }

  /** The server may stop what it does for the request; nothing interrupts it. */
  @Override
  public void cancel(Call call, String reason) {
    for (RunningCall run : running.values()) {
      if (run.call() == call && running.remove(run.id(), run)) {
        Json params =
            Json.object(
                Map.of(
                    "requestId",
                    Json.number(run.id()),
                    "reason",
                    Json.string(String.valueOf(reason))));
        tell(
            Envelope.notification("notifications/cancelled", params),
            "notifications/cancelled",
            call.caller());
      }
    }
  }

  /** Hands the server what wants no answer. */
  private void tell(Envelope message, String method, Caller caller) {
    MessageClient client = new MessageClient(this, 0, caller);
    try {
      executor.execute(() -> RunningCall.in(null, () -> passOrLog(message, method, client)));
    } catch (RejectedExecutionException e) {
      LOG.warn("There is no thread for {}: {}", method, e.toString());
    }
  }

  private void passOrLog(Envelope message, String method, JsonRpcClient client) {
    try {
      pass(message, client);
    } catch (HandlerFailure e) {
      LOG.warn("The handler failed on {}", method, e.getCause());
    }
  }

  /**
   * What the server sends.
   *
   * @param request the id of the request that the client was handed with, or 0
   */
  void said(String message, long request) {
    for (Envelope each : ServerMessages.read(message)) {
      RunningCall current = RunningCall.current(this);
      said(each, current == null ? running.get(request) : current);
    }
  }

  private void said(Envelope message, RunningCall around) {
    if (closed.get()) {
      LOG.debug("What the server says after the end of the session is dropped");
    } else if (message.isResponse()) {
      answered(message, around);
    } else if (message.kind() == Envelope.Kind.REQUEST) {
      ask(message, around);
    } else {
      Progress progress = Progress.of(message, around, running.values());
      notify(progress.notification(), progress.call());
    }
  }

  private void notify(Envelope notification, RunningCall around) {
    if (isRunning(around)) {
      around.call().event(notification);
      awaitRoom(around.call().room());
    } else {
      voice.notice(notification);
      awaitRoom(voice.room());
    }
  }

  private void ask(Envelope request, RunningCall around) {
    if (!initialized) {
      throw new IllegalStateException("The client cannot be asked before it is initialized");
    }
    Ask ask = new Ask(request.id(), request.method(), request.payload());
    if (isRunning(around)) {
      around.call().ask(ask);
    } else {
      voice.ask(ask);
    }
  }

  private boolean isRunning(RunningCall call) {
    return call != null && call.call() != null && running.containsKey(call.id());
  }

  /** Waits as a write to a socket would, until there is room or the wire is given up. */
  private static void awaitRoom(Room room) {
    if (room.free()) {
      return;
    }
    CountDownLatch free = new CountDownLatch(1);
    room.whenFree(free::countDown);
    try {
      free.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void answered(Envelope answer, RunningCall around) {
    RunningCall run = answer.id() == null ? around : running.get(number(answer.id()));
    if (run == null) {
      LOG.debug("An answer to {}, which does not run, is dropped", answer.id());
      return;
    }
    if (run.call() == null) {
      end(run, answer);
    } else {
      // The call runs until its answer has a place, and counts as one that does.
      run.call().room().whenFree(() -> end(run, answer));
    }
  }

  /** Many servers make a string of every id, or a number. */
  private static long number(RequestId id) {
    try {
      return Long.parseLong(id.text());
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  private void end(RunningCall run, Envelope answer) {
    if (!running.remove(run.id(), run)) {
      return;
    }
    if (run.call() == null) {
      opening.answered(answer, this);
    } else {
      run.call().done(answer);
    }
  }

  private static Envelope internalError(String reason) {
    return Envelope.error(null, RpcErrors.INTERNAL_ERROR, reason);
  }

  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    running.clear();
    try {
      handler.closed(sessionId);
    } catch (RuntimeException e) {
      LOG.warn("The handler failed at the end of a session", e);
    }
  }

  /** Carries what a handler threw out of a lambda. */
  private static final class HandlerFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    HandlerFailure(Exception cause) {
      super(null, cause, false, false);
    }
  }
}
