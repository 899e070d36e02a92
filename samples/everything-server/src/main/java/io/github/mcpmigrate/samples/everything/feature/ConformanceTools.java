package io.github.mcpmigrate.samples.everything.feature;

import static io.github.mcpmigrate.samples.everything.feature.ToolSpecs.NO_ARGUMENTS;
import static io.github.mcpmigrate.samples.everything.feature.ToolSpecs.async;
import static io.github.mcpmigrate.samples.everything.feature.ToolSpecs.blocking;
import static io.github.mcpmigrate.samples.everything.feature.ToolSpecs.error;
import static io.github.mcpmigrate.samples.everything.feature.ToolSpecs.result;
import static io.github.mcpmigrate.samples.everything.feature.ToolSpecs.text;

import io.github.mcpmigrate.compat.sdk.ResponseStream;
import io.modelcontextprotocol.server.McpAsyncServerExchange;
import io.modelcontextprotocol.server.McpServerFeatures.AsyncToolSpecification;
import io.modelcontextprotocol.server.McpSyncServerExchange;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.LoggingLevel;
import io.modelcontextprotocol.spec.McpSchema.LoggingMessageNotification;
import io.modelcontextprotocol.spec.McpSchema.ProgressNotification;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import java.time.Duration;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * The tools that the scenarios of the official conformance suite call (versions 0.1.16 and
 * 0.2.0-alpha.12), without those that ask the client, which are in {@link ConformanceClientTools}.
 */
final class ConformanceTools {

  private static final Duration STEP = Duration.ofMillis(50);

  /** When the client of {@code test_reconnection} is asked to come back. */
  private static final Duration RETRY = Duration.ofMillis(500);

  private static final String SCHEMA_2020_12 =
      """
      {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "type": "object",
        "$defs": {
          "address": {
            "$anchor": "addressDef",
            "type": "object",
            "properties": {"street": {"type": "string"}, "city": {"type": "string"}}
          }
        },
        "properties": {
          "name": {"type": "string"},
          "address": {"$ref": "#/$defs/address"},
          "contactMethod": {"type": "string", "enum": ["phone", "email"]},
          "phone": {"type": "string"},
          "email": {"type": "string"}
        },
        "allOf": [{"anyOf": [{"required": ["phone"]}, {"required": ["email"]}]}],
        "if": {"properties": {"contactMethod": {"const": "phone"}}, "required": ["contactMethod"]},
        "then": {"required": ["phone"]},
        "else": {"required": ["email"]},
        "additionalProperties": false
      }""";

  private ConformanceTools() {}

  static List<AsyncToolSpecification> all() {
    return List.of(
        constant(
            "test_simple_text",
            "Returns text",
            text("This is a simple text response for testing.")),
        constant("test_image_content", "Returns an image", result(Fixtures.image())),
        constant("test_audio_content", "Returns audio", result(Fixtures.audio())),
        constant(
            "test_embedded_resource",
            "Returns an embedded resource",
            result(
                Fixtures.resource(
                    "test://embedded-resource",
                    "text/plain",
                    "This is an embedded resource content."))),
        constant(
            "test_multiple_content_types",
            "Returns text, an image and an embedded resource",
            result(
                new TextContent("Multiple content types test:"),
                Fixtures.image(),
                Fixtures.resource(
                    "test://mixed-content-resource",
                    "application/json",
                    "{\"test\":\"data\",\"value\":123}"))),
        constant(
            "test_error_handling",
            "Returns an error",
            error("This tool intentionally returns an error for testing")),
        async(
            "json_schema_2020_12_tool",
            "Has an input schema with keywords of JSON Schema 2020-12",
            SCHEMA_2020_12,
            request -> Mono.just(text("ok"))),
        blocking(
            "test_tool_with_logging",
            "Sends three log messages while it runs",
            NO_ARGUMENTS,
            ConformanceTools::log),
        blocking(
            "test_tool_with_progress",
            "Sends three progress notifications while it runs",
            NO_ARGUMENTS,
            ConformanceTools::progress),
        AsyncToolSpecification.builder()
            .tool(
                ToolSpecs.tool(
                    "test_reconnection",
                    "Ends its own stream and answers to who comes back",
                    NO_ARGUMENTS))
            .callHandler((exchange, request) -> reconnection(exchange))
            .build());
  }

  /** Behind the SDK's own providers, which cannot do this, the client sees a plain answer. */
  private static Mono<CallToolResult> reconnection(McpAsyncServerExchange exchange) {
    ResponseStream.of(exchange.transportContext()).ifPresent(stream -> stream.disconnect(RETRY));
    return Mono.delay(STEP.multipliedBy(2)).map(tick -> text("Reconnection test completed"));
  }

  private static AsyncToolSpecification constant(
      String name, String description, CallToolResult result) {
    return async(name, description, NO_ARGUMENTS, request -> Mono.just(result));
  }

  private static CallToolResult log(McpSyncServerExchange client, CallToolRequest request)
      throws InterruptedException {
    info(client, "Tool execution started");
    Thread.sleep(STEP.toMillis());
    info(client, "Tool processing data");
    Thread.sleep(STEP.toMillis());
    info(client, "Tool execution completed");
    return text("Tool execution completed with logging");
  }

  private static void info(McpSyncServerExchange client, String data) {
    client.loggingNotification(
        LoggingMessageNotification.builder().level(LoggingLevel.INFO).data(data).build());
  }

  private static CallToolResult progress(McpSyncServerExchange client, CallToolRequest request)
      throws InterruptedException {
    Object token = request.progressToken();
    for (double done : new double[] {0, 50, 100}) {
      if (token != null) {
        client.progressNotification(new ProgressNotification(token, done, 100.0, null));
      }
      if (done < 100) {
        Thread.sleep(STEP.toMillis());
      }
    }
    return text("Tool execution completed");
  }
}
