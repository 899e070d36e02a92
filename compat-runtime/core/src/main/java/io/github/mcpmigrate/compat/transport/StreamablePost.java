package io.github.mcpmigrate.compat.transport;

import io.github.mcpmigrate.compat.conversation.Admission;
import io.github.mcpmigrate.compat.conversation.Caller;
import io.github.mcpmigrate.compat.conversation.Conversation;
import io.github.mcpmigrate.compat.conversation.Lease;
import io.github.mcpmigrate.compat.conversation.ProtocolVersions;
import io.github.mcpmigrate.compat.door.Exchange;
import io.github.mcpmigrate.compat.door.Reply;
import io.github.mcpmigrate.compat.flow.SseFrames;
import io.github.mcpmigrate.compat.flow.Timers;
import io.github.mcpmigrate.compat.json.Envelope;
import io.github.mcpmigrate.compat.json.EnvelopeReader;
import io.github.mcpmigrate.compat.json.MalformedMessageException;
import io.github.mcpmigrate.compat.settings.CompatSettings;
import java.util.List;

/** Reads what was POSTed to the MCP endpoint and does it. */
final class StreamablePost implements Exchange.BodyReader {

  private final Exchange exchange;
  private final Accept accept;
  private final StreamableSessions sessions;
  private final CompatSettings settings;
  private final Timers timers;

  StreamablePost(
      Exchange exchange,
      Accept accept,
      StreamableSessions sessions,
      CompatSettings settings,
      Timers timers) {
    this.exchange = exchange;
    this.accept = accept;
    this.sessions = sessions;
    this.settings = settings;
    this.timers = timers;
  }

  @Override
  public void body(byte[] bytes) {
    try {
      if (EnvelopeReader.isBatch(bytes)) {
        takeBatch(bytes);
      } else {
        take(EnvelopeReader.read(bytes));
      }
    } catch (MalformedMessageException e) {
      exchange.reply(Replies.refusal(400, e.toError()));
    }
  }

  private void take(Envelope message) {
    boolean request = message.kind() == Envelope.Kind.REQUEST;
    if (initializes(message)) {
      initialize(message);
      return;
    }
    Lease<StreamableSession> lease = sessions.lease(exchange, request ? message.id() : null);
    if (lease == null) {
      return;
    }
    if (request) {
      call(message, lease);
      return;
    }
    try (lease) {
      exchange.reply(Replies.accepted());
      hear(lease.session().conversation(), message);
    }
  }

  /** Only revision 2025-03-26 has batches, and a batch cannot initialize. */
  private void takeBatch(byte[] bytes) throws MalformedMessageException {
    EnvelopeReader.Batch batch = EnvelopeReader.readBatch(bytes);
    if (batch.messages().stream().anyMatch(StreamablePost::initializes)) {
      exchange.reply(Replies.refusal(400, null, "initialize cannot be part of a batch"));
      return;
    }
    Lease<StreamableSession> lease = sessions.lease(exchange, null);
    if (lease == null) {
      return;
    }
    Conversation conversation = lease.session().conversation();
    if (!ProtocolVersions.V_2025_03_26.equals(conversation.version())) {
      lease.close();
      exchange.reply(
          Replies.refusal(
              400, null, "Protocol version " + conversation.version() + " has no batches"));
      return;
    }
    List<Envelope> requests =
        batch.messages().stream().filter(m -> m.kind() == Envelope.Kind.REQUEST).toList();
    if (requests.isEmpty()) {
      lease.close();
      exchange.reply(
          batch.faults().isEmpty() ? Replies.accepted() : PostRoute.array(batch.faults()));
    }
    batch.messages().stream()
        .filter(message -> message.kind() != Envelope.Kind.REQUEST)
        .forEach(message -> hear(conversation, message));
    if (!requests.isEmpty()) {
      PostRoute route = PostRoute.batch(exchange, accept, lease, requests.size(), batch.faults());
      watchSilence(route);
      Caller caller = exchange.caller();
      for (Envelope request : requests) {
        sessions.traffic().called();
        conversation.call(request, route, caller);
      }
    }
  }

  private static boolean initializes(Envelope message) {
    return message.kind() == Envelope.Kind.REQUEST && message.method().equals("initialize");
  }

  private void hear(Conversation conversation, Envelope message) {
    if (message.kind() == Envelope.Kind.NOTIFICATION) {
      conversation.notice(message, exchange.caller());
    } else {
      conversation.answer(message);
    }
  }

  /** The session is entered only once the server has agreed: a failed one leaves nothing. */
  private void initialize(Envelope message) {
    Caller caller = exchange.caller();
    StreamableSession session = sessions.create(caller);
    session
        .conversation()
        .handshake(message, caller)
        .thenAccept(response -> answerInitialize(session, response));
  }

  private void answerInitialize(StreamableSession session, Envelope response) {
    if (response.kind() == Envelope.Kind.ERROR) {
      exchange.reply(Replies.message(response));
      return;
    }
    Admission<StreamableSession> admission = sessions.open(session);
    if (admission.refusal() != null) {
      session.conversation().close(admission.refusal().message());
      exchange.reply(Replies.refused(admission.refusal(), response.id()));
      return;
    }
    try (Lease<StreamableSession> lease = admission.lease()) {
      Reply reply =
          accept.json()
              ? Replies.message(response)
              : new Reply(
                  200,
                  Replies.eventStream().headers(),
                  SseFrames.message(null, response.toBytes()));
      exchange.reply(reply.with(StreamableSessions.HEADER, lease.session().id()));
    }
  }

  private void call(Envelope message, Lease<StreamableSession> lease) {
    sessions.traffic().called();
    PostRoute route = PostRoute.single(exchange, accept, lease);
    watchSilence(route);
    lease.session().conversation().call(message, route, exchange.caller());
  }

  /** Before the call: a server may work on this thread. */
  private void watchSilence(PostRoute route) {
    if (route.mayOpenStream()) {
      route.silenceTimer(timers.beat(settings.keepAliveInterval(), route::openStream));
    }
  }

  @Override
  public void tooLarge() {
    exchange.reply(Replies.tooLarge(settings.maxBodySize()));
  }

  @Override
  public void failed(Throwable cause) {
    // Nobody is left to answer.
  }
}
