package io.github.mcpmigrate.compat.usage;

import io.github.mcpmigrate.compat.json.Json;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The whole record of a process: what an owner looks at before HTTP+SSE is switched off.
 *
 * @param since when the engine was made
 * @param asOf when this report was made
 * @param sunset when HTTP+SSE is to end; null when that is not decided
 * @param legacyClients the kinds of client seen on HTTP+SSE, the most recent first
 */
public record UsageReport(
    Instant since,
    Instant asOf,
    Instant sunset,
    TransportUsage httpSse,
    TransportUsage streamable,
    List<LegacyClient> legacyClients) {

  public UsageReport {
    legacyClients = List.copyOf(legacyClients);
  }

  /**
   * The report as one JSON object: {@code since}, {@code asOf}, {@code sunset}, {@code transports}
   * with {@code http+sse} and {@code streamable}, and {@code legacyClients}. Times are ISO 8601 in
   * UTC; what is not known is {@code null}.
   */
  public String toJson() {
    Map<String, Json> transports = new LinkedHashMap<>();
    transports.put("http+sse", json(httpSse));
    transports.put("streamable", json(streamable));
    Map<String, Json> members = new LinkedHashMap<>();
    members.put("since", time(since));
    members.put("asOf", time(asOf));
    members.put("sunset", time(sunset));
    members.put("transports", Json.object(transports));
    members.put(
        "legacyClients", Json.array(legacyClients.stream().map(UsageReport::json).toList()));
    return Json.object(members).toString();
  }

  private static Json json(TransportUsage usage) {
    Map<String, Json> members = new LinkedHashMap<>();
    members.put("openSessions", Json.number(usage.openSessions()));
    members.put("sessions", Json.number(usage.sessions()));
    members.put("calls", Json.number(usage.calls()));
    members.put("refusals", Json.number(usage.refusals()));
    members.put("droppedMessages", Json.number(usage.droppedMessages()));
    members.put("lastSeen", time(usage.lastSeen()));
    return Json.object(members);
  }

  private static Json json(LegacyClient client) {
    Map<String, Json> members = new LinkedHashMap<>();
    members.put("name", Json.string(client.name()));
    members.put("version", Json.string(client.version()));
    members.put("userAgent", Json.string(client.userAgent()));
    members.put("firstSeen", time(client.firstSeen()));
    members.put("lastSeen", time(client.lastSeen()));
    members.put("sessions", Json.number(client.sessions()));
    members.put("calls", Json.number(client.calls()));
    return Json.object(members);
  }

  private static Json time(Instant instant) {
    return instant == null ? Json.of("null") : Json.string(instant.toString());
  }
}
