package io.github.mcpmigrate.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpmigrate.samples.Project.Result;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientSseClientTransport;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpClientTransport;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The shipped commands on servers of Spring, of Spring AI and on a subclassed servlet, and clients
 * of the SDK against what the commands make.
 */
class ServersIT {

  enum Sample {
    WEBMVC(
        "webmvc-server",
        "stock-server-1.0.0.jar",
        "--server.port=0",
        "/sse",
        new CallToolRequest("count", Map.of("item", "bolts")),
        "120 in stock"),
    WEBFLUX(
        "webflux-server",
        "clock-server-1.0.0.jar",
        "--server.port=0",
        "/clock/events",
        new CallToolRequest("time", Map.of("zone", "Asia/Kolkata")),
        "+05:30"),
    SPRING_AI(
        "spring-ai-webmvc",
        "weather-server-1.0.0.jar",
        "--server.port=0",
        "/sse",
        new CallToolRequest("temperature", Map.of("city", "Oslo")),
        "12 degrees"),
    SPRING_AI_WEBFLUX(
        "spring-ai-webflux",
        "departures-server-1.0.0.jar",
        "--server.port=0",
        "/sse",
        new CallToolRequest("next_departure", Map.of("city", "Oslo")),
        "leaves at 11:45"),
    SUBCLASS(
        "servlet-subclass",
        "tasks-server.jar",
        "0",
        "/sse",
        new CallToolRequest("add_task", Map.of("title", "Water the plants")),
        " tasks");

    private final String folder;
    private final String jar;
    private final String port;
    private final String ssePath;
    private final CallToolRequest call;
    private final String answer;

    Sample(
        String folder,
        String jar,
        String port,
        String ssePath,
        CallToolRequest call,
        String answer) {
      this.folder = folder;
      this.jar = jar;
      this.port = port;
      this.ssePath = ssePath;
      this.call = call;
      this.answer = answer;
    }

    Project copy(String state, String name) throws Exception {
      return Project.copyOf(folder + "/" + state, folder + "-" + name);
    }

    Map<String, String> expected(String state) {
      return Project.contents(Project.sample(folder + "/" + state));
    }
  }

  @ParameterizedTest
  @EnumSource
  void beforeServesHttpSse(Sample sample) throws Exception {
    Project project = sample.copy("before", "before");
    assertServes(sample, project, true, false);
  }

  @ParameterizedTest
  @EnumSource
  void streamableMakesAfterAndASecondRunChangesNothing(Sample sample) throws Exception {
    Project project = sample.copy("before", "streamable");
    Result run = project.migrate("-DdryRun=false");
    assertThat(run.exit()).as(run.output()).isZero();
    assertThat(project.contents()).isEqualTo(sample.expected("after"));
    Result again = project.migrate("-DdryRun=false");
    assertThat(again.output()).contains("nothing was changed");
    assertThat(project.contents()).isEqualTo(sample.expected("after"));
    assertServes(sample, project, false, true);
  }

  @ParameterizedTest
  @EnumSource
  void dualMakesAfterDualAndDropLegacyLeavesStreamableHttp(Sample sample) throws Exception {
    Project project = sample.copy("before", "dual");
    Result run = project.migrate("-DdryRun=false", "-Dtransport=dual");
    assertThat(run.exit()).as(run.output()).isZero();
    assertThat(project.contents()).isEqualTo(sample.expected("after-dual"));
    assertServes(sample, project, true, true);
    Result drop = project.migrate("-DdryRun=false", "-Dtransport=drop-legacy");
    assertThat(drop.exit()).as(drop.output()).isZero();
    assertThat(project.contents()).isEqualTo(sample.expected("after"));
    assertServes(sample, project, false, true);
  }

  private static void assertServes(
      Sample sample, Project project, boolean httpSse, boolean streamable) throws Exception {
    try (RunningServer server = RunningServer.of(project, sample.jar, sample.port)) {
      String url = server.url();
      if (httpSse) {
        assertAnswers(
            sample, HttpClientSseClientTransport.builder(url).sseEndpoint(sample.ssePath).build());
      }
      if (streamable) {
        assertAnswers(sample, HttpClientStreamableHttpTransport.builder(url).build());
      }
    }
  }

  private static void assertAnswers(Sample sample, McpClientTransport transport) {
    try (McpSyncClient client = McpClient.sync(transport).build()) {
      client.initialize();
      CallToolResult result = client.callTool(sample.call);
      assertThat(result.content())
          .singleElement()
          .isInstanceOfSatisfying(
              TextContent.class, text -> assertThat(text.text()).contains(sample.answer));
    }
  }
}
