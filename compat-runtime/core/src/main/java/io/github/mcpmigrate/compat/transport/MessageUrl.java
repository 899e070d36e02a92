package io.github.mcpmigrate.compat.transport;

import io.github.mcpmigrate.compat.door.Exchange;
import io.github.mcpmigrate.compat.settings.CompatSettings;
import java.util.regex.Pattern;

/**
 * The URL that the {@code endpoint} event names: a path from the root, never a relative reference,
 * because clients resolve it against different things, and never a whole URL, so that {@code
 * Forwarded} and {@code X-Forwarded-Host} have nothing to change in it.
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

  /** Each proxy that strips a part adds it to the list, the outermost first. */
  private static String forwardedPrefix(Exchange exchange) {
    StringBuilder prefix = new StringBuilder();
    for (String field : exchange.headers("X-Forwarded-Prefix")) {
      for (String part : field.split(",")) {
        String trimmed = part.strip();
        prefix.append(trimmed.endsWith("/") ? trimmed.substring(0, trimmed.length() - 1) : trimmed);
      }
    }
    return PREFIX.matcher(prefix).matches() ? prefix.toString() : "";
  }
}
