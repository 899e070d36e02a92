package io.github.mcpmigrate.maven.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.mcpmigrate.maven.report.Assessment;
import io.github.mcpmigrate.maven.report.Finding;
import io.github.mcpmigrate.maven.report.Skipped;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be read is a line in the report, and what is beside it is read. */
class UnreadableTest {

  private static final String CLIENT =
      """
      package a;
      import io.modelcontextprotocol.client.transport.HttpClientSseClientTransport;
      class A {
        Object a = new HttpClientSseClientTransport("http://a");
      }
      """;

  @TempDir Path root;

  private static Assessment assess(Path root) throws IOException {
    return new Assessor(new Inventory(2), "test", transport -> "mvn " + transport)
        .assess(new Tree(root, root.resolve("target/mcp-migrate"), List.of(), List.of()));
  }

  private static List<String> skipped(Assessment assessment) {
    return assessment.skipped().stream().map(Skipped::file).toList();
  }

  private static List<String> found(Assessment assessment) {
    return assessment.findings().stream().map(Finding::file).toList();
  }

  /** As on a disk that fails: the file is listed and has a size, and reading it does not work. */
  @Test
  void aFileWhoseContentIsBroken() throws IOException {
    byte[] zip = zip("A.java", CLIENT.getBytes(StandardCharsets.UTF_8));
    // Behind the local header of 30 bytes and the name of 6 the packed content begins.
    Arrays.fill(zip, 40, 90, (byte) 0xff);
    Path store = Files.write(root.resolve("store.zip"), zip);
    try (FileSystem broken = FileSystems.newFileSystem(store)) {
      Files.writeString(broken.getPath("/B.java"), CLIENT);
      Assessment assessment = assess(broken.getPath("/"));

      assertThat(found(assessment)).containsExactly("B.java");
      assertThat(assessment.skipped())
          .singleElement()
          .satisfies(
              skipped -> {
                assertThat(skipped.file()).isEqualTo("A.java");
                assertThat(skipped.reason()).startsWith("cannot be read: ");
              });
    }
  }

  @Test
  void aFileAndAFolderWithoutPermission() throws IOException {
    Path file = Files.writeString(root.resolve("A.java"), CLIENT);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
    assumeFalse(Files.isReadable(file), "root may read everything");
    Files.writeString(root.resolve("B.java"), CLIENT);
    Path folder = Files.createDirectory(root.resolve("folder"));
    Files.writeString(folder.resolve("C.java"), CLIENT);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("---------"));
    try {
      Assessment assessment = assess(root);
      assertThat(found(assessment)).containsExactly("B.java");
      assertThat(skipped(assessment)).containsExactly("A.java", "folder");
    } finally {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Test
  void aFolderWithTheNameOfASource() throws IOException {
    Files.createDirectory(root.resolve("A.java"));
    Files.writeString(root.resolve("A.java/B.java"), CLIENT);
    Assessment assessment = assess(root);

    assertThat(found(assessment)).containsExactly("A.java/B.java");
    assertThat(skipped(assessment)).isEmpty();
  }

  /** Opening it would fail; opening a named pipe would wait for ever. */
  @Test
  void aSocketWithTheNameOfASource() throws IOException {
    try (ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      socket.bind(UnixDomainSocketAddress.of(root.resolve("A.java")));
      Files.writeString(root.resolve("B.java"), CLIENT);
      Assessment assessment = assess(root);

      assertThat(found(assessment)).containsExactly("B.java");
      assertThat(assessment.skipped())
          .extracting(Skipped::reason)
          .containsOnly("is no regular file");
    }
  }

  @Test
  @Timeout(60)
  void linksInCircles() throws IOException {
    Files.writeString(root.resolve("A.java"), CLIENT);
    Files.createSymbolicLink(root.resolve("Self.java"), root.resolve("Self.java"));
    Files.createSymbolicLink(root.resolve("One.java"), root.resolve("Other.java"));
    Files.createSymbolicLink(root.resolve("Other.java"), root.resolve("One.java"));
    Path deep = Files.createDirectories(root.resolve("x/y"));
    Files.createSymbolicLink(deep.resolve("up"), root.resolve("x"));
    Files.createSymbolicLink(deep.resolve("here"), deep);
    Assessment assessment = assess(root);

    assertThat(found(assessment)).containsExactly("A.java");
    assertThat(skipped(assessment))
        .containsExactly("One.java", "Other.java", "Self.java", "x/y/here", "x/y/up");
  }

  @Test
  void aJarThatEndsInTheMiddle() throws IOException {
    byte[] zip = zip("A.class", new byte[100_000]);
    Files.write(root.resolve("a.jar"), Arrays.copyOf(zip, zip.length / 2));
    Files.writeString(root.resolve("B.java"), CLIENT);
    Assessment assessment = assess(root);

    assertThat(found(assessment)).containsExactly("B.java");
    assertThat(skipped(assessment)).containsExactly("a.jar");
  }

  /** Whatever it is of: classes, other files, jars, or jars with such in them. */
  @Test
  void aJarThatUnpacksWithoutEndIsLeft() throws IOException {
    long limit = 1 << 20;
    byte[] zeros = new byte[64 << 20];
    for (String name : List.of("bomb.bin", "Bomb.class", "bomb.jar")) {
      byte[] bomb = zip(name, zeros);
      assertThat(assertLeft(bomb, limit, name)).isLessThan(bomb.length / 2);
      assertLeft(zip("inner.jar", bomb), limit, "inner.jar!/" + name);
    }
  }

  /** How many bytes of the jar were read. */
  private static long assertLeft(byte[] jar, long limit, String at) throws IOException {
    Reading reading = new Reading();
    Counted in = new Counted(new ByteArrayInputStream(jar));
    CompiledCode.readArchive("a.jar", in, limit, reading);

    assertThat(reading.skipped)
        .singleElement()
        .isEqualTo(new Skipped("a.jar", "unpacks to more than 1 MB, with " + at, false));
    return in.read;
  }

  private static byte[] zip(String name, byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content);
    }
    return bytes.toByteArray();
  }

  /** Tells how much was read. */
  private static final class Counted extends InputStream {

    private final InputStream in;
    private long read;

    Counted(InputStream in) {
      this.in = in;
    }

    @Override
    public int read() throws IOException {
      int one = in.read();
      read += one < 0 ? 0 : 1;
      return one;
    }

    @Override
    public int read(byte[] into, int at, int length) throws IOException {
      int some = in.read(into, at, length);
      read += Math.max(0, some);
      return some;
    }
  }
}
