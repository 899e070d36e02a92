package io.github.mcpmigrate.compat.engine;

import io.github.mcpmigrate.compat.conversation.Backend;
import io.github.mcpmigrate.compat.conversation.SessionTable;
import io.github.mcpmigrate.compat.door.Exchange;
import io.github.mcpmigrate.compat.door.Reply;
import io.github.mcpmigrate.compat.flow.Timers;
import io.github.mcpmigrate.compat.json.Envelope;
import io.github.mcpmigrate.compat.json.RpcErrors;
import io.github.mcpmigrate.compat.settings.CompatSettings;
import io.github.mcpmigrate.compat.transport.EraRouter;
import io.github.mcpmigrate.compat.transport.HttpSseTransport;
import io.github.mcpmigrate.compat.transport.StreamableTransport;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves one MCP server to clients of every era. Doors hand it exchanges; it owns the sessions and
 * the one timer thread, and holds no other thread.
 */
public final class Engine implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Engine.class);

  private static final String CORS_HEADERS =
      "Content-Type, Accept, Authorization, Mcp-Session-Id, MCP-Protocol-Version, Last-Event-ID,"
          + " Mcp-Method, Mcp-Name";

  private final EraRouter router;
  private final Origins origins;
  private final SessionTable sessions;
  private final HttpSseTransport httpSse;
  private final StreamableTransport streamable;
  private final Timers timers;
  private volatile boolean closed;

  public Engine(CompatSettings settings, Backend backend) {
    router = new EraRouter(settings);
    origins = new Origins(settings.allowedOrigins());
    sessions = new SessionTable(settings.maxSessions());
    timers = new Timers("mcp-compat-timer");
    httpSse = new HttpSseTransport(backend, sessions, settings, timers);
    streamable = new StreamableTransport(backend, sessions, settings, timers);
    Duration idle = settings.sessionIdleTimeout();
    Duration sweep = Duration.ofMillis(Math.max(100, Math.min(60_000, idle.toMillis() / 4)));
    timers.every(sweep, () -> sessions.closeIdle(idle));
  }

  /** Answers one exchange, now or later. Never blocks and never throws. */
  public void serve(Exchange exchange) {
    try {
      admit(exchange);
    } catch (RuntimeException e) {
      LOG.error("A {} request failed", exchange.method(), e);
      exchange.reply(
          Reply.json(
              500, Envelope.error(null, RpcErrors.INTERNAL_ERROR, "Internal error").toBytes()));
    }
  }

  private void admit(Exchange exchange) {
    EraRouter.Routing routing = router.route(exchange.method(), exchange.path());
    if (routing.way() == EraRouter.Way.NOT_FOUND) {
      exchange.reply(Reply.text(404, "There is no MCP endpoint here\n"));
    } else if (!origins.permits(exchange)) {
      exchange.reply(
          Reply.json(
              403,
              Envelope.error(null, RpcErrors.INVALID_REQUEST, "This Origin is not allowed")
                  .toBytes()));
    } else if (closed) {
      exchange.reply(Reply.text(503, "The server is shutting down\n").with("Retry-After", "5"));
    } else {
      boolean browser = exchange.header("Origin") != null;
      dispatch(browser ? new BrowserExchange(exchange) : exchange, routing);
    }
  }

  private void dispatch(Exchange exchange, EraRouter.Routing routing) {
    switch (routing.way()) {
      case SSE_STREAM -> httpSse.open(exchange, routing.prefix());
      case SSE_MESSAGE -> httpSse.post(exchange);
      case STREAMABLE_POST -> streamable.post(exchange);
      case STREAMABLE_GET -> streamable.get(exchange);
      case STREAMABLE_DELETE -> streamable.delete(exchange);
      case OPTIONS -> exchange.reply(options(exchange, routing.allow()));
      default -> exchange.reply(methodNotAllowed(routing.allow()));
    }
  }

  private static Reply methodNotAllowed(String allow) {
    return Reply.json(
            405,
            Envelope.error(null, RpcErrors.INVALID_REQUEST, "Allowed here are " + allow).toBytes())
        .with("Allow", allow);
  }

  private static Reply options(Exchange exchange, String allow) {
    Reply reply = Reply.empty(204).with("Allow", allow);
    if (exchange.header("Access-Control-Request-Method") == null) {
      return reply;
    }
    return reply
        .with("Access-Control-Allow-Methods", allow)
        .with("Access-Control-Allow-Headers", CORS_HEADERS)
        .with("Access-Control-Max-Age", "3600");
  }

  /** How many sessions are open, of both kinds. */
  public int openSessions() {
    return sessions.size();
  }

  /** Ends every session and stream; what comes later is answered 503. */
  @Override
  public void close() {
    closed = true;
    sessions.closeAll("The server is shutting down");
    timers.close();
  }
}
