package io.github.mcpmigrate.recipes.springai;

import io.github.mcpmigrate.recipes.McpEndpoint;
import lombok.EqualsAndHashCode;
import lombok.Value;
import org.jspecify.annotations.Nullable;
import org.openrewrite.Option;
import org.openrewrite.Validated;

/** Move the configuration of Spring AI that stands in code. */
@Value
@EqualsAndHashCode(callSuper = false)
public class SpringAiKeysInCode extends KeysInCodeRecipe {

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

  String displayName = "Move the configuration of Spring AI that stands in code";

  String description =
      "Keys of `spring.ai.mcp` that tests and programs set, or that `@Value` and `Environment` read, become what they become in "
          + "configuration files. Spring AI's auto-configuration and beans for HTTP+SSE that code names "
          + "become those of Streamable HTTP; what has no twin there is reported.";

  @Override
  public Validated<Object> validate() {
    return super.validate().and(McpEndpoint.validate(mcpEndpoint, keepUrl));
  }

  @Override
  SpringAiMove move() {
    return SpringAiMove.of(mcpEndpoint, keepUrl, "dual".equals(servers));
  }

  @Override
  boolean drops() {
    return "drop-legacy".equals(servers);
  }
}
