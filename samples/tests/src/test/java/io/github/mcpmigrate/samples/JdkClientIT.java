package io.github.mcpmigrate.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpmigrate.samples.Project.Result;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The shipped commands on {@code samples/jdk-client}, and its clients against real servers. */
class JdkClientIT {

  private static final String BEFORE = "jdk-client/before";
  private static final String AFTER = "jdk-client/after";
  private static final String LISTENING = "listening on ";

  @Test
  void beforeTalksToALegacyServer() throws Exception {
    assertKeepsANote(built(BEFORE, "client-before"), built("servlet-server/before", "for-before"));
  }

  @Test
  void streamableMakesAfterWhichTalksToAMigratedServer() throws Exception {
    Project client = Project.copyOf(BEFORE, "client-streamable");
    Result run = client.migrate("-DdryRun=false");
    assertThat(run.exit()).as(run.output()).isZero();
    assertThat(run.output()).contains("3 changed, 0 need a hand, 0 not understood");
    assertThat(client.contents()).isEqualTo(expected(AFTER));
    Result again = client.migrate("-DdryRun=false");
    assertThat(again.output()).contains("nothing was changed");
    assertThat(client.contents()).isEqualTo(expected(AFTER));
    assertKeepsANote(built(client), built("servlet-server/after", "for-streamable"));
  }

  @Test
  void dualMakesTheSame() throws Exception {
    Project client = Project.copyOf(BEFORE, "client-dual");
    Result run = client.migrate("-DdryRun=false", "-Dtransport=dual");
    assertThat(run.exit()).as(run.output()).isZero();
    assertThat(client.contents()).isEqualTo(expected(AFTER));
  }

  /** Both clients talk to one server on both transports. */
  @Test
  void beforeAndAfterTalkToADualServer() throws Exception {
    Project server = built("servlet-server/after-dual", "for-both");
    assertKeepsANote(built(BEFORE, "client-old"), server);
    assertKeepsANote(built(AFTER, "client-new"), server);
  }

  private static Project built(String sample, String name) throws Exception {
    return built(Project.copyOf(sample, name));
  }

  private static Project built(Project project) throws Exception {
    Result build = project.maven("-q", "package");
    assertThat(build.exit()).as(build.output()).isZero();
    return project;
  }

  private static void assertKeepsANote(Project client, Project server) throws Exception {
    Process process =
        new ProcessBuilder(server.java("notes-server.jar", "0"))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String line = out.readLine();
      assertThat(line).startsWith(LISTENING);
      Result run =
          client.run(
              client.java(
                  "notes-client.jar", line.substring(LISTENING.length()), "Water the plants"));
      assertThat(run.exit()).as(run.output()).isZero();
      assertThat(run.output()).contains("answer: Kept as note 1", "notes: Water the plants");
    } finally {
      process.destroy();
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    }
  }

  private static Map<String, String> expected(String sample) {
    return Project.contents(Project.sample(sample));
  }
}
