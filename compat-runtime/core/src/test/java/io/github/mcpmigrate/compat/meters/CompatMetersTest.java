package io.github.mcpmigrate.compat.meters;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpmigrate.compat.usage.LegacyUsage;
import io.github.mcpmigrate.compat.usage.UsageRecord;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import org.junit.jupiter.api.Test;

class CompatMetersTest {

  private final UsageRecord record = new UsageRecord(Clock.systemUTC(), null);
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

  @Test
  void countsWhatGoesOverEachTransport() {
    record.httpSse().opened();
    record.httpSse().called();
    record.httpSse().dropped(3);
    record.streamable().refused();
    bind();
    assertThat(open("http+sse")).isEqualTo(1);
    assertThat(open("streamable")).isEqualTo(2);
    assertThat(counter("mcp.compat.sessions", "transport", "http+sse")).isEqualTo(1);
    assertThat(counter("mcp.compat.calls", "transport", "http+sse")).isEqualTo(1);
    assertThat(counter("mcp.compat.calls", "transport", "streamable")).isZero();
    assertThat(counter("mcp.compat.messages.dropped", "transport", "http+sse")).isEqualTo(3);
    assertThat(counter("mcp.compat.refusals", "transport", "streamable")).isEqualTo(1);
  }

  @Test
  void namesTheClientsThatStillUseHttpSse() {
    LegacyUsage.Session session = record.legacy().opened("agent");
    session.named("claude", "0.7");
    session.called();
    record.legacy().opened("agent").named("claude", "0.8");
    bind();
    open("http+sse");
    assertThat(counter("mcp.compat.legacy.sessions", "client", "claude")).isEqualTo(2);
    assertThat(counter("mcp.compat.legacy.calls", "client", "claude")).isEqualTo(1);
  }

  @Test
  void manyNamesDoNotBecomeManyMeters() {
    for (int i = 0; i < 150; i++) {
      record.legacy().opened("agent").named("client-" + i, "1");
    }
    bind();
    open("http+sse");
    assertThat(registry.find("mcp.compat.legacy.calls").meters()).hasSize(100);
  }

  @Test
  void nothingIsRegisteredForClientsThatWereNeverThere() {
    bind();
    open("http+sse");
    assertThat(registry.getMeters())
        .extracting(Meter::getId)
        .noneMatch(id -> id.getName().contains("legacy"));
  }

  private void bind() {
    new CompatMeters(() -> record.report(1, 2)).bindTo(registry);
  }

  private double open(String transport) {
    return registry.get("mcp.compat.sessions.open").tag("transport", transport).gauge().value();
  }

  private double counter(String name, String tag, String value) {
    return registry.get(name).tag(tag, value).functionCounter().count();
  }
}
