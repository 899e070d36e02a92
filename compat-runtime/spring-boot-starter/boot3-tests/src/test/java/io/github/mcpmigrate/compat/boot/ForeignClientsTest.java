package io.github.mcpmigrate.compat.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpmigrate.samples.interop.node.DriverRun;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.spec.McpSchema;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Both versions of the TypeScript SDK and the Java SDK, each on both transports, on one server that
 * Spring Security guards. Skipped where there is no npm.
 */
class ForeignClientsTest {

  private static final String TYPESCRIPT_1 = "typescript-v1";
  private static final String TYPESCRIPT_2 = "typescript-v2";

  private static RunningApplication application;

  @BeforeAll
  static void start() {
    application =
        RunningApplication.start(
            "access=basic",
            "spring.ai.mcp.server.protocol=STREAMABLE",
            "spring.security.user.name=ann",
            "spring.security.user.password=secret");
  }

  @AfterAll
  static void stop() {
    application.close();
  }

  @Test
  void allAreToldOfANewToolAtOnce() throws Exception {
    List<BlockingQueue<String>> told =
        List.of(new LinkedBlockingQueue<>(), new LinkedBlockingQueue<>());
    HttpRequest.Builder ann = RunningApplication.basic("ann", "secret");
    try (DriverRun one = driver(TYPESCRIPT_1, "newTool", "secret");
        DriverRun two = driver(TYPESCRIPT_2, "newTool", "secret");
        McpSyncClient sse =
            RunningApplication.client(application.sse("/sse", ann), "old", into(told.get(0)));
        McpSyncClient streamable =
            RunningApplication.client(
                application.streamable("/mcp", ann), "new", into(told.get(1)))) {
      List<McpSyncClient> java = List.of(sse, streamable);
      one.await("connected");
      two.await("connected");
      application
          .bean(McpSyncServer.class)
          .addTool(
              SyncToolSpecification.builder()
                  .tool(Requests.tool("late"))
                  .callHandler((exchange, request) -> Requests.text("late answer"))
                  .build());
      for (int i = 0; i < java.size(); i++) {
        assertThat(told.get(i).poll(15, TimeUnit.SECONDS)).contains("late", "callback");
        assertThat(Requests.call(java.get(i), "late", Map.of())).contains("late answer");
      }
      for (DriverRun run : List.of(one, two)) {
        Map<String, String> steps = run.finish();
        for (String transport : List.of("sse", "streamable")) {
          assertThat(steps.get(transport + " tools"))
              .contains("\"callback\"", "\"annotated\"")
              .doesNotContain("\"late\"");
          assertThat(steps.get(transport + " told")).contains("\"late\"", "late answer");
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {TYPESCRIPT_1, TYPESCRIPT_2})
  void whoHasAnotherPasswordIsRefusedOnBoth(String client) throws Exception {
    try (DriverRun run = driver(client, "connecting", "wrong")) {
      Map<String, String> steps = run.finish();
      for (String transport : List.of("sse", "streamable")) {
        assertThat(steps.get(transport)).contains("\"connected\":false", "\"status\":401");
      }
    }
  }

  private static DriverRun driver(String client, String scenario, String password)
      throws Exception {
    List<String> endpoints = new ArrayList<>();
    endpoints.addAll(List.of(application.uri("/sse").toString(), "sse"));
    endpoints.addAll(List.of(application.uri("/mcp").toString(), "streamable"));
    String credentials = Base64.getEncoder().encodeToString(("ann:" + password).getBytes());
    return DriverRun.start(
        client, scenario, endpoints, Map.of("DRIVER_AUTHORIZATION", "Basic " + credentials));
  }

  private static UnaryOperator<McpClient.SyncSpec> into(BlockingQueue<String> told) {
    return spec ->
        spec.toolsChangeConsumer(
            tools -> told.add(tools.stream().map(McpSchema.Tool::name).toList().toString()));
  }
}
