package io.github.mcpmigrate.maven.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpmigrate.maven.report.Action;
import io.github.mcpmigrate.maven.report.Assessment;
import io.github.mcpmigrate.maven.report.Baseline;
import io.github.mcpmigrate.maven.report.ConsoleReport;
import io.github.mcpmigrate.maven.report.Finding;
import io.github.mcpmigrate.maven.report.HtmlReport;
import io.github.mcpmigrate.maven.report.JsonReport;
import io.github.mcpmigrate.maven.report.MarkdownReport;
import io.github.mcpmigrate.maven.report.SarifReport;
import io.github.mcpmigrate.maven.report.Way;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Deployed applications: no sources, archives that have archives in them. */
class CompiledCodeTest {

  private static final String HOME = "io/modelcontextprotocol/server/transport/";
  private static final String PROVIDER = HOME + "HttpServletSseServerTransportProvider";
  private static final String SERVER = "com/acme/Server";
  private static final String OBJECT = "java/lang/Object";
  private static final String AGENT =
      "serves Streamable HTTP, too, when it is started with -javaagent:mcp-compat-agent.jar, or ";
  private static final String ARGUMENTS = "-Dinput=app.jar -Doutput=app-dual.jar";
  private static final String COMMAND = "mvn mcp-migrate:transform " + ARGUMENTS;

  /** Beside the other in the starter of 1.0; comes first by its name. */
  private static final String OTHER =
      "org/springframework/ai/mcp/server/autoconfigure/McpWebFluxServerAutoConfiguration";

  private static final String AUTO =
      "org/springframework/ai/mcp/server/autoconfigure/McpWebMvcServerAutoConfiguration";

  @TempDir private Path root;

  @Test
  void aFatJarIsTransformedOrStartedWithTheAgent() throws IOException {
    write("app.jar", fatJar(Map.of()));

    Assessment assessment = assess();
    Finding finding = only(assessment);
    assertThat(finding.position())
        .isEqualTo("app.jar!/BOOT-INF/lib/acme.jar!/com/acme/Server.class:42:1");
    assertThat(finding.snippet())
        .isEqualTo("com.acme.Server makes HttpServletSseServerTransportProvider");
    assertThat(finding.action()).isEqualTo(Action.MANUAL);
    assertThat(finding.reason())
        .isEqualTo(AGENT + "as a copy, by the goal transform with " + ARGUMENTS);
    assertThat(assessment.verdict().way()).isEqualTo(Way.BYTECODE);
    assertThat(assessment.verdict().because()).contains("serves both transports");
    assertThat(assessment.verdict().next()).isEqualTo(COMMAND);
  }

  @Test
  void everyReportSaysSo() throws IOException {
    write("app.jar", fatJar(Map.of()));
    Assessment assessment = assess();
    List<String> lines = new ArrayList<>();
    ConsoleReport.tell(assessment, assessment.findings(), lines::add);
    assertThat(String.join("\n", lines)).contains("-javaagent:mcp-compat-agent.jar", ARGUMENTS);
    assertThat(lines.get(lines.size() - 1)).isEqualTo("Next: " + COMMAND);
    assertThat(MarkdownReport.of(assessment))
        .contains("-javaagent:mcp-compat-agent.jar", ARGUMENTS);
    assertThat(HtmlReport.of(assessment, Baseline.none()))
        .contains("-javaagent:mcp-compat-agent.jar", ARGUMENTS);
    assertThat(JsonReport.of(assessment, Baseline.none()))
        .contains("-javaagent:mcp-compat-agent.jar", ARGUMENTS);
    assertThat(SarifReport.of(assessment, Baseline.none()))
        .contains("-javaagent:mcp-compat-agent.jar", ARGUMENTS);
  }

  @Test
  void aWarInAnEarIsLookedIntoAndTheEarIsWhatIsTransformed() throws IOException {
    byte[] war =
        zip(
            Map.of(
                "WEB-INF/classes/com/acme/Server.class", making(SERVER, PROVIDER),
                "WEB-INF/lib/mcp.jar", zip(Map.of(PROVIDER + ".class", empty(PROVIDER)))));
    write("deploy/our app.ear", zip(Map.of("web.war", war)));

    Assessment assessment = assess();
    assertThat(only(assessment).file())
        .isEqualTo("deploy/our app.ear!/web.war!/WEB-INF/classes/com/acme/Server.class");
    assertThat(assessment.verdict().next())
        .isEqualTo(
            "mvn mcp-migrate:transform '-Dinput=deploy/our app.ear'"
                + " '-Doutput=deploy/our app-dual.ear'");
  }

