package io.github.mcpmigrate.compat.usage;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.LongAdder;

/** Counts what goes over one transport. */
public final class Traffic {

  private final Clock clock;
  private final LongAdder sessions = new LongAdder();
  private final LongAdder calls = new LongAdder();
  private final LongAdder refusals = new LongAdder();
  private final LongAdder dropped = new LongAdder();
  private volatile Instant lastSeen;

  public Traffic(Clock clock) {
    this.clock = clock;
  }

  /** A session was opened. */
  public void opened() {
    sessions.increment();
    lastSeen = clock.instant();
  }

  /** A client has sent a request. */
  public void called() {
    calls.increment();
    lastSeen = clock.instant();
  }

  /** A session or a request was refused, because a limit was reached or the server closes. */
  public void refused() {
    refusals.increment();
  }

  /** Messages to a client could not be kept for it. */
  public void dropped(long messages) {
    dropped.add(messages);
  }

  /**
   * @param openSessions how many sessions are open now
   */
  public TransportUsage snapshot(long openSessions) {
    return new TransportUsage(
        openSessions, sessions.sum(), calls.sum(), refusals.sum(), dropped.sum(), lastSeen);
  }
}
