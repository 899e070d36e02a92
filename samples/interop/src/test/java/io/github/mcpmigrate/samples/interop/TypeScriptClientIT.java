package io.github.mcpmigrate.samples.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The official TypeScript SDK client, over both of its transports, feature by feature. */
class TypeScriptClientIT {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** How the server is started, and the transports it then has. */
  private record Cell(String provider, String sdk, String container, List<Transport> transports) {

    String[] options() {
      return new String[] {"--provider=" + provider, "--sdk=" + sdk, "--container=" + container};
    }
  }

  private static final List<Transport> BOTH = List.of(Transport.values());

  private static final List<Cell> CELLS =
      List.of(
          new Cell("dual", "0.18", "tomcat", BOTH),
          new Cell("dual", "0.18", "jetty", BOTH),
          new Cell("dual", "1.1", "tomcat", BOTH),
          new Cell("dual", "2.1", "tomcat", BOTH),
          // The SDK's own: shows that the fixture and the driver are right without us.
          new Cell("sdk-sse", "0.18", "tomcat", List.of(Transport.SSE)),
          new Cell("sdk-streamable", "0.18", "tomcat", List.of(Transport.STREAMABLE)));

  @TestFactory
  Stream<DynamicNode> everyFeatureWorks() throws Exception {
    NodeTools.installed(); // Without it all of this is skipped, not each step by itself.
    return CELLS.stream()
        .map(cell -> dynamicContainer(String.join(" ", cell.options()), features(cell).stream()));
  }

  private static List<DynamicNode> features(Cell cell) {
    Map<Transport, Map<String, JsonNode>> runs = new EnumMap<>(Transport.class);
    List<DynamicNode> nodes = new ArrayList<>();
    nodes.add(
        dynamicTest(
            "run",
            () -> {
              try (ServerProcess server = ServerProcess.start(cell.options())) {
                for (Transport transport : cell.transports()) {
                  runs.put(transport, Driver.run("features", server, transport));
                }
              }
            }));
    for (Transport transport : cell.transports()) {
      Map<String, Consumer<JsonNode>> expectations = expectations(transport);
      Stream<DynamicTest> tests =
          expectations.entrySet().stream()
              .map(
                  step ->
                      dynamicTest(
                          step.getKey(),
                          () -> check(runs.get(transport), step.getKey(), step.getValue())));
      DynamicTest complete =
          dynamicTest(
              "no other step",
              () -> assertThat(runs.get(transport)).containsOnlyKeys(expectations.keySet()));
      nodes.add(
          dynamicContainer(transport.driverName(), Stream.concat(tests, Stream.of(complete))));
    }
    return nodes;
  }

  private static void check(
      Map<String, JsonNode> steps, String step, Consumer<JsonNode> expectation) {
    assertThat(steps).as("steps that were run").isNotNull();
    JsonNode result = steps.get(step);
    assertThat(result).as("result of the step").isNotNull();
    assertThat(result.path("error").asText()).as("error").isEmpty();
    expectation.accept(result);
  }

