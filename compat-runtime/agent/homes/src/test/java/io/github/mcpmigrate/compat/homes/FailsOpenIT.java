package io.github.mcpmigrate.compat.homes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong, the application serves HTTP+SSE as before, and one line says why. */
class FailsOpenIT {

  private static final UnaryOperator<byte[]> NOTHING = bytes -> null;
  private static final UnaryOperator<byte[]> HALF = bytes -> Arrays.copyOf(bytes, bytes.length / 2);

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "max-calls=many|serves HTTP\\+SSE only: .*max-calls is a whole number, not 'many'",
        "ask-timeout=soon|serves HTTP\\+SSE only: .*ask-timeout is a time such as",
        "debug|not started, the application runs without it: .*'debug' is no option"
      })
  void withOptionsThatMakeNoSense(String options, String reason) throws Exception {
    servesHttpSseAlone(AgentJar.WHOLE + "=" + options, "MCP compat agent: .*" + reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "compat/engine/Engine|MCP compat agent: .*HttpServletSseServerTransportProvider serves"
            + " HTTP\\+SSE only: .*compat.engine.Engine",
        "compat/graft/Grafts|MCP compat agent: .*serves HTTP\\+SSE only: .*compat.graft.Grafts",
        // Not missed before there is a request
        "compat/graft/ServletRequests|serves HTTP\\+SSE only: .*ServletRequests",
        "compat/weave/Weaver|MCP compat agent: .*is left as it is: .*compat.weave.Weaver",
        "compat/weave/ProviderWeaving|MCP compat agent: .*is left as it is: ",
        "/ProviderMembers|MCP compat agent: .*is left as it is"
      })
  void withAPartOfTheAgentMissing(String part, String reason) throws Exception {
    Path broken = AgentJar.with(folder.resolve("broken.jar"), part + ".classdata", NOTHING);
    servesHttpSseAlone(broken.toString(), reason);
  }

  @Test
  void withAPartOfTheAgentBroken() throws Exception {
    Path broken =
        AgentJar.with(folder.resolve("broken.jar"), "compat/engine/Engine.classdata", HALF);
    servesHttpSseAlone(
        broken.toString(), "MCP compat agent: .*serves HTTP\\+SSE only: .*ClassFormatError");
  }

  private void servesHttpSseAlone(String agent, String reason) throws Exception {
    try (ChildProcess child =
        PlainChild.start(
            folder.resolve("child"),
            List.of("-javaagent:" + agent, "-cp", PlainChild.classPath(jar -> true)))) {
      String url = PlainChild.url(child);
      // As the provider answers it without the agent
      assertThat(initialize(url)).isEqualTo(404);
      try (HttpSseProbe client = new HttpSseProbe(url).initialize()) {
        client.post(StreamableProbe.PING);
        assertThat(client.next()).contains("\"result\":{}");
      }
      child.await(reason);
      assertThat(
              child
                  .output()
                  .lines()
                  .filter(line -> line.contains("HTTP+SSE only") || line.startsWith("MCP compat")))
          .hasSize(1);
    }
  }

  private static int initialize(String url) throws Exception {
    return new StreamableProbe(url)
        .post(StreamableProbe.INITIALIZE.formatted("2025-06-18"))
        .statusCode();
  }

  @Test
  void aLibraryThatIsOfNoUseToTheAgentDoesNotDisturbIt() throws Exception {
    Path useless = folder.resolve("jackson-core-0.jar");
    try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(useless))) {
      for (String name : List.of("JsonFactory", "JsonParser", "JsonToken")) {
        jar.putNextEntry(new ZipEntry("com/fasterxml/jackson/core/" + name + ".class"));
        jar.write("no class".getBytes());
        jar.closeEntry();
      }
    }
    // The SDK has Jackson 3 here.
    String path =
        useless
            + System.getProperty("path.separator")
            + PlainChild.classPath(PlainChild.LIBRARIES.resolve("modules"), jar -> true);
    try (ChildProcess child =
        PlainChild.start(
            folder.resolve("child"), List.of("-javaagent:" + AgentJar.WHOLE, "-cp", path))) {
      String url = PlainChild.url(child);
      StreamableProbe client = new StreamableProbe(url).initialize();
      assertThat(client.post(StreamableProbe.PING).body()).contains("\"result\":{}");
    }
  }

  /** Such an application does not run without the agent, either: it ends with the same words. */
  @ParameterizedTest
  @ValueSource(strings = {"slf4j-", "reactor-core", "jackson-databind"})
  void anApplicationThatMissesALibraryItselfSaysSoItself(String missing) throws Exception {
    String path = PlainChild.classPath(jar -> !jar.startsWith(missing));
    assertThat(failure("with", List.of("-javaagent:" + AgentJar.WHOLE, "-cp", path)))
        .isEqualTo(failure("without", List.of("-cp", path)))
        .isNotEmpty();
  }

  private List<String> failure(String name, List<String> options) throws Exception {
    try (ChildProcess child = PlainChild.start(folder.resolve(name), options)) {
      assertThat(child.exit()).isNotZero();
      return child
          .output()
          .lines()
          .filter(line -> line.startsWith("Exception") || line.startsWith("Caused by"))
          .toList();
    }
  }
}
