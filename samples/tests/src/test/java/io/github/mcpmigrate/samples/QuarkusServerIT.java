package io.github.mcpmigrate.samples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.mcpmigrate.samples.Project.Result;
import io.github.mcpmigrate.samples.interop.node.DriverRun;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The shipped command on {@code samples/quarkus-server}, and the servers before and after with the
 * official TypeScript clients and the migrated LangChain4j client.
 */
class QuarkusServerIT {

  private static final String SSE = "sse";
  private static final String STREAMABLE = "streamable";

  /** What {@code DropLegacySse} writes. */
  private static final List<String> RULE =
      List.of(
          "quarkus.http.auth.permission.http-sse.paths=/mcp/sse,/mcp/messages/*",
          "quarkus.http.auth.permission.http-sse.policy=deny");

  @Test
  void streamableMakesAfterWhichServesEverybodyUntilARuleEndsHttpSse() throws Exception {
    Project project = Project.copyOf("quarkus-server/before", "quarkus-server");
    packaged(project, "-DskipTests");
    try (QuarkusProcess server = QuarkusProcess.of(project)) {
      assertKeepsANote("typescript-v1", server, SSE);
      assertThat(server.status("/mcp")).as("closed by the project's own rules").isEqualTo(403);
    }

    Result run = project.migrate("-DdryRun=false", "-DskipBuild=true");
    assertThat(run.exit()).as(run.output()).isZero();
    assertThat(run.output())
        .contains("3 changed, 1 need a hand, 0 not understood", "has no switch for HTTP+SSE");
    assertThat(project.contents()).isEqualTo(contents("after"));
    packaged(project);
    try (QuarkusProcess server = QuarkusProcess.of(project)) {
      assertKeepsANote("typescript-v1", server, STREAMABLE);
      assertKeepsANote("typescript-v2", server, STREAMABLE);
      assertKeepsANote("typescript-v1", server, SSE);
      assertLangChain4jKeepsANote(server);
    }
    try (QuarkusProcess server = QuarkusProcess.of(project, RULE.toArray(String[]::new))) {
      assertThat(server.status("/mcp/sse")).isEqualTo(403);
      assertThat(server.status("/mcp/messages/1")).isEqualTo(403);
      assertKeepsANote("typescript-v2", server, STREAMABLE);
    }
  }

  private static void assertKeepsANote(String client, QuarkusProcess server, String transport)
      throws Exception {
    String url = server.url() + (transport.equals(SSE) ? "/mcp/sse" : "/mcp");
    try (DriverRun run =
        DriverRun.start(
            client,
            "calling",
            List.of("add_note", "{\"text\": \"Water the plants\"}", url, transport))) {
      Map<String, String> steps = run.finish();
      assertThat(steps).as(client).containsKey("call");
      assertThat(JsonMapper.builder().build().readTree(steps.get("call")).path("text").asText())
          .as(steps.toString())
          .startsWith("Kept as note ");
    }
  }

  private static void assertLangChain4jKeepsANote(QuarkusProcess server) throws Exception {
    Project client = Project.copyOf("langchain4j-client/after", "langchain4j-for-quarkus");
    packaged(client);
    Result run = client.run(client.java("notes-agent.jar", server.url(), "Water the plants"));
    assertThat(run.exit()).as(run.output()).isZero();
    assertThat(run.output()).contains("add_note", "answer: Kept as note ");
  }

  private static void packaged(Project project, String... more) throws Exception {
    Result build =
        project.maven(
            Stream.concat(Stream.of("-q", "package"), Arrays.stream(more)).toArray(String[]::new));
    assertThat(build.exit()).as(build.output()).isZero();
  }

  private static Map<String, String> contents(String state) {
    return Project.contents(Project.sample("quarkus-server/" + state));
  }
}
