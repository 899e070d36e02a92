package io.github.mcpmigrate.recipes.clientconfig;

import io.github.mcpmigrate.recipes.McpEndpoint;
import io.github.mcpmigrate.recipes.sdk.OwnServers;
import lombok.EqualsAndHashCode;
import lombok.Value;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.Option;
import org.openrewrite.Validated;

/** Move the configuration of MCP clients to Streamable HTTP. */
@Value
@EqualsAndHashCode(callSuper = false)
public class ClientConfigToStreamable extends ClientConfigRecipe {

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

  String displayName = "Move the configuration of MCP clients to Streamable HTTP";

  String description =
      "In the files in which Claude Code, VS Code, Cursor, Windsurf, Cline, Roo Code, Continue, Gemini CLI, Zed, LibreChat, "
          + "Goose, Codex, Amazon Q, Kiro, n8n and Copilot CLI are told of servers, in arguments of `mcp-remote` and in the "
          + "registry's `server.json`, entries for the project's own servers move to Streamable HTTP, in the words of each "
          + "client. Entries for other servers are reported. What Markdown and AsciiDoc show of the project's own servers moves, too.";

  @Override
  public Validated<Object> validate() {
    return super.validate().and(McpEndpoint.validate(mcpEndpoint, keepUrl));
  }

  @Override
  public OwnServers getInitialValue(ExecutionContext ctx) {
    return OwnServers.of(servers, mcpEndpoint, keepUrl);
  }

  @Override
  boolean edits() {
    return true;
  }

  @Override
  boolean toBoth() {
    return "dual".equals(servers);
  }
}
