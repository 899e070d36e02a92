package io.github.mcpmigrate.compat.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.mcpmigrate.compat.settings.CompatSettings;
import io.modelcontextprotocol.spec.McpSchema.ProgressNotification;
import java.io.InputStream;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Group SSEF: every byte of an event stream is one that every released client reads. */
@ParameterizedClass
@EnumSource(Door.class)
class WireSseFormatTest extends WireTest {

  private static final String UGLY = "a\\nb\\r\\nc\\u2028\\u0000é\uFEFF世\uD83C\uDF89: data";

  private static HttpResponse<InputStream> open(String method, String path, String body)
      throws Exception {
    return client.open(method, path, body, "Mcp-Session-Id", session, "Accept-Encoding", "gzip");
  }

  /** The three kinds of streams there are. */
  private static List<HttpResponse<InputStream>> streams() throws Exception {
    return List.of(
        open("GET", "/sse", null),
        open("GET", "/mcp", null),
        open("POST", "/mcp", RawClient.call(1, "progress", "{}")));
  }

  @Test
  @WireRow({"SSEF-01", "SSEF-02", "SSEF-18", "SSEF-19"})
  void theHeadSaysWhatItIsAndKeepsProxiesFromHoldingItBack() throws Exception {
    for (HttpResponse<InputStream> response : streams()) {
      HttpHeaders head = response.headers();
      response.body().close();
      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(head.allValues("Content-Type")).hasSize(1);
      assertThat(head.firstValue("Content-Type").orElseThrow().toLowerCase(java.util.Locale.ROOT))
          .matches("text/event-stream(; ?charset=utf-8)?");
      assertThat(head.firstValue("X-Accel-Buffering")).contains("no");
      assertThat(head.firstValue("Cache-Control")).contains("no-store, no-transform");
      assertThat(head.firstValue("Content-Length")).isEmpty();
      assertThat(head.firstValue("Content-Encoding")).isEmpty();
    }
  }

