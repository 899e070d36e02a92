package io.github.mcpmigrate.maven.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mcpmigrate.maven.report.Action;
import io.github.mcpmigrate.maven.report.Assessment;
import io.github.mcpmigrate.maven.report.Finding;
import io.github.mcpmigrate.maven.report.Skipped;
import io.github.mcpmigrate.maven.report.Way;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class InventoryTest {

  private static final String CLIENT =
      """
      package a;
      import io.modelcontextprotocol.client.transport.HttpClientSseClientTransport;
      class A {
        Object a = new HttpClientSseClientTransport("http://a");
      }
      """;

  @TempDir Path root;

  private Path write(String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    return Files.writeString(path, text);
  }

  private Assessment assess(List<String> includes, List<String> excludes) throws IOException {
    return new Assessor(new Inventory(2), "test", transport -> "mvn " + transport)
        .assess(new Tree(root, root.resolve("target/mcp-migrate"), includes, excludes));
  }

  private Assessment assess() throws IOException {
    return assess(List.of(), List.of());
  }

  private static List<String> places(Assessment assessment) {
    return assessment.findings().stream().map(Finding::position).toList();
  }

  private static List<String> skipped(Assessment assessment) {
    return assessment.skipped().stream().map(Skipped::file).toList();
  }

  @Test
  void aFindingHasItsPlace() throws IOException {
    write("src/A.java", CLIENT);
    Assessment assessment = assess();

    assertThat(places(assessment)).containsExactly("src/A.java:4:14");
    assertThat(assessment.findings().get(0).snippet())
        .isEqualTo("Object a = new HttpClientSseClientTransport(\"http://a\");");
    assertThat(assessment.findings().get(0).action()).isEqualTo(Action.CHANGED);
    assertThat(assessment.verdict().way()).isEqualTo(Way.CUT_OVER);
  }

  @Test
  void anEmptyFolderHasNothing() throws IOException {
    assertThat(assess().findings()).isEmpty();
    assertThat(assess().verdict().way()).isEqualTo(Way.NOTHING);
  }

  @Test
  void whatIsLeftOnItsPlaceWhenBodiesGo() throws IOException {
    String long1 = "  int x() {\n    int a = 1;\n    char c = '{';\n    return a;\n  }\n";
    write("A.java", CLIENT.replace("  Object a", "/* ' \" { */ " + long1 + "  Object a"));
    assertThat(places(assess())).containsExactly("A.java:9:14");
  }

  @Test
  void aBrokenFileIsSaidAndItsNamesAreLookedAt() throws IOException {
    write("A.java", CLIENT + "class {{{");
    Assessment assessment = assess();

    assertThat(assessment.parseErrors()).isOne();
    assertThat(assessment.findings())
        .singleElement()
        .extracting(Finding::action)
        .isEqualTo(Action.UNKNOWN);
    assertThat(assessment.skipped().get(0).reason()).startsWith("cannot be parsed as Java");
  }

  @Test
  void nestingWithoutEndIsOneFilesFault() throws IOException {
    write("A.java", CLIENT.replace("\"http://a\"", "(".repeat(60_000) + "1" + ")".repeat(60_000)));
    write("B.java", CLIENT);

    Assessment assessment = assess();
    assertThat(skipped(assessment)).containsExactly("A.java");
    assertThat(places(assessment)).contains("B.java:4:14");
  }

  @Test
  void binaryJunkIsSkipped() throws IOException {
    byte[] junk = new byte[100_000];
    new Random(7).nextBytes(junk);
    Files.write(root.resolve("A.java"), junk);
    Files.write(root.resolve("b.jar"), junk);
    Files.write(
        root.resolve("C.class"),
        concat("SseServerTransport".getBytes(StandardCharsets.US_ASCII), junk));
    Files.write(root.resolve("nginx.conf"), junk);

    Assessment assessment = assess();
    assertThat(assessment.findings()).isEmpty();
    assertThat(skipped(assessment)).contains("A.java", "C.class", "nginx.conf");
  }

  private static byte[] concat(byte[] one, byte[] other) {
    byte[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }

  @Test
  void aHugeFileIsNotRead() throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(root.resolve("Huge.java").toFile(), "rw")) {
      file.setLength(100L << 20);
    }
    Assessment assessment = assess();
    assertThat(assessment.skipped().get(0).reason()).isEqualTo("is larger than 4 MB (100 MB)");
    assertThat(assessment.files()).isZero();
  }

  @Test
  void linksAreNotFollowed() throws IOException {
    write("a/A.java", CLIENT);
    Files.createSymbolicLink(root.resolve("a/loop"), root);
    Files.createSymbolicLink(root.resolve("a/B.java"), root.resolve("a/A.java"));
    Files.createSymbolicLink(root.resolve("a/C.java"), root.resolve("nowhere"));

    Assessment assessment = assess();
    assertThat(assessment.findings()).hasSize(1);
    assertThat(skipped(assessment)).containsExactly("a/B.java", "a/C.java", "a/loop");
  }

  @Test
  void whatBuildsLeaveIsNotLookedInto() throws IOException {
    write("pom.xml", "<project/>");
    write("target/A.java", CLIENT);
    write("node_modules/x/A.java", CLIENT);
    write("src/main/java/com/acme/target/A.java", CLIENT);
    write("src/main/java/com/acme/build/A.java", CLIENT);

    assertThat(places(assess()))
        .containsExactly(
            "src/main/java/com/acme/build/A.java:4:14",
            "src/main/java/com/acme/target/A.java:4:14");
  }

  @Test
  void reportsOfEarlierRunsAreNotFindings() throws IOException {
    write("target/mcp-migrate/report.md", "`new HttpClientSseClientTransport()`");
    assertThat(assess().findings()).isEmpty();
  }

  @Test
  void globsChoose() throws IOException {
    write("one/A.java", CLIENT);
    write("two/A.java", CLIENT);
    write("A.java", CLIENT);

    assertThat(places(assess(List.of("one/**"), List.of()))).containsExactly("one/A.java:4:14");
    assertThat(places(assess(List.of("**/*.java"), List.of("two/**"))))
        .containsExactly("A.java:4:14", "one/A.java:4:14");
    assertThat(places(assess(List.of(), List.of("**/A.java")))).isEmpty();
    assertThat(places(assess(List.of(), List.of("{one,two}")))).containsExactly("A.java:4:14");
  }

  @Test
  void aRootThatIsNotThereIsAnError() {
    Tree nowhere = new Tree(root.resolve("no"), root, List.of(), List.of());
    assertThatThrownBy(() -> new Inventory(1).read(nowhere)).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> new Inventory(0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  @Timeout(60)
  void aLineWithoutEndIsShownByItsBeginning() throws IOException {
    String entry = "\"a\":{\"type\":\"sse\",\"url\":\"http://a\"},";
    write(".mcp.json", "{\"mcpServers\":{" + entry.repeat(50_000) + "\"b\":{}}}");
    Assessment assessment = assess();

    assertThat(assessment.findings()).hasSize(50_000);
    assertThat(assessment.findings().get(0).snippet()).hasSize(160).endsWith("…");
  }

  @Test
  void noThreadStays() throws IOException {
    for (int i = 0; i < 50; i++) {
      write("p" + i + "/A.java", CLIENT);
    }
    assertThat(assess().findings()).hasSize(50);
    assertThat(
            Thread.getAllStackTraces().keySet().stream()
                .filter(t -> t.getName().startsWith("assess-")))
        .allSatisfy(
            thread -> {
              thread.join(10_000);
              assertThat(thread.isAlive()).isFalse();
            });
  }
}
