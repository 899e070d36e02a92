package io.github.mcpmigrate.compat.weave.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mcpmigrate.compat.weave.Finding;
import io.github.mcpmigrate.compat.weave.Weaver;
import io.github.mcpmigrate.compat.weave.archive.TransformReport.Change;
import java.io.IOException;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Archives of every form, with the SDK's released jars in them. */
class TransformationTest {

  private static final String RUNTIME = "mcp-compat-agent-runtime-1.2.3.jar";
  private static final String CORE = "mcp-core-0.17.2.jar";
  private static final String MVC = "mcp-spring-webmvc-0.17.2.jar";
  private static final String PACKAGE = "io/modelcontextprotocol/server/transport/";

  @TempDir Path folder;

  private RuntimeFiles runtime;
  private Path input;
  private Path output;

  @BeforeEach
  void files() throws Exception {
    runtime = Archives.runtime(folder);
    input = folder.resolve("in.jar");
    output = folder.resolve("out/dual.jar");
  }

  private TransformReport transform(byte[] archive) throws Exception {
    Files.write(input, archive);
    return new Transformation(runtime, false).write(input, output);
  }

  static List<Path> sdkJars() throws IOException {
    try (Stream<Path> jars = Files.list(Path.of(System.getProperty("sdk-jars")))) {
      return jars.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("sdkJars")
  void aJarOfTheSdkHasTheRuntimeInItself(Path jar) throws Exception {
    TransformReport report = new Transformation(runtime, false).write(jar, output);

    assertThat(report.woven()).isEqualTo(1);
    // SDK 0.8 has the transports of 0.7 still.
    assertThat(report.rows())
        .filteredOn(row -> !row.woven())
        .allMatch(row -> row.className().endsWith("SseServerTransport"))
        .hasSizeLessThanOrEqualTo(jar.toString().contains("0.8") ? 1 : 0);
    Map<String, byte[]> before = Archives.entries(jar);
    Map<String, byte[]> after = Archives.entries(output);
    String provider =
        report.rows().stream().filter(row -> row.woven()).findFirst().orElseThrow().place();
    assertIsWoven(after.get(provider));
    String home = provider.substring(0, provider.lastIndexOf('/') + 1);
    assertThat(after.keySet())
        .startsWith(before.keySet().toArray(String[]::new))
        .hasSize(before.size() + 3)
        .contains(
            home + "McpCompatLink.class",
            home + "McpCompatLoader.class",
            "mcp-compat/graft/a/B.classdata");
    assertThat(new String(after.get(provider), StandardCharsets.ISO_8859_1))
        .contains(home.replace('/', '.') + "McpCompatLink")
        .doesNotContain("io.github.mcpmigrate.compat.agent.Link");
    assertThat(report.changes())
        .containsExactly(
            new Change("mcp-compat/", "added"),
            new Change(home + "McpCompatLink.class", "added"),
            new Change(home + "McpCompatLoader.class", "added"));
    before.remove(provider);
    assertThat(after).containsAllEntriesOf(before);
    assertThat(Archives.entries(Files.readAllBytes(output)).keySet()).isEqualTo(after.keySet());
  }

  @Test
  void aBootJarGetsOneMoreLibrary() throws Exception {
    byte[] boot = boot();
    TransformReport report = transform(boot);

    assertThat(report.woven()).isEqualTo(2);
    assertThat(report.changes())
        .containsExactly(
            new Change("BOOT-INF/lib/" + RUNTIME, "added"),
            new Change("BOOT-INF/classpath.idx", "changed"));
    Map<String, byte[]> after = Archives.entries(output);
    assertThat(after.keySet())
        .containsExactly(
            "META-INF/MANIFEST.MF",
            "org/springframework/boot/loader/Launcher.class",
            "BOOT-INF/classes/application.properties",
            "BOOT-INF/lib/" + CORE,
            "BOOT-INF/lib/" + MVC,
            "BOOT-INF/lib/other.jar",
            "BOOT-INF/lib/" + RUNTIME,
            "BOOT-INF/classpath.idx",
            "BOOT-INF/layers.idx");
    assertThat(new String(after.get("BOOT-INF/classpath.idx"), StandardCharsets.UTF_8))
        .isEqualTo(
            """
            - "BOOT-INF/lib/mcp-core-0.17.2.jar"
            - "BOOT-INF/lib/mcp-spring-webmvc-0.17.2.jar"
            - "BOOT-INF/lib/mcp-compat-agent-runtime-1.2.3.jar"
            - "BOOT-INF/lib/other.jar"
            """);
    Map<String, byte[]> core = Archives.entries(after.get("BOOT-INF/lib/" + CORE));
    assertIsWoven(core.get(Archives.SERVLET));
    assertThat(core.keySet()).isEqualTo(Archives.entries(Archives.sdk(CORE)).keySet());
    assertThat(Archives.entries(after.get("BOOT-INF/lib/" + RUNTIME)).keySet())
        .containsExactly(
            "META-INF/MANIFEST.MF",
            "io/github/mcpmigrate/compat/agent/HiddenLoader.class",
            "io/github/mcpmigrate/compat/agent/Link.class",
            "mcp-compat/graft/a/B.classdata");
    try (ZipFile zip = new ZipFile(output.toFile())) {
      assertThat(zip.stream().filter(entry -> entry.getName().endsWith(".jar")))
          .hasSize(4)
          .allMatch(entry -> entry.getMethod() == ZipEntry.STORED);
    }
    assertUntouchedBytes(boot, "BOOT-INF/lib/other.jar");
  }

  private static byte[] boot() {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("META-INF/MANIFEST.MF", Archives.text("Manifest-Version: 1.0\n\n"));
    entries.put("org/springframework/boot/loader/Launcher.class", Archives.empty("x/Launcher"));
    entries.put("BOOT-INF/classes/application.properties", Archives.text("a=b\n"));
    entries.put("BOOT-INF/lib/" + CORE, Archives.sdk(CORE));
    entries.put("BOOT-INF/lib/" + MVC, Archives.sdk(MVC));
    entries.put("BOOT-INF/lib/other.jar", Archives.zip(Map.of("a.txt", Archives.text("a"))));
    entries.put(
        "BOOT-INF/classpath.idx",
        Archives.text(
            """
            - "BOOT-INF/lib/mcp-core-0.17.2.jar"
            - "BOOT-INF/lib/mcp-spring-webmvc-0.17.2.jar"
            - "BOOT-INF/lib/other.jar"
            """));
    entries.put(
        "BOOT-INF/layers.idx",
        Archives.text("- \"dependencies\":\n  - \"BOOT-INF/lib/\"\n- \"application\":\n"));
    return Archives.zip(entries, true);
  }

  @Test
  void aProviderInTheClassesOfABootJarFindsTheLibrary() throws Exception {
    transform(Archives.zip(Map.of("BOOT-INF/classes/" + Archives.SERVLET, Archives.provider())));
    assertThat(Archives.entries(output).keySet())
        .containsExactly("BOOT-INF/classes/" + Archives.SERVLET, "BOOT-INF/lib/" + RUNTIME);
  }

  @Test
  void aWarGetsOneMoreLibrary() throws Exception {
    TransformReport report =
        transform(Archives.zip(Map.of("WEB-INF/lib/" + CORE, Archives.sdk(CORE))));
    assertThat(report.rows())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.place()).isEqualTo("WEB-INF/lib/" + CORE + "!/" + Archives.SERVLET);
              assertThat(row.className()).endsWith(".HttpServletSseServerTransportProvider");
              assertThat(row.text()).isEqualTo("servlet, SDK 0.13 or newer");
            });
    Map<String, byte[]> after = Archives.entries(output);
    assertThat(after.keySet()).containsExactly("WEB-INF/lib/" + CORE, "WEB-INF/lib/" + RUNTIME);
    assertIsWoven(Archives.entries(after.get("WEB-INF/lib/" + CORE)).get(Archives.SERVLET));
  }

  @Test
  void theSharedLibrariesOfAnEarAndTheWarsInItHaveTheirOwn() throws Exception {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put(
        "META-INF/application.xml",
        Archives.text("<application><library-directory>/libs</library-directory></application>"));
    entries.put("libs/" + CORE, Archives.sdk(CORE));
    entries.put("a.war", Archives.zip(Map.of("WEB-INF/lib/" + MVC, Archives.sdk(MVC))));
    entries.put("b.war", Archives.zip(Map.of("index.html", Archives.text("b"))));
    TransformReport report = transform(Archives.zip(entries));

    assertThat(report.woven()).isEqualTo(2);
    Map<String, byte[]> after = Archives.entries(output);
    assertThat(after.keySet())
        .containsExactly(
            "META-INF/application.xml", "libs/" + CORE, "libs/" + RUNTIME, "a.war", "b.war");
    assertThat(Archives.entries(after.get("a.war")).keySet())
        .containsExactly("WEB-INF/lib/" + MVC, "WEB-INF/lib/" + RUNTIME);
    assertThat(after.get("b.war")).isEqualTo(entries.get("b.war"));
  }

  /** It may be loaded by a loader that does not see the other libraries. */
  @Test
  void anArchiveInALibraryCarriesTheRuntimeItself() throws Exception {
    byte[] library = Archives.zip(Map.of("plugins/" + CORE, Archives.sdk(CORE)));
    transform(Archives.zip(Map.of("WEB-INF/lib/plugins.jar", library)));
    Map<String, byte[]> after = Archives.entries(output);
    assertThat(after.keySet()).containsExactly("WEB-INF/lib/plugins.jar");
    byte[] plugin = Archives.entries(after.get("WEB-INF/lib/plugins.jar")).get("plugins/" + CORE);
    assertThat(Archives.entries(plugin)).containsKey(PACKAGE + "McpCompatLink.class");
  }

  @Test
  void anEarMayHaveNoDescriptor() throws Exception {
    input = folder.resolve("in.ear");
    transform(Archives.zip(Map.of("lib/" + CORE, Archives.sdk(CORE))));
    assertThat(Archives.entries(output).keySet()).containsExactly("lib/" + CORE, "lib/" + RUNTIME);
  }

  @Test
  void aServerWhoseLibrariesLieBesideItIsMeantByItsFolder() throws Exception {
    TransformReport report =
        transform(
            Archives.zip(
                Map.of(
                    "META-INF/MANIFEST.MF",
                    Archives.text("Manifest-Version: 1.0\nClass-Path: lib/mcp.jar\n\n"))));
    assertThat(report.lines())
        .containsExactly(
            "Its manifest puts jars beside it on the class path: give the folder that has them"
                + " all");
  }

  @Test
  void aFolderMayBeGivenByALink() throws Exception {
    Path real = folder.resolve("real");
    write(real, "lib/" + CORE, Archives.sdk(CORE));
    Path link = Files.createSymbolicLink(folder.resolve("link"), real);
    Path copy = folder.resolve("copy");
    assertThat(new Transformation(runtime, false).write(link, copy).woven()).isEqualTo(1);
    assertThat(copy.resolve("lib/" + CORE)).isRegularFile();
  }

  @Test
  void aJarThatNobodyPutsOnAClassPathAsAFolderCarriesTheRuntime() throws Exception {
    transform(Archives.zip(Map.of("app/lib/" + CORE, Archives.sdk(CORE))));
    Map<String, byte[]> after = Archives.entries(output);
    assertThat(after.keySet()).containsExactly("app/lib/" + CORE);
    assertThat(Archives.entries(after.get("app/lib/" + CORE)).keySet())
        .contains(PACKAGE + "McpCompatLink.class");
  }

  @Test
  void anApplicationAndItsLibrariesInOneJarHaveOneRuntime() throws Exception {
    Map<String, byte[]> entries = new LinkedHashMap<>(Archives.entries(Archives.sdk(CORE)));
    entries.putAll(Archives.entries(Archives.sdk(MVC)));
    entries.putAll(Archives.entries(Archives.sdk("mcp-spring-webflux-2.0.0.jar")));
    TransformReport report = transform(Archives.zip(entries));
    assertThat(report.woven()).isEqualTo(3);
    assertThat(Archives.entries(output).keySet())
        .filteredOn(name -> name.endsWith("/McpCompatLink.class"))
        .containsExactly(PACKAGE + "McpCompatLink.class");
  }

  @Test
  void classesForANewerJavaAreWovenToo() throws Exception {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("META-INF/MANIFEST.MF", Archives.text("Multi-Release: true\n\n"));
    entries.put(Archives.SERVLET, Archives.provider());
    entries.put("META-INF/versions/21/" + Archives.SERVLET, Archives.provider());
    TransformReport report = transform(Archives.zip(entries));
    assertThat(report.woven()).isEqualTo(2);
    Map<String, byte[]> after = Archives.entries(output);
    assertIsWoven(after.get("META-INF/versions/21/" + Archives.SERVLET));
    assertThat(after.keySet())
        .contains(PACKAGE + "McpCompatLink.class")
        .doesNotContain("META-INF/versions/21/" + PACKAGE + "McpCompatLink.class");
  }

  /** Two modules that had one package between them would not even start. */
  @Test
  void modulesComeToShareNoPackage() throws Exception {
    Path modules = Files.createDirectories(folder.resolve("modules"));
    for (String jar : List.of("mcp-core-2.1.0.jar", "mcp-spring-webmvc-2.0.0.jar")) {
      Path before = Path.of(System.getProperty("sdk-jars"), jar);
      Path after = modules.resolve(jar);
      new Transformation(runtime, false).write(before, after);
      assertThat(packages(after)).isEqualTo(packages(before));
    }
    ModuleFinder woven = ModuleFinder.of(modules);
    List<String> names =
        woven.findAll().stream().map(module -> module.descriptor().name()).toList();
    assertThat(names).hasSize(2);
    Configuration resolved =
        ModuleLayer.boot().configuration().resolve(woven, ModuleFinder.of(), names);
    assertThat(resolved.modules()).hasSize(2);
  }

  private static Set<String> packages(Path jar) {
    return ModuleFinder.of(jar).findAll().iterator().next().descriptor().packages();
  }

  @Test
  void theLibraryGoesToTheLayerOfTheSdk() throws Exception {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("WEB-INF/lib/" + CORE, Archives.sdk(CORE));
    entries.put(
        "WEB-INF/layers.idx",
        Archives.text(
            """
            - "dependencies":
              - "WEB-INF/lib-provided/"
            - "ours":
              - "WEB-INF/lib/mcp-core-0.17.2.jar"
            - "application":
              - "WEB-INF/classes/"
            """));
    transform(Archives.zip(entries));
    assertThat(
            new String(Archives.entries(output).get("WEB-INF/layers.idx"), StandardCharsets.UTF_8))
        .contains(
            "core-0.17.2.jar\"\n  - \"WEB-INF/lib/mcp-compat-agent-runtime-1.2.3.jar\"\n- \"app");
  }

  @Test
  void twiceGivesTheSameBytes() throws Exception {
    transform(boot());
    byte[] first = Files.readAllBytes(output);
    transform(boot());
    assertThat(output).hasBinaryContent(first);
  }

  @Test
  void whatWasTransformedIsCopied() throws Exception {
    transform(boot());
    Path again = folder.resolve("again.jar");
    TransformReport report = new Transformation(runtime, false).write(output, again);
    assertThat(report.rows())
        .hasSize(2)
        .allMatch(row -> !row.woven() && row.text().equals("was transformed already"));
    assertThat(again).hasBinaryContent(Files.readAllBytes(output));
  }

  @Test
  void anArchiveWithoutProvidersIsCopied() throws Exception {
    byte[] archive = Archives.zip(Map.of("a/B.class", Archives.empty("a/B"), "x", new byte[9]));
    TransformReport report = transform(archive);
    assertThat(report.rows()).isEmpty();
    assertThat(report.summary())
        .isEqualTo(
            "no HTTP+SSE provider of the MCP Java SDK is in "
                + input
                + "; unchanged copy: "
                + output);
    assertThat(output).hasBinaryContent(archive);
  }

  @Test
  void aDryRunWritesNothing() throws Exception {
    Files.write(input, boot());
    TransformReport report = new Transformation(runtime, false).look(input);
    assertThat(report.woven()).isEqualTo(2);
    assertThat(report.summary()).endsWith("; nothing was written (dry run)");
    assertThat(folder).isDirectoryNotContaining("glob:**/out");
  }

  @Test
  void theInputIsNeverWrittenTo() throws Exception {
    byte[] boot = boot();
    Files.write(input, boot);
    Path link = Files.createSymbolicLink(folder.resolve("link.jar"), input);
    Path hard = Files.createLink(folder.resolve("hard.jar"), input);
    Transformation transformation = new Transformation(runtime, true);
    for (Path same : List.of(input, link, hard, folder.resolve("./x/../in.jar"))) {
      Files.createDirectories(folder.resolve("x"));
      assertThatThrownBy(() -> transformation.write(input, same))
          .isInstanceOf(TransformException.class)
          .hasMessageContaining("is the input, which is never written to");
    }
    assertThatThrownBy(() -> transformation.write(link, input))
        .isInstanceOf(TransformException.class);
    assertThatThrownBy(() -> transformation.write(input, folder.resolve("x")))
        .hasMessageContaining("is a folder");
    assertThat(input).hasBinaryContent(boot);
  }

  @Test
  void anOlderOutputIsOverwrittenOnlyBySomethingWhole() throws Exception {
    Files.createDirectories(output.getParent());
    Files.writeString(output, "older");
    assertThatThrownBy(() -> transform(Archives.text("no archive")))
        .isInstanceOf(TransformException.class);
    assertThat(output).hasContent("older");
    transform(boot());
    assertThat(Archives.entries(output)).containsKey("BOOT-INF/lib/" + RUNTIME);
    try (Stream<Path> files = Files.list(output.getParent())) {
      assertThat(files).containsExactly(output);
    }
  }

  @Test
  void whoMayRunTheInputMayRunTheOutput() throws Exception {
    Files.write(input, boot());
    Files.setPosixFilePermissions(input, PosixFilePermissions.fromString("rwxr-x--x"));
    new Transformation(runtime, false).write(input, output);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(output)))
        .isEqualTo("rwxr-x--x");
  }

  @Test
  void aFolderOfClassesIsCopiedWithTheRuntimeInIt() throws Exception {
    Path classes = folder.resolve("app");
    write(classes, "classes/" + Archives.SERVLET, Archives.provider());
    write(classes, "lib/" + MVC, Archives.sdk(MVC));
    write(classes, "web/WEB-INF/lib/" + CORE, Archives.sdk(CORE));
    write(classes, "readme.txt", Archives.text("x"));
    Path copy = folder.resolve("copy");
    TransformReport report = new Transformation(runtime, false).write(classes, copy);

    assertThat(report.woven()).isEqualTo(3);
    assertIsWoven(Files.readAllBytes(copy.resolve("classes/" + Archives.SERVLET)));
    assertThat(copy.resolve("classes/" + PACKAGE + "McpCompatLink.class")).exists();
    assertThat(copy.resolve("classes/mcp-compat/graft/a/B.classdata")).exists();
    assertThat(Archives.entries(copy.resolve("lib/" + MVC)))
        .containsKey(PACKAGE + "McpCompatLink.class");
    assertThat(copy.resolve("web/WEB-INF/lib/" + RUNTIME)).exists();
    assertThat(copy.resolve("readme.txt")).hasContent("x");
    assertThatThrownBy(() -> new Transformation(runtime, false).write(classes, copy))
        .hasMessageContaining("is there already");
    assertThatThrownBy(
            () -> new Transformation(runtime, false).write(classes, classes.resolve("copy")))
        .hasMessageContaining("is in the input");
  }

  private static void write(Path root, String name, byte[] bytes) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
  }

  private static void assertIsWoven(byte[] classFile) {
    Finding finding = Weaver.examine(classFile);
    assertThat(finding.text()).isEqualTo("was transformed already");
  }

  /** The entry with its header is in the output as it was in the input. */
  private void assertUntouchedBytes(byte[] before, String name) throws IOException {
    String from = new String(before, StandardCharsets.ISO_8859_1);
    int at = from.indexOf(name) - 30;
    int length = 30 + name.length() + Archives.entries(before).get(name).length;
    assertThat(Files.readString(output, StandardCharsets.ISO_8859_1))
        .contains(from.substring(at, at + length));
  }
}