  private static Map<String, Consumer<JsonNode>> expectations(Transport transport) {
    String name = transport.driverName();
    Map<String, Consumer<JsonNode>> all = new LinkedHashMap<>();
    all.put(
        "initialize",
        step -> {
          assertThat(step.get("server").asText()).isEqualTo("everything-server");
          assertThat(step.get("protocolVersion").asText()).isIn(versions(transport));
          assertThat(step.get("capabilities").fieldNames())
              .toIterable()
              .contains("tools", "resources", "prompts", "logging", "completions");
        });
    all.put("ping", step -> assertThat(step.get("result")).isEqualTo(json("{}")));
    all.put(
        "tools/list",
        step ->
            assertThat(texts(step.get("names")))
                .hasSize(24)
                .contains("test_simple_text", "echo", "roots", "sleep"));
    all.put("echo", says("Echo: grüße ☃"));
    all.put(
        "who",
        says(
            "client=interop-client caps={\"roots\":{\"listChanged\":true},"
                + "\"sampling\":{},\"elicitation\":{}}"));
    all.put("headers", step -> assertThat(headers(step)).containsEntry("x-probe", name));
    all.put("progress", TypeScriptClientIT::progress);
    all.put("progress without token", says("progress done tok=false"));
    all.put("sample", says("sampled by " + name));
    all.put("elicit", says("elicited accept"));
    all.put("roots", says("roots 2"));
    all.put(
        "log",
        says("logged")
            .andThen(
                step -> {
                  assertThat(step.at("/notification/level").asText()).isEqualTo("error");
                  assertThat(step.at("/notification/data").asText()).isEqualTo("private-" + name);
                }));
    all.put("resources/list", step -> assertThat(texts(step.get("uris"))).contains("x://a"));
    all.put(
        "resources/read", step -> assertThat(step.at("/contents/0/text").asText()).isEqualTo("x"));
    all.put(
        "resources/subscribe",
        step -> {
          assertThat(step.get("result")).isEqualTo(json("{}"));
          assertThat(step.get("updates")).isEqualTo(json("[{\"uri\":\"x://a\"}]"));
        });
    all.put(
        "prompts/get",
        step ->
            assertThat(step.at("/messages/0/content/text").asText())
                .isEqualTo("Prompt with arguments: arg1='one', arg2='two'"));
    all.put(
        "completion",
        step -> assertThat(texts(step.get("values"))).containsExactly("paris", "park", "party"));
    all.put("error result", fails("This tool intentionally returns an error for testing"));
    all.put("unknown prompt", step -> assertThat(step.get("code").asInt()).isEqualTo(-32602));
    all.put("sleep", says("slept 50"));
    all.put("refused sample", fails("ERR "));
    all.put("refused elicit", fails("ERR "));
    all.put("refused roots", fails("ERR "));
    return all;
  }

  /**
   * The SDK's HTTP+SSE servlet answers 2024-11-05 whatever it is asked for; ours what was asked.
   */
  private static List<String> versions(Transport transport) {
    return transport == Transport.SSE ? List.of("2024-11-05", "2025-11-25") : List.of("2025-11-25");
  }

  private static void progress(JsonNode step) {
    says("progress done tok=true").accept(step);
    assertThat(step.get("tokenSent").isMissingNode() || step.get("tokenSent").isNull()).isFalse();
    assertThat(step.get("notifications")).hasSize(3);
    for (int i = 0; i < 3; i++) {
      JsonNode notification = step.get("notifications").get(i);
      assertThat(notification.get("progressToken")).isEqualTo(step.get("tokenSent"));
      assertThat(notification.get("progress").asInt()).isEqualTo(i + 1);
      assertThat(notification.get("total").asInt()).isEqualTo(3);
    }
  }

  private static Consumer<JsonNode> says(String text) {
    return step -> {
      assertThat(step.get("text").asText()).isEqualTo(text);
      assertThat(step.get("isError").asBoolean()).isFalse();
    };
  }

  private static Consumer<JsonNode> fails(String prefix) {
    return step -> {
      assertThat(step.get("text").asText()).startsWith(prefix);
      assertThat(step.get("isError").asBoolean()).isTrue();
    };
  }

  private static Map<String, String> headers(JsonNode step) {
    Map<String, String> headers = new LinkedHashMap<>();
    json(step.get("text").asText())
        .properties()
        .forEach(header -> headers.put(header.getKey(), header.getValue().asText()));
    return headers;
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(element -> texts.add(element.asText()));
    return texts;
  }

  private static JsonNode json(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @EnumSource(Transport.class)
  void aCancelledToolStopsWorking(Transport transport) throws Exception {
    try (ServerProcess server = ServerProcess.start("--provider=dual");
        Driver driver = Driver.start("cancel", server, transport)) {
      server.await("slow-start " + transport.driverName(), Duration.ofSeconds(20));
      driver.proceed();
      server.await("slow-aborted " + transport.driverName(), Duration.ofSeconds(2));
      Map<String, JsonNode> steps = driver.finish();
      assertThat(steps.get("cancelled").get("rejected").asText()).contains("enough");
      says("Echo: after").accept(steps.get("after"));
    }
  }
}
