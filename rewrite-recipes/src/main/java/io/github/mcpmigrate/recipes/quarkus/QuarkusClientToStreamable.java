package io.github.mcpmigrate.recipes.quarkus;

import io.github.mcpmigrate.recipes.McpEndpoint;
import io.github.mcpmigrate.recipes.client.ClientProjects;
import lombok.EqualsAndHashCode;
import lombok.Value;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.Option;
import org.openrewrite.Validated;

/** Move quarkus-langchain4j's MCP clients to Streamable HTTP. */
@Value
@EqualsAndHashCode(callSuper = false)
public class QuarkusClientToStreamable extends QuarkusClientRecipe {

  @Option(
      displayName = "MCP endpoint",
      description = "The path that the project's own server serves. Defaults to `/mcp`.",
      example = "/api/mcp",
      required = false)
  @Nullable String mcpEndpoint;

  @Option(displayName = "Keep URL", description = McpEndpoint.KEEP_URL, required = false)
  @Nullable Boolean keepUrl;

  @Option(
      displayName = "Servers",
      description =
          "What becomes of the project's own servers in the same run: `streamable`, `dual`, or `drop-legacy` if they are on "
              + "both transports so far. Defaults to `streamable`.",
      valid = {"streamable", "dual", "drop-legacy"},
      example = "dual",
      required = false)
  @Nullable String servers;

  String displayName = "Move MCP clients of quarkus-langchain4j to Streamable HTTP";

  String description =
      "Gives clients whose `transport-type` is `http`, which means HTTP+SSE, `streamable-http` with its URL, from "
          + "quarkus-langchain4j 1.1.0 on. From 1.9.0 on they ask for the listening stream that HTTP+SSE always had.";

  @Override
  public Validated<Object> validate() {
    return super.validate().and(McpEndpoint.validate(mcpEndpoint, keepUrl));
  }

  @Override
  public QuarkusClients getInitialValue(ExecutionContext ctx) {
    return new QuarkusClients(ClientProjects.of(ctx, servers, mcpEndpoint, keepUrl));
  }

  @Override
  boolean edits() {
    return true;
  }
}
