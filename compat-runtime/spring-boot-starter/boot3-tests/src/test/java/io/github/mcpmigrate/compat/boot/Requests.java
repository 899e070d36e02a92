package io.github.mcpmigrate.compat.boot;

import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.List;
import java.util.Map;

/** The SDK's types, made in the ways that SDK 0.18 and 2.0 have in common. */
final class Requests {

  private Requests() {}

  /** Calls a tool; all text of its answer. */
  static String call(McpSyncClient client, String tool, Map<String, Object> arguments) {
    McpSchema.CallToolResult result =
        client.callTool(new McpSchema.CallToolRequest(tool, arguments));
    return result.content().toString();
  }

  /** A tool without arguments. */
  static McpSchema.Tool tool(String name) {
    return McpSchema.Tool.builder()
        .name(name)
        .description(name)
        .inputSchema(
            new McpSchema.JsonSchema("object", Map.of(), List.of(), null, Map.of(), Map.of()))
        .build();
  }

  static McpSchema.CallToolResult text(String text) {
    return McpSchema.CallToolResult.builder().addTextContent(text).build();
  }
}
