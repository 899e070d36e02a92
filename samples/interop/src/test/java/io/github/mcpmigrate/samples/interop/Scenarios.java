package io.github.mcpmigrate.samples.interop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The one list of what every client, over every transport, on every stack, has to see. */
final class Scenarios {

  private static final ObjectMapper JSON = new ObjectMapper();

  private Scenarios() {}

  /**
   * What each step has to bring.
   *
   * @param fixture the server, whose versions differ
   * @param client whose capabilities and versions differ
   */
  static Map<String, Consumer<JsonNode>> of(
      Fixture fixture, ForeignClient client, Transport transport) {
    String name = transport.driverName();
    Map<String, Consumer<JsonNode>> all = new LinkedHashMap<>();
    all.put(
        "initialize",
        step -> {
          assertThat(step.get("server").asText()).isEqualTo("everything-server");
          assertThat(step.get("protocolVersion").asText())
              .isEqualTo(fixture.protocolVersion(client, transport));
          assertThat(step.get("capabilities").fieldNames())
              .toIterable()
              .contains("tools", "resources", "prompts", "logging");
        });
    all.put("ping", step -> assertThat(step.get("result")).isEqualTo(json("{}")));
    all.put(
        "tools/list",
        step ->
            assertThat(texts(step.get("names")))
                .hasSize(24)
                .contains("test_simple_text", "echo", "roots", "sleep"));
    all.put("echo", says("Echo: grüße ☃"));
    all.put("who", step -> who(client, step));
    all.put("headers", step -> assertThat(headers(step)).containsEntry("x-probe", name));
    all.put("progress", Scenarios::progress);
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

  /** What the server understood of the client's capabilities. */
  private static void who(ForeignClient client, JsonNode step) {
    String text = step.get("text").asText();
    assertThat(text).startsWith("client=interop-client caps={");
    assertThat(json(text.substring(text.indexOf('{'))).fieldNames())
        .toIterable()
        .containsExactlyInAnyOrderElementsOf(client.capabilities());
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
}
