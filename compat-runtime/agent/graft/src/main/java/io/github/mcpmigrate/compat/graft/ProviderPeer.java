package io.github.mcpmigrate.compat.graft;

import io.github.mcpmigrate.compat.conversation.Ask;
import io.github.mcpmigrate.compat.conversation.Call;
import io.github.mcpmigrate.compat.conversation.Caller;
import io.github.mcpmigrate.compat.conversation.Handshake;
import io.github.mcpmigrate.compat.conversation.Peer;
import io.github.mcpmigrate.compat.conversation.ProtocolVersions;
import io.github.mcpmigrate.compat.conversation.RefusedException;
import io.github.mcpmigrate.compat.conversation.Room;
import io.github.mcpmigrate.compat.conversation.Voice;
import io.github.mcpmigrate.compat.json.Envelope;
import io.github.mcpmigrate.compat.json.Json;
import io.github.mcpmigrate.compat.json.RequestId;
import io.github.mcpmigrate.compat.json.RpcErrors;
import io.github.mcpmigrate.compat.sdk.SlowReader;
import io.github.mcpmigrate.compat.sdk.StoppableWork;
import io.modelcontextprotocol.spec.McpServerSession;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/** One session of a provider's server. The ids it sees are ours, never the client's. */
final class ProviderPeer implements Peer {

  private static final Logger LOG = LoggerFactory.getLogger(ProviderPeer.class);
  private static final RequestId OPENING = RequestId.of("initialize");
  private static final Envelope INITIALIZED =
      Envelope.notification("notifications/initialized", null);

  private final ProviderFields fields;
  private final RunningCalls running;
  private final Voice voice;
  private final Supplier<CompletionStage<Void>> drained;
  private final Map<RequestId, ProviderCall> calls = new ConcurrentHashMap<>(4);
  private final CompletableFuture<Peer> opened = new CompletableFuture<>();
  private final AtomicLong ids = new AtomicLong();
  private final AtomicBoolean initialized = new AtomicBoolean();
  private final CompletableFuture<Void> ready = new CompletableFuture<>();
  private final AtomicBoolean closed = new AtomicBoolean();
  private volatile McpServerSession session;
  private volatile Json initializeResult;
  private volatile String version;

  /**
   * @param drained completes when the calls of all sessions are through; gives null as long as
   *     nothing closes
   */
  ProviderPeer(
      ProviderFields fields,
      RunningCalls running,
      Voice voice,
      Supplier<CompletionStage<Void>> drained) {
    this.fields = fields;
    this.running = running;
    this.voice = voice;
    this.drained = drained;
  }

  CompletionStage<Peer> open(McpServerSession.Factory sessions, Handshake handshake) {
    version = handshake.version();
    session = sessions.create(new ProviderTransport(this, fields.mapper()));
    // The oldest, which every server has: of another it would only say that it does not know it.
    Json params =
        handshake.params().with("protocolVersion", Json.string(ProtocolVersions.V_2024_11_05));
    Envelope initialize = Envelope.request(OPENING, "initialize", params);
    handle(initialize, handshake.caller())
        .subscribe(
            nothing -> {},
            opened::completeExceptionally,
            () ->
                opened.completeExceptionally(
                    new IllegalStateException("The server gave no InitializeResult")));
    return opened;
  }

  private Mono<Void> handle(Envelope message, Caller caller) {
    try {
      return session
          .handle(fields.mapper().toSdk(message))
          .contextWrite(context -> seen(context, caller));
    } catch (IOException | RuntimeException e) {
      // Jackson 3 fails with unchecked exceptions.
      return Mono.error(e);
    }
  }

  private static Context seen(Context own, Caller caller) {
    Object known = caller.context();
    Context context = own;
    if (known instanceof WebFluxContext web) {
      context = context.putAll(web.reactor());
      known = web.extracted();
    }
    return known == null ? context : context.put(TransportContext.KEY, known);
  }

  @Override
  public Json initializeResult() {
    return initializeResult;
  }

  @Override
  public void call(Call call) {
    initialize(call.caller());
    // Not before: a request that the session keeps waiting goes on in another's thread.
    ready.thenRun(() -> run(call));
  }

  private void run(Call call) {
    RequestId id = RequestId.of("call-" + ids.incrementAndGet());
    Envelope request = call.request().withId(id);
    ProviderCall run = new ProviderCall(this, call, request, new StoppableWork());
    calls.put(id, run);
    if (call.ended()) {
      // Cancelled while the session was made ready.
      calls.remove(id);
      return;
    }
    running.in(
        run,
        () ->
            run.work()
                .started(
                    handle(request, call.caller())
                        .contextWrite(context -> RunningCalls.put(context, run))
                        .subscribe(
                            nothing -> {},
                            failure -> failed(run, failure),
                            () -> end(run, internalError("The server gave no answer")))));
  }

