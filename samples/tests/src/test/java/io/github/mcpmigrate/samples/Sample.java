package io.github.mcpmigrate.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.spec.McpClientTransport;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import java.util.Map;

/** The servers among the samples: how each is started, and what one of its tools answers. */
enum Sample {
  NOTES(
      "servlet-server",
      "notes-server.jar",
      "0",
      "/sse",
      new CallToolRequest("add_note", Map.of("text", "Water the plants")),
      "Kept as note "),
  WEBMVC(
      "webmvc-server",
      "stock-server-1.0.0.jar",
      "--server.port=0",
      "/sse",
      new CallToolRequest("count", Map.of("item", "bolts")),
      "120 in stock"),
  WEBFLUX(
      "webflux-server",
      "clock-server-1.0.0.jar",
      "--server.port=0",
      "/clock/events",
      new CallToolRequest("time", Map.of("zone", "Asia/Kolkata")),
      "+05:30"),
  SPRING_AI(
      "spring-ai-webmvc",
      "weather-server-1.0.0.jar",
      "--server.port=0",
      "/sse",
      new CallToolRequest("temperature", Map.of("city", "Oslo")),
      "12 degrees"),
  SPRING_AI_WEBFLUX(
      "spring-ai-webflux",
      "departures-server-1.0.0.jar",
      "--server.port=0",
      "/sse",
      new CallToolRequest("next_departure", Map.of("city", "Oslo")),
      "leaves at 11:45"),
  SUBCLASS(
      "servlet-subclass",
      "tasks-server.jar",
      "0",
      "/sse",
      new CallToolRequest("add_task", Map.of("title", "Water the plants")),
      " tasks"),
  HANDWRITTEN(
      "handwritten-sse-emitter",
      "kitchen-server-1.0.0.jar",
      "--server.port=0",
      "/sse",
      new CallToolRequest("to_ounces", Map.of("grams", 100)),
      "3.5 oz"),
  TRANSPORTS(
      "sse-server-transport",
      "lab-server.jar",
      "0",
      "/sse",
      new CallToolRequest("test_simple_text", Map.of()),
      "This is a simple text response");

  private final String folder;
  private final String jar;
  private final String port;
  private final String ssePath;
  private final CallToolRequest call;
  private final String answer;

  Sample(
      String folder, String jar, String port, String ssePath, CallToolRequest call, String answer) {
    this.folder = folder;
    this.jar = jar;
    this.port = port;
    this.ssePath = ssePath;
    this.call = call;
    this.answer = answer;
  }

  Project copy(String state, String name) throws Exception {
    return Project.copyOf(folder + "/" + state, folder + "-" + name);
  }

  Map<String, String> expected(String state) {
    return Project.contents(Project.sample(folder + "/" + state));
  }

  String folder() {
    return folder;
  }

  String jar() {
    return jar;
  }

  /** Whether it has a provider of the SDK, which the agent can weave. */
  boolean onSdk() {
    return this != HANDWRITTEN && this != TRANSPORTS;
  }

  /** The argument that makes it take a free port. */
  String port() {
    return port;
  }

  /** Where it serves HTTP+SSE. */
  String ssePath() {
    return ssePath;
  }

  CallToolRequest call() {
    return call;
  }

  /** What the answer to the call has in it. */
  String answer() {
    return answer;
  }

  /** A client on this transport calls the tool. */
  void assertAnswers(McpClientTransport transport) {
    try (McpSyncClient client = McpClient.sync(transport).build()) {
      client.initialize();
      CallToolResult result = client.callTool(call);
      assertThat(result.content())
          .singleElement()
          .isInstanceOfSatisfying(
              TextContent.class, text -> assertThat(text.text()).contains(answer));
    }
  }
}
