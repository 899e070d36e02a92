package io.github.mcpmigrate.compat.usage;

import java.time.Clock;
import java.time.Instant;

/** The record that one engine keeps of what goes over it. */
public final class UsageRecord {

  private final Clock clock;
  private final Instant since;
  private final Instant sunset;
  private final Traffic httpSse;
  private final Traffic streamable;
  private final LegacyUsage legacy;

  /**
   * @param sunset when HTTP+SSE is to end, or null
   */
  public UsageRecord(Clock clock, Instant sunset) {
    this.clock = clock;
    this.sunset = sunset;
    since = clock.instant();
    httpSse = new Traffic(clock);
    streamable = new Traffic(clock);
    legacy = new LegacyUsage(clock);
  }

  public Traffic httpSse() {
    return httpSse;
  }

  public Traffic streamable() {
    return streamable;
  }

  /** Who uses HTTP+SSE. */
  public LegacyUsage legacy() {
    return legacy;
  }

  /**
   * @param openHttpSse how many HTTP+SSE sessions are open now
   * @param openStreamable how many Streamable HTTP sessions are open now
   */
  public UsageReport report(long openHttpSse, long openStreamable) {
    return new UsageReport(
        since,
        clock.instant(),
        sunset,
        httpSse.snapshot(openHttpSse),
        streamable.snapshot(openStreamable),
        legacy.clients());
  }
}
