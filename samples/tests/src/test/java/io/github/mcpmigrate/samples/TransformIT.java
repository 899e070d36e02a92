package io.github.mcpmigrate.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpmigrate.samples.Project.Result;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientSseClientTransport;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpClientTransport;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The goal {@code transform} on the built jars of servers, and what they are without an agent. */
class TransformIT {

  private static final String GOAL =
      "io.github.mcpmigrate:mcp-migrate-maven-plugin:%s:transform"
          .formatted(System.getProperty("samples.version"));
  private static final String PORT = "--server.port=0";

  @Test
  void aSpringAiJarServesBothAtItsUrlAndSoDoesItsExtractedLayout() throws Exception {
    Project project = Project.copyOf("spring-ai-webmvc/before", "transform-spring-ai");
    Path input = built(project, "weather-server-1.0.0.jar");
    byte[] before = Files.readAllBytes(input);
    Path output = project.file("target/dual-server.jar");

    Result look = transform(project, input, "-DdryRun=true");
    assertThat(look.output())
        .contains(
            "2 classes woven, 0 left as they are; nothing was written (dry run)", "Next: mvn");
    assertThat(output).doesNotExist();

    Result run = transform(project, input, "-Doutput=" + output);
    assertThat(run.output())
        .contains("2 classes woven, 0 left as they are; written: " + output, ":verify -Durl=");
    assertThat(input).hasBinaryContent(before);
    assertThat(project.file("target/mcp-migrate/transform.json"))
        .content()
        .contains("WebMvcSseServerTransportProvider", "\"woven\" : 2");
    CallToolRequest call = new CallToolRequest("temperature", Map.of("city", "Oslo"));
    assertServesBoth(project, "dual-server.jar", call, "12 degrees");

    Result extract =
        project.run(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djarmode=tools",
                "-jar",
                output.toString(),
                "extract",
                "--destination",
                project.file("target/extracted").toString()));
    assertThat(extract.exit()).as(extract.output()).isZero();
    assertServesBoth(project, "extracted/dual-server.jar", call, "12 degrees");
  }

  @Test
  void aWebMvcJarServesBothAtItsUrl() throws Exception {
    Project project = Project.copyOf("webmvc-server/before", "transform-webmvc");
    Path input = built(project, "stock-server-1.0.0.jar");
    Path output = project.file("target/dual-server.jar");
    transform(project, input, "-Doutput=" + output);
    assertServesBoth(
        project,
        "dual-server.jar",
        new CallToolRequest("count", Map.of("item", "bolts")),
        "120 in stock");
  }

  @Test
  void whatIsWrongIsSaid() throws Exception {
    Project project = Project.empty("transform-wrong");
    project.write("server.jar", "no jar");
    Path jar = project.file("server.jar");
    assertThat(fails(project, "-Dinput=" + jar)).contains("Give -Doutput, the file to write");
    assertThat(fails(project, "-Dinput=" + jar, "-Doutput=" + jar))
        .contains("is the input, which is never written to. Give another output");
    assertThat(fails(project, "-Dinput=" + jar, "-Doutput=" + project.file("x.jar")))
        .contains("Nothing was written. " + jar + ": it is no jar, war or other zip file");
  }

  private static String fails(Project project, String... options) throws Exception {
    Result run = project.maven(arguments(options));
    assertThat(run.exit()).as(run.output()).isNotZero();
    return run.output();
  }

  private static Result transform(Project project, Path input, String option) throws Exception {
    Result run = project.maven(arguments("-Dinput=" + input, option));
    assertThat(run.exit()).as(run.output()).isZero();
    return run;
  }

  private static String[] arguments(String... options) {
    String[] all = new String[options.length + 2];
    all[0] = "-o";
    all[1] = GOAL;
    System.arraycopy(options, 0, all, 2, options.length);
    return all;
  }

  private static Path built(Project project, String jar) throws Exception {
    Result build = project.maven("-q", "package");
    assertThat(build.exit()).as(build.output()).isZero();
    return project.file("target/" + jar);
  }

  private static void assertServesBoth(
      Project project, String jar, CallToolRequest call, String answer) throws Exception {
    try (RunningServer server = RunningServer.of(project, jar, PORT)) {
      assertAnswers(HttpClientSseClientTransport.builder(server.url()).build(), call, answer);
      assertAnswers(
          HttpClientStreamableHttpTransport.builder(server.url()).endpoint("/sse").build(),
          call,
          answer);
    }
  }

  private static void assertAnswers(
      McpClientTransport transport, CallToolRequest call, String answer) {
    try (McpSyncClient client = McpClient.sync(transport).build()) {
      client.initialize();
      assertThat(client.callTool(call).content().toString()).contains(answer);
    }
  }
}
