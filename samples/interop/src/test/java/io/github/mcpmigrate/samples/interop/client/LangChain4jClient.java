package io.github.mcpmigrate.samples.interop.client;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.exception.ToolExecutionException;
import dev.langchain4j.mcp.client.DefaultMcpClient;
import dev.langchain4j.mcp.client.McpClient;
import dev.langchain4j.mcp.client.McpResource;
import dev.langchain4j.mcp.client.McpRoot;
import dev.langchain4j.mcp.client.McpTextContent;
import dev.langchain4j.mcp.client.McpTextResourceContents;
import dev.langchain4j.mcp.client.logging.McpLogMessage;
import dev.langchain4j.mcp.client.transport.McpTransport;
import dev.langchain4j.mcp.client.transport.http.HttpMcpTransport;
import dev.langchain4j.mcp.client.transport.http.StreamableHttpMcpTransport;
import dev.langchain4j.service.tool.ToolExecutionResult;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BiConsumer;

/** The MCP client of LangChain4j, of the last version that still has HTTP+SSE. */
public final class LangChain4jClient
    implements BiConsumer<Map<String, String>, BiConsumer<String, Map<String, Object>>> {

  private static final Duration TIMEOUT = Duration.ofSeconds(15);

  private final BlockingQueue<McpLogMessage> logs = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> updates = new LinkedBlockingQueue<>();

  /**
   * Goes through every feature it has.
   *
   * @param options {@code base}: the server; {@code endpoint}: the path there; {@code transport}:
   *     {@code sse} or {@code streamable}
   */
  @Override
  public void accept(
      Map<String, String> options, BiConsumer<String, Map<String, Object>> listener) {
    Steps to = new Steps(listener);
    try (McpClient client =
        DefaultMcpClient.builder()
            .transport(transport(options))
            .clientName("interop-client")
            .clientVersion("1.0.0")
            .initializationTimeout(TIMEOUT)
            .toolExecutionTimeout(TIMEOUT)
            .roots(List.of(new McpRoot("a", "file:///a"), new McpRoot("b", "file:///b")))
            .logHandler(logs::add)
            .onResourceUpdated((from, uri) -> updates.add(uri))
            .autoHealthCheck(false)
            .build()) {
      to.step(
          "ping",
          () -> {
            client.checkHealth();
            return Map.of("result", Map.of());
          });
      to.step(
          "tools/list",
          () -> Map.of("names", client.listTools().stream().map(ToolSpecification::name).toList()));
      to.step("echo", () -> call(client, "echo", "{\"message\":\"grüße ☃\"}"));
      to.step("who", () -> call(client, "who", "{}"));
      to.step("headers", () -> call(client, "headers", "{}"));
      to.step("roots", () -> call(client, "roots", "{}"));
      to.step("log", () -> log(client, options.get("transport")));
      to.step(
          "resources/list",
          () -> Map.of("uris", client.listResources().stream().map(McpResource::uri).toList()));
      to.step("resources/read", () -> read(client));
      to.step("resources/subscribe", () -> subscribe(client));
      to.step("prompts/get", () -> prompt(client));
      to.step("error result", () -> call(client, "test_error_handling", "{}"));
      to.step("sleep", () -> call(client, "sleep", "{\"millis\":50}"));
      to.step("refused sample", () -> call(client, "sample", "{}"));
      to.step("refused elicit", () -> call(client, "elicit", "{}"));
    } catch (Exception e) {
      to.step(
          "close",
          () -> {
            throw e;
          });
    }
  }

  @SuppressWarnings("removal") // That it still has HTTP+SSE is why this version is here.
  private static McpTransport transport(Map<String, String> options) {
    String url = URI.create(options.get("base")).resolve(options.get("endpoint")).toString();
    Map<String, String> headers = Map.of("X-Probe", options.get("transport"));
    return options.get("transport").equals("sse")
        ? HttpMcpTransport.builder().sseUrl(url).customHeaders(headers).timeout(TIMEOUT).build()
        : StreamableHttpMcpTransport.builder()
            .url(url)
            .customHeaders(headers)
            .timeout(TIMEOUT)
            .subsidiaryChannel(true)
            .build();
  }

  private static Map<String, Object> call(McpClient client, String tool, String arguments) {
    try {
      ToolExecutionResult result =
          client.executeTool(
              ToolExecutionRequest.builder().name(tool).arguments(arguments).build());
      return Map.of("text", result.resultText(), "isError", result.isError());
    } catch (ToolExecutionException e) {
      return Map.of("text", e.getMessage(), "isError", true);
    }
  }

  private Map<String, Object> log(McpClient client, String message) throws InterruptedException {
    Map<String, Object> result = call(client, "log", "{\"message\":\"" + message + "\"}");
    McpLogMessage log = Steps.next(logs);
    return Steps.with(
        result,
        "notification",
        Map.of("level", log.level().name().toLowerCase(Locale.ROOT), "data", log.data().asText()));
  }

  private static Map<String, Object> read(McpClient client) {
    McpTextResourceContents contents =
        (McpTextResourceContents) client.readResource("x://a").contents().get(0);
    return Map.of("contents", List.of(Map.of("text", contents.text())));
  }

  private Map<String, Object> subscribe(McpClient client) throws InterruptedException {
    client.subscribeToResource("x://a");
    List<Map<String, String>> all = new ArrayList<>(List.of(Map.of("uri", Steps.next(updates))));
    call(client, "sleep", "{\"millis\":300}"); // a second, wrong one would arrive in this time
    updates.forEach(uri -> all.add(Map.of("uri", uri)));
    return Map.of("result", Map.of(), "updates", all);
  }

  private static Map<String, Object> prompt(McpClient client) {
    McpTextContent content =
        (McpTextContent)
            client
                .getPrompt("test_prompt_with_arguments", Map.of("arg1", "one", "arg2", "two"))
                .messages()
                .get(0)
                .content();
    return Map.of("messages", List.of(Map.of("content", Map.of("text", content.text()))));
  }
}
