package io.github.mcpmigrate.compat.sdk;

import io.modelcontextprotocol.server.McpAsyncServer;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServerFeatures.AsyncToolSpecification;
import io.modelcontextprotocol.spec.McpSchema.JsonSchema;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import io.modelcontextprotocol.spec.McpStreamableServerTransportProvider;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** A server whose one tool, an asynchronous one, is called many times and answers when told to. */
final class ManyCalls implements AutoCloseable {

  private final Sinks.One<String> gate = Sinks.one();
  private final CountDownLatch running;
  private final McpStreamableServerTransportProvider provider;
  private final McpAsyncServer server;
  private final Door.Running door;
  private final RawClient client;
  private final List<CompletableFuture<HttpResponse<String>>> calls = new ArrayList<>();

  ManyCalls(Door where, int number) throws Exception {
    running = new CountDownLatch(number);
    provider = where.provider(options -> {});
    server =
        McpServer.async(provider)
            .serverInfo("many", "1")
            .capabilities(ServerCapabilities.builder().tools(true).build())
            .tools(
                AsyncToolSpecification.builder()
                    .tool(
                        Tool.builder()
                            .name("wait")
                            .inputSchema(new JsonSchema("object", Map.of(), null, null, null, null))
                            .build())
                    .callHandler(
                        (exchange, request) ->
                            Mono.defer(
                                () -> {
                                  running.countDown();
                                  return gate.asMono().map(TestServer::text);
                                }))
                    .build())
            .build();
    door = where.start(provider);
    String base = "http://127.0.0.1:" + door.port();
    client = new RawClient(base);
    String session = client.streamable("2025-11-25");
    HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    for (int i = 0; i < number; i++) {
      HttpRequest call =
          HttpRequest.newBuilder(URI.create(base + "/mcp"))
              .header("Content-Type", "application/json")
              .header("Accept", "application/json, text/event-stream")
              .header("Mcp-Session-Id", session)
              .POST(BodyPublishers.ofString(RawClient.call(i, "wait", "{}")))
              .build();
      calls.add(http.sendAsync(call, BodyHandlers.ofString()));
    }
  }

  RawClient client() {
    return client;
  }

  boolean allRunning() throws InterruptedException {
    return running.await(30, TimeUnit.SECONDS);
  }

  void release() {
    gate.tryEmitValue("released");
  }

  List<String> answers() throws Exception {
    List<String> answers = new ArrayList<>();
    for (CompletableFuture<HttpResponse<String>> call : calls) {
      answers.add(call.get(30, TimeUnit.SECONDS).body());
    }
    return answers;
  }

  @Override
  public void close() {
    provider.close();
    server.close();
    door.close();
  }
}
