package io.github.mcpmigrate.compat.transport;

import io.github.mcpmigrate.compat.conversation.Audience;
import io.github.mcpmigrate.compat.conversation.Backend;
import io.github.mcpmigrate.compat.conversation.Caller;
import io.github.mcpmigrate.compat.conversation.Conversation;
import io.github.mcpmigrate.compat.conversation.Lease;
import io.github.mcpmigrate.compat.conversation.SessionTable;
import io.github.mcpmigrate.compat.door.Exchange;
import io.github.mcpmigrate.compat.door.Reply;
import io.github.mcpmigrate.compat.flow.Lane;
import io.github.mcpmigrate.compat.flow.LaneRules;
import io.github.mcpmigrate.compat.flow.MemoryEventLog;
import io.github.mcpmigrate.compat.flow.Outbox;
import io.github.mcpmigrate.compat.flow.SseFrames;
import io.github.mcpmigrate.compat.flow.Timers;
import io.github.mcpmigrate.compat.json.Envelope;
import io.github.mcpmigrate.compat.json.EnvelopeReader;
import io.github.mcpmigrate.compat.json.MalformedMessageException;
import io.github.mcpmigrate.compat.json.RequestId;
import io.github.mcpmigrate.compat.json.RpcErrors;
import io.github.mcpmigrate.compat.settings.CompatSettings;
import java.util.List;
import java.util.function.Function;

/**
 * The Streamable HTTP transport of specification revisions 2025-03-26, 2025-06-18 and 2025-11-25:
 * one endpoint, a session named in {@code Mcp-Session-Id}, answers as JSON or as an event stream
 * that can be resumed.
 */
public final class StreamableTransport {

  static final String SESSION_HEADER = "Mcp-Session-Id";

  private final Backend backend;
  private final SessionTable sessions;
  private final CompatSettings settings;
  private final Timers timers;
  private final LaneRules rules;

  public StreamableTransport(
      Backend backend, SessionTable sessions, CompatSettings settings, Timers timers) {
    this.backend = backend;
    this.sessions = sessions;
    this.settings = settings;
    this.timers = timers;
    rules = new LaneRules(true, settings.keepAliveInterval(), settings.stallLimit(), timers);
  }

  /** Takes a message. */
  public void post(Exchange exchange) {
    if (!Replies.isJson(exchange.header("Content-Type"))) {
      exchange.reply(Replies.unsupportedMediaType());
      return;
    }
    Accept accept = Accept.of(exchange.headers("Accept"));
    if (!accept.json() && !accept.eventStream()) {
      exchange.reply(Replies.notAcceptable("application/json and text/event-stream"));
      return;
    }
    exchange.readBody(settings.maxBodySize(), new MessageReader(exchange, accept));
  }

  /** Opens the listening stream, or resumes the stream that {@code Last-Event-ID} names. */
  public void get(Exchange exchange) {
    if (!Accept.of(exchange.headers("Accept")).eventStream()) {
      exchange.reply(Replies.notAcceptable("text/event-stream"));
      return;
    }
    Lease<StreamableSession> lease = lease(exchange, null);
    if (lease == null) {
      return;
    }
    try (lease) {
      StreamableSession session = lease.session();
      Outbox outbox = resume(session, exchange.header("Last-Event-ID"));
      if (outbox == null) {
        outbox = session.listening().attach(priming(session));
      }
      exchange.stream(Replies.eventStream(), outbox);
    }
  }

  /** Ends a session. */
  public void delete(Exchange exchange) {
    Lease<StreamableSession> lease = lease(exchange, null);
    if (lease == null) {
      return;
    }
    try (lease) {
      sessions.close(lease.session(), "The client ended the session");
    }
    exchange.reply(Reply.empty(200));
  }