  private void failed(ProviderCall run, Throwable failure) {
    if (failure instanceof IOException) {
      end(run, Envelope.error(null, RpcErrors.INVALID_PARAMS, "The params cannot be read"));
    } else {
      LOG.warn("A request failed in the MCP server", failure);
      end(run, internalError("Internal error"));
    }
  }

  private static Envelope internalError(String reason) {
    return Envelope.error(null, RpcErrors.INTERNAL_ERROR, reason);
  }

  private void end(ProviderCall run, Envelope answer) {
    if (calls.remove(run.request().id(), run)) {
      run.work().finished();
      run.call().done(answer);
    }
  }

  /** What the server says, in the course of a call or unasked. */
  Mono<Void> said(Envelope message, ContextView context) {
    if (message.isResponse()) {
      return answered(message);
    }
    ProviderCall run = running.find(context);
    if (run == null || run.peer() != this || !calls.containsKey(run.request().id())) {
      if (message.kind() == Envelope.Kind.REQUEST) {
        voice.ask(new Ask(message.id(), message.method(), message.payload()));
      } else {
        voice.notice(message);
      }
      return SlowReader.room(voice.room());
    }
    run.work()
        .delivering(
            () -> {
              if (message.kind() == Envelope.Kind.REQUEST) {
                run.call().ask(new Ask(message.id(), message.method(), message.payload()));
              } else {
                run.call().event(message);
              }
            });
    return SlowReader.room(run.call().room());
  }

  private Mono<Void> answered(Envelope answer) {
    if (OPENING.equals(answer.id())) {
      opened(answer);
      return Mono.empty();
    }
    ProviderCall run = calls.get(answer.id());
    if (run == null) {
      return Mono.empty();
    }
    // The call runs until its answer has a place, and counts as one that does.
    Room room = run.call().room();
    return SlowReader.whenFree(room, () -> run.work().delivering(() -> end(run, answer)));
  }

  private void opened(Envelope answer) {
    if (answer.kind() == Envelope.Kind.ERROR) {
      Json error = answer.payload();
      opened.completeExceptionally(
          new RefusedException(
              Integer.parseInt(error.member("code").toString()), error.member("message").text()));
      return;
    }
    initializeResult = answer.payload().with("protocolVersion", Json.string(version));
    // Among the provider's own, so that what it tells all its clients is told to this one, too.
    fields.sessions().put(session.getId(), session);
    opened.complete(this);
  }

  /**
   * The session keeps every request waiting until it is told that the client is ready, for ever if
   * the client forgets to say so; by its first request it is.
   */
  private void initialize(Caller caller) {
    if (initialized.compareAndSet(false, true)) {
      handle(INITIALIZED, caller)
          .doFinally(end -> ready.complete(null))
          .subscribe(
              nothing -> {}, failure -> LOG.warn("The server failed when it was ready", failure));
    }
  }

  @Override
  public void notice(Envelope notification, Caller caller) {
    if (INITIALIZED.method().equals(notification.method())) {
      initialize(caller);
    } else {
      take(notification, caller);
    }
  }

  private void take(Envelope notification, Caller caller) {
    handle(notification, caller)
        .subscribe(
            nothing -> {},
            failure -> LOG.warn("The server failed on {}", notification.method(), failure));
  }

  @Override
  public void answer(Ask ask, Envelope response) {
    handle(response.withId(ask.serverId()), Caller.ANONYMOUS)
        .subscribe(
            nothing -> {},
            failure -> LOG.debug("The server no longer waits for {}", ask.method(), failure));
  }

  @Override
  public void cancel(Call call, String reason) {
    for (ProviderCall run : calls.values()) {
      if (run.call() == call && calls.remove(run.request().id(), run)) {
        LOG.debug("A {} request is stopped: {}", call.request().method(), reason);
        run.work().stop();
      }
    }
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      fields.sessions().remove(session.getId(), session);
      calls.values().forEach(run -> run.work().stop());
      calls.clear();
      session.close();
    }
  }

  /**
   * The provider closes the session gracefully. When it closes altogether, it waits until the calls
   * that run are through, or the drain timeout is over; the engine closes the session then.
   */
  Mono<Void> leave() {
    return Mono.create(
        end -> {
          CompletionStage<Void> through = drained.get();
          if (through == null) {
            lost();
            end.success();
          } else {
            through.whenComplete((nothing, failure) -> end.success());
          }
        });
  }

  /** The provider closed the session. */
  void lost() {
    if (closed.compareAndSet(false, true)) {
      fields.sessions().remove(session.getId(), session);
      voice.lost(new IllegalStateException("The provider closed the session"));
    }
  }
}
