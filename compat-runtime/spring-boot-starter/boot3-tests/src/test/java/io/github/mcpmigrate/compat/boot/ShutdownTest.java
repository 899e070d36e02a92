package io.github.mcpmigrate.compat.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpmigrate.compat.sdk.DualTransportProvider;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.McpSyncServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The application ends gracefully: running calls are answered, open streams hold up nothing. */
class ShutdownTest {

  private static final Duration GRACE = Duration.ofSeconds(20);

  @Test
  void runningCallsAreAnsweredAndStreamsDoNotHoldUpTheWebServer() throws Exception {
    CountDownLatch running = new CountDownLatch(2);
    CountDownLatch finish = new CountDownLatch(1);
    RunningApplication application =
        RunningApplication.start(
            "spring.ai.mcp.server.protocol=STREAMABLE",
            "server.shutdown=graceful",
            "spring.lifecycle.timeout-per-shutdown-phase=" + GRACE.toSeconds() + "s");
    application
        .bean(McpSyncServer.class)
        .addTool(
            SyncToolSpecification.builder()
                .tool(Requests.tool("slow"))
                .callHandler(
                    (exchange, request) -> {
                      running.countDown();
                      await(finish);
                      return Requests.text("done all the same");
                    })
                .build());
    McpSyncClient sse = application.sseClient(UnaryOperator.identity());
    McpSyncClient streamable = application.streamableClient(UnaryOperator.identity());
    List<CompletableFuture<String>> answers =
        List.of(sse, streamable).stream()
            .map(
                client ->
                    CompletableFuture.supplyAsync(() -> Requests.call(client, "slow", Map.of())))
            .toList();
    assertThat(running.await(10, TimeUnit.SECONDS)).isTrue();

    CompletableFuture<Duration> closing = CompletableFuture.supplyAsync(() -> timed(application));
    DualTransportProvider transport = application.bean(DualTransportProvider.class);
    while (transport.isServing() && !closing.isDone()) {
      Thread.onSpinWait();
    }
    finish.countDown();
    for (CompletableFuture<String> answer : answers) {
      assertThat(answer.get(10, TimeUnit.SECONDS)).contains("done all the same");
    }
    assertThat(closing.get(60, TimeUnit.SECONDS)).isLessThan(GRACE.minusSeconds(5));
  }

  private static Duration timed(RunningApplication application) {
    long start = System.nanoTime();
    application.close();
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
