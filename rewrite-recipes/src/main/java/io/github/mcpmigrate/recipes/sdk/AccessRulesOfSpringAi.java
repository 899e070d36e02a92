package io.github.mcpmigrate.recipes.sdk;

import io.github.mcpmigrate.recipes.McpEndpoint;
import lombok.EqualsAndHashCode;
import lombok.Value;
import org.jspecify.annotations.Nullable;
import org.openrewrite.Option;
import org.openrewrite.Validated;

/** Let access rules follow the servers that Spring AI makes. */
@Value
@EqualsAndHashCode(callSuper = false)
public class AccessRulesOfSpringAi extends SpringAiRulesRecipe {

  @Option(
      displayName = "MCP endpoint",
      description = "The path that serves Streamable HTTP. Defaults to `/mcp`.",
      example = "/api/mcp",
      required = false)
  @Nullable String mcpEndpoint;

  @Option(displayName = "Keep URL", description = McpEndpoint.KEEP_URL, required = false)
  @Nullable Boolean keepUrl;

  @Option(
      displayName = "Servers",
      description =
          "What becomes of the servers in the same run: `streamable`, `dual`, or `drop-legacy` if they are on both transports "
              + "so far. Defaults to `streamable`.",
      valid = {"streamable", "dual", "drop-legacy"},
      example = "dual",
      required = false)
  @Nullable String servers;

  String displayName = "Let access rules follow the servers that Spring AI makes";

  String description =
      "Security matchers, CORS mappings, interceptors and filters that treat the paths of HTTP+SSE alike treat the path of "
          + "Streamable HTTP in the same way. Where the rules differ, a person has to decide.";

  @Override
  public Validated<Object> validate() {
    return super.validate().and(McpEndpoint.validate(mcpEndpoint, keepUrl));
  }

  @Override
  ServerMove move() {
    return ServerMove.of(servers, mcpEndpoint, keepUrl);
  }
}