  @Test
  void withoutTheProviderItIsAnotherArchiveThatIsTransformed() throws IOException {
    write("app.jar", zip(Map.of(SERVER + ".class", making(SERVER, PROVIDER))));
    write("Server.class", making(SERVER, PROVIDER));

    Assessment assessment = assess();
    assertThat(assessment.findings())
        .extracting(Finding::position)
        .containsExactly("Server.class:42:1", "app.jar!/com/acme/Server.class:42:1");
    assertThat(assessment.findings())
        .allSatisfy(
            finding -> {
              assertThat(finding.action()).isEqualTo(Action.MANUAL);
              assertThat(finding.reason())
                  .isEqualTo(
                      AGENT
                          + "with a transformed jar in place of the one that has"
                          + " HttpServletSseServerTransportProvider in it");
            });
    assertThat(assessment.verdict().next()).isEqualTo("run this goal where the sources are");
  }

  @Test
  void transportsOfBeforeProvidersAreNotHelped() throws IOException {
    String old = HOME + "HttpServletSseServerTransport";
    write(
        "app.jar", zip(Map.of(SERVER + ".class", making(SERVER, old), old + ".class", empty(old))));
    notHelped(CompiledUse.BEFORE_PROVIDERS);
  }

  @Test
  void aCopyOfTheSdkUnderAnotherNameIsNotHelped() throws IOException {
    String moved = "com/acme/shaded/" + PROVIDER;
    write(
        "app.jar",
        zip(
            Map.of(
                SERVER + ".class", making(SERVER, moved),
                moved + ".class", empty(moved),
                // It makes one itself, and is no server for that.
                moved + "$Builder.class", making(moved + "$Builder", moved))));
    notHelped(CompiledUse.RELOCATED);
  }

  @Test
  void aSubclassIsHelpedUnlessItOverridesService() throws IOException {
    Map<String, byte[]> entries = new TreeMap<>();
    entries.put(PROVIDER + ".class", empty(PROVIDER));
    entries.put("com/acme/A.class", classFile("com/acme/A", PROVIDER, "doGet"));
    entries.put("com/acme/B.class", classFile("com/acme/B", PROVIDER, "service"));
    write("app.jar", zip(entries));

    Assessment assessment = assess();
    assertThat(assessment.findings())
        .extracting(finding -> finding.snippet() + ", " + finding.action())
        .containsExactly(
            "com.acme.A extends HttpServletSseServerTransportProvider, manual",
            "com.acme.B extends HttpServletSseServerTransportProvider, not yet");
    assertThat(assessment.findings().get(1).reason()).isEqualTo(CompiledUse.OVERRIDES);
  }

  @Test
  void aClientIsNotHelped() throws IOException {
    String client = "io/modelcontextprotocol/client/transport/HttpClientSseClientTransport";
    write("app.jar", zip(Map.of("com/acme/Client.class", making("com/acme/Client", client))));

    Finding finding = only(assess());
    assertThat(finding.rule()).isEqualTo("compiled-client");
    assertThat(finding.action()).isEqualTo(Action.NOT_YET);
    assertThat(finding.reason()).contains("are for servers");
  }

