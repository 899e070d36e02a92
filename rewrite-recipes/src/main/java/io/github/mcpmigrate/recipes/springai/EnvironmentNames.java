package io.github.mcpmigrate.recipes.springai;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the keys of Spring AI's MCP servers and clients are written as environment variables.
 *
 * <p>Spring Boot knows a key's variable by two names: without its dashes ({@code
 * SPRING_AI_MCP_SERVER_SSEENDPOINT}), and with underscores for them ({@code
 * SPRING_AI_MCP_SERVER_SSE_ENDPOINT}); a mixture of both is no name of it. The second form only
 * overrides an entry of a map that something else declares, and does not make one. A name with dots
 * is taken as it is. Seen with the binder of Spring Boot 3.5.14 and 4.1.0.
 */
final class EnvironmentNames {

  private static final String SERVER = ServerKeys.PREFIX + ".";
  private static final String COMPAT = "mcp.compat.";

  /** The keys of a server that are more than one word. Others need not be told apart. */
  private static final List<String> SERVER_KEYS =
      List.of(
          SERVER + "sse-endpoint",
          SERVER + "sse-message-endpoint",
          SERVER + "base-url",
          SERVER + "keep-alive-interval",
          SERVER + "streamable-http.mcp-endpoint",
          SERVER + "streamable-http.keep-alive-interval");

  private static final Pattern CONNECTION =
      Pattern.compile("SPRING_AI_MCP_CLIENT_SSE_CONNECTIONS_(\\w+?)_(URL|SSE_?ENDPOINT)");

  private EnvironmentNames() {}

  /** The key that a variable sets, if it is one of Spring AI's MCP or of mcp-compat. */
  static Optional<String> key(String variable) {
    if (variable.contains(".")) {
      return Optional.of(variable)
          .filter(
              key ->
                  key.startsWith(SERVER)
                      || key.startsWith(ClientKeys.PREFIX + ".")
                      || key.startsWith(COMPAT));
    }
    String name = variable.toUpperCase(Locale.ROOT);
    if (!variable.equals(name) && !variable.equals(variable.toLowerCase(Locale.ROOT))) {
      return Optional.empty();
    }
    Matcher connection = CONNECTION.matcher(name);
    if (connection.matches()) {
      return Optional.of(
          ClientKeys.CONNECTIONS
              + "."
              + connection.group(1)
              + ("URL".equals(connection.group(2)) ? ".url" : ".sse-endpoint"));
    }
    for (String key : SERVER_KEYS) {
      if (name.equals(withoutDashes(key)) || name.equals(withUnderscores(key))) {
        return Optional.of(key);
      }
    }
    return below(SERVER, name).or(() -> below(COMPAT, name));
  }

  /** A key that is none of those above, whatever it is. */
  private static Optional<String> below(String prefix, String name) {
    String begins = withUnderscores(prefix);
    return name.startsWith(begins)
        ? Optional.of(
            prefix + name.substring(begins.length()).replace('_', '.').toLowerCase(Locale.ROOT))
        : Optional.empty();
  }

  /**
   * The variable for a key, in the form that another one has.
   *
   * @param key with the name of a connection as that variable has it
   */
  static String variable(String key, String like) {
    if (like.contains(".")) {
      return key;
    }
    boolean underscores =
        key.startsWith(SERVER)
            ? key(like).filter(k -> !withoutDashes(k).equalsIgnoreCase(like)).isPresent()
            : key.contains("_");
    String name = underscores ? withUnderscores(key) : withoutDashes(key);
    return like.equals(like.toLowerCase(Locale.ROOT)) ? name.toLowerCase(Locale.ROOT) : name;
  }

  private static String withoutDashes(String key) {
    return key.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
  }

  private static String withUnderscores(String key) {
    return key.replace('-', '_').replace('.', '_').toUpperCase(Locale.ROOT);
  }
}
