package io.github.mcpmigrate.samples.interop.client;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientSseClientTransport;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpClientTransport;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ClientCapabilities;
import io.modelcontextprotocol.spec.McpSchema.CompleteRequest;
import io.modelcontextprotocol.spec.McpSchema.CreateMessageResult;
import io.modelcontextprotocol.spec.McpSchema.ElicitResult;
import io.modelcontextprotocol.spec.McpSchema.GetPromptRequest;
import io.modelcontextprotocol.spec.McpSchema.Implementation;
import io.modelcontextprotocol.spec.McpSchema.InitializeResult;
import io.modelcontextprotocol.spec.McpSchema.LoggingMessageNotification;
import io.modelcontextprotocol.spec.McpSchema.ProgressNotification;
import io.modelcontextprotocol.spec.McpSchema.PromptReference;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceRequest;
import io.modelcontextprotocol.spec.McpSchema.ResourceContents;
import io.modelcontextprotocol.spec.McpSchema.Role;
import io.modelcontextprotocol.spec.McpSchema.Root;
import io.modelcontextprotocol.spec.McpSchema.SubscribeRequest;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sync client of the MCP Java SDK, of the line whose jars its class loader has. */
public final class JavaSdkClient
    implements BiConsumer<Map<String, String>, BiConsumer<String, Map<String, Object>>> {

  private static final Duration TIMEOUT = Duration.ofSeconds(15);

  private static final Pattern CODE = Pattern.compile("code=(-?\\d+)");

  private final BlockingQueue<LoggingMessageNotification> logs = new LinkedBlockingQueue<>();
  private final BlockingQueue<ProgressNotification> progress = new LinkedBlockingQueue<>();
  private final BlockingQueue<ResourceContents> updates = new LinkedBlockingQueue<>();

  /**
   * Goes through every feature.
   *
   * @param options {@code base}: the server; {@code endpoint}: the path there; {@code transport}:
   *     {@code sse} or {@code streamable}; {@code line}: of the SDK
   */
  @Override
  public void accept(Map<String, String> options, BiConsumer<String, Map<String, Object>> steps) {
    boolean old = options.get("line").equals("0.10");
    try (McpSyncClient client = connect(options, old)) {
      Steps to = new Steps(steps);
      to.step("initialize", () -> initialize(client.initialize()));
      to.step("ping", () -> Map.of("result", client.ping() == null ? "none" : Map.of()));
      to.step(
          "tools/list",
          () -> Map.of("names", client.listTools().tools().stream().map(t -> t.name()).toList()));
      to.step("echo", () -> call(client, "echo", Map.of("message", "grüße ☃")));
      to.step("who", () -> call(client, "who", Map.of()));
      to.step("headers", () -> call(client, "headers", Map.of()));
      to.step("progress without token", () -> call(client, "progress", Map.of()));
      to.step("sample", () -> call(client, "sample", Map.of()));
      to.step("roots", () -> call(client, "roots", Map.of()));
      to.step("log", () -> log(client, options.get("transport")));
      to.step("resources/list", () -> resources(client));
      to.step("resources/read", () -> read(client));
      to.step("prompts/get", () -> prompt(client));
      to.step("completion", () -> complete(client));
      to.step("error result", () -> call(client, "test_error_handling", Map.of()));
      to.step("unknown prompt", () -> unknownPrompt(client));
      to.step("sleep", () -> call(client, "sleep", Map.of("millis", 50)));
      if (!old) {
        to.step("progress", () -> progress(client));
        to.step("elicit", () -> call(client, "elicit", Map.of()));
        to.step("resources/subscribe", () -> subscribe(client));
      }
    }
    try (McpSyncClient plain =
        McpClient.sync(transport(options))
            .requestTimeout(TIMEOUT)
            .clientInfo(new Implementation("plain-client", "1.0.0"))
            .build()) {
      Steps to = new Steps(steps);
      plain.initialize();
      to.step("refused sample", () -> call(plain, "sample", Map.of()));
      to.step("refused elicit", () -> call(plain, "elicit", Map.of()));
      to.step("refused roots", () -> call(plain, "roots", Map.of()));
    }
  }

  private McpSyncClient connect(Map<String, String> options, boolean old) {
    ClientCapabilities.Builder capabilities = ClientCapabilities.builder().roots(true).sampling();
    McpClient.SyncSpec spec =
        McpClient.sync(transport(options))
            .requestTimeout(TIMEOUT)
            .clientInfo(new Implementation("interop-client", "1.0.0"))
            .roots(new Root("file:///a", "a"), new Root("file:///b", "b"))
            .sampling(
                request ->
                    new CreateMessageResult(
                        Role.ASSISTANT,
                        new TextContent("by " + options.get("transport")),
                        "none",
                        CreateMessageResult.StopReason.END_TURN))
            .loggingConsumer(logs::add);
    if (!old) {
      capabilities.elicitation();
      spec.elicitation(
              request -> new ElicitResult(ElicitResult.Action.ACCEPT, Map.of("name", "Ada")))
          .progressConsumer(progress::add)
          .resourcesUpdateConsumer(updates::addAll);
    }
    return spec.capabilities(capabilities.build()).build();
  }

  private static McpClientTransport transport(Map<String, String> options) {
    String base = options.get("base");
    String endpoint = options.get("endpoint");
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base)).header("X-Probe", options.get("transport"));
    if (options.get("line").equals("0.10")) {
      // A request builder of one's own takes the place of the one that has it; later lines add it.
      request.header("Content-Type", "application/json");
    }
    return options.get("transport").equals("sse")
        ? HttpClientSseClientTransport.builder(base)
            .sseEndpoint(endpoint)
            .requestBuilder(request)
            .build()
        : Streamable.transport(base, endpoint, request);
  }

  /** Apart, because 0.10 has no such class to link with. */
  private static final class Streamable {
    private static McpClientTransport transport(
        String base, String endpoint, HttpRequest.Builder request) {
      return HttpClientStreamableHttpTransport.builder(base)
          .endpoint(endpoint)
          .requestBuilder(request)
          .build();
    }
  }

  private static Map<String, Object> initialize(InitializeResult result) {
    return Map.of(
        "protocolVersion", result.protocolVersion(),
        "server", result.serverInfo().name(),
        "capabilities",
            Map.of(
                "tools", result.capabilities().tools().toString(),
                "resources", result.capabilities().resources().toString(),
                "prompts", result.capabilities().prompts().toString(),
                "logging", result.capabilities().logging().toString()));
  }

  private static Map<String, Object> call(
      McpSyncClient client, String tool, Map<String, Object> arguments) {
    return text(client.callTool(new CallToolRequest(tool, arguments)));
  }

  private static Map<String, Object> text(CallToolResult result) {
    return Map.of(
        "text", ((TextContent) result.content().get(0)).text(),
        "isError", Boolean.TRUE.equals(result.isError()));
  }

  private Map<String, Object> log(McpSyncClient client, String message)
      throws InterruptedException {
    Map<String, Object> result = call(client, "log", Map.of("message", message));
    LoggingMessageNotification log = Steps.next(logs);
    return Steps.with(
        result,
        "notification",
        Map.of("level", log.level().name().toLowerCase(Locale.ROOT), "data", log.data()));
  }

  private Map<String, Object> progress(McpSyncClient client) throws InterruptedException {
    Map<String, Object> result =
        text(
            client.callTool(
                new CallToolRequest("progress", Map.of(), Map.of("progressToken", "mine"))));
    List<ProgressNotification> came = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      came.add(Steps.next(progress));
    }
    // The synchronous client hands each notification to a thread of its own.
    came.sort(Comparator.comparing(ProgressNotification::progress));
    List<Map<String, Object>> notifications =
        came.stream()
            .map(
                one ->
                    Map.<String, Object>of(
                        "progressToken", one.progressToken(),
                        "progress", one.progress(),
                        "total", one.total()))
            .toList();
    return Steps.with(Steps.with(result, "tokenSent", "mine"), "notifications", notifications);
  }

  private static Map<String, Object> resources(McpSyncClient client) {
    return Map.of("uris", client.listResources().resources().stream().map(r -> r.uri()).toList());
  }

  private static Map<String, Object> read(McpSyncClient client) {
    ResourceContents contents =
        client.readResource(new ReadResourceRequest("x://a")).contents().get(0);
    return Map.of("contents", List.of(Map.of("text", ((TextResourceContents) contents).text())));
  }

  private Map<String, Object> subscribe(McpSyncClient client) throws InterruptedException {
    client.subscribeResource(new SubscribeRequest("x://a"));
    ResourceContents first = Steps.next(updates);
    call(client, "sleep", Map.of("millis", 300)); // a second, wrong one would arrive in this time
    List<Map<String, String>> all = new ArrayList<>(List.of(Map.of("uri", first.uri())));
    updates.forEach(update -> all.add(Map.of("uri", update.uri())));
    return Map.of("result", Map.of(), "updates", all);
  }

  private static Map<String, Object> prompt(McpSyncClient client) {
    TextContent content =
        (TextContent)
            client
                .getPrompt(
                    new GetPromptRequest(
                        "test_prompt_with_arguments", Map.of("arg1", "one", "arg2", "two")))
                .messages()
                .get(0)
                .content();
    return Map.of("messages", List.of(Map.of("content", Map.of("text", content.text()))));
  }

  private static Map<String, Object> complete(McpSyncClient client) {
    return Map.of(
        "values",
        client
            .completeCompletion(
                new CompleteRequest(
                    new PromptReference("test_prompt_with_arguments"),
                    new CompleteRequest.CompleteArgument("arg1", "par")))
            .completion()
            .values());
  }

  private static Map<String, Object> unknownPrompt(McpSyncClient client) {
    try {
      client.getPrompt(new GetPromptRequest("no-such-prompt", Map.of()));
      return Map.of("refused", false);
    } catch (McpError e) {
      // From its text, because the type of the code changed after 0.10.
      Matcher code = CODE.matcher(e.getJsonRpcError().toString());
      return Map.of("refused", true, "code", code.find() ? Integer.valueOf(code.group(1)) : 0);
    }
  }
}
