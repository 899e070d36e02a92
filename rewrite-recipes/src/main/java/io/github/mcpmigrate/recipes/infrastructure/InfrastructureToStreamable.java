package io.github.mcpmigrate.recipes.infrastructure;

import io.github.mcpmigrate.recipes.McpEndpoint;
import io.github.mcpmigrate.recipes.sdk.OwnServers;
import lombok.EqualsAndHashCode;
import lombok.Value;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.Option;
import org.openrewrite.Validated;

/** Move what stands around servers to Streamable HTTP, as far as that is certainly right. */
@Value
@EqualsAndHashCode(callSuper = false)
public class InfrastructureToStreamable extends InfrastructureRecipe {

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

  String displayName = "Move what stands around MCP servers to Streamable HTTP";

  String description =
      "Gives health checks that ask an event stream the framework's health endpoint. Lists other health checks, routes, rules and addresses in images, compose and Kubernetes files, proxies, scripts and "
          + "workflows that name an endpoint of HTTP+SSE of the project's own servers, with what to write there.";

  @Override
  public Validated<Object> validate() {
    return super.validate().and(McpEndpoint.validate(mcpEndpoint, keepUrl));
  }

  @Override
  public Neighbourhood getInitialValue(ExecutionContext ctx) {
    return new Neighbourhood(OwnServers.of(servers, mcpEndpoint, keepUrl), new HealthEndpoints());
  }

  @Override
  boolean edits() {
    return true;
  }
}
