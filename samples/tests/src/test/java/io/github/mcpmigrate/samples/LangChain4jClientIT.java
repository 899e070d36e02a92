package io.github.mcpmigrate.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpmigrate.samples.Project.Result;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The shipped command on {@code samples/langchain4j-client}; before and after with one server. */
class LangChain4jClientIT {

  private static final String LISTENING = "listening on ";

  @Test
  void streamableMakesAfterAndBothTalkToADualServer() throws Exception {
    Project client = Project.copyOf("langchain4j-client/before", "langchain4j-client");
    Project server = built(Project.copyOf("servlet-server/after-dual", "for-langchain4j"));
    Process process =
        new ProcessBuilder(server.java("notes-server.jar", "0"))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String line = out.readLine();
      assertThat(line).startsWith(LISTENING);
      String url = line.substring(LISTENING.length());
      assertKeepsANote(built(client), url, 1);

      Result run = client.migrate("-DdryRun=false");
      assertThat(run.exit()).as(run.output()).isZero();
      assertThat(run.output()).contains("1 changed, 0 need a hand, 0 not understood");
      assertThat(client.contents()).isEqualTo(after());
      assertKeepsANote(built(client), url, 2);

      Result again = client.migrate("-DdryRun=false");
      assertThat(again.output()).contains("nothing was changed");
      assertThat(client.contents()).isEqualTo(after());
    } finally {
      process.destroy();
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    }
  }

  private static Project built(Project project) throws Exception {
    Result build = project.maven("-q", "package");
    assertThat(build.exit()).as(build.output()).isZero();
    return project;
  }

  private static void assertKeepsANote(Project client, String url, int number) throws Exception {
    Result run = client.run(client.java("notes-agent.jar", url, "Water the plants"));
    assertThat(run.exit()).as(run.output()).isZero();
    assertThat(run.output()).contains("add_note", "answer: Kept as note " + number);
  }

  private static Map<String, String> after() {
    return Project.contents(Project.sample("langchain4j-client/after"));
  }
}
