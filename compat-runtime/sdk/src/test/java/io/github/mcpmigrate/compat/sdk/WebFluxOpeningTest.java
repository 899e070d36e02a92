package io.github.mcpmigrate.compat.sdk;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.spec.McpSchema.JsonSchema;
import io.modelcontextprotocol.spec.McpSchema.ProgressNotification;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/**
 * Between the engine's opening of a stream and Spring's subscribing to it may lie whatever an
 * application puts there: filters, what is to happen before a response is committed.
 */
class WebFluxOpeningTest {

  /** What stands between, and lets nothing through before the gate opens. */
  enum Between {
    /** Spring has the response, but has not subscribed to what is to be written. */
    HEAD {
      @Override
      Mono<ServerResponse> handle(
          ServerRequest request, HandlerFunction<ServerResponse> engine, Mono<Void> gate) {
        request.exchange().getResponse().beforeCommit(() -> gate);
        return engine.handle(request);
      }
    },
    /** The engine has given the response, but Spring has not got it. */
    FILTER {
      @Override
      Mono<ServerResponse> handle(
          ServerRequest request, HandlerFunction<ServerResponse> engine, Mono<Void> gate) {
        return engine.handle(request).flatMap(response -> gate.thenReturn(response));
      }
    };

    abstract Mono<ServerResponse> handle(
        ServerRequest request, HandlerFunction<ServerResponse> engine, Mono<Void> gate);
  }

  private final CompletableFuture<Void> reached = new CompletableFuture<>();
  private final CompletableFuture<Void> gate = new CompletableFuture<>();
  private final CompletableFuture<Void> cancelled = new CompletableFuture<>();

  private WebFluxDualTransportProvider provider;
  private DisposableServer web;

  @AfterEach
  void stop() {
    provider.close();
    web.disposeNow();
  }

  @ParameterizedTest
  @EnumSource
  void aStreamThatIsGivenUpMeanwhileEnds(Between between) throws Exception {
    start(between, Duration.ofSeconds(1));
    try (Socket client = sse()) {
      reached.get(10, TimeUnit.SECONDS);
      await("it takes nothing for too long", () -> sessions() == 0);
      gate.complete(null);
      assertThat(untilTheStreamEnds(client)).startsWith("HTTP/1.1 200");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aStreamThatTheServerClosesMeanwhileEnds(Between between) throws Exception {
    start(between, Duration.ofSeconds(60));
    try (Socket client = sse()) {
      reached.get(10, TimeUnit.SECONDS);
      provider.close();
      gate.complete(null);
      assertThat(untilTheStreamEnds(client)).startsWith("HTTP/1.1 200");
    }
  }

  @Test
  void aClientThatHangsUpMeanwhileIsForgottenAtOnce() throws Exception {
    start(Between.HEAD, Duration.ofSeconds(60));
    try (Socket client = sse()) {
      reached.get(10, TimeUnit.SECONDS);
      assertThat(sessions()).isEqualTo(1);
    }
    await("the session has gone with its stream", () -> sessions() == 0);
  }

  /** Nobody tells the engine then, so it is the stall limit that does. */
  @Test
  void aClientThatHangsUpBehindAFilterIsForgottenAfterTheStallLimit() throws Exception {
    start(Between.FILTER, Duration.ofSeconds(1));
    try (Socket client = sse()) {
      reached.get(10, TimeUnit.SECONDS);
      assertThat(sessions()).isEqualTo(1);
    }
    await("the session has gone with its stream", () -> sessions() == 0);
  }

  @Test
  void aStreamThatNobodyIsThereForAnyMoreHoldsNoTool() throws Exception {
    gate.complete(null);
    start(Between.FILTER, Duration.ofSeconds(60));
    CompletableFuture<Void> flooded = new CompletableFuture<>();
    McpSyncServer server =
        McpServer.sync(provider)
            .capabilities(ServerCapabilities.builder().tools(true).build())
            .build();
    server.addTool(
        SyncToolSpecification.builder()
            .tool(
                Tool.builder()
                    .name("flood")
                    .inputSchema(new JsonSchema("object", Map.of(), null, null, null, null))
                    .build())
            .callHandler(
                (exchange, request) -> {
                  reached.complete(null);
                  // What is sent now is the first that needs a stream.
                  cancelled.join();
                  String large = "x".repeat(32 << 10);
                  for (int i = 1; i <= 500; i++) {
                    exchange.progressNotification(
                        new ProgressNotification(request.progressToken(), i, null, large));
                  }
                  flooded.complete(null);
                  return TestServer.text("all sent");
                })
            .build());
    String session = new RawClient("http://127.0.0.1:" + web.port()).streamable("2025-11-25");
    String call = RawClient.call(1, "flood", "{}");
    try (Socket client =
        send(
            "POST /mcp HTTP/1.1\r\nMcp-Session-Id: "
                + session
                + "\r\nContent-Type: application/json\r\nContent-Length: "
                + call.length(),
            call)) {
      reached.get(10, TimeUnit.SECONDS);
    }
    cancelled.get(10, TimeUnit.SECONDS);
    flooded.get(10, TimeUnit.SECONDS);
  }

  private void start(Between between, Duration stallLimit) {
    provider =
        WebFluxDualTransportProvider.builder()
            .keepAliveInterval(Duration.ofMillis(200))
            .stallLimit(stallLimit)
            .build();
    Mono<Void> passing =
        Mono.defer(
            () -> {
              reached.complete(null);
              return Mono.fromFuture(gate, true);
            });
    web =
        HttpServer.create()
            .host("127.0.0.1")
            .port(0)
            .handle(
                new ReactorHttpHandlerAdapter(
                    RouterFunctions.toHttpHandler(
                        provider
                            .getRouterFunction()
                            .filter(
                                (request, engine) ->
                                    between.handle(
                                        request,
                                        watched -> watched(engine.handle(watched)),
                                        passing)))))
            .bindNow();
  }

  private Mono<ServerResponse> watched(Mono<ServerResponse> answer) {
    return answer.doOnCancel(() -> cancelled.complete(null));
  }

  private long sessions() {
    return provider.usage().httpSse().openSessions();
  }

  private Socket sse() throws IOException {
    return send("GET /sse HTTP/1.1", "");
  }

  private Socket send(String head, String body) throws IOException {
    Socket socket = new Socket("127.0.0.1", web.port());
    socket.setSoTimeout(10_000);
    socket
        .getOutputStream()
        .write(
            (head
                    + "\r\nHost: 127.0.0.1:"
                    + web.port()
                    + "\r\nAccept: application/json, text/event-stream\r\n\r\n"
                    + body)
                .getBytes(US_ASCII));
    return socket;
  }

  /** Reads up to the last chunk; a stream that goes on without one times out. */
  private static String untilTheStreamEnds(Socket socket) throws IOException {
    StringBuilder text = new StringBuilder();
    while (text.indexOf("\r\n0\r\n\r\n") < 0) {
      int next = socket.getInputStream().read();
      if (next < 0) {
        throw new AssertionError("cut after " + text);
      }
      text.append((char) next);
    }
    return text.toString();
  }

  private static void await(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as(what).isLessThan(end);
      Thread.onSpinWait();
    }
  }
}
