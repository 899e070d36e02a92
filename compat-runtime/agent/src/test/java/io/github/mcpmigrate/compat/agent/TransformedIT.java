package io.github.mcpmigrate.compat.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientSseClientTransport;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpClientTransport;
import io.modelcontextprotocol.spec.McpSchema;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Servers from transformed jars, each in a process of its own and without the agent unless a test
 * says otherwise. Nothing of the runtime is on their class paths but what the jars have.
 */
class TransformedIT {

  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();
  private static final List<String> SHORT_LIVED =
      List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-Xmx128m");
  private static final String SERVES = "serves Streamable HTTP, too: both transports at /sse";

  /** As {@code -javaagent} of this process names it. */
  private static final Path AGENT =
      Path.of(Main.class.getProtectionDomain().getCodeSource().getLocation().getPath());

  @TempDir static Path sdk;

  @TempDir Path folder;

  private static List<Path> classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of)
        .filter(path -> !path.toAbsolutePath().equals(AGENT))
        .filter(path -> !path.getFileName().toString().startsWith("mcp-compat-agent"))
        .toList();
  }

  private static boolean isOfTheSdk(Path jar) {
    return jar.getFileName().toString().matches("mcp-(core|spring-).*\\.jar");
  }

  @BeforeAll
  static void transformTheSdk() throws Exception {
    List<Path> jars = classPath().stream().filter(TransformedIT::isOfTheSdk).toList();
    assertThat(jars).hasSize(3);
    for (Path jar : jars) {
      assertThat(transform(jar, sdk.resolve(jar.getFileName())))
          .contains("1 classes woven, 0 left as they are");
    }
  }

  /** The SDK's jars are the transformed ones; each has the runtime in itself. */
  private static List<Path> transformedClassPath() {
    return classPath().stream()
        .map(path -> isOfTheSdk(path) ? sdk.resolve(path.getFileName()) : path)
        .toList();
  }

  private static String transform(Path input, Path output) throws Exception {
    List<String> command = new ArrayList<>(List.of(JAVA));
    command.addAll(SHORT_LIVED);
    command.addAll(List.of("-jar", AGENT.toString(), input.toString(), output.toString()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(said).isZero();
    return said;
  }

  @ParameterizedTest
  @EnumSource(LegacyStack.class)
  void jarsOnTheClassPath(LegacyStack stack) throws Exception {
    String said = serve(transformedClassPath(), List.of(), stack.name());
    assertThat(said).containsOnlyOnce(SERVES).doesNotContain("MCP compat");
  }

  /** Each class is woven once, and served once, with the options that the agent is given. */
  @ParameterizedTest
  @CsvSource({
    "mcp-endpoint=/mcp, /mcp",
    "mcp-endpoint=/other -Dmcp.compat.mcp-endpoint=/mcp, /mcp"
  })
  void theAgentAsWell(String options, String endpoint) throws Exception {
    String said =
        serve(
            transformedClassPath(),
            List.of(("-javaagent:" + AGENT + '=' + options).split(" ")),
            LegacyStack.WEBMVC.name());
    assertThat(said)
        .containsOnlyOnce(SERVES)
        .contains("Streamable HTTP alone at " + endpoint + '\n')
        .doesNotContain("MCP compat");
  }

  @Test
  void anApplicationWithItsLibrariesInOneJar() throws Exception {
    Path all = folder.resolve("application.jar");
    write(all, everything());
    Path dual = folder.resolve("dual.jar");
    assertThat(transform(all, dual)).contains("3 classes woven, 0 left as they are");
    assertThat(serve(List.of(dual), List.of(), LegacyStack.SERVLET.name()))
        .containsOnlyOnce(SERVES);
  }

  /** Tomcat's loaders look into the war before they ask their parents. */
  @Test
  void aWar() throws Exception {
    Map<String, byte[]> entries = new TreeMap<>();
    List<Path> container = new ArrayList<>();
    for (Path path : classPath()) {
      String name = path.getFileName().toString();
      if (name.endsWith(".jar") && !name.startsWith("tomcat-") && !name.startsWith("slf4j-")) {
        entries.put("WEB-INF/lib/" + name, Files.readAllBytes(path));
      } else if (name.endsWith(".jar")) {
        container.add(path);
      }
    }
    for (String name : List.of("StandAlone$Listener", "LegacyServer", "LegacyStack")) {
      addClasses(entries, "WEB-INF/classes/", name);
    }
    entries.put(
        "WEB-INF/web.xml",
        """
        <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0" metadata-complete="true">
          <listener>
            <listener-class>io.github.mcpmigrate.compat.agent.StandAlone$Listener</listener-class>
          </listener>
        </web-app>
        """
            .getBytes(StandardCharsets.UTF_8));
    Path war = folder.resolve("legacy.war");
    write(war, entries);
    Path dual = folder.resolve("dual.war");
    assertThat(transform(war, dual)).contains("3 classes woven", "WEB-INF/lib/mcp-compat-agent-");

    Map<String, byte[]> main = new TreeMap<>();
    addClasses(main, "", "StandAlone");
    Path starter = folder.resolve("starter.jar");
    write(starter, main);
    container.add(starter);
    assertThat(serve(container, List.of(), dual.toString())).containsOnlyOnce(SERVES);
  }

  private static Map<String, byte[]> everything() throws IOException {
    Map<String, byte[]> entries = new TreeMap<>();
    for (Path path : classPath()) {
      if (Files.isDirectory(path)) {
        addClasses(entries, "", "");
        continue;
      }
      try (ZipFile zip = new ZipFile(path.toFile())) {
        for (ZipEntry entry : zip.stream().filter(each -> !each.isDirectory()).toList()) {
          byte[] bytes = zip.getInputStream(entry).readAllBytes();
          boolean lines = entry.getName().startsWith("META-INF/services/");
          entries.merge(entry.getName(), bytes, (a, b) -> lines ? joined(a, b) : a);
        }
      }
    }
    return entries;
  }

  private static byte[] joined(byte[] first, byte[] second) {
    return (new String(first, StandardCharsets.UTF_8)
            + "\n"
            + new String(second, StandardCharsets.UTF_8))
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Test classes whose names begin so. */
  private static void addClasses(Map<String, byte[]> entries, String root, String name)
      throws IOException {
    Path tests =
        Path.of(TransformedIT.class.getProtectionDomain().getCodeSource().getLocation().getPath());
    Path home = tests.resolve("io/github/mcpmigrate/compat/agent");
    try (Stream<Path> files = Files.list(home)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (file.getFileName().toString().startsWith(name)) {
          entries.put(root + tests.relativize(file).toString(), Files.readAllBytes(file));
        }
      }
    }
  }

  private static void write(Path archive, Map<String, byte[]> entries) throws IOException {
    try (OutputStream out = Files.newOutputStream(archive);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.setLevel(1);
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
      }
    }
  }

  /**
   * Starts a server and calls it over both transports.
   *
   * @return all that it said on standard error, where its log goes
   */
  private String serve(List<Path> classPath, List<String> options, String argument)
      throws Exception {
    List<String> command = new ArrayList<>(List.of(JAVA));
    command.addAll(SHORT_LIVED);
    command.addAll(options);
    command.add("-cp");
    command.add(
        classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
    command.addAll(List.of(StandAlone.class.getName(), argument));
    Path errors = folder.resolve("errors.log");
    Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String url = null;
      String line = out.readLine();
      while (line != null && !line.startsWith(StandAlone.LISTENING)) {
        line = out.readLine();
      }
      if (line != null) {
        url = line.substring(StandAlone.LISTENING.length());
      }
      assertThat(url).as(() -> read(errors)).isNotNull();
      assertEchoes(HttpClientSseClientTransport.builder(url).build(), errors);
      assertEchoes(
          HttpClientStreamableHttpTransport.builder(url).endpoint(LegacyStack.SSE).build(), errors);
    } finally {
      process.getOutputStream().close();
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    }
    return read(errors);
  }

  private static void assertEchoes(McpClientTransport transport, Path errors) {
    try (McpSyncClient client = McpClient.sync(transport).build()) {
      client.initialize();
      McpSchema.CallToolResult result =
          client.callTool(new McpSchema.CallToolRequest("echo", Map.of("text", "hello")));
      assertThat(((McpSchema.TextContent) result.content().get(0)).text()).isEqualTo("hello");
    } catch (RuntimeException e) {
      throw new AssertionError(read(errors), e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
