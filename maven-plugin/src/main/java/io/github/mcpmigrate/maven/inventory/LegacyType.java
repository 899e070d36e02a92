package io.github.mcpmigrate.maven.inventory;

import io.github.mcpmigrate.maven.report.Rule;
import io.github.mcpmigrate.maven.report.Stack;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A class that speaks HTTP+SSE and nothing else.
 *
 * @param name the simple name
 * @param packages what the package begins with; another class of that name is another thing
 */
record LegacyType(String name, List<String> packages, Stack stack, boolean server) {

  private static final List<String> SDK =
      List.of("io.modelcontextprotocol.", "org.springframework.ai.mcp.");

  private static final Map<String, LegacyType> ALL =
      List.of(
              server("HttpServletSseServerTransport", Stack.SERVLET),
              server("HttpServletSseServerTransportProvider", Stack.SERVLET),
              server("WebMvcSseServerTransport", Stack.WEBMVC),
              server("WebMvcSseServerTransportProvider", Stack.WEBMVC),
              server("WebFluxSseServerTransport", Stack.WEBFLUX),
              server("WebFluxSseServerTransportProvider", Stack.WEBFLUX),
              new LegacyType("HttpClientSseClientTransport", SDK, Stack.JDK_CLIENT, false),
              new LegacyType("WebFluxSseClientTransport", SDK, Stack.WEB_CLIENT, false),
              client("HttpMcpTransport", "dev.langchain4j.mcp.", Stack.LANGCHAIN4J),
              client(
                  "QuarkusHttpMcpTransport",
                  "io.quarkiverse.langchain4j.mcp.",
                  Stack.QUARKUS_LANGCHAIN4J),
              client("SseServerParameters", "com.google.adk.", Stack.ADK))
          .stream()
          .collect(Collectors.toUnmodifiableMap(LegacyType::name, Function.identity()));

  private static LegacyType server(String name, Stack stack) {
    return new LegacyType(name, SDK, stack, true);
  }

  private static LegacyType client(String name, String home, Stack stack) {
    return new LegacyType(name, List.of(home), stack, false);
  }

  /** The type of this full name. */
  static Optional<LegacyType> of(String type) {
    LegacyType named = ALL.get(type.substring(type.lastIndexOf('.') + 1));
    return Optional.ofNullable(named).filter(legacy -> legacy.isIn(type));
  }

  /** Whether it is a server's of SDK 0.8 or later; before, the transport was for one client. */
  boolean isProvider() {
    return server && name.endsWith("TransportProvider");
  }

  /** The rule for a place where one is made. */
  Rule made() {
    if (stack == Stack.LANGCHAIN4J) {
      return Rule.CLIENT_LANGCHAIN4J;
    }
    if (stack == Stack.ADK || !stack.isMigrated()) {
      return Rule.CLIENT_FRAMEWORK;
    }
    return server ? Rule.SERVER_CONSTRUCTION : Rule.CLIENT_CONSTRUCTION;
  }

  /** What becomes of one that nothing stands in the way of. */
  String fate() {
    return stack.isMigrated() ? "becomes " + successor() : FrameworkUses.notYet(stack);
  }

  /** The class that a migration puts in its place. */
  private String successor() {
    return switch (stack) {
      case SERVLET -> "HttpServletStreamableServerTransportProvider";
      case WEBMVC -> "WebMvcStreamableServerTransportProvider";
      case WEBFLUX -> "WebFluxStreamableServerTransportProvider";
      case JDK_CLIENT -> "HttpClientStreamableHttpTransport";
      case WEB_CLIENT -> "WebClientStreamableHttpTransport";
      case LANGCHAIN4J -> "StreamableHttpMcpTransport, from LangChain4j 1.4.0-beta10 on";
      case ADK -> "StreamableHttpServerParameters, from google-adk 0.5.0 on";
      default -> throw new IllegalStateException("Nothing takes the place of " + name);
    };
  }

  private boolean isIn(String type) {
    return packages.stream().anyMatch(type::startsWith);
  }

  /** The type of this simple name, wherever it may be from. */
  static Optional<LegacyType> named(String name) {
    return Optional.ofNullable(ALL.get(name));
  }

  /** The type that code means by a simple name and what it imports all of. */
  static Optional<String> fromStar(String name, List<String> imported) {
    return named(name)
        .flatMap(
            legacy ->
                imported.stream().map(home -> home + "." + name).filter(legacy::isIn).findFirst());
  }
}
