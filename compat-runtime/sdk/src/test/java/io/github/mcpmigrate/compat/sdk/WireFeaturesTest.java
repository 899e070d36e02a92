package io.github.mcpmigrate.compat.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.mcpmigrate.compat.sdk.RawClient.HttpSse;
import io.github.mcpmigrate.compat.sdk.RawHttp.Answer;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientSseClientTransport;
import io.modelcontextprotocol.server.McpServerFeatures.SyncPromptSpecification;
import io.modelcontextprotocol.server.McpServerFeatures.SyncResourceSpecification;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Group SH: what tools, resources and prompts say, and what they do not. */
@ParameterizedClass
@EnumSource(
    value = Door.class,
    names = {"TOMCAT", "WEBFLUX"})
class WireFeaturesTest extends WireTest {

  private static TestServer full;
  private static RawHttp wire;
  private static String own;

  @BeforeParameterizedClassInvocation
  static void startFull(Door door) throws Exception {
    full = FeatureServer.start(door);
    wire = new RawHttp(full.port());
    own = full.client.streamable("2025-11-25");
  }

  @AfterParameterizedClassInvocation
  static void stopFull() {
    full.close();
  }

  private static JsonNode result(String session, String method, String params) throws Exception {
    Answer answer =
        wire.post(
            "/mcp",
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\""
                + method
                + "\",\"params\":"
                + params
                + "}",
            "Mcp-Session-Id: " + session);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.field("Content-Type")).as(answer.text()).startsWith("application/json");
    return answer.json();
  }

  @Test
  @WireRow("SH-72")
  void whoGaveNoTokenHearsOfNoProgress() throws Exception {
    JsonNode answer = result(own, "tools/call", "{\"name\":\"progress\"}");
    assertThat(answer.at("/result/content/0/text").asText()).isEqualTo("progress done");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "resources/list | {}",
        "resources/templates/list | {}",
        "resources/read | {\"uri\":\"test://a\"}",
        "resources/subscribe | {\"uri\":\"test://a\"}",
        "prompts/list | {}",
        "prompts/get | {\"name\":\"greet\"}",
        "completion/complete | {\"ref\":{\"type\":\"ref/prompt\",\"name\":\"greet\"},"
            + "\"argument\":{\"name\":\"who\",\"value\":\"w\"}}",
        "no/such | {}"
      })
  @WireRow("SH-78")
  void whatWasNotDeclaredIsNoMethod(String method, String params) throws Exception {
    // The plain server declares tools and logging.
    String request =
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"" + method + "\",\"params\":" + params + "}";
    JsonNode answer = post(request).json();
    assertThat(answer.at("/error/code").asInt()).as(answer.toString()).isEqualTo(-32601);
  }

  @Test
  @WireRow("SH-80")
  void anErrorOfTheToolsOwnArrivesWholeOnHttpSseToo() throws Exception {
    full.tool(
        "page" + door,
        (exchange, request) -> {
          throw FeatureServer.urlElicitationRequired();
        });
    try (HttpSse old = full.client.httpSse().initialize("2024-11-05")) {
      old.post(RawClient.call(1, "page" + door, "{}"));
      assertThat(old.stream().next("-32042")).contains("https://e.example/", "\"mode\":\"url\"");
    }
  }

  @Test
  @WireRow("SH-88")
  void aClientGetsNoContentThatItsRevisionLacks() throws Exception {
    JsonNode made = content(full.client.streamable("2025-11-25"));
    JsonNode oldest;
    try (HttpSse old = full.client.httpSse().initialize("2024-11-05")) {
      old.post(RawClient.call(1, "content", "{}"));
      oldest = new ObjectMapper().readTree(old.stream().next("aW1n")).at("/result/content");
    }
    assertThat(content(full.client.streamable("2024-11-05"))).isEqualTo(oldest);
    assertThat(oldest.findValuesAsText("type"))
        .containsExactly("text", "image", "resource", "resource", "text");
    assertThat(oldest.get(2).path("resource"))
        .hasToString(
            "{\"uri\":\"mcp-compat://audio/1\",\"mimeType\":\"audio/wav\",\"blob\":\"YXVk\"}");
    assertThat(new ObjectMapper().readTree(oldest.get(4).path("text").asText()))
        .isEqualTo(made.get(4));
    JsonNode second = content(full.client.streamable("2025-03-26"));
    assertThat(second.findValuesAsText("type"))
        .containsExactly("text", "image", "audio", "resource", "text");
    for (int same : new int[] {0, 1, 3}) {
      assertThat(oldest.get(same)).isEqualTo(made.get(same));
      assertThat(second.get(same)).isEqualTo(made.get(same));
    }
    assertThat(second.get(2)).isEqualTo(made.get(2));
  }

  /** As every client of the Java SDK does on HTTP+SSE that knows these blocks. */
  @Test
  @WireRow("SH-88")
  void aClientThatNamesItsVersionKnowsTheNewerContent() throws Exception {
    JsonNode made = content(full.client.streamable("2025-11-25"));
    McpSyncClient client =
        McpClient.sync(
                HttpClientSseClientTransport.builder("http://127.0.0.1:" + full.port()).build())
            .build();
    try (client) {
      assertThat(client.initialize().protocolVersion()).isEqualTo("2024-11-05");
      assertThat(client.callTool(new McpSchema.CallToolRequest("content", Map.of())).content())
          .extracting(McpSchema.Content::type)
          .containsExactlyElementsOf(made.findValuesAsText("type"));
    }
  }

  private static JsonNode content(String session) throws Exception {
    return result(session, "tools/call", "{\"name\":\"content\",\"arguments\":{}}")
        .at("/result/content");
  }

  @ParameterizedTest
  @CsvSource({"2025-03-26", "2025-06-18", "2025-11-25"})
  @WireRow("SH-88")
  void resourcesAndPromptsArriveAsTheyWereMade(String revision) throws Exception {
    String uri = "test://bytes/" + door + '/' + revision;
    full.server.addResource(
        new SyncResourceSpecification(
            McpSchema.Resource.builder().uri(uri).name(uri).build(),
            (exchange, request) ->
                new McpSchema.ReadResourceResult(
                    List.of(
                        new McpSchema.BlobResourceContents(uri, "x/y", "YmxvYg=="),
                        new McpSchema.TextResourceContents(uri, "text/plain", "text")))));
    String name = "all" + door + revision;
    full.server.addPrompt(
        new SyncPromptSpecification(
            new McpSchema.Prompt(name, "has all", List.of()),
            (exchange, request) ->
                new McpSchema.GetPromptResult(
                    "all",
                    List.of(
                        new McpSchema.PromptMessage(
                            McpSchema.Role.ASSISTANT,
                            new McpSchema.ImageContent(null, "aW1n", "image/png")),
                        new McpSchema.PromptMessage(
                            McpSchema.Role.USER,
                            new McpSchema.EmbeddedResource(
                                null,
                                new McpSchema.TextResourceContents(uri, "text/plain", "t")))))));
    String session = full.client.streamable(revision);
    assertThat(
            result(session, "resources/read", "{\"uri\":\"" + uri + "\"}").at("/result/contents"))
        .hasToString(
            "[{\"uri\":\"%s\",\"mimeType\":\"x/y\",\"blob\":\"YmxvYg==\"},{\"uri\":\"%s\",\"mimeType\":\"text/plain\",\"text\":\"text\"}]"
                .formatted(uri, uri));
    JsonNode messages =
        result(session, "prompts/get", "{\"name\":\"" + name + "\"}").at("/result/messages");
    assertThat(messages.at("/0/content/data").asText()).isEqualTo("aW1n");
    assertThat(messages.at("/0/role").asText()).isEqualTo("assistant");
    assertThat(messages.at("/1/content/resource/text").asText()).isEqualTo("t");
  }
}
