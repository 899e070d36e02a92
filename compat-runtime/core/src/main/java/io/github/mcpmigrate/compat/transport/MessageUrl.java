package io.github.mcpmigrate.compat.transport;

import io.github.mcpmigrate.compat.door.Exchange;
import io.github.mcpmigrate.compat.settings.CompatSettings;
import java.util.regex.Pattern;

/**
 * The URL that the {@code endpoint} event names: a path from the root, never a relative reference,
 * because clients resolve it against different things.
 */
final class MessageUrl {

  /** Segments of unreserved characters; anything else is not a prefix that a proxy strips. */
  private static final Pattern PREFIX = Pattern.compile("(/[A-Za-z0-9_~.-]*[A-Za-z0-9_~-])+");

  private MessageUrl() {}

  /**
   * @param prefix what stood before the SSE endpoint in the path, as the server sees it; a proxy
   *     that strips more of the path says so in {@code X-Forwarded-Prefix}
   */
  static String of(Exchange exchange, String prefix, CompatSettings settings) {
    if (settings.baseUrl() != null) {
      return settings.baseUrl() + settings.messageEndpoint();
    }
    return forwardedPrefix(exchange) + prefix + settings.messageEndpoint();
  }

  private static String forwardedPrefix(Exchange exchange) {
    String forwarded = exchange.header("X-Forwarded-Prefix");
    if (forwarded == null) {
      return "";
    }
    String trimmed =
        forwarded.endsWith("/") ? forwarded.substring(0, forwarded.length() - 1) : forwarded;
    return PREFIX.matcher(trimmed).matches() ? trimmed : "";
  }
}
