package io.github.mcpmigrate.compat.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mcpmigrate.compat.json.RpcErrors;
import io.github.mcpmigrate.compat.sdk.RawClient.HttpSse;
import io.github.mcpmigrate.compat.sdk.RawHttp.Answer;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.ProgressNotification;
import io.modelcontextprotocol.spec.McpStreamableServerSession;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Groups SH and COMMON: what the messages of a session say, with a server that has everything. */
@ParameterizedClass
@EnumSource(
    value = Door.class,
    names = {"TOMCAT", "WEBFLUX"})
class WireMessagesTest extends WireTest {

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

  private static Answer ask(String json) throws Exception {
    return wire.post("/mcp", json, "Mcp-Session-Id: " + own);
  }

  private static JsonNode result(String method, String params) throws Exception {
    Answer answer =
        ask(
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\""
                + method
                + "\",\"params\":"
                + params
                + "}");
    assertThat(answer.status()).isEqualTo(200);
    return answer.json();
  }

  private static String initialize(String capabilities) throws Exception {
    String json =
        RawClient.INITIALIZE
            .formatted("2025-11-25")
            .replace("{\"roots\":{},\"sampling\":{}}", capabilities);
    String id = wire.post("/mcp", json).field("Mcp-Session-Id");
    wire.post("/mcp", RawClient.INITIALIZED, "Mcp-Session-Id: " + id);
    return id;
  }

  private static EventStream call(String id, String json) throws Exception {
    return new EventStream(full.client.open("POST", "/mcp", json, "Mcp-Session-Id", id).body());
  }

  @Test
  @WireRow({"SH-67", "SH-44"})
  void pingIsAnsweredInBothDirections() throws Exception {
    assertThat(ask(PING).json().path("result").isEmpty()).isTrue();
    try (EventStream stream = call(own, RawClient.call(1, "ping", "{}"))) {
      stream.next();
      String question = stream.next("\"method\":\"ping\"");
      String id = question.replaceAll(".*\"id\":(\\d+).*", "$1");
      ask("{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"result\":{}}");
      stream.next("pong");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"requestId\":0}",
        "{\"requestId\":12345}",
        "{\"requestId\":{}}",
        "{\"requestId\":null}",
        "{\"reason\":7}",
        "{}"
      })
  @WireRow({"SH-68", "SH-70"})
  void cancellingWhatDoesNotRunIsIgnored(String params) throws Exception {
    Answer answer =
        ask(
            "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":"
                + params
                + "}");
    assertThat(answer.status()).isEqualTo(202);
    assertThat(ask(PING).status()).isEqualTo(200);
  }

  @Test
  @WireRow("SH-71")
  void nobodyCancelsARequestOfAnotherSession() throws Exception {
    String other = full.client.streamable("2025-11-25");
    try (EventStream stream = call(own, RawClient.call(41, "wait", "{}"))) {
      stream.next();
      stream.next("\"progress\":1");
      assertThat(full.logged()).isEqualTo("started");
      String cancel =
          "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\","
              + "\"params\":{\"requestId\":41}}";
      wire.post("/mcp", cancel, "Mcp-Session-Id: " + other);
      assertThat(ask(PING).status()).isEqualTo(200);
      assertThat(full.log).isEmpty();
      ask(cancel);
      assertThat(full.logged()).isEqualTo("interrupted");
      assertThat(stream.next()).isEqualTo(EventStream.END);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"t-1\"", "17"})
  @WireRow("SH-72")
  void progressNamesTheTokenAndEndsWithTheCall(String token) throws Exception {
    String call =
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":"
            + "\"progress\",\"_meta\":{\"progressToken\":"
            + token
            + "}}}";
    try (EventStream stream = call(own, call)) {
      stream.next();
      for (int i = 1; i <= 3; i++) {
        String step = stream.next("\"progress\":" + i);
        assertThat(step).contains("\"progressToken\":" + token + ",");
      }
      stream.next("progress done");
    }
    ask(RawClient.call(2, "keep", "{}"));
    String quiet = full.client.streamable("2025-06-18");
    try (EventStream listening =
        new EventStream(full.client.open("GET", "/mcp", null, "Mcp-Session-Id", own).body())) {
      FeatureServer.KEPT.get().progressNotification(new ProgressNotification("p2", 9, 9.0, null));
      full.server.notifyToolsListChanged();
      listening.next();
      EventStream.Event heard = listening.next();
      assertThat(heard.data()).contains("list_changed");
      assertThat(quiet).isNotNull();
    }
  }

