package io.github.mcpmigrate.compat.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServerFeatures.AsyncToolSpecification;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.JsonSchema;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import io.modelcontextprotocol.spec.McpStreamableServerTransportProvider;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Mono;

/**
 * Answers come from the thread that brought the request or from another, while the first is still
 * in the engine or after it left; each comes once and whole.
 */
@ParameterizedClass
@EnumSource(Door.class)
class HandOverTest {

  /** More than any container buffers. */
  private static final String LARGE = "x".repeat(300_000);

  @Parameter Door door;

  private McpStreamableServerTransportProvider provider;
  private Door.Running running;
  private RawClient client;
  private String session;

  @BeforeEach
  void start() throws Exception {
    provider = door.provider(options -> {});
    McpServer.async(provider)
        .serverInfo("test", "1")
        .tools(
            tool("here", Mono::just),
            tool("elsewhere", HandOverTest::elsewhereAtOnce),
            tool("later", HandOverTest::later))
        .build();
    running = door.start(provider);
    client = new RawClient("http://127.0.0.1:" + running.port());
    session = client.streamable("2025-06-18");
  }

  @AfterEach
  void stop() {
    provider.close();
    running.close();
  }

  private static AsyncToolSpecification tool(
      String name, Function<CallToolResult, Mono<CallToolResult>> answer) {
    return AsyncToolSpecification.builder()
        .tool(
            Tool.builder()
                .name(name)
                .inputSchema(new JsonSchema("object", Map.of(), null, null, null, null))
                .build())
        .callHandler((exchange, request) -> answer.apply(result(request)))
        .build();
  }

  private static CallToolResult result(CallToolRequest request) {
    return TestServer.text(
        request.arguments().get("large") == null ? "small" : LARGE + " and whole");
  }

  /** Answers from another thread, and holds the one that brought the request until it has. */
  private static Mono<CallToolResult> elsewhereAtOnce(CallToolResult result) {
    return Mono.create(
        sink -> {
          Thread other = new Thread(() -> sink.success(result));
          other.start();
          try {
            other.join();
          } catch (InterruptedException e) {
            sink.error(e);
          }
        });
  }

  /** Answers from another thread while the one that brought the request goes on. */
  private static Mono<CallToolResult> later(CallToolResult result) {
    return Mono.create(sink -> new Thread(() -> sink.success(result)).start());
  }

  @Test
  void smallAnswersComeFromAnyThread() throws Exception {
    for (int i = 0; i < 50; i++) {
      assertThat(call("here", "{}")).contains("\"small\"");
      assertThat(call("elsewhere", "{}")).contains("\"small\"");
      assertThat(call("later", "{}")).contains("\"small\"");
    }
  }

  @Test
  void largeAnswersComeFromAnyThread() throws Exception {
    for (int i = 0; i < 10; i++) {
      assertThat(call("here", "{\"large\":1}")).contains("x and whole\"");
      assertThat(call("elsewhere", "{\"large\":1}")).contains("x and whole\"");
      assertThat(call("later", "{\"large\":1}")).contains("x and whole\"");
    }
  }

  @Test
  void aBodyMayComeInPieces() throws Exception {
    byte[] body = RawClient.call(1, "here", "{}").getBytes(StandardCharsets.US_ASCII);
    byte[] head =
        ("POST /mcp HTTP/1.1\r\nHost: 127.0.0.1\r\nMcp-Session-Id: "
                + session
                + "\r\nAccept: application/json\r\nContent-Type: application/json\r\n"
                + "Connection: close\r\nContent-Length: "
                + body.length
                + "\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII);
    try (Socket socket = new Socket("127.0.0.1", running.port())) {
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(20_000);
      OutputStream out = socket.getOutputStream();
      out.write(head);
      out.write(body, 0, 10);
      out.flush();
      // When this is answered, the server has long seen the first piece.
      assertThat(call("here", "{}")).contains("\"small\"");
      out.write(body, 10, body.length - 10);
      out.flush();
      InputStream in = socket.getInputStream();
      String response = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(response).startsWith("HTTP/1.1 200").contains("\"small\"");
    }
  }

  private String call(String tool, String arguments) throws Exception {
    return client
        .send("POST", "/mcp", RawClient.call(1, tool, arguments), "Mcp-Session-Id", session)
        .body();
  }
}
