package io.github.mcpmigrate.compat.conversation;

import io.github.mcpmigrate.compat.json.Envelope;
import io.github.mcpmigrate.compat.json.Json;
import io.github.mcpmigrate.compat.json.RequestId;
import io.github.mcpmigrate.compat.json.RpcErrors;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The talk of one client with one server: the handshake, the calls that run, the questions that are
 * open. It holds no lock while it calls others, waits for nothing, and refuses at once what comes
 * before the handshake is through.
 */
public final class Conversation {

  private static final Logger LOG = LoggerFactory.getLogger(Conversation.class);

  private enum State {
    NEW,
    HANDSHAKING,
    OPEN,
    CLOSED
  }

  private final Backend backend;
  private final List<String> versions;
  private final Audience audience;
  private final int maxCalls;
  private final AtomicReference<State> state = new AtomicReference<>(State.NEW);
  private final Map<RequestId, Call> calls = new ConcurrentHashMap<>(4);
  private final Questions questions;

  /** Calls that are not through yet, their last message to the client included. */
  private final AtomicInteger unsettled = new AtomicInteger();

  private volatile Runnable whenQuiet;
  private volatile Peer peer;
  private volatile String version;
  private volatile Negotiated negotiated;

  /**
   * @param versions the protocol versions the transport can carry, oldest first
   * @param maxCalls how many calls may run, and how many questions may be open, at the same time
   */
  public Conversation(Backend backend, List<String> versions, Audience audience, int maxCalls) {
    this.backend = backend;
    this.versions = List.copyOf(versions);
    this.audience = audience;
    this.maxCalls = maxCalls;
    questions = new Questions(maxCalls);
  }

  /** The negotiated protocol version, or null before the handshake. */
  public String version() {
    return version;
  }

  /** How many calls run now. */
  public int runningCalls() {
    return calls.size();
  }

  /**
   * The handshake. A client that asks for a version that transport and server both speak gets it,
   * any other gets the newest that both speak.
   *
   * @return the response to {@code initialize}, never failed
   */
  public CompletionStage<Envelope> handshake(Envelope initialize, Caller caller) {
    Json params = initialize.payload() == null ? Json.of("{}") : initialize.payload();
    Json asked = params.member("protocolVersion");
    String wanted = asked == null ? null : asked.text();
    if (wanted == null) {
      return completed(
          Envelope.error(
              initialize.id(),
              RpcErrors.INVALID_PARAMS,
              "initialize needs a protocolVersion, for example \"2025-11-25\""));
    }
    if (!state.compareAndSet(State.NEW, State.HANDSHAKING)) {
      return completed(
          Envelope.error(
              initialize.id(),
              RpcErrors.INVALID_REQUEST,
              "This session is initialized already; open a new one"));
    }
    String offer = VersionOffer.of(wanted, versions, backend.versions());
    Json offered =
        offer.equals(wanted) ? params : params.with("protocolVersion", Json.string(offer));
    return connect(new Handshake(offer, offered, caller))
        .handle(
            (opened, failure) ->
                failure == null
                    ? opened(initialize, opened, params.member("capabilities"))
                    : refused(initialize, failure));
  }

