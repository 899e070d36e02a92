package io.github.mcpmigrate.compat.engine;

import io.github.mcpmigrate.compat.door.Exchange;
import java.util.List;

/**
 * The request headers that decide who is served what. None of them is a list (RFC 9110, section
 * 5.3): given twice, a proxy and we could act on different ones.
 */
final class DecidingHeaders {

  private static final List<String> NAMES =
      List.of("Mcp-Session-Id", "MCP-Protocol-Version", "Last-Event-ID", "Mcp-Method", "Mcp-Name");

  private DecidingHeaders() {}

  /** The first that is given more than once, or null. */
  static String ambiguous(Exchange exchange) {
    for (String name : NAMES) {
      List<String> values = exchange.headers(name);
      if (values.size() > 1) {
        return name;
      }
    }
    // A proxy that joins repeated fields leaves a comma, which no version has.
    String version = exchange.header("MCP-Protocol-Version");
    return version != null && version.indexOf(',') >= 0 ? "MCP-Protocol-Version" : null;
  }
}