  /** Where the client left off, or null when that stream or its tail is not held (any more). */
  private static Outbox resume(StreamableSession session, String lastEventId) {
    int dot = lastEventId == null ? -1 : lastEventId.lastIndexOf('.');
    if (dot < 0) {
      return null;
    }
    Lane lane = session.lane(lastEventId.substring(0, dot));
    String sequence = lastEventId.substring(dot + 1);
    if (lane == null || !sequence.matches("[0-9]{1,18}")) {
      return null;
    }
    // What was sent already tells the client its place; nothing needs to be primed.
    return lane.resume(Long.parseLong(sequence), eventId -> null);
  }

  /** Clients before 2025-11-25 choke on an event without data. */
  static Function<String, byte[]> priming(StreamableSession session) {
    return ProtocolVersions.atLeast(session.conversation().version(), ProtocolVersions.V_2025_11_25)
        ? SseFrames::priming
        : eventId -> null;
  }

  /** Leases the session that the request names, or answers the request and returns null. */
  private Lease<StreamableSession> lease(Exchange exchange, RequestId request) {
    String id = exchange.header(SESSION_HEADER);
    if (id == null) {
      exchange.reply(
          Replies.refusal(400, request, "The Mcp-Session-Id header is missing; initialize first"));
      return null;
    }
    String version = exchange.header("MCP-Protocol-Version");
    if (version != null && !ProtocolVersions.SESSIONFUL.contains(version)) {
      exchange.reply(
          Replies.refusal(
              400,
              request,
              "Unsupported MCP-Protocol-Version; supported are " + ProtocolVersions.SESSIONFUL));
      return null;
    }
    Lease<StreamableSession> lease =
        sessions.acquire(id, StreamableSession.class, exchange.caller());
    if (lease == null) {
      exchange.reply(Replies.refusal(404, request, "Session not found; initialize again"));
    }
    return lease;
  }

  private Conversation conversation(Audience audience) {
    return new Conversation(backend, ProtocolVersions.SESSIONFUL, audience, settings.maxCalls());
  }

  private Lane lane(String id, Lane.Observer observer) {
    MemoryEventLog log = new MemoryEventLog(settings.eventLogSize(), settings.eventLogBytes());
    return new Lane(id, rules, log, observer);
  }

  private final class MessageReader implements Exchange.BodyReader {

    private final Exchange exchange;
    private final Accept accept;

    MessageReader(Exchange exchange, Accept accept) {
      this.exchange = exchange;
      this.accept = accept;
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
      if (request && message.method().equals("initialize")) {
        initialize(message);
        return;
      }
      Lease<StreamableSession> lease = lease(exchange, request ? message.id() : null);
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
      Lease<StreamableSession> lease = lease(exchange, null);
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
        Caller caller = exchange.caller();
        requests.forEach(request -> callInBatch(conversation, request, route, caller));
        watchSilence(route);
      }
    }

    private void callInBatch(
        Conversation conversation, Envelope request, PostRoute route, Caller caller) {
      if (request.method().equals("initialize")) {
        route.done(
            Envelope.error(
                request.id(), RpcErrors.INVALID_REQUEST, "initialize cannot be part of a batch"));
      } else {
        conversation.call(request, route, caller);
      }
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
      StreamableSession session =
          new StreamableSession(
              caller,
              StreamableTransport.this::conversation,
              StreamableTransport.this::lane,
              sessions::close);
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
      Lease<StreamableSession> lease = sessions.open(session);
      if (lease == null) {
        session.conversation().close("The server is full");
        exchange.reply(Replies.full());
        return;
      }
      try (lease) {
        Reply reply =
            accept.json()
                ? Replies.message(response)
                : new Reply(
                    200,
                    Replies.eventStream().headers(),
                    SseFrames.message(null, response.toBytes()));
        exchange.reply(reply.with(SESSION_HEADER, session.id()));
      }
    }

    private void call(Envelope message, Lease<StreamableSession> lease) {
      PostRoute route = PostRoute.single(exchange, accept, lease);
      lease.session().conversation().call(message, route, exchange.caller());
      watchSilence(route);
    }

    private void watchSilence(PostRoute route) {
      if (route.mayOpenStream()) {
        route.silenceTimer(timers.after(settings.keepAliveInterval(), route::openStream));
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
}
