package io.github.mcpmigrate.compat.transport;

import io.github.mcpmigrate.compat.conversation.Admission;
import io.github.mcpmigrate.compat.conversation.Audience;
import io.github.mcpmigrate.compat.conversation.Backend;
import io.github.mcpmigrate.compat.conversation.Caller;
import io.github.mcpmigrate.compat.conversation.Conversation;
import io.github.mcpmigrate.compat.conversation.Lease;
import io.github.mcpmigrate.compat.conversation.ProtocolVersions;
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
import io.github.mcpmigrate.compat.json.Json;
import io.github.mcpmigrate.compat.json.MalformedMessageException;
import io.github.mcpmigrate.compat.json.RequestId;
import io.github.mcpmigrate.compat.settings.CompatSettings;
import io.github.mcpmigrate.compat.usage.UsageRecord;

/**
 * The HTTP+SSE transport of specification revision 2024-11-05: a GET opens the one event stream,
 * whose first event tells where to POST; every answer comes back on the stream. A lost stream ends
 * the session, for this transport cannot resume.
 */
public final class HttpSseTransport {

  private final Backend backend;
  private final SessionTable sessions;
  private final CompatSettings settings;
  private final LaneRules rules;
  private final UsageRecord usage;

  public HttpSseTransport(
      Backend backend,
      SessionTable sessions,
      CompatSettings settings,
      Timers timers,
      UsageRecord usage) {
    this.usage = usage;
    this.backend = backend;
    this.sessions = sessions;
    this.settings = settings;
    rules =
        new LaneRules(
            false,
            settings.keepAliveInterval(),
            settings.stallLimit(),
            settings.eventLogBytes() / 2,
            timers);
  }

  /**
   * Opens a stream.
   *
   * @param prefix what stood before the SSE endpoint in the request's path
   */
  public void open(Exchange exchange, String prefix) {
    if (!Accept.of(exchange.headers("Accept")).eventStream()) {
      exchange.reply(Replies.notAcceptable("text/event-stream"));
      return;
    }
    Caller caller = exchange.caller();
    HttpSseSession session =
        new HttpSseSession(
            caller,
            exchange.header(StreamableSessions.VERSION_HEADER) != null,
            usage.httpSse(),
            this::conversation,
            this::lane,
            sessions::close);
    Admission<HttpSseSession> admission = sessions.open(session);
    if (admission.refusal() != null) {
      usage.httpSse().refused();
      exchange.reply(Replies.refused(admission.refusal(), (RequestId) null));
      return;
    }
    usage.httpSse().opened();
    session.recordedAs(usage.legacy().opened(exchange.header("User-Agent")));
    try (Lease<HttpSseSession> lease = admission.lease()) {
      String endpoint = MessageUrl.of(exchange, prefix, settings) + "?sessionId=" + session.id();
      Outbox outbox = lease.session().lane().attach(eventId -> SseFrames.endpoint(endpoint));
      exchange.stream(Replies.eventStream(), outbox);
    }
  }

  /** Takes a message. */
  public void post(Exchange exchange) {
    Reply unreadable = Replies.unreadableMessage(exchange);
    if (unreadable != null) {
      exchange.reply(unreadable);
      return;
    }
    String id = exchange.queryParameter("sessionId");
    if (id == null) {
      id = exchange.queryParameter("session_id");
    }
    if (id == null) {
      exchange.reply(
          Replies.refusal(
              400, null, "The sessionId is missing; POST to the URL of the endpoint event"));
      return;
    }
    Caller caller = exchange.caller();
    Lease<HttpSseSession> lease = sessions.acquire(id, HttpSseSession.class, caller);
    if (lease == null) {
      exchange.reply(
          sessions.draining()
              ? Replies.shuttingDown(null)
              : Replies.refusal(404, null, "There is no such session; open a new event stream"));
      return;
    }
    exchange.readBody(settings.maxBodySize(), new MessageReader(exchange, lease, caller));
  }

  /** How many sessions are open. */
  public long openSessions() {
    return sessions.count(HttpSseSession.class);
  }

  private Conversation conversation(Audience audience) {
    return new Conversation(backend, ProtocolVersions.SESSIONFUL, audience, settings.maxCalls());
  }

  private Lane lane(Lane.Observer observer) {
    MemoryEventLog log = new MemoryEventLog(settings.eventLogSize(), settings.eventLogBytes());
    return new Lane("sse", rules, log, observer);
  }

  private final class MessageReader implements Exchange.BodyReader {

    private final Exchange exchange;
    private final Lease<HttpSseSession> lease;
    private final Caller caller;

    MessageReader(Exchange exchange, Lease<HttpSseSession> lease, Caller caller) {
      this.exchange = exchange;
      this.lease = lease;
      this.caller = caller;
    }

    @Override
    public void body(byte[] bytes) {
      try (lease) {
        HttpSseSession session = lease.session();
        // Only revision 2025-03-26 has batches.
        if (ProtocolVersions.V_2025_03_26.equals(session.conversation().version())
            && EnvelopeReader.isBatch(bytes)) {
          EnvelopeReader.Batch batch = EnvelopeReader.readBatch(bytes);
          exchange.reply(Replies.accepted());
          batch.faults().forEach(session::send);
          batch.messages().forEach(this::take);
        } else {
          Envelope message = EnvelopeReader.read(bytes);
          exchange.reply(Replies.accepted());
          take(message);
        }
      } catch (MalformedMessageException e) {
        exchange.reply(Replies.refusal(400, e.toError()));
      }
    }

    private void take(Envelope message) {
      HttpSseSession session = lease.session();
      Conversation conversation = session.conversation();
      switch (message.kind()) {
        case REQUEST -> {
          if (message.method().equals("initialize")) {
            recordClient(session, message.payload());
            conversation.handshake(message, caller).thenAccept(session::send);
          } else {
            usage.httpSse().called();
            session.usage().called();
            conversation.call(message, session, caller);
          }
        }
        case NOTIFICATION -> conversation.notice(message, caller);
        default -> conversation.answer(message);
      }
    }

    private void recordClient(HttpSseSession session, Json params) {
      Json client = params == null ? null : params.member("clientInfo");
      if (client != null) {
        session.usage().named(text(client.member("name")), text(client.member("version")));
      }
    }

    private static String text(Json value) {
      return value == null ? null : value.text();
    }

    @Override
    public void tooLarge() {
      lease.close();
      exchange.reply(Replies.tooLarge(settings.maxBodySize()));
    }

    @Override
    public void failed(Throwable cause) {
      lease.close();
    }
  }
}
