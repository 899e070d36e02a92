package io.github.mcpmigrate.samples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.mcpmigrate.samples.interop.conformance.Conformance;
import io.github.mcpmigrate.samples.interop.conformance.Conformance.Checks;
import io.github.mcpmigrate.samples.interop.node.DriverRun;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The samples that were written without an SDK, before and after: the official TypeScript clients
 * on each transport, and the official conformance suite on Streamable HTTP, which is all it speaks.
 */
class HandwrittenServersIT {

  private static final ObjectMapper JSON = JsonMapper.builder().build();
  private static final String SSE = "sse";
  private static final String STREAMABLE = "streamable";

  @ParameterizedTest
  @EnumSource
  void beforeItServesHttpSse(Handwritten sample) throws Exception {
    try (RunningServer server = sample.start("before")) {
      assertCalls(sample, server, SSE);
      assertThat(status(server, "/mcp")).isEqualTo(404);
      server.kill();
    }
  }

  @ParameterizedTest
  @EnumSource
  void afterItServesStreamableHttp(Handwritten sample) throws Exception {
    try (RunningServer server = sample.start("after")) {
      assertCalls(sample, server, STREAMABLE);
      assertThat(status(server, "/sse")).isEqualTo(404);
      assertConforms(sample, server, "after");
      server.kill();
    }
  }

  @ParameterizedTest
  @EnumSource
  void afterDualItServesBoth(Handwritten sample) throws Exception {
    try (RunningServer server = sample.start("after-dual")) {
      assertCalls(sample, server, SSE);
      assertCalls(sample, server, STREAMABLE);
      assertConforms(sample, server, "after-dual");
      server.kill();
    }
  }

  private static int status(RunningServer server, String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.url() + path))
            .header("Accept", "text/event-stream")
            .build();
    return HttpClient.newHttpClient()
        .send(request, HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  /**
   * Both generations of the client get the progress, the answer, and an error for what is wrong.
   */
  private static void assertCalls(Handwritten sample, RunningServer server, String transport)
      throws Exception {
    for (String client : List.of("typescript-v1", "typescript-v2")) {
      Map<String, String> steps =
          calling(client, server, sample.tool(), sample.arguments(), transport);
      assertThat(json(steps, "tools").get("names"))
          .as(client)
          .anyMatch(name -> name.asText().equals(sample.tool()));
      JsonNode call = json(steps, "call");
      assertThat(call.path("text").asText()).as(steps.toString()).isEqualTo(sample.answer());
      assertThat(call.path("progress").asInt()).as(client).isEqualTo(sample.progress());
    }
    Map<String, String> wrong = calling("typescript-v1", server, "no_such_tool", "{}", transport);
    assertThat(json(wrong, "call").path("error").asText())
        .isEqualTo("MCP error -32602: Unknown tool: no_such_tool");
  }

  private static Map<String, String> calling(
      String client, RunningServer server, String tool, String arguments, String transport)
      throws Exception {
    String url = server.url() + (transport.equals(SSE) ? "/sse" : "/mcp");
    try (DriverRun run =
        DriverRun.start(client, "calling", List.of(tool, arguments, url, transport))) {
      return run.finish();
    }
  }

  private static JsonNode json(Map<String, String> steps, String step) throws Exception {
    assertThat(steps).containsKey(step);
    return JSON.readTree(steps.get(step));
  }

  private static void assertConforms(Handwritten sample, RunningServer server, String state)
      throws Exception {
    Map<String, Checks> results =
        Conformance.run(Conformance.Suite.NEXT, URI.create(server.url() + "/mcp"));
    Set<String> passing =
        results.entrySet().stream()
            .filter(scenario -> !scenario.getValue().failing())
            .map(Map.Entry::getKey)
            .collect(Collectors.toCollection(TreeSet::new));
    System.out.printf(
        "conformance %-24s %-10s %d of %d scenarios pass (before: none can run): %s%n",
        sample.folder(), state, passing.size(), results.size(), passing);
    assertThat(passing).as(results.toString()).containsAll(sample.scenarios());
  }
}
