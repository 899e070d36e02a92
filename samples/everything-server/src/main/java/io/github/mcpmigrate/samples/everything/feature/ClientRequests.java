package io.github.mcpmigrate.samples.everything.feature;

import io.modelcontextprotocol.server.McpSyncServerExchange;
import io.modelcontextprotocol.spec.McpSchema.Content;
import io.modelcontextprotocol.spec.McpSchema.CreateMessageRequest;
import io.modelcontextprotocol.spec.McpSchema.ElicitRequest;
import io.modelcontextprotocol.spec.McpSchema.ElicitResult;
import io.modelcontextprotocol.spec.McpSchema.Role;
import io.modelcontextprotocol.spec.McpSchema.SamplingMessage;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Questions that a tool asks the client in mid-call. */
final class ClientRequests {

  private static final int MAX_TOKENS = 100;

  private ClientRequests() {}

  /** {@code sampling/createMessage}; returns the text that came back. */
  static String sample(McpSyncServerExchange client, String prompt) {
    Content content =
        client
            .createMessage(
                CreateMessageRequest.builder()
                    .messages(List.of(new SamplingMessage(Role.USER, new TextContent(prompt))))
                    .maxTokens(MAX_TOKENS)
                    .build())
            .content();
    return content instanceof TextContent text ? text.text() : String.valueOf(content);
  }

  /**
   * {@code elicitation/create} in form mode.
   *
   * @param requestedSchema a JSON object
   */
  static ElicitResult elicit(McpSyncServerExchange client, String message, String requestedSchema) {
    // From JSON, because ElicitRequest is a class in SDK 0.18 and 1.1 and an interface in 2.1.
    return client.createElicitation(
        Json.MAPPER.convertValue(
            Map.of("message", message, "requestedSchema", Json.object(requestedSchema)),
            ElicitRequest.class));
  }

  /** The action as the protocol spells it: accept, decline or cancel. */
  static String action(ElicitResult result) {
    return result.action().name().toLowerCase(Locale.ROOT);
  }
}
