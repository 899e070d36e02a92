package io.github.mcpmigrate.compat.meters;

import io.github.mcpmigrate.compat.usage.LegacyClient;
import io.github.mcpmigrate.compat.usage.TransportUsage;
import io.github.mcpmigrate.compat.usage.UsageReport;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/**
 * The usage record as meters. By {@code transport} ({@code http+sse} or {@code streamable}): gauge
 * {@code mcp.compat.sessions.open}, counters {@code mcp.compat.sessions}, {@code mcp.compat.calls},
 * {@code mcp.compat.refusals} and {@code mcp.compat.messages.dropped}. By {@code client}, as it
 * named itself: counters {@code mcp.compat.legacy.sessions} and {@code mcp.compat.legacy.calls} of
 * HTTP+SSE, for the first 100 names; a name appears with the first reading after it was seen.
 */
public final class CompatMeters implements MeterBinder {

  private static final int MAX_NAMES = 100;

  /** Many meters are read at a time; they share one report. */
  private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();

  private final Supplier<UsageReport> usage;
  private final Set<String> names = new HashSet<>();
  private MeterRegistry registry;
  private UsageReport report;
  private long reportedAt;

  /**
   * @param usage {@code provider::usage} of a dual transport provider
   */
  public CompatMeters(Supplier<UsageReport> usage) {
    this.usage = usage;
  }

  @Override
  public synchronized void bindTo(MeterRegistry meters) {
    registry = meters;
    transport("http+sse", UsageReport::httpSse);
    transport("streamable", UsageReport::streamable);
  }

  private void transport(String name, Function<UsageReport, TransportUsage> part) {
    Gauge.builder(
            "mcp.compat.sessions.open", this, meters -> part.apply(meters.now()).openSessions())
        .description("Sessions that are open now")
        .tag("transport", name)
        .register(registry);
    counter("mcp.compat.sessions", "Sessions opened", name, part, TransportUsage::sessions);
    counter("mcp.compat.calls", "Requests of clients", name, part, TransportUsage::calls);
    counter(
        "mcp.compat.refusals",
        "Sessions and requests refused for want of room",
        name,
        part,
        TransportUsage::refusals);
    counter(
        "mcp.compat.messages.dropped",
        "Messages that could not be kept for a client",
        name,
        part,
        TransportUsage::droppedMessages);
  }

  private void counter(
      String meter,
      String description,
      String transport,
      Function<UsageReport, TransportUsage> part,
      ToLongFunction<TransportUsage> value) {
    FunctionCounter.builder(meter, this, meters -> value.applyAsLong(part.apply(meters.now())))
        .description(description)
        .tag("transport", transport)
        .register(registry);
  }

  private synchronized UsageReport now() {
    long time = System.nanoTime();
    if (report == null || time - reportedAt > FRESH_NANOS) {
      report = usage.get();
      reportedAt = time;
      report.legacyClients().stream()
          .map(LegacyClient::name)
          .filter(name -> names.size() < MAX_NAMES && names.add(name))
          .forEach(this::legacyClient);
    }
    return report;
  }

  private void legacyClient(String name) {
    FunctionCounter.builder(
            "mcp.compat.legacy.sessions", this, meters -> meters.sum(name, LegacyClient::sessions))
        .description("HTTP+SSE sessions opened by a kind of client")
        .tag("client", name)
        .register(registry);
    FunctionCounter.builder(
            "mcp.compat.legacy.calls", this, meters -> meters.sum(name, LegacyClient::calls))
        .description("Requests of a kind of client over HTTP+SSE")
        .tag("client", name)
        .register(registry);
  }

  private long sum(String name, ToLongFunction<LegacyClient> value) {
    return now().legacyClients().stream()
        .filter(client -> client.name().equals(name))
        .mapToLong(value)
        .sum();
  }
}
