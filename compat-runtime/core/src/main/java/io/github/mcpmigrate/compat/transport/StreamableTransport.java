package io.github.mcpmigrate.compat.transport;

import io.github.mcpmigrate.compat.conversation.Backend;
import io.github.mcpmigrate.compat.conversation.Lease;
import io.github.mcpmigrate.compat.conversation.ProtocolVersions;
import io.github.mcpmigrate.compat.conversation.SessionTable;
import io.github.mcpmigrate.compat.door.Exchange;
import io.github.mcpmigrate.compat.door.Reply;
import io.github.mcpmigrate.compat.flow.Lane;
import io.github.mcpmigrate.compat.flow.Outbox;
import io.github.mcpmigrate.compat.flow.SseFrames;
import io.github.mcpmigrate.compat.flow.Timers;
import io.github.mcpmigrate.compat.settings.CompatSettings;
import io.github.mcpmigrate.compat.usage.Traffic;
import java.util.function.Function;

/**
 * The Streamable HTTP transport of specification revisions 2025-03-26, 2025-06-18 and 2025-11-25:
 * one endpoint, a session named in {@code Mcp-Session-Id}, answers as JSON or as an event stream
 * that can be resumed.
 */
public final class StreamableTransport {

  private final StreamableSessions sessions;
  private final CompatSettings settings;
  private final Timers timers;

  public StreamableTransport(
      Backend backend,
      SessionTable table,
      CompatSettings settings,
      Timers timers,
      Traffic traffic) {
    this.settings = settings;
    this.timers = timers;
    sessions = new StreamableSessions(backend, table, settings, timers, traffic);
  }

  /** Takes a message. */
  public void post(Exchange exchange) {
    Reply unreadable = Replies.unreadable(exchange);
    if (unreadable != null) {
      exchange.reply(unreadable);
      return;
    }
    Accept accept = Accept.of(exchange.headers("Accept"));
    if (!accept.json() && !accept.eventStream()) {
      exchange.reply(Replies.notAcceptable("application/json and text/event-stream"));
      return;
    }
    exchange.readBody(
        settings.maxBodySize(), new StreamablePost(exchange, accept, sessions, settings, timers));
  }

  /**
   * Opens the listening stream, or resumes the stream that {@code Last-Event-ID} names.
   *
   * @param notAllowed the answer to what is no MCP client, but a browser or a probe
   */
  public void get(Exchange exchange, Reply notAllowed) {
    if (!Accept.of(exchange.headers("Accept")).eventStream()) {
      boolean inSession = exchange.header(StreamableSessions.HEADER) != null;
      exchange.reply(inSession ? Replies.notAcceptable("text/event-stream") : notAllowed);
      return;
    }
    Lease<StreamableSession> lease = sessions.lease(exchange, null);
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
    Lease<StreamableSession> lease = sessions.lease(exchange, null);
    if (lease == null) {
      return;
    }
    try (lease) {
      sessions.close(lease.session(), "The client ended the session");
    }
    exchange.reply(Reply.empty(200));
  }

  /** How many sessions are open. */
  public long openSessions() {
    return sessions.open();
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

  static Function<String, byte[]> priming(StreamableSession session) {
    return primed(session) ? SseFrames::priming : eventId -> null;
  }

  /** Clients before 2025-11-25 choke on an event without data. */
  static boolean primed(StreamableSession session) {
    return ProtocolVersions.atLeast(
        session.conversation().version(), ProtocolVersions.V_2025_11_25);
  }
}
