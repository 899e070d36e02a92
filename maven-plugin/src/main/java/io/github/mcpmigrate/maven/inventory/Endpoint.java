package io.github.mcpmigrate.maven.inventory;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The path in what people write for an endpoint: a path, a pattern of paths, or a URL. */
final class Endpoint {

  private static final Pattern URL =
      Pattern.compile("[a-z]+://[^/\\s\"'`<>)]+(/[^\\s\"'`<>)?#]*)?.*");

  private static final Pattern ENDING = Pattern.compile("(?:/\\*{1,2}|/)$");

  /** Where HTTP+SSE is looked for unless a server or client says otherwise. */
  static final String DEFAULT_SSE = "/sse";

  /** Where messages go unless a server says otherwise. */
  static final String DEFAULT_MESSAGE = "/mcp/message";

  private Endpoint() {}

  /** The path with one slash before it and none after it; empty if there is none. */
  static String path(String written) {
    String text = written.strip();
    Matcher url = URL.matcher(text);
    if (url.matches()) {
      text = url.group(1) == null ? "" : url.group(1);
    }
    int query = text.indexOf('?');
    text = query < 0 ? text : text.substring(0, query);
    text = ENDING.matcher(text).replaceFirst("");
    if (text.isEmpty() || !text.matches("[\\w./{}$-]+")) {
      return "";
    }
    return text.startsWith("/") ? text : "/" + text;
  }
}
