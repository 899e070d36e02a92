package io.github.mcpmigrate.compat.boot;

import io.github.mcpmigrate.compat.sdk.DualTransportProvider;
import io.github.mcpmigrate.compat.usage.LegacyClient;
import io.github.mcpmigrate.compat.usage.TransportUsage;
import io.github.mcpmigrate.compat.usage.UsageReport;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;

/**
 * Who still uses HTTP+SSE, and what goes over both transports: the document that {@link
 * UsageReport#toJson()} writes. Ids of sessions are no part of it; whoever has one is let in.
 */
@Endpoint(id = "mcpcompat")
public final class McpCompatEndpoint {

  private final DualTransportProvider provider;

  McpCompatEndpoint(DualTransportProvider provider) {
    this.provider = provider;
  }

  @ReadOperation
  public Usage usage() {
    UsageReport report = provider.usage();
    return new Usage(
        report.since(),
        report.asOf(),
        report.sunset(),
        Map.of("http+sse", report.httpSse(), "streamable", report.streamable()),
        report.legacyClients());
  }

  /**
   * @param since when the transport was made
   * @param sunset when HTTP+SSE is to end, left out when that is not decided
   * @param transports by {@code http+sse} and {@code streamable}: sessions open now, sessions and
   *     calls since the start
   * @param legacyClients the kinds of client seen on HTTP+SSE, the most recent first
   */
  public record Usage(
      Instant since,
      Instant asOf,
      Instant sunset,
      Map<String, TransportUsage> transports,
      List<LegacyClient> legacyClients) {}
}
