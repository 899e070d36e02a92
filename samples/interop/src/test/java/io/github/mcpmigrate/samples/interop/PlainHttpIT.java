package io.github.mcpmigrate.samples.interop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** HTTP+SSE as it goes over the wire. */
@ParameterizedClass
@ValueSource(strings = {"tomcat", "jetty"})
class PlainHttpIT {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration A_SECOND = Duration.ofSeconds(1);
  private static final Duration SOON = Duration.ofSeconds(5);

  /** Five times what the container has, so that one parked thread for each would stop it. */
  private static final int THREADS = 8;

  private static final int POSTS = 40;

  private final String container;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private ServerProcess server;

  PlainHttpIT(String container) {
    this.container = container;
  }

  @BeforeEach
  void start() throws IOException {
    server =
        ServerProcess.start("--provider=dual", "--container=" + container, "--threads=" + THREADS);
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  @Test
  void theFirstEventNamesTheEndpoint() throws Exception {
    try (SseSession session = open()) {
      assertThat(session.status()).isEqualTo(200);
      assertThat(session.contentType()).startsWith("text/event-stream");
      assertThat(session.first().name()).isEqualTo("endpoint");
      assertThat(session.first().data()).contains("/mcp/message?sessionId=");
    }
  }

  @Test
  void whoAsksFor20241105IsAnswered20241105() throws Exception {
    try (SseSession session = open()) {
      assertThat(initialize(session).at("/result/protocolVersion").asText())
          .isEqualTo("2024-11-05");
    }
  }

  @Test
  void aSessionThatWasNeverInitializedIsAnsweredAtOnceAndParksNoThread() throws Exception {
    try (SseSession warm = open()) {
      initialize(warm);
      assertThat(echo(warm, 2, "warm")).isEqualTo("Echo: warm");
    }
    long before = threads();
    try (SseSession session = open()) {
      for (int id = 1; id <= POSTS; id++) {
        assertThat(refusal(session, id).at("/error/code").isInt())
            .as("an error answers request %d", id)
            .isTrue();
      }
      // A parked call needs a thread of the container, or of the SDK's pool of ten per core.
      assertThat(threads() - before).as("threads that came").isLessThan(POSTS / 4);
      try (SseSession normal = open()) {
        initialize(normal);
        assertThat(echo(normal, 2, "hello")).isEqualTo("Echo: hello");
      }
    }
  }

  private SseSession open() throws IOException, InterruptedException {
    return SseSession.open(http, server.endpoint(Transport.SSE));
  }

  /** The answer to a request before initialize: in the response, or on the stream. */
  private static JsonNode refusal(SseSession session, int id)
      throws IOException, InterruptedException {
    HttpResponse<String> response =
        session.post(
            """
            {"jsonrpc":"2.0","id":%d,"method":"tools/list"}"""
                .formatted(id),
            A_SECOND);
    if (response.statusCode() >= 400) {
      assertThat(response.statusCode()).isLessThan(500);
      return JSON.readTree(response.body());
    }
    JsonNode message = session.message(A_SECOND);
    assertThat(message.get("id").asInt()).isEqualTo(id);
    return message;
  }

  private static JsonNode initialize(SseSession session) throws IOException, InterruptedException {
    session.post(
        """
        {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2024-11-05",\
        "capabilities":{},"clientInfo":{"name":"by-hand","version":"1"}}}""",
        SOON);
    JsonNode answer = session.message(SOON);
    assertThat(answer.get("id").asInt()).isEqualTo(1);
    session.post(
        """
        {"jsonrpc":"2.0","method":"notifications/initialized"}""",
        SOON);
    return answer;
  }

  private static String echo(SseSession session, int id, String message)
      throws IOException, InterruptedException {
    session.post(
        """
        {"jsonrpc":"2.0","id":%d,"method":"tools/call",\
        "params":{"name":"echo","arguments":{"message":"%s"}}}"""
            .formatted(id, message),
        SOON);
    JsonNode answer = session.message(SOON);
    assertThat(answer.get("id").asInt()).isEqualTo(id);
    return answer.at("/result/content/0/text").asText();
  }

  /** Threads of the server, where the system shows them; else 0, and the small pool has to tell. */
  private long threads() throws IOException {
    Path tasks = Path.of("/proc", Long.toString(server.pid()), "task");
    if (!Files.isDirectory(tasks)) {
      return 0;
    }
    try (Stream<Path> list = Files.list(tasks)) {
      return list.count();
    }
  }
}
