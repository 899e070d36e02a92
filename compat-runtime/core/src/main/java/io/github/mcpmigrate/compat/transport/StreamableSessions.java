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
import io.github.mcpmigrate.compat.flow.Lane;
import io.github.mcpmigrate.compat.flow.LaneRules;
import io.github.mcpmigrate.compat.flow.MemoryEventLog;
import io.github.mcpmigrate.compat.flow.Timers;
import io.github.mcpmigrate.compat.json.RequestId;
import io.github.mcpmigrate.compat.settings.CompatSettings;
import io.github.mcpmigrate.compat.usage.Traffic;

/** Makes, enters and finds the sessions of Streamable HTTP. */
final class StreamableSessions {

  static final String HEADER = "Mcp-Session-Id";

  /** Says, from revision 2025-06-18 on, which revision was negotiated. */
  static final String VERSION_HEADER = "MCP-Protocol-Version";

  private final Backend backend;
  private final SessionTable table;
  private final CompatSettings settings;
  private final LaneRules rules;
  private final Traffic traffic;

  StreamableSessions(
      Backend backend,
      SessionTable table,
      CompatSettings settings,
      Timers timers,
      Traffic traffic) {
    this.traffic = traffic;
    this.backend = backend;
    this.table = table;
    this.settings = settings;
    rules =
        new LaneRules(
            true,
            settings.keepAliveInterval(),
            settings.stallLimit(),
            settings.eventLogBytes() / 2,
            timers);
  }

  /** A session that is not in the table yet. */
  StreamableSession create(Caller owner) {
    return new StreamableSession(owner, traffic, this::conversation, this::lane, table::close);
  }

  /** Enters a session, if there is room for it. */
  Admission<StreamableSession> open(StreamableSession session) {
    Admission<StreamableSession> admission = table.open(session);
    if (admission.refusal() == null) {
      traffic.opened();
    } else {
      traffic.refused();
    }
    return admission;
  }

  /** How many sessions are open. */
  long open() {
    return table.count(StreamableSession.class);
  }

  Traffic traffic() {
    return traffic;
  }

  void close(StreamableSession session, String reason) {
    table.close(session, reason);
  }

  /** Leases the session that the request names, or answers the request and returns null. */
  Lease<StreamableSession> lease(Exchange exchange, RequestId request) {
    String id = exchange.header(HEADER);
    if (id == null) {
      exchange.reply(
          Replies.refusal(400, request, "The Mcp-Session-Id header is missing; initialize first"));
      return null;
    }
    String version = exchange.header(VERSION_HEADER);
    if (version != null && !ProtocolVersions.SESSIONFUL.contains(version)) {
      exchange.reply(
          Replies.refusal(
              400,
              request,
              "Unsupported MCP-Protocol-Version; supported are " + ProtocolVersions.SESSIONFUL));
      return null;
    }
    Lease<StreamableSession> lease = table.acquire(id, StreamableSession.class, exchange.caller());
    if (lease == null) {
      exchange.reply(
          table.draining()
              ? Replies.shuttingDown(request)
              : Replies.refusal(404, request, "Session not found; initialize again"));
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
}