  @Test
  @WireRow({
    "SSEF-02", "SSEF-03", "SSEF-04", "SSEF-05", "SSEF-06", "SSEF-08", "SSEF-09", "SSEF-10",
    "SSEF-12", "SSEF-13", "SSEF-14", "SSEF-17"
  })
  void everyEventHasTheOneFormThatAllClientsRead() throws Exception {
    String body = RawClient.call("\"\\n\\u0085\"", "progress", "{\"message\":\"" + UGLY + "\"}");
    try (StreamText stream = new StreamText(open("POST", "/mcp", body).body())) {
      String text = stream.whole();
      assertThat(text).doesNotContain("\r", "\u0000").doesNotStartWith("\uFEFF").endsWith("\n\n");
      String[] blocks = text.split("\n\n");
      assertThat(blocks[0]).as("the priming event").matches("id: [!-~]+\ndata: ");
      assertThat(blocks).hasSize(5);
      for (int i = 1; i < blocks.length; i++) {
        assertThat(blocks[i]).matches("id: [!-~]+\nevent: message\ndata: \\{[^\n]*\\}");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024-11-05", "2025-11-25"})
  @WireRow({"SSEF-03", "SSEF-04", "SSEF-05"})
  void lineBreaksInTextDoNotBreakALine(String version) throws Exception {
    HttpResponse<InputStream> opened = client.open("GET", "/sse", null);
    try (StreamText stream = new StreamText(opened.body())) {
      String endpoint = stream.until("\n\n").replaceAll("(?s).*data: ([^\n]*)\n.*", "$1");
      client.send("POST", endpoint, RawClient.INITIALIZE.formatted(version));
      client.send("POST", endpoint, RawClient.call(7, "echo", "{\"message\":\"" + UGLY + "\"}"));
      String text = stream.until("\"id\":7");
      text = stream.until(so -> so.endsWith("\n\n") && so.contains("\"id\":7"), "whole event");
      String last = text.substring(text.lastIndexOf("event: ")).strip();
      JsonNode json = new ObjectMapper().readTree(last.replace("event: message\ndata: ", ""));
      JsonNode said = new ObjectMapper().readTree("\"Echo: " + UGLY + "\"");
      assertThat(json.at("/result/content/0/text")).isEqualTo(said);
    }
  }

  @Test
  @WireRow({"SSEF-07", "SSEF-15", "SSEF-21"})
  void aSilentStreamHasCommentLinesAndNoBlankLinesBehindThem() throws Exception {
    assertThat(CompatSettings.builder().build().keepAliveInterval())
        .isLessThanOrEqualTo(Duration.ofSeconds(15));
    try (TestServer quick =
        TestServer.start(door, options -> options.keepAliveInterval(Duration.ofMillis(10)))) {
      String own = quick.client.streamable("2025-06-18");
      for (String path : List.of("/mcp", "/sse")) {
        HttpResponse<InputStream> response =
            quick.client.open("GET", path, null, "Mcp-Session-Id", own);
        try (StreamText stream = new StreamText(response.body())) {
          String text = stream.until(":\n:\n:\n:\n");
          assertThat(text).matches("(event: endpoint\ndata: /[!-~]+\n\n)?(:\n)+");
        }
      }
    }
  }

  @Test
  @WireRow({"SSEF-08", "SSEF-16"})
  void aPrimingEventHasAnEmptyDataLineWithASpace() throws Exception {
    String own = client.streamable("2025-11-25");
    try (StreamText stream =
        new StreamText(client.open("GET", "/mcp", null, "Mcp-Session-Id", own).body())) {
      assertThat(stream.until("\n\n")).matches("id: [A-Za-z0-9_-]{24}\\.[0-9]+\ndata: \n\n");
    }
  }

  @Test
  @WireRow({"SSEF-11", "SSEF-17", "SH-43"})
  void aRetryIsDigitsAndTheLastThingBeforeADeliberateEnd() throws Exception {
    server.tool(
        "leave",
        (exchange, request) -> {
          ResponseStream.of(exchange.transportContext())
              .orElseThrow()
              .disconnect(Duration.ofSeconds(2));
          return TestServer.text("left");
        });
    try (StreamText stream =
        new StreamText(open("POST", "/mcp", RawClient.call(1, "leave", "{}")).body())) {
      assertThat(stream.whole()).matches("id: [!-~]+\ndata: \n\nretry: 2000\n\n");
    } finally {
      server.server.removeTool("leave");
    }
  }

  @Test
  @WireRow("SSEF-20")
  void theHeadComesAtOnceAlthoughNoEventIsDue() throws Exception {
    String own = client.streamable("2025-06-18");
    long start = System.nanoTime();
    try (InputStream body = client.open("GET", "/mcp", null, "Mcp-Session-Id", own).body()) {
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
      assertThat(body).isNotNull();
    }
  }

  @Test
  @WireRow("SSEF-22")
  void noGetIsAnsweredWithANoContentThatStopsReconnecting() throws Exception {
    Set<Integer> statuses = new HashSet<>();
    for (String path : List.of("/mcp", "/sse", "/mcp/message", "/mcp/message?sessionId=x")) {
      for (String accept : List.of("text/html", "application/json")) {
        statuses.add(client.send("GET", path, null, "Accept", accept).statusCode());
        statuses.add(
            client
                .send("GET", path, null, "Accept", accept, "Mcp-Session-Id", "unknown")
                .statusCode());
      }
    }
    assertThat(statuses).allMatch(status -> status >= 400 && status < 500);
  }

  @Test
  @WireRow("SSEF-23")
  void nothingInterruptsAnEvent() throws Exception {
    try (TestServer quick =
        TestServer.start(door, options -> options.keepAliveInterval(Duration.ofMillis(1)))) {
      quick.tool(
          "burst",
          (exchange, request) -> {
            List<CompletableFuture<Void>> threads = new ArrayList<>();
            for (int thread = 0; thread < 4; thread++) {
              threads.add(
                  CompletableFuture.runAsync(
                      () ->
                          IntStream.range(0, 60)
                              .forEach(
                                  n ->
                                      exchange.progressNotification(
                                          new ProgressNotification(
                                              request.progressToken(),
                                              n,
                                              null,
                                              "x".repeat(300))))));
            }
            threads.forEach(CompletableFuture::join);
            return TestServer.text("burst done");
          });
      String own = quick.client.streamable("2025-06-18");
      try (StreamText stream =
          new StreamText(
              quick
                  .client
                  .open("POST", "/mcp", RawClient.call(1, "burst", "{}"), "Mcp-Session-Id", own)
                  .body())) {
        String text = stream.whole();
        int events = 0;
        for (String block : text.replaceAll("(?m)^:\n", "").split("\n\n")) {
          assertThat(block).matches("id: [!-~]+\nevent: message\ndata: \\{[^\n]*\\}");
          events++;
        }
        assertThat(events).isEqualTo(241);
      }
    }
  }
}
