package io.github.mcpmigrate.recipes.quarkus;

import io.github.mcpmigrate.recipes.configuration.KeyPath;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The keys {@code quarkus.mcp.server.*} that have another name today, of the default server and of
 * named ones, by the configuration classes of quarkus-mcp-server-sse 1.7.3 and -http 1.13.0. Up to
 * 1.13 the old names are read, too; 2.0 does not know them.
 */
final class QuarkusKeys {

  /**
   * What becomes of a key.
   *
   * @param depth of the segment that changes, counted from 0
   * @param name what that is called from now on
   */
  record Renaming(int depth, String name) {

    String of(String key) {
      List<String> segments = KeyPath.split(key);
      StringJoiner renamed = new StringJoiner(".");
      for (int i = 0; i < segments.size(); i++) {
        renamed.add(i == depth ? name : segments.get(i));
      }
      return renamed.toString();
    }
  }

  static final String DEFAULT_ROOT = "/mcp";

  private static final List<String> SERVER = List.of("quarkus", "mcp", "server");
  private static final Set<String> OF_SSE =
      Set.of("root-path", "message-endpoint.include-query-params");
  private static final String DUMMY_INIT = "http.streamable.dummy-init";

  private static final Pattern VARIABLE =
      Pattern.compile(
          "((?:_[A-Z0-9_]*?_)?QUARKUS_MCP_SERVER_(?:\\w+_)??)"
              + "(?:SSE_(ROOT_PATH|MESSAGE_ENDPOINT_INCLUDE_QUERY_PARAMS)|HTTP_STREAMABLE_DUMMY_INIT)");

  /** What may be a key or variable with an old name in any text. */
  static final Pattern MENTION =
      Pattern.compile(
          "(?:%[\\w,{}-]+\\.)?quarkus\\.mcp\\.server\\.(?:(?:\"[^\"\\n]+\"|[\\w-]+)\\.)?"
              + "(?:sse\\.(?:root-path|message-endpoint\\.include-query-params)|http\\.streamable\\.dummy-init)\\b"
              + "|\\b_?(?:\\w+_)?QUARKUS_MCP_SERVER_\\w*(?:SSE_(?:ROOT_PATH|MESSAGE_ENDPOINT_INCLUDE_QUERY_PARAMS)|DUMMY_INIT)\\b");

  private QuarkusKeys() {}

  /**
   * What becomes of a key, with or without the profile that it is for.
   *
   * @param autoInit whether the release knows {@code auto-init}: from 1.11 on
   */
  static Optional<Renaming> renaming(String key, boolean autoInit) {
    List<String> segments = KeyPath.split(key);
    int start = !segments.isEmpty() && segments.get(0).startsWith("%") ? 1 : 0;
    int first = start + SERVER.size();
    if (segments.size() < first + 2 || !segments.subList(start, first).equals(SERVER)) {
      return Optional.empty();
    }
    for (int at = first; at <= first + 1 && at < segments.size() - 1; at++) {
      String rest = String.join(".", segments.subList(at + 1, segments.size()));
      if (segments.get(at).equals("sse") && OF_SSE.contains(rest)) {
        return Optional.of(new Renaming(at, "http"));
      }
      if (autoInit && DUMMY_INIT.equals(segments.get(at) + "." + rest)) {
        return Optional.of(new Renaming(segments.size() - 1, "auto-init"));
      }
    }
    return Optional.empty();
  }

  /** What a key, or the environment variable of one, is called from now on, if that changes. */
  static Optional<String> renamed(String name, boolean autoInit) {
    Matcher variable = VARIABLE.matcher(name);
    if (!variable.matches()) {
      return renaming(name, autoInit).map(renaming -> renaming.of(name));
    }
    if (variable.group(2) != null) {
      return Optional.of(variable.group(1) + "HTTP_" + variable.group(2));
    }
    return autoInit
        ? Optional.of(variable.group(1) + "HTTP_STREAMABLE_AUTO_INIT")
        : Optional.empty();
  }

  /** Whether a key says where a server is, whatever its name and the profile. */
  static boolean isRootPath(KeyPath key) {
    List<String> segments = withoutProfile(key).segments();
    int size = segments.size();
    return size >= SERVER.size() + 2
        && segments.subList(0, SERVER.size()).equals(SERVER)
        && segments.get(size - 1).equals("rootpath")
        && Set.of("sse", "http").contains(segments.get(size - 2));
  }

  static KeyPath withoutProfile(KeyPath key) {
    return key.length() > 0 && key.segments().get(0).startsWith("%")
        ? new KeyPath(key.segments().subList(1, key.length()))
        : key;
  }
}
