package io.github.mcpmigrate.samples.everything.feature;

import io.modelcontextprotocol.server.McpServerFeatures.AsyncToolSpecification;
import io.modelcontextprotocol.server.McpSyncServerExchange;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.Content;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.util.List;
import java.util.function.Function;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** How a tool is declared here. */
final class ToolSpecs {

  static final String NO_ARGUMENTS =
      """
      {"type": "object", "properties": {}}""";

  private ToolSpecs() {}

  /** What a tool does, in the way most people write it: on a thread of its own, which may wait. */
  @FunctionalInterface
  interface Blocking {
    CallToolResult call(McpSyncServerExchange client, CallToolRequest request) throws Exception;
  }

  /** A tool that runs on its own thread, as every tool of {@code McpServer.sync} does. */
  static AsyncToolSpecification blocking(
      String name, String description, String inputSchema, Blocking tool) {
    return AsyncToolSpecification.builder()
        .tool(tool(name, description, inputSchema))
        .callHandler(
            (exchange, request) ->
                Mono.fromCallable(() -> tool.call(new McpSyncServerExchange(exchange), request))
                    .subscribeOn(Schedulers.boundedElastic()))
        .build();
  }

  /** A tool that holds no thread while it waits. */
  static AsyncToolSpecification async(
      String name,
      String description,
      String inputSchema,
      Function<CallToolRequest, Mono<CallToolResult>> tool) {
    return AsyncToolSpecification.builder()
        .tool(tool(name, description, inputSchema))
        .callHandler((exchange, request) -> tool.apply(request))
        .build();
  }

  static CallToolResult text(String text) {
    return result(new TextContent(text));
  }

  static CallToolResult result(Content... content) {
    return CallToolResult.builder().content(List.of(content)).isError(false).build();
  }

  static CallToolResult error(String text) {
    return CallToolResult.builder().addTextContent(text).isError(true).build();
  }

  /** The argument as text; {@code null} if it is not there. */
  static String argument(CallToolRequest request, String name) {
    Object value = request.arguments() == null ? null : request.arguments().get(name);
    return value == null ? null : value.toString();
  }

  /** The schema of an object with these properties, all required, each {@code name:type}. */
  static String schema(String... properties) {
    StringBuilder json = new StringBuilder("{\"type\":\"object\",\"properties\":{");
    StringBuilder required = new StringBuilder();
    String separator = "";
    for (String property : properties) {
      String[] parts = property.split(":", 2);
      json.append(separator).append("\"%s\":{\"type\":\"%s\"}".formatted(parts[0], parts[1]));
      required.append(separator).append('"').append(parts[0]).append('"');
      separator = ",";
    }
    return json.append("},\"required\":[").append(required).append("]}").toString();
  }

  static Tool tool(String name, String description, String inputSchema) {
    return Tool.builder()
        .name(name)
        .description(description)
        .inputSchema(Json.MAPPER, inputSchema)
        .build();
  }
}
