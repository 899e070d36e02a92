package io.github.mcpmigrate.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpmigrate.samples.Project.Result;
import io.modelcontextprotocol.client.transport.HttpClientSseClientTransport;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The goal {@code transform}; what becomes of the other samples is in {@code UnchangedJarsIT}. */
class TransformIT {

  private static final String GOAL =
      "io.github.mcpmigrate:mcp-migrate-maven-plugin:%s:transform"
          .formatted(System.getProperty("samples.version"));

  @Test
  void aSpringAiJarServesBothAtItsUrlAndSoDoesItsExtractedLayout() throws Exception {
    Project project = Sample.SPRING_AI.copy("before", "transform");
    RunningServer.build(project);
    Path input = project.file("target/" + Sample.SPRING_AI.jar());
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
    assertServesBoth(output);

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
    assertServesBoth(project.file("target/extracted/dual-server.jar"));
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

  private static void assertServesBoth(Path jar) throws Exception {
    Sample sample = Sample.SPRING_AI;
    List<String> command = Project.java(List.of(), jar, sample.port());
    try (RunningServer server = RunningServer.start(command, jar.getParent())) {
      sample.assertAnswers(HttpClientSseClientTransport.builder(server.url()).build());
      sample.assertAnswers(
          HttpClientStreamableHttpTransport.builder(server.url())
              .endpoint(sample.ssePath())
              .build());
    }
  }
}
