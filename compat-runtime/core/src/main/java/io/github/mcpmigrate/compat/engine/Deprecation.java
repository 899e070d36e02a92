package io.github.mcpmigrate.compat.engine;

import io.github.mcpmigrate.compat.door.Reply;
import io.github.mcpmigrate.compat.settings.CompatSettings;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Tells clients of HTTP+SSE that it ends: {@code Deprecation} (RFC 9745), {@code Sunset} (RFC 8594)
 * and a link to what comes after; and ends it, if that is wanted.
 */
final class Deprecation {

  private static final String GUIDE =
      "<https://modelcontextprotocol.io/specification/2025-11-25/basic/transports>;"
          + " rel=\"deprecation\"; type=\"text/html\"";

  /** IMF-fixdate (RFC 9110, section 5.6.7): the day of the month always has two digits. */
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final String mcpEndpoint;
  private final Instant sunset;
  private final boolean enforced;
  private final Clock clock;

  /** Where nothing stands before the endpoints and no page asks, which is most everywhere. */
  private final Map<String, String> unprefixed;

  Deprecation(CompatSettings settings, Clock clock) {
    mcpEndpoint = settings.mcpEndpoint();
    sunset = settings.sunset();
    enforced = settings.enforceSunset();
    this.clock = clock;
    unprefixed = made("", Cors.NO_PAGE);
  }

  /**
   * The headers of every answer on the old endpoints.
   *
   * @param prefix what stands before the endpoints in the path
   * @param cors what every answer carries besides
   */
  Map<String, String> headers(String prefix, Map<String, String> cors) {
    return prefix.isEmpty() && cors == Cors.NO_PAGE ? unprefixed : made(prefix, cors);
  }

  private Map<String, String> made(String prefix, Map<String, String> cors) {
    Map<String, String> headers = new LinkedHashMap<>(cors);
    headers.put("Deprecation", "@" + CompatSettings.DEPRECATED.getEpochSecond());
    headers.put("Link", "<" + prefix + mcpEndpoint + ">; rel=\"successor-version\", " + GUIDE);
    if (sunset != null) {
      headers.put("Sunset", HTTP_DATE.format(sunset));
    }
    return Collections.unmodifiableMap(headers);
  }

  /** Whether HTTP+SSE has ended. */
  boolean over() {
    return enforced && !clock.instant().isBefore(sunset);
  }

  /** The answer once it has ended (RFC 9457). */
  Reply gone(String prefix) {
    String problem =
        """
        {"type":"about:blank","title":"HTTP+SSE has been switched off","status":410,\
        "detail":"This server speaks Streamable HTTP only, at %s"}"""
            .formatted(prefix + mcpEndpoint);
    return new Reply(
        410,
        Map.of("Content-Type", "application/problem+json"),
        problem.getBytes(StandardCharsets.UTF_8));
  }
}
