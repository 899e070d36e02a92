package io.github.mcpmigrate.compat.engine;

import io.github.mcpmigrate.compat.door.Reply;
import io.github.mcpmigrate.compat.settings.CompatSettings;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
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

  /** The headers where nothing stands before the endpoints, which is most everywhere. */
  private final Map<String, String> unprefixed;

  Deprecation(CompatSettings settings, Clock clock) {
    mcpEndpoint = settings.mcpEndpoint();
    sunset = settings.sunset();
    enforced = settings.enforceSunset();
    this.clock = clock;
    unprefixed = made("");
  }

  /**
   * The headers of every answer on the old endpoints.
   *
   * @param prefix what stands before the endpoints in the path
   */
  Map<String, String> headers(String prefix) {
    return prefix.isEmpty() ? unprefixed : made(prefix);
  }

  private Map<String, String> made(String prefix) {
    Map<String, String> headers = new HashMap<>();
    headers.put("Deprecation", "@" + CompatSettings.DEPRECATED.getEpochSecond());
    headers.put("Link", "<" + prefix + mcpEndpoint + ">; rel=\"successor-version\", " + GUIDE);
    if (sunset != null) {
      headers.put("Sunset", HTTP_DATE.format(sunset));
    }
    return Map.copyOf(headers);
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
