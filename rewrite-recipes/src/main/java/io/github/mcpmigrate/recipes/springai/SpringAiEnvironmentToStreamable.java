package io.github.mcpmigrate.recipes.springai;

import io.github.mcpmigrate.recipes.McpEndpoint;
import lombok.EqualsAndHashCode;
import lombok.Value;
import org.jspecify.annotations.Nullable;
import org.openrewrite.Option;
import org.openrewrite.Validated;

/** Move what Spring AI servers and clients are deployed with to Streamable HTTP. */
@Value
@EqualsAndHashCode(callSuper = false)
public class SpringAiEnvironmentToStreamable extends SpringAiEnvironmentRecipe {

  @Option(
      displayName = "MCP endpoint",
      description = "The path that serves Streamable HTTP. Defaults to `/mcp`.",
      example = "/api/mcp",
      required = false)
  @Nullable String mcpEndpoint;

  @Option(displayName = "Keep URL", description = McpEndpoint.KEEP_URL, required = false)
  @Nullable Boolean keepUrl;

  String displayName =
      "Move what Spring AI servers and clients are deployed with to Streamable HTTP";

  String description =
      "Moves the keys of Spring AI's MCP in the environment variables of Dockerfiles, compose files, Kubernetes manifests "
          + "and .env files and in ConfigMaps, as the other recipes move those in the application's own files. Keys in "
          + "commands and scripts are listed.";

  @Override
  public Validated<Object> validate() {
    return super.validate().and(McpEndpoint.validate(mcpEndpoint, keepUrl));
  }

  @Override
  SpringAiMove move() {
    return SpringAiMove.of(mcpEndpoint, keepUrl, false);
  }
}
