package io.github.mcpmigrate.compat.homes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.mcpmigrate.compat.homes.plain.PlainServer;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The AOT cache of a JDK from 24 on, where there is one. */
class AotCacheIT {

  @TempDir Path folder;

  @Test
  void theAgentWarnsAndTheServerRuns() throws Exception {
    Path java = newerJava();
    assumeThat(java).as("a JDK from 25 on").isNotNull();
    Path cache = folder.resolve("app.aot");
    try (ChildProcess training = start(java, "training", "-XX:AOTCacheOutput=" + cache)) {
      assertServesHttpSse(training);
      assertThat(training.output())
          .containsOnlyOnce("MCP compat agent: not started")
          .contains("Transform the application's files instead");
      training.stop();
    }
    assertThat(cache).exists();
    // JDK 25.0.3 crashed here when the agent had changed a class in the training.
    try (ChildProcess running = start(java, "running", "-XX:AOTCache=" + cache)) {
      assertServesHttpSse(running);
      assertThat(running.output())
          .containsOnlyOnce("MCP compat agent: an AOT cache and an agent do not go together");
    }
  }

  private ChildProcess start(Path java, String name, String option) throws IOException {
    List<String> command = new ArrayList<>(List.of(java.toString()));
    command.addAll(List.of("-Xmx200m", option, "-javaagent:" + AgentJar.WHOLE));
    // The JVM makes no cache of folders.
    String classes = jar().toString();
    String path = PlainChild.classPath(jar -> true);
    command.addAll(List.of("-cp", classes + path.substring(path.indexOf(File.pathSeparator))));
    command.addAll(
        List.of(PlainServer.class.getName(), folder.resolve(name).resolve("tomcat").toString()));
    return ChildProcess.start(folder.resolve(name), command, process -> {});
  }

  private Path jar() throws IOException {
    Path jar = folder.resolve("plain.jar");
    if (!Files.exists(jar)) {
      String name = PlainServer.class.getName().replace('.', '/') + ".class";
      try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
        out.putNextEntry(new ZipEntry(name));
        Files.copy(Path.of(System.getProperty("homes.classes")).resolve(name), out);
        out.closeEntry();
      }
    }
    return jar;
  }

  private static void assertServesHttpSse(ChildProcess child) throws Exception {
    try (HttpSseProbe client = new HttpSseProbe(PlainChild.url(child)).initialize()) {
      client.post(StreamableProbe.PING);
      assertThat(client.next()).contains("\"result\":{}");
    }
  }

  /** That of the tests, or one beside it. */
  private static Path newerJava() throws IOException {
    Path home = Path.of(System.getProperty("java.home"));
    if (Runtime.version().feature() >= 25) {
      return home.resolve("bin").resolve("java");
    }
    try (Stream<Path> homes = Files.list(home.resolveSibling("."))) {
      return homes
          .filter(each -> feature(each.resolve("release")) >= 25)
          .map(each -> each.resolve("bin").resolve("java"))
          .filter(Files::isExecutable)
          .findFirst()
          .orElse(null);
    }
  }

  private static int feature(Path release) {
    try (Stream<String> lines = Files.lines(release)) {
      return lines
          .filter(line -> line.startsWith("JAVA_VERSION=\""))
          .map(line -> line.replaceAll("JAVA_VERSION=\"(\\d+).*", "$1"))
          .mapToInt(Integer::parseInt)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0;
    }
  }
}