  @ParameterizedTest
  @CsvSource({"roots, {}", "sample, {}"})
  @WireRow("SH-73")
  void aClientIsNotAskedWhatItDidNotDeclare(String tool, String capabilities) throws Exception {
    String id = initialize(capabilities);
    Answer answer = wire.post("/mcp", RawClient.call(1, tool, "{}"), "Mcp-Session-Id: " + id);
    assertThat(answer.field("Content-Type")).as("nothing was asked").startsWith("application/json");
    assertThat(answer.json().has("error") || answer.json().at("/result/isError").asBoolean())
        .as(answer.text())
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"elicitation\":{}} | elicitation/create | url | -32602",
        "{\"elicitation\":{\"url\":{}}} | elicitation/create | form | -32602",
        "{\"sampling\":{}} | sampling/createMessage | tools | -32602"
      })
  @WireRow({"SH-81", "SH-82"})
  void noModeThatWasNotDeclaredIsSent(String capabilities, String method, String what, int code)
      throws Exception {
    String id = initialize(capabilities);
    McpStreamableServerSession session = full.sessions.get(full.sessions.size() - 1);
    Map<String, Object> params =
        what.equals("tools")
            ? Map.of("messages", List.of(), "tools", List.of())
            : Map.of("mode", what, "message", "m");
    try (EventStream listening =
        new EventStream(full.client.open("GET", "/mcp", null, "Mcp-Session-Id", id).body())) {
      listening.next();
      Throwable refusal =
          session
              .sendRequest(
                  method,
                  params,
                  new io.modelcontextprotocol.json.TypeRef<Map<String, Object>>() {})
              .materialize()
              .block(java.time.Duration.ofSeconds(10))
              .getThrowable();
      assertThat(refusal).isInstanceOf(io.modelcontextprotocol.spec.McpError.class);
      assertThat(((io.modelcontextprotocol.spec.McpError) refusal).getJsonRpcError().code())
          .isEqualTo(code);
      assertThat(listening.silent()).isTrue();
    }
  }

  @Test
  @WireRow("SH-74")
  void aServerSaysNothingItDidNotDeclare() throws Exception {
    // The plain server declares tools and logging, no prompts and no resources.
    String listener = client.streamable("2025-06-18");
    try (EventStream listening = listen(listener);
        HttpSse old = client.httpSse().initialize("2024-11-05")) {
      server.server.notifyPromptsListChanged();
      server.server.notifyResourcesListChanged();
      server.server.notifyResourcesUpdated(new McpSchema.ResourcesUpdatedNotification("test://a"));
      server.server.notifyToolsListChanged();
      listening.next("notifications/tools/list_changed");
      old.stream().next("notifications/tools/list_changed");
      assertThat(listening.silent()).isTrue();
      assertThat(old.stream().silent()).isTrue();
    }
  }

  @Test
  @WireRow("SH-75")
  void theLogLevelIsOneOfItsSession() throws Exception {
    String quiet = full.client.streamable("2025-06-18");
    String level = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"logging/setLevel\",\"params\":%s}";
    String field = "Mcp-Session-Id: " + quiet;
    assertThat(wire.post("/mcp", level.formatted("{\"level\":\"error\"}"), field).text())
        .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}");
    for (String params : List.of("{\"level\":\"loud\"}", "{\"level\":7}", "{}")) {
      Answer refused = wire.post("/mcp", level.formatted(params), field);
      assertThat(refused.json().at("/error/code").asInt()).as(params).isEqualTo(-32602);
    }
    String said = wire.post("/mcp", RawClient.call(2, "log", "{}"), field).text();
    assertThat(said.split("\"method\":\"notifications/message\"")).hasSize(1 + 4);
    String louder = full.client.streamable("2025-06-18");
    assertThat(
            wire.post("/mcp", RawClient.call(2, "log", "{}"), "Mcp-Session-Id: " + louder)
                .text()
                .split("\"method\":\"notifications/message\""))
        .as("another session keeps the default level, info")
        .hasSize(1 + 7);
  }

  @Test
  @WireRow("SH-76")
  void whatIsForOneSessionReachesNoOther() throws Exception {
    String mine = full.client.streamable("2025-06-18");
    McpStreamableServerSession session = full.sessions.get(full.sessions.size() - 1);
    String other = full.client.streamable("2025-06-18");
    try (EventStream listening =
            new EventStream(full.client.open("GET", "/mcp", null, "Mcp-Session-Id", mine).body());
        EventStream others =
            new EventStream(
                full.client.open("GET", "/mcp", null, "Mcp-Session-Id", other).body())) {
      notifyClient(session.getId(), "test://a");
      listening.next("notifications/resources/updated");
      full.server.notifyToolsListChanged();
      others.next("notifications/tools/list_changed");
    }
  }

  private static void notifyClient(String sessionId, String uri) {
    String method = "notifications/resources/updated";
    Map<String, Object> params = Map.of("uri", uri);
    if (full.provider instanceof HttpServletDualTransportProvider servlet) {
      servlet.notifyClient(sessionId, method, params).block();
    } else {
      ((RoutedDualTransportProvider) full.provider).notifyClient(sessionId, method, params).block();
    }
  }

  @Test
  @WireRow("SH-77")
  void anUnknownResourceIsAnErrorWithItsUri() throws Exception {
    JsonNode answer = result("resources/read", "{\"uri\":\"test://none\"}");
    assertThat(answer.at("/error/code").asInt()).isEqualTo(-32002);
    assertThat(answer.at("/error/data/uri").asText()).isEqualTo("test://none");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "prompts/get | {\"name\":\"none\"}",
        "prompts/get | {}",
        "resources/read | {}",
        "resources/read | {\"uri\":5}",
        "tools/list | {\"cursor\":5}",
        "completion/complete | {}",
        "completion/complete | {\"ref\":{\"type\":\"ref/prompt\",\"name\":\"greet\"}}",
        "completion/complete | {\"ref\":{\"type\":\"ref/none\"},\"argument\":"
            + "{\"name\":\"who\",\"value\":\"w\"}}",
        "tools/call | {\"name\":\"echo\",\"_meta\":[]}"
      })
  @WireRow("SH-78")
  void paramsThatAreNoneAreSaidToBe(String method, String params) throws Exception {
    JsonNode answer = result(method, params);
    assertThat(answer.at("/error/code").asInt()).as(answer.toString()).isEqualTo(-32602);
  }

  @Test
  @WireRow("SH-79")
  void aToolThatDidNotSucceedHasAResult() throws Exception {
    JsonNode answer = ask(RawClient.call(1, "error", "{}")).json();
    assertThat(answer.at("/result/isError").asBoolean()).isTrue();
    assertThat(answer.at("/result/content/0/text").asText()).isEqualTo("it did not work");
  }

  @Test
  @WireRow("SH-80")
  void anErrorOfTheToolsOwnArrivesWhole() throws Exception {
    full.tool(
        "page",
        (exchange, request) -> {
          throw FeatureServer.urlElicitationRequired();
        });
    JsonNode answer = ask(RawClient.call(1, "page", "{}")).json();
    assertThat(answer.at("/error/code").asInt()).isEqualTo(-32042);
    assertThat(answer.at("/error/data/elicitations/0/url").asText())
        .isEqualTo("https://e.example/");
    assertThat(ask(RawClient.call(1, "fail", "{}")).text()).doesNotContain("-32042");
  }

  @Test
  @WireRow("SH-83")
  void tasksAreNotDeclaredAndNotServed() throws Exception {
    for (String method : List.of("tasks/get", "tasks/list", "tasks/cancel", "tasks/result")) {
      assertThat(result(method, "{}").at("/error/code").asInt()).isEqualTo(-32601);
    }
    JsonNode initialized = wire.post("/mcp", RawClient.INITIALIZE.formatted("2025-11-25")).json();
    assertThat(initialized.at("/result/capabilities").has("tasks")).isFalse();
  }

  @Test
  @WireRow({"SH-84", "SH-87"})
  void whatIsDeclaredIsServedInTheFormOfItsEra() throws Exception {
    for (String[] list :
        new String[][] {
          {"tools/list", "{}", "/result/tools/0/name"},
          {"resources/list", "{}", "/result/resources/0/uri"},
          {"resources/templates/list", "{}", "/result/resourceTemplates/0/uriTemplate"},
          {"resources/read", "{\"uri\":\"test://a\"}", "/result/contents/0/text"},
          {"prompts/list", "{}", "/result/prompts/0/name"},
          {
            "prompts/get",
            "{\"name\":\"greet\",\"arguments\":{\"who\":\"you\"}}",
            "/result/messages/0/content/text"
          },
          {
            "completion/complete",
            "{\"ref\":{\"type\":\"ref/prompt\",\"name\":\"greet\"},"
                + "\"argument\":{\"name\":\"who\",\"value\":\"w\"}}",
            "/result/completion/values/0"
          }
        }) {
      JsonNode answer = result(list[0], list[1]);
      assertThat(answer.at(list[2]).asText()).as(answer.toString()).isNotEmpty();
      for (String later : List.of("resultType", "ttlMs", "cacheScope")) {
        assertThat(answer.path("result").has(later)).as(later).isFalse();
      }
    }
  }

  @Test
  @WireRow("SH-88")
  void contentArrivesAsTheToolMadeIt() throws Exception {
    String streamed = ask(RawClient.call(1, "content", "{}")).text();
    assertThat(streamed)
        .contains(
            "{\"type\":\"text\",\"text\":\"text\"}",
            "{\"type\":\"image\",\"data\":\"aW1n\",\"mimeType\":\"image/png\"}",
            "{\"type\":\"audio\",\"data\":\"YXVk\",\"mimeType\":\"audio/wav\"}",
            "\"type\":\"resource\"",
            "\"blob\":\"YmxvYg==\"",
            "\"type\":\"resource_link\"");
    try (HttpSse newer = full.client.httpSse().initialize("2025-11-25")) {
      newer.post(RawClient.call(1, "content", "{}"));
      assertThat(newer.stream().next("aW1n")).isEqualTo(streamed);
    }
  }

  @Test
  @WireRow("SH-89")
  void structuredContentHasTheShapeTheToolDeclared() throws Exception {
    JsonNode fitting = ask(RawClient.call(1, "structured", "{}")).json();
    assertThat(fitting.at("/result/structuredContent/sum").asInt()).isEqualTo(3);
    JsonNode misshapen = ask(RawClient.call(1, "misshapen", "{}")).json();
    assertThat(misshapen.at("/result/isError").asBoolean()).isTrue();
  }

  @Test
  @WireRow("COMMON-46")
  void toolsAreListedAsTheSdkWritesThem() throws Exception {
    String schema =
        "{\"type\":\"object\",\"properties\":{\"a\":{\"$ref\":\"#/$defs/x\",\"$anchor\":\"y\","
            + "\"anyOf\":[{\"minLength\":1}],\"$schema\":\"urn:s\"}},\"$defs\":{\"x\":"
            + "{\"type\":\"string\",\"unevaluatedProperties\":false}},"
            + "\"additionalProperties\":false}";
    var mapper = io.modelcontextprotocol.json.McpJsonDefaults.getMapper();
    McpSchema.Tool tool = McpSchema.Tool.builder().name("z").inputSchema(mapper, schema).build();
    full.server.addTool(
        io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification.builder()
            .tool(tool)
            .callHandler((exchange, request) -> TestServer.text("z"))
            .build());
    String listed = ask("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}").text();
    assertThat(listed).contains(mapper.writeValueAsString(tool));
    assertThat(listed).contains("\"$anchor\":\"y\"", "\"unevaluatedProperties\":false");
  }

  @Test
  @WireRow({"COMMON-47", "COMMON-48"})
  void metaPassesThroughUntouched() throws Exception {
    String meta =
        "{\"com.example/key\":{\"a\":[1,2.5,null]},"
            + "\"traceparent\":\"00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01\","
            + "\"tracestate\":\"a=b\",\"baggage\":\"c=d\"}";
    JsonNode answer =
        result("tools/call", "{\"name\":\"meta\",\"arguments\":{},\"_meta\":" + meta + "}");
    assertThat(answer.at("/result/_meta"))
        .isEqualTo(new com.fasterxml.jackson.databind.ObjectMapper().readTree(meta));
    String answers = ask(RawClient.call(1, "echo", "{}")).text() + ask(PING).text();
    assertThat(answers).as("none is made up").doesNotContain("_meta", "io.modelcontextprotocol/");
  }

  @Test
  @WireRow({"COMMON-49", "COMMON-50", "COMMON-51"})
  void theEngineHasNoErrorCodesBesidesThoseOfJsonRpc() throws Exception {
    for (Field code : RpcErrors.class.getFields()) {
      if (Modifier.isStatic(code.getModifiers())) {
        assertThat(code.getInt(null)).isIn(-32700, -32600, -32601, -32602, -32603);
      }
    }
  }
}
