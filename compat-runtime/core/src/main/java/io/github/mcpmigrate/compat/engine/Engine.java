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
import io.github.mcpmigrate.compat.transport.EraRouter.Routing;
import io.github.mcpmigrate.compat.transport.EraRouter.Way;
import io.github.mcpmigrate.compat.transport.HttpSseTransport;
import io.github.mcpmigrate.compat.transport.StreamableTransport;
import io.github.mcpmigrate.compat.usage.UsageRecord;
import io.github.mcpmigrate.compat.usage.UsageReport;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves one MCP server to clients of every era. Doors hand it exchanges; it owns the sessions and
 * the one timer thread, and holds no other thread.
 */
public final class Engine implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Engine.class);

  private static final String SHUTDOWN = "The server is shutting down";

  private final EraRouter router;
  private final Origins origins;
  private final Deprecation deprecation;
  private final SessionTable sessions;
  private final HttpSseTransport httpSse;
  private final StreamableTransport streamable;
  private final UsageRecord usage;
  private final Timers timers;

  /** Null when nobody needs a token. */
  private final Authorizer authorizer;

  private final Duration idleTimeout;
  private final Duration askTimeout;
  private final Duration drainTimeout;
  private volatile boolean sweeping;
  private volatile boolean closed;

  public Engine(CompatSettings settings, Backend backend) {
    this(settings, backend, Clock.systemUTC());
  }

  Engine(CompatSettings settings, Backend backend, Clock clock) {
    router = new EraRouter(settings);
    origins = new Origins(settings.allowedOrigins());
    deprecation = new Deprecation(settings, clock);
    sessions = new SessionTable(settings.maxSessions(), settings.maxSessionsPerPrincipal());
    usage = new UsageRecord(clock, settings.sunset());
    timers = new Timers("mcp-compat-timer");
    drainTimeout = settings.drainTimeout();
    authorizer =
        settings.authorization() == null ? null : new Authorizer(settings.authorization(), timers);
    httpSse = new HttpSseTransport(backend, sessions, settings, timers, usage);
    streamable = new StreamableTransport(backend, sessions, settings, timers, usage.streamable());
    idleTimeout = settings.sessionIdleTimeout();
    askTimeout = settings.askTimeout();
  }

  /**
   * Looks for what has lasted too long, from the first request on: an engine that nobody calls
   * holds no thread, and so nothing of an application that forgets to close it.
   */
  private synchronized void sweep() {
    if (!sweeping && !closed) {
      sweeping = true;
      timers.every(sweep(idleTimeout), () -> sessions.closeIdle(idleTimeout));
      timers.every(sweep(askTimeout), () -> sessions.expireQuestions(askTimeout));
    }
  }

  /** How often to look for what has lasted too long. */
  private static Duration sweep(Duration limit) {
    return Duration.ofMillis(Math.max(100, Math.min(60_000, limit.toMillis() / 4)));
  }

  /** Answers one exchange, now or later. Never blocks and never throws. */
  public void serve(Exchange exchange) {
    guarded(exchange, this::admit);
  }

  /**
   * Answers an exchange that is not to be served, for reasons that a door knows, as {@link #serve}
   * answers: so that a page may read why.
   */
  public void refuse(Exchange exchange, Reply reply) {
    exchange.reply(
        origins.permits(exchange)
            ? reply.with(Cors.headers(exchange.header("Origin")))
            : foreign());
  }

  private static void guarded(Exchange exchange, Consumer<Exchange> step) {
    try {
      step.accept(exchange);
    } catch (RuntimeException e) {
      LOG.error("A {} request failed", exchange.method(), e);
      exchange.reply(error(500, RpcErrors.INTERNAL_ERROR, "Internal error"));
    }
  }

  private void admit(Exchange exchange) {
    if (!origins.permits(exchange)) {
      exchange.reply(foreign());
      return;
    }
    Map<String, String> added = Cors.headers(exchange.header("Origin"));
    Routing routing = route(exchange);
    if (routing.httpSse()) {
      added = deprecation.headers(routing.prefix(), added);
    }
    Exchange readable = new HeadersExchange(exchange, added);
    if (routing.way() == Way.NOT_FOUND) {
      readable.reply(Reply.text(404, "There is no MCP endpoint here\n"));
    } else {
      dispatch(readable, routing);
    }
  }

  private Routing route(Exchange exchange) {
    boolean inSession = exchange.header("Mcp-Session-Id") != null;
    return router.route(exchange.method(), exchange.path(), inSession);
  }

  /**
   * What a preflight is to be answered, for web stacks that answer those themselves. Nothing of the
   * exchange is used but the request.
   */
  public Reply preflight(Exchange exchange) {
    Routing routing = route(exchange);
    return routing.way() == Way.OPTIONS && origins.permits(exchange)
        ? Cors.options(exchange, routing.allow()).with(Cors.headers(exchange.header("Origin")))
        : foreign();
  }

  private static Reply foreign() {
    return error(403, RpcErrors.INVALID_REQUEST, "This Origin is not allowed")
        .with(Cors.headers(null));
  }

  private void dispatch(Exchange exchange, Routing routing) {
    if (closed && routing.way() != Way.OPTIONS) {
      exchange.reply(error(503, RpcErrors.INTERNAL_ERROR, SHUTDOWN).with("Retry-After", "5"));
      return;
    }
    if (!sweeping) {
      sweep();
    }
    switch (routing.way()) {
      case OPTIONS -> exchange.reply(Cors.options(exchange, routing.allow()));
      case METADATA -> exchange.reply(authorizer.metadata());
      default -> {
        if (authorizer == null) {
          serve(exchange, routing);
        } else {
          authorizer.admit(exchange, known -> guarded(known, it -> serve(it, routing)));
        }
      }
    }
  }

  private void serve(Exchange exchange, Routing routing) {
    switch (routing.way()) {
      case SSE_STREAM, SSE_MESSAGE -> dispatchHttpSse(exchange, routing);
      case STREAMABLE_POST, STREAMABLE_GET, STREAMABLE_DELETE ->
          dispatchStreamable(exchange, routing);
      default -> exchange.reply(notAllowed(routing));
    }
  }

  /**
   * In plain text on the old endpoints: a client that tries Streamable HTTP there first falls back
   * at a 405, but not at every error in JSON-RPC.
   */
  private static Reply notAllowed(Routing routing) {
    String message = "Allowed here are " + routing.allow();
    Reply reply =
        routing.httpSse()
            ? Reply.text(405, message + '\n')
            : error(405, RpcErrors.INVALID_REQUEST, message);
    return reply.with("Allow", routing.allow());
  }

  private void dispatchStreamable(Exchange exchange, Routing routing) {
    String ambiguous = DecidingHeaders.ambiguous(exchange);
    if (ambiguous != null) {
      exchange.reply(
          error(400, RpcErrors.INVALID_REQUEST, ambiguous + " must be given once, with one value"));
      return;
    }
    switch (routing.way()) {
      case STREAMABLE_POST -> streamable.post(exchange);
      case STREAMABLE_GET -> streamable.get(exchange, notAllowed(routing));
      default -> streamable.delete(exchange);
    }
  }

  private void dispatchHttpSse(Exchange exchange, Routing routing) {
    if (deprecation.over()) {
      exchange.reply(deprecation.gone(routing.prefix()));
    } else if (routing.way() == Way.SSE_STREAM) {
      httpSse.open(exchange, routing.prefix());
    } else {
      httpSse.post(exchange);
    }
  }

  private static Reply error(int status, int code, String message) {
    return Reply.json(status, Envelope.error(null, code, message).toBytes());
  }

  /** How many sessions are open, of both kinds. */
  public int openSessions() {
    return sessions.size();
  }

  /** Whether new sessions and requests are refused because the engine is closing or closed. */
  public boolean isClosing() {
    return closed || sessions.draining();
  }

  /** What went over both transports since the start, and who still uses HTTP+SSE. */
  public UsageReport usage() {
    return usage.report(httpSse.openSessions(), streamable.openSessions());
  }

  /**
   * Shuts down gracefully: takes no new session and no new request (503 with {@code Retry-After}),
   * closes each session when the calls that run in it are through, and answers those that still run
   * after the drain timeout with an error. Then the engine is closed.
   *
   * @return completes when the last session is gone
   */
  public CompletionStage<Void> drain() {
    CompletionStage<Void> drained = sessions.drain(SHUTDOWN);
    if (!closed && !drained.toCompletableFuture().isDone()) {
      timers.after(drainTimeout, () -> sessions.closeAll(SHUTDOWN));
    }
    return drained.whenComplete((nothing, failure) -> close());
  }

  /** Shuts down gracefully and waits until that is done, at most as long as that may take. */
  public void drainAndClose() {
    try {
      drain().toCompletableFuture().get(drainLimit().toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      LOG.warn("The MCP sessions did not end in time", e);
    } finally {
      close();
    }
  }

  /** How long {@link #drain} may take, and a little longer. */
  public Duration drainLimit() {
    return drainTimeout.plusSeconds(1);
  }

  /**
   * Ends every session and stream at once; calls that run are answered with an error, and what
   * comes later is answered 503.
   */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
    }
    sessions.drain(SHUTDOWN);
    sessions.closeAll(SHUTDOWN);
    timers.close();
  }
}
