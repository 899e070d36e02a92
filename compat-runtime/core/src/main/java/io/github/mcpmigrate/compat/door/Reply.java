package io.github.mcpmigrate.compat.door;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An HTTP response, or the head of one.
 *
 * @param headers in the order they are sent, one value each
 * @param body empty for none
 */
public record Reply(int status, Map<String, String> headers, byte[] body) {

  private static final byte[] NONE = new byte[0];

  public static Reply empty(int status) {
    return new Reply(status, Map.of(), NONE);
  }

  public static Reply json(int status, byte[] json) {
    return new Reply(status, Map.of("Content-Type", "application/json"), json);
  }

  public static Reply text(int status, String text) {
    return new Reply(
        status,
        Map.of("Content-Type", "text/plain;charset=utf-8"),
        text.getBytes(StandardCharsets.UTF_8));
  }

  /** The same with one more header. */
  public Reply with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Reply(status, more, body);
  }

  /** The same with more headers. */
  public Reply with(Map<String, String> added) {
    if (added.isEmpty()) {
      return this;
    }
    if (headers.isEmpty()) {
      return new Reply(status, added, body);
    }
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.putAll(added);
    return new Reply(status, more, body);
  }
}
