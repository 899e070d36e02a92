package io.github.mcpmigrate.compat.sdk;

import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServerFeatures.SyncCompletionSpecification;
import io.modelcontextprotocol.server.McpServerFeatures.SyncPromptSpecification;
import io.modelcontextprotocol.server.McpServerFeatures.SyncResourceSpecification;
import io.modelcontextprotocol.server.McpServerFeatures.SyncResourceTemplateSpecification;
import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.McpSyncServerExchange;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.JsonSchema;
import io.modelcontextprotocol.spec.McpSchema.LoggingLevel;
import io.modelcontextprotocol.spec.McpSchema.LoggingMessageNotification;
import io.modelcontextprotocol.spec.McpSchema.Prompt;
import io.modelcontextprotocol.spec.McpSchema.PromptArgument;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/** A server of the SDK that has one of everything. */
final class FeatureServer {

  /** The exchange of the last call of the tool {@code keep}. */
  static final AtomicReference<McpSyncServerExchange> KEPT = new AtomicReference<>();

  private FeatureServer() {}

  static TestServer start(Door door) throws Exception {
    TestServer server = TestServer.start(door, options -> {}, FeatureServer::features);
    server.tool("ping", (exchange, request) -> TestServer.text("pong " + exchange.ping()));
    server.tool("log", FeatureServer::log);
    server.tool(
        "keep",
        (exchange, request) -> {
          KEPT.set(exchange);
          return TestServer.text("kept");
        });
    server.tool(
        "error",
        (exchange, request) ->
            CallToolResult.builder().addTextContent("it did not work").isError(true).build());
    server.tool(
        "meta",
        (exchange, request) ->
            CallToolResult.builder().addTextContent("meta").meta(request.meta()).build());
    server.tool("content", FeatureServer::content);
    server.tool(
        "sample",
        (exchange, request) -> {
          exchange.createMessage(
              McpSchema.CreateMessageRequest.builder().messages(List.of()).maxTokens(9).build());
          return TestServer.text("sampled");
        });
    structured(server, "structured", Map.of("sum", 3));
    structured(server, "misshapen", Map.of("sum", "three"));
    return server;
  }

  private static void features(McpServer.SyncSpecification<?> server) {
    server
        .capabilities(
            ServerCapabilities.builder()
                .tools(true)
                .resources(true, true)
                .prompts(true)
                .logging()
                .completions()
                .build())
        .resources(
            new SyncResourceSpecification(
                McpSchema.Resource.builder().uri("test://a").name("a").build(),
                (exchange, request) ->
                    new McpSchema.ReadResourceResult(
                        List.of(new TextResourceContents("test://a", "text/plain", "A")))))
        .resourceTemplates(
            new SyncResourceTemplateSpecification(
                McpSchema.ResourceTemplate.builder().uriTemplate("test://t/{x}").name("t").build(),
                (exchange, request) -> new McpSchema.ReadResourceResult(List.of())))
        .prompts(
            new SyncPromptSpecification(
                new Prompt("greet", "greets", List.of(new PromptArgument("who", "whom", true))),
                (exchange, request) ->
                    new McpSchema.GetPromptResult(
                        "greets",
                        List.of(
                            new McpSchema.PromptMessage(
                                McpSchema.Role.USER,
                                new TextContent("Hello " + request.arguments().get("who")))))))
        .completions(
            new SyncCompletionSpecification(
                new McpSchema.PromptReference("greet"),
                (exchange, request) ->
                    new McpSchema.CompleteResult(
                        new McpSchema.CompleteResult.CompleteCompletion(
                            List.of("world"), 1, false))));
  }

  private static CallToolResult log(McpSyncServerExchange exchange, CallToolRequest request) {
    for (LoggingLevel level : LoggingLevel.values()) {
      exchange.loggingNotification(
          LoggingMessageNotification.builder().level(level).logger("t").data("said").build());
    }
    return TestServer.text("logged");
  }

  private static CallToolResult content(McpSyncServerExchange exchange, CallToolRequest request) {
    return CallToolResult.builder()
        .addTextContent("text")
        .addContent(new McpSchema.ImageContent(null, "aW1n", "image/png"))
        .addContent(new McpSchema.AudioContent(null, "YXVk", "audio/wav"))
        .addContent(
            new McpSchema.EmbeddedResource(
                null, new McpSchema.BlobResourceContents("test://b", "x/y", "YmxvYg==")))
        .addContent(McpSchema.ResourceLink.builder().uri("test://a").name("a").build())
        .build();
  }

  private static void structured(TestServer server, String name, Map<String, Object> content) {
    server.server.addTool(
        SyncToolSpecification.builder()
            .tool(
                Tool.builder()
                    .name(name)
                    .inputSchema(new JsonSchema("object", Map.of(), null, null, null, null))
                    .outputSchema(
                        Map.of(
                            "type",
                            "object",
                            "properties",
                            Map.of("sum", Map.of("type", "number"))))
                    .build())
            .callHandler(
                (exchange, request) -> CallToolResult.builder().structuredContent(content).build())
            .build());
  }

  /** A tool's way to say that the user must open a page first. */
  static McpError urlElicitationRequired() {
    return McpError.builder(-32042)
        .message("Open the page first")
        .data(Map.of("elicitations", List.of(Map.of("mode", "url", "url", "https://e.example/"))))
        .build();
  }
}