  private CompletionStage<Peer> connect(Handshake handshake) {
    try {
      return backend.connect(handshake, new ConversationVoice(this, audience));
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private Envelope opened(Envelope initialize, Peer opened, Json clientCapabilities) {
    negotiated =
        new Negotiated(clientCapabilities, opened.initializeResult().member("capabilities"));
    Json answered = opened.initializeResult().member("protocolVersion");
    version = answered == null ? null : answered.text();
    peer = opened;
    if (!state.compareAndSet(State.HANDSHAKING, State.OPEN)) {
      opened.close();
      return Envelope.error(
          initialize.id(), RpcErrors.INTERNAL_ERROR, "The session was closed meanwhile");
    }
    return Envelope.result(initialize.id(), opened.initializeResult());
  }

  private Envelope refused(Envelope initialize, Throwable failure) {
    state.compareAndSet(State.HANDSHAKING, State.NEW);
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    if (cause instanceof RefusedException refusal) {
      return Envelope.error(initialize.id(), refusal.code(), refusal.getMessage());
    }
    LOG.warn("The server could not be initialized", cause);
    return Envelope.error(
        initialize.id(), RpcErrors.INTERNAL_ERROR, "The server could not be initialized");
  }

  /** Starts a call. What comes of it, a refusal included, reaches the client by the route. */
  public void call(Envelope request, Route route, Caller caller) {
    Call call = new Call(this, request, caller, route);
    unsettled.incrementAndGet();
    Refusal refusal = refusal(call);
    if (refusal != null) {
      route.refused(
          refusal, Envelope.error(request.id(), RpcErrors.INVALID_REQUEST, refusal.message()));
      settled();
      return;
    }
    try {
      peer.call(call);
    } catch (RuntimeException e) {
      LOG.error("The backend failed to take a {} request", request.method(), e);
      call.done(Envelope.error(request.id(), RpcErrors.INTERNAL_ERROR, "Internal error"));
    }
    if (state.get() == State.CLOSED) {
      fail(call, "The session was closed");
    }
  }

  private Refusal refusal(Call call) {
    if (state.get() == State.CLOSED) {
      return new Refusal(Refusal.Reason.CLOSING, "The session is closed");
    }
    if (whenQuiet != null) {
      return Refusal.SHUTTING_DOWN;
    }
    if (state.get() != State.OPEN) {
      return new Refusal(
          Refusal.Reason.NOT_INITIALIZED, "The session is not initialized; send initialize first");
    }
    if (calls.size() >= maxCalls) {
      return new Refusal(
          Refusal.Reason.CLIENT_LIMIT,
          "Too many requests are running in this session; at most " + maxCalls);
    }
    return calls.putIfAbsent(call.id(), call) == null
        ? null
        : new Refusal(
            Refusal.Reason.DUPLICATE_ID,
            "A request with the id " + call.id() + " is still running");
  }

  /**
   * Takes no more calls, lets those that run come to their end, and says when they have.
   *
   * @param quiet run at least once, on any thread, when no call runs any more; at once if none does
   */
  public void drain(Runnable quiet) {
    whenQuiet = quiet;
    if (unsettled.get() == 0) {
      quiet.run();
    }
  }

  /** One call is through, and the client has been told all there is of it. */
  void settled() {
    if (unsettled.decrementAndGet() == 0) {
      Runnable quiet = whenQuiet;
      if (quiet != null) {
        quiet.run();
      }
    }
  }

  /** Takes a notification of the client; {@code notifications/cancelled} ends the call it names. */
  public void notice(Envelope notification, Caller caller) {
    if (notification.method().equals("notifications/cancelled")) {
      cancelNamed(notification.payload());
    } else if (state.get() == State.OPEN) {
      peer.notice(notification, caller);
    } else {
      LOG.debug("{} before the handshake is ignored", notification.method());
    }
  }

  private void cancelNamed(Json params) {
    RequestId id = params == null ? null : RequestId.read(params.member("requestId"));
    Call call = id == null ? null : calls.get(id);
    if (call == null) {
      LOG.debug("Cancelled request {} is not running", id);
      return;
    }
    Json reason = params.member("reason");
    end(call, reason == null ? "cancelled by the client" : reason.text());
  }

  /** Takes the client's answer to something the server asked; an unknown one is ignored. */
  public void answer(Envelope response) {
    if (peer != null) {
      questions.answer(response, peer);
    }
  }

  /** Ends the conversation and everything in it; calls that run are answered with the reason. */
  public void close(String reason) {
    if (state.getAndSet(State.CLOSED) == State.CLOSED) {
      return;
    }
    calls.values().forEach(call -> fail(call, reason));
    Peer open = peer;
    if (open != null) {
      questions.fail(reason, open);
      open.close();
    }
    audience.closed(reason);
  }

  private void end(Call call, String reason) {
    if (call.cancel()) {
      peer.cancel(call, reason);
    }
  }

  private void fail(Call call, String reason) {
    if (call.fail(reason)) {
      peer.cancel(call, reason);
    }
  }

  void ask(Ask ask, Call call, Consumer<Envelope> sender, Consumer<Envelope> teller) {
    questions.ask(ask, call, peer, negotiated, sender, teller);
  }

  /** Gives up questions that the client has not answered for longer. */
  void expireQuestions(Duration limit) {
    if (peer != null) {
      questions.expire(limit, peer);
    }
  }

  /** Whether the server may send this notification; what it has not declared is dropped. */
  boolean mayTell(Envelope notification) {
    if (Negotiated.namesNoToken(notification)) {
      LOG.debug("Progress is not sent for a request that came without a token");
      return false;
    }
    boolean may = negotiated == null || negotiated.allows(notification.method());
    // Once for each kind: servers repeat themselves.
    if (!may && negotiated.refusedFirst(notification.method())) {
      LOG.warn(
          "{} is not sent: the server has not declared the capability for it",
          notification.method());
    }
    return may;
  }

  void forget(Call call) {
    calls.remove(call.id(), call);
    questions.forget(call);
  }

  private static CompletionStage<Envelope> completed(Envelope response) {
    return CompletableFuture.completedFuture(response);
  }
}
