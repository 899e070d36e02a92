package io.github.mcpmigrate.recipes.frameworkkeys;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The keys that choose HTTP+SSE, each with the word that does. */
enum FrameworkKey {
  SOLON(
      "solon\\.(?:ai\\.)?mcp\\.(?:client|server)\\.[^.]+\\.channel",
      "say streamable, from Solon 3.5.0 on, with the MCP endpoint in the client's url or the server's mcpEndpoint"),
  CAMEL(
      "(?:.*\\.)?mcpserver\\.[^.]+\\.transporttype",
      "say streamableHttp, and the whole MCP endpoint in the server's url, such as http://host:8080/mcp: for HTTP+SSE that was "
          + "the base URL"),
  JOOBY(
      "mcp\\.[^.]+\\.transport",
      "say streamable-http: clients ask mcpEndpoint then, /mcp by default, in place of sseEndpoint, /mcp/sse by default"),
  ALIBABA(
      "spring\\.ai\\.alibaba\\.mcp\\.(?:nacos\\.)?client\\.sse\\.connections\\..*",
      "Spring AI Alibaba finds these servers through Nacos: register them as mcp-streamable there, and see its guide for the key of "
          + "your release");

  private static final String SSE = "sse";

  private final Pattern key;
  private final String advice;

  FrameworkKey(String key, String advice) {
    this.key = Pattern.compile(key);
    this.advice = advice;
  }

  /**
   * @param path with dots; dashes and capitals do not matter
   */
  static Optional<FrameworkKey> of(String path, String value) {
    String plain = path.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
    return Stream.of(values())
        .filter(one -> one == ALIBABA || value.strip().equalsIgnoreCase(SSE))
        .filter(one -> one.key.matcher(plain).matches())
        .findFirst();
  }

  String advice() {
    return advice;
  }
}
