package io.github.mcpmigrate.compat.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcontextprotocol.client.McpSyncClient;
import java.net.http.HttpRequest;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The endpoints are where the application's own keys have put them. */
class EndpointsTest {

  @Test
  void theDefaultsAreThoseOfSpringAi() throws Exception {
    try (var application = RunningApplication.start("spring.ai.mcp.server.protocol=SSE")) {
      assertThat(messageUrl(application, "/sse")).startsWith("/mcp/message?sessionId=");
      assertServes(application, "/mcp", "/sse");
    }
  }

  @Test
  void anAbsentProtocolIsServedOnBoth() {
    try (var application = RunningApplication.start()) {
      assertServes(application, "/mcp", "/sse");
    }
  }

  @Test
  void keysOfSpringAiMoveThem() throws Exception {
    try (var application =
        RunningApplication.start(
            "spring.ai.mcp.server.protocol=streamable",
            "spring.ai.mcp.server.sse-endpoint=old/events",
            "spring.ai.mcp.server.sse-message-endpoint=/old/message",
            "spring.ai.mcp.server.base-url=/from/outside",
            "spring.ai.mcp.server.streamable-http.mcp-endpoint=/api/mcp")) {
      assertThat(messageUrl(application, "/old/events"))
          .startsWith("/from/outside/old/message?sessionId=");
      assertServes(application, "/api/mcp", null);
      assertThat(application.get("/sse").statusCode()).isEqualTo(404);
      assertThat(application.get("/mcp").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void keysOfOurOwnOverrideThem() throws Exception {
    try (var application =
        RunningApplication.start(
            "spring.ai.mcp.server.sse-endpoint=/their/sse",
            "mcp.compat.sse-endpoint=/our/sse",
            "mcp.compat.message-endpoint=/our/message",
            "mcp.compat.mcp-endpoint=/our/mcp")) {
      assertThat(messageUrl(application, "/our/sse")).startsWith("/our/message?sessionId=");
      assertServes(application, "/our/mcp", "/our/sse");
      assertThat(application.get("/their/sse").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void oneUrlServesBoth() {
    try (var application = RunningApplication.start("mcp.compat.same-url=true")) {
      assertServes(application, "/sse", "/mcp");
    }
  }

  @Test
  void oldClientsFindTheirWayBelowAContextPath() throws Exception {
    boolean servlet = "webmvc".equals(System.getProperty("web.stack"));
    String key = servlet ? "server.servlet.context-path" : "spring.webflux.base-path";
    try (var application = RunningApplication.start(key + "=/app")) {
      assertThat(messageUrl(application, "/app/sse")).startsWith("/app/mcp/message?sessionId=");
      assertServes(application, "/app/mcp", "/app/sse");
    }
  }

  @Test
  void otherOptionsReachTheTransport() throws Exception {
    try (var application =
        RunningApplication.start(
            "mcp.compat.sunset=2099-01-31",
            "mcp.compat.max-body-size=1KB",
            "spring.ai.mcp.server.streamable-http.disallow-delete=true",
            "mcp.compat.allowed-origins=https://app.example.com")) {
      assertThat(application.options("/sse").firstValue("Sunset"))
          .contains("Sat, 31 Jan 2099 00:00:00 GMT");
      assertThat(application.options("/mcp").firstValue("Allow"))
          .hasValueSatisfying(allowed -> assertThat(allowed).doesNotContain("DELETE"));
      assertThat(application.status(post(application, "{" + " ".repeat(2_000) + "}")))
          .isEqualTo(413);
      assertThat(
              application.status(
                  post(application, "{}").header("Origin", "https://app.example.com")))
          .isEqualTo(400);
      assertThat(
              application.status(
                  post(application, "{}").header("Origin", "https://other.example.com")))
          .isEqualTo(403);
    }
  }

  private static HttpRequest.Builder post(RunningApplication application, String body) {
    return HttpRequest.newBuilder(application.uri("/mcp"))
        .header("Content-Type", "application/json")
        .header("Accept", "application/json, text/event-stream")
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  private static String messageUrl(RunningApplication application, String sse) throws Exception {
    return application.firstEvent(sse).stream()
        .filter(line -> line.startsWith("data:"))
        .map(line -> line.substring("data:".length()).strip())
        .findFirst()
        .orElseThrow();
  }

  /**
   * @param sse null where only a proxy would make the way back to the message endpoint
   */
  private static void assertServes(RunningApplication application, String mcp, String sse) {
    try (McpSyncClient client =
        RunningApplication.client(
            application.streamable(mcp, HttpRequest.newBuilder()),
            "new",
            UnaryOperator.identity())) {
      assertThat(client.listTools().tools()).isNotEmpty();
    }
    if (sse != null) {
      try (McpSyncClient client =
          RunningApplication.client(
              application.sse(sse, HttpRequest.newBuilder()), "old", UnaryOperator.identity())) {
        assertThat(client.listTools().tools()).isNotEmpty();
      }
    }
  }
}