  @Test
  void aServerThatSpringAiMakesIsFound() throws IOException {
    write("app.jar", springAi("spring.ai.mcp.server.name=weather\n"));

    Assessment assessment = assess();
    Finding finding = only(assessment);
    assertThat(finding.file()).isEqualTo("app.jar!/BOOT-INF/lib/starter.jar!/" + AUTO + ".class");
    assertThat(finding.snippet())
        .isEqualTo(AUTO.replace('/', '.') + " makes WebMvcSseServerTransportProvider");
    assertThat(assessment.verdict().next()).isEqualTo(COMMAND);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "spring.ai.mcp.server.protocol=STREAMABLE",
        "spring.ai.mcp.server.protocol=stateless",
        "spring.ai.mcp.server.stdio=true",
        "spring.ai.mcp.server.enabled=false"
      })
  void oneThatIsConfiguredForSomethingElseIsNot(String line) throws IOException {
    write("app.jar", springAi(line + "\n"));
    assertThat(assess().findings()).isEmpty();
  }

  @Test
  void librariesAreNoServers() throws IOException {
    write(
        "mcp.jar",
        zip(
            Map.of(
                PROVIDER + ".class", empty(PROVIDER),
                PROVIDER + "$Builder.class", making(PROVIDER + "$Builder", PROVIDER))));
    write("starter.jar", zip(Map.of(AUTO + ".class", autoConfiguration(AUTO, "WebMvc"))));
    // Of that name only.
    write("other.jar", zip(Map.of("com/acme/A.class", making("com/acme/A", "a/WebMvcSseServer"))));
    assertThat(assess().findings()).isEmpty();
  }

  private void notHelped(String reason) throws IOException {
    Assessment assessment = assess();
    Finding finding = only(assessment);
    assertThat(finding.action()).isEqualTo(Action.NOT_YET);
    assertThat(finding.reason()).isEqualTo(reason).contains("neither");
    assertThat(assessment.verdict().way()).isEqualTo(Way.BYTECODE);
    assertThat(assessment.verdict().because()).contains("none of which");
    assertThat(assessment.verdict().next()).isEqualTo("run this goal where the sources are");
  }

  private static Finding only(Assessment assessment) {
    assertThat(assessment.findings()).hasSize(1);
    return assessment.findings().get(0);
  }

  private Assessment assess() throws IOException {
    return new Assessor(new Inventory(2), "test", transport -> "mvn " + transport)
        .assess(new Tree(root, root.resolve("target/mcp-migrate"), List.of(), List.of()));
  }

  private void write(String name, byte[] content) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, content);
  }

  private static byte[] fatJar(Map<String, byte[]> more) throws IOException {
    Map<String, byte[]> entries = new TreeMap<>(more);
    entries.put("BOOT-INF/lib/acme.jar", zip(Map.of(SERVER + ".class", making(SERVER, PROVIDER))));
    entries.put("BOOT-INF/lib/mcp.jar", zip(Map.of(PROVIDER + ".class", empty(PROVIDER))));
    return zip(entries);
  }

  private static byte[] springAi(String properties) throws IOException {
    String provider = HOME + "WebMvcSseServerTransportProvider";
    return zip(
        Map.of(
            "BOOT-INF/classes/application.properties",
            properties.getBytes(StandardCharsets.UTF_8),
            "BOOT-INF/lib/starter.jar",
            zip(
                Map.of(
                    AUTO + ".class", autoConfiguration(AUTO, "WebMvc"),
                    OTHER + ".class", autoConfiguration(OTHER, "WebFlux"))),
            "BOOT-INF/lib/mcp-spring-webmvc.jar",
            zip(Map.of(provider + ".class", empty(provider)))));
  }

  private static byte[] zip(Map<String, byte[]> entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> each : new TreeMap<>(entries).entrySet()) {
        ZipEntry entry = new ZipEntry(each.getKey());
        // As Spring Boot keeps its libraries.
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(each.getValue().length);
        CRC32 crc = new CRC32();
        crc.update(each.getValue());
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(each.getValue());
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] empty(String name) {
    return classFile(name, OBJECT, "doGet");
  }

  private static byte[] classFile(String name, String parent, String method) {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, name, null, parent, null);
    writer
        .visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_ABSTRACT, method, "()V", null, null)
        .visitEnd();
    writer.visitEnd();
    return writer.toByteArray();
  }

  private static byte[] autoConfiguration(String name, String stack) {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, name, null, OBJECT, null);
    writer
        .visitMethod(
            Opcodes.ACC_PUBLIC | Opcodes.ACC_ABSTRACT,
            "transport",
            "()L" + HOME + stack + "SseServerTransportProvider;",
            null,
            null)
        .visitEnd();
    writer.visitEnd();
    return writer.toByteArray();
  }

  private static byte[] making(String name, String type) {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, name, null, OBJECT, null);
    MethodVisitor method = writer.visitMethod(Opcodes.ACC_STATIC, "main", "()V", null, null);
    method.visitCode();
    Label line = new Label();
    method.visitLabel(line);
    method.visitLineNumber(42, line);
    method.visitMethodInsn(Opcodes.INVOKESTATIC, type, "builder", "()V", false);
    method.visitInsn(Opcodes.RETURN);
    method.visitMaxs(0, 0);
    method.visitEnd();
    writer.visitEnd();
    return writer.toByteArray();
  }
}
