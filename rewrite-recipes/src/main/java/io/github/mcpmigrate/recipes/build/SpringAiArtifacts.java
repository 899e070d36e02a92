package io.github.mcpmigrate.recipes.build;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The artifacts of Spring AI whose names changed on the way from 1.0.0-M6 to 1.1, by the BOMs of
 * 1.0.0-M6, 1.0.0-M7, 1.0.1 and 1.1.8.
 */
final class SpringAiArtifacts {

  /** The MCP starters of 1.0.0-M6, and what they are called since 1.0.0-M7. */
  static final Map<String, String> STARTERS =
      Map.of(
          "spring-ai-mcp-server-spring-boot-starter", "spring-ai-starter-mcp-server",
          "spring-ai-mcp-server-webmvc-spring-boot-starter", "spring-ai-starter-mcp-server-webmvc",
          "spring-ai-mcp-server-webflux-spring-boot-starter",
              "spring-ai-starter-mcp-server-webflux",
          "spring-ai-mcp-client-spring-boot-starter", "spring-ai-starter-mcp-client",
          "spring-ai-mcp-client-webflux-spring-boot-starter",
              "spring-ai-starter-mcp-client-webflux");

  private static final Pattern GONE =
      Pattern.compile(
          "spring-ai-.*spring-boot-(starter|autoconfigure)|spring-ai-core"
              + "|spring-ai-autoconfigure-mcp-(client|server)"
              + "|spring-ai-(autoconfigure-|starter-)?(model-)?(moonshot|qianfan|watsonx-ai)"
              + "|spring-ai-(autoconfigure|starter)-vector-store-hanadb"
              + "|spring-ai-(starter-)?model-chat-memory-(cassandra|jdbc|neo4j)");

  private SpringAiArtifacts() {}

  /** What an artifact is called today, if only its name has changed. */
  static Optional<String> renamed(String artifact) {
    return Optional.ofNullable(STARTERS.get(artifact));
  }

  /** Whether 1.1 has nothing that an artifact could simply be replaced with. */
  static boolean isGone(String artifact) {
    return renamed(artifact).isEmpty() && GONE.matcher(artifact).matches();
  }

  /** Whether an artifact brings MCP. */
  static boolean isOfMcp(String artifact) {
    return artifact.startsWith("spring-ai-") && artifact.contains("mcp");
  }
}
