package io.github.mcpmigrate.recipes.springai;

import io.github.mcpmigrate.recipes.McpEndpoint;
import java.util.Optional;
import lombok.EqualsAndHashCode;
import lombok.Value;
import org.jspecify.annotations.Nullable;
import org.openrewrite.Option;
import org.openrewrite.Validated;

/** Move the connections of Spring AI clients to Streamable HTTP. */
@Value
@EqualsAndHashCode(callSuper = false)
public class SpringAiClientToStreamable extends SpringAiClientRecipe {

  @Option(
      displayName = "MCP endpoint",
      description = "The path of Streamable HTTP where HTTP+SSE was at `/sse`. Defaults to `/mcp`.",
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

  String displayName = "Move the connections of Spring AI clients to Streamable HTTP";

  String description =
      "Moves `spring.ai.mcp.client.sse.connections` to `spring.ai.mcp.client.streamable-http.connections` in `.properties` and "
          + "YAML files of every profile, and their endpoints with them. Clients of a server that stays on HTTP+SSE stay, too.";

  @Override
  public Validated<Object> validate() {
    return super.validate().and(McpEndpoint.validate(mcpEndpoint, keepUrl));
  }

  @Override
  SpringAiMove move() {
    return SpringAiMove.of(mcpEndpoint, keepUrl, false);
  }

  @Override
  Optional<String> whyServersStay(SpringAiServers build) {
    return "drop-legacy".equals(servers)
        ? build.whyOneSpeaksSse()
        : build.whyOneStays("dual".equals(servers));
  }
}
