package io.github.mcpmigrate.maven.verify;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the user wants verified.
 *
 * @param url of the server
 * @param headers that go with every request; never printed
 * @param calls of tools, on each transport
 * @param timeout of each answer
 * @param origin of a browser client that must be served; null if none must be
 * @param expected transports that must be found
 */
public record VerifyOptions(
    URI url,
    Map<String, String> headers,
    List<Call> calls,
    Duration timeout,
    String origin,
    Set<Kind> expected) {

  /** Where the MCP inspector's page comes from. */
  private static final String INSPECTOR = "http://localhost:6274";

  private static final Set<String> NOT_OURS =
      Set.of("connection", "content-length", "expect", "host", "upgrade");

  private static final int LONGEST_TIMEOUT = 3600;

  /**
   * Reads them as they are typed.
   *
   * @param headers each {@code Name: value}
   * @param calls each {@code tool={"argument":1}}
   * @param timeout seconds
   * @param expected words with commas between; null for any
   * @throws IllegalArgumentException in a sentence that says what is wrong
   */
  public static VerifyOptions of(
      String url,
      Collection<String> headers,
      Collection<String> calls,
      int timeout,
      String origin,
      String expected) {
    if (url == null || url.isBlank()) {
      throw new IllegalArgumentException("Give the server's URL, as http://localhost:8080.");
    }
    if (timeout < 1 || timeout > LONGEST_TIMEOUT) {
      throw new IllegalArgumentException("The timeout is 1 to " + LONGEST_TIMEOUT + " seconds.");
    }
    Map<String, String> named = new LinkedHashMap<>();
    headers.forEach(header -> addHeader(header, named));
    return new VerifyOptions(
        Urls.parse(url),
        Map.copyOf(named),
        calls.stream().map(Call::parse).toList(),
        Duration.ofSeconds(timeout),
        origin,
        expected == null || expected.isBlank()
            ? Set.of()
            : Arrays.stream(expected.split(",")).map(Kind::of).collect(Collectors.toSet()));
  }

  /** Says nothing of the header's value: it may be a secret. */
  private static void addHeader(String header, Map<String, String> named) {
    int colon = header.indexOf(':');
    String name = colon < 0 ? "" : header.substring(0, colon).trim();
    if (!name.matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+")) {
      throw new IllegalArgumentException("A header is 'Name: value'; one of those given is not.");
    }
    if (NOT_OURS.contains(name.toLowerCase(Locale.ROOT))) {
      throw new IllegalArgumentException("The header " + name + " cannot be set.");
    }
    String value = header.substring(colon + 1).trim();
    if (!value.chars().allMatch(c -> c == '\t' || c >= 0x20 && c != 0x7f && c <= 0xff)) {
      throw new IllegalArgumentException(
          "The header " + name + " has a character in its value that no header may have.");
    }
    named.put(name, value);
  }

  String browserOrigin() {
    return origin == null ? INSPECTOR : origin;
  }
}
