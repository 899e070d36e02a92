package io.github.mcpmigrate.compat.weave.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.ObjIntConsumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Archives that are damaged, hostile or odd: an error or a correct copy. */
class BrokenArchivesTest {

  private static final String CORE = "mcp-core-0.17.2.jar";

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

  @AfterEach
  void nothingElseIsLeft() throws IOException {
    if (Files.exists(output.getParent())) {
      try (Stream<Path> files = Files.list(output.getParent())) {
        assertThat(files).allMatch(output::equals);
      }
    }
  }

  private TransformReport transform(byte[] archive) throws Exception {
    return transform(archive, false, 1L << 30);
  }

  private TransformReport transform(byte[] archive, boolean strips, long budget) throws Exception {
    Files.write(input, archive);
    return new Transformation(runtime, strips, budget).write(input, output);
  }

  private void assertRefused(byte[] archive, String reason) {
    assertThatThrownBy(() -> transform(archive))
        .isInstanceOf(TransformException.class)
        .hasMessageStartingWith(input + ": ")
        .hasMessageContaining(reason);
    assertThat(output).doesNotExist();
  }

  private static byte[] withProvider(String name, byte[] other) {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put(name, other);
    entries.put(Archives.SERVLET, Archives.provider());
    return Archives.zip(entries);
  }

  private static int find(byte[] in, int signature, int from) {
    ByteBuffer bytes = ByteBuffer.wrap(in).order(ByteOrder.LITTLE_ENDIAN);
    for (int at = from; at <= in.length - 4; at++) {
      if (bytes.getInt(at) == signature) {
        return at;
      }
    }
    throw new AssertionError("not there");
  }

  private static int directory(byte[] archive) {
    return find(archive, 0x02014b50, 0);
  }

  @Test
  void noArchive() {
    assertRefused(Archives.text("#!/bin/sh\necho hello\n"), "no jar, war or other zip file");
    assertRefused(new byte[0], "no jar, war or other zip file");
    assertRefused(new byte[] {'P', 'K', 3, 4}, "no jar, war or other zip file");
  }

  @Test
  void noFile() {
    assertThatThrownBy(() -> new Transformation(runtime, false).write(input, output))
        .isInstanceOf(TransformException.class)
        .hasMessageStartingWith("There is no file or folder " + input);
  }

  @Test
  void anEmptyArchive() throws Exception {
    byte[] empty = Archives.zip(Map.of());
    transform(empty);
    assertThat(output).hasBinaryContent(empty);
  }

  /** Whatever byte the rest begins at. */
  @Test
  void anArchiveThatIsCutOff() throws Exception {
    byte[] whole = withProvider("a.txt", new byte[100]);
    for (int length = 0; length < whole.length; length += 997) {
      assertRefused(Arrays.copyOf(whole, length), "");
    }
    for (int from = 1; from < whole.length; from += 997) {
      byte[] rest = Arrays.copyOfRange(whole, from, whole.length);
      assertThatThrownBy(() -> transform(rest)).isInstanceOf(TransformException.class);
    }
  }

  /** Any byte may be wrong: an error, a copy, or a result that Java can open. */
  @Test
  void anArchiveWithWrongBytes() throws Exception {
    byte[] whole = withProvider("a.txt", Archives.text("a"));
    Random random = new Random(7);
    int written = 0;
    for (int i = 0; i < 200; i++) {
      byte[] wrong = whole.clone();
      int from = i % 2 == 0 ? 0 : directory(whole);
      wrong[from + random.nextInt(whole.length - from)] ^= (byte) (1 << random.nextInt(8));
      Files.deleteIfExists(output);
      try {
        TransformReport report = transform(wrong);
        written++;
        if (report.woven() == 0) {
          assertThat(output).hasBinaryContent(wrong);
        } else {
          try (ZipFile zip = new ZipFile(output.toFile())) {
            assertThat(zip.size()).isEqualTo(5);
          }
        }
      } catch (TransformException e) {
        assertThat(output).doesNotExist();
      }
    }
    assertThat(written).isBetween(1, 199);
  }

  @Test
  void entriesOfOneName() throws Exception {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("first.txt", Archives.text("1"));
    entries.put("twice.txt", Archives.text("2"));
    entries.put(Archives.SERVLET, Archives.provider());
    entries.put(Archives.SERVLET.replace("Http", "XXXX"), Archives.provider());
    byte[] doubled =
        new String(Archives.zip(entries), StandardCharsets.ISO_8859_1)
            .replace("twice.txt", "first.txt")
            .replace(Archives.SERVLET.replace("Http", "XXXX"), Archives.SERVLET)
            .getBytes(StandardCharsets.ISO_8859_1);
    TransformReport report = transform(doubled);
    assertThat(report.woven()).isEqualTo(2);
    try (ZipFile zip = new ZipFile(output.toFile())) {
      assertThat(zip.stream().map(ZipEntry::getName))
          .startsWith("first.txt", "first.txt", Archives.SERVLET, Archives.SERVLET)
          .hasSize(7);
    }
  }

  @Test
  void namesThatLeadElsewhere() throws Exception {
    String evil = "../../../../evil.txt";
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put(evil, Archives.text("x"));
    entries.put("../" + Archives.SERVLET, Archives.provider());
    entries.put("/abs/WEB-INF/lib/../../../" + CORE, Archives.sdk(CORE));
    transform(Archives.zip(entries));
    assertThat(Archives.entries(output)).containsEntry(evil, Archives.text("x"));
    for (Path up = output; up != null; up = up.getParent()) {
      assertThat(up.resolveSibling("evil.txt")).doesNotExist();
    }
  }

  @Test
  void moreThan65535Entries() throws Exception {
    TransformReport report = transform(withEmptyEntries(70_000));
    assertThat(report.woven()).isEqualTo(1);
    try (ZipFile zip = new ZipFile(output.toFile())) {
      assertThat(zip.size()).isEqualTo(70_001 + 3);
      assertThat(zip.getEntry("69999")).isNotNull();
    }
  }

  private static byte[] withEmptyEntries(int count) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < count; i++) {
        ZipEntry empty = new ZipEntry(Integer.toString(i));
        empty.setMethod(ZipEntry.STORED);
        empty.setSize(0);
        empty.setCrc(0);
        zip.putNextEntry(empty);
      }
      zip.putNextEntry(new ZipEntry(Archives.SERVLET));
      zip.write(Archives.provider());
    }
    return bytes.toByteArray();
  }

  /** The runtime takes the archive over the number from which on zip64 is needed. */
  @Test
  void exactlyAsManyEntriesAsAPlainArchiveCanHave() throws Exception {
    transform(withEmptyEntries(65_533));
    try (ZipFile zip = new ZipFile(output.toFile())) {
      assertThat(zip.size()).isEqualTo(65_534 + 3);
    }
  }

  @Test
  void aStartScriptBeforeTheArchive() throws Exception {
    byte[] script = Archives.text("#!/bin/bash\nexec java -jar \"$0\"\n");
    byte[] archive = withProvider("a.txt", Archives.text("a"));
    byte[] prefixed = Arrays.copyOf(script, script.length + archive.length);
    System.arraycopy(archive, 0, prefixed, script.length, archive.length);
    assertThat(transform(prefixed).woven()).isEqualTo(1);
    assertThat(Files.readString(output, StandardCharsets.ISO_8859_1))
        .startsWith(new String(script, StandardCharsets.ISO_8859_1) + "PK");
    assertThat(Archives.entries(output)).containsEntry("a.txt", Archives.text("a")).hasSize(5);
  }

  /** As tools write it that know of the script: positions count from the file's begin. */
  @Test
  void aStartScriptThatPositionsCountWith() throws Exception {
    byte[] script = Archives.text("#!/bin/bash\nexec java -jar \"$0\"\n");
    byte[] archive = withProvider("a.txt", Archives.text("a"));
    byte[] prefixed = Arrays.copyOf(script, script.length + archive.length);
    System.arraycopy(archive, 0, prefixed, script.length, archive.length);
    ByteBuffer fields = ByteBuffer.wrap(prefixed).order(ByteOrder.LITTLE_ENDIAN);
    int end = find(prefixed, 0x06054b50, 0);
    fields.putInt(end + 16, fields.getInt(end + 16) + script.length);
    ByteBuffer counted = fields.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    eachHeader(
        prefixed, (each, at) -> counted.putInt(at + 42, each.getInt(at + 42) + script.length));
    transform(prefixed);
    assertThat(Archives.entries(output)).containsEntry("a.txt", Archives.text("a")).hasSize(5);
    byte[] after = Files.readAllBytes(output);
    assertThat(ByteBuffer.wrap(after).order(ByteOrder.LITTLE_ENDIAN).getInt(directory(after) + 42))
        .isEqualTo(script.length);
  }

  @Test
  void commentsAreKept() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.setComment("of the archive PK\5\6 and more than that");
      ZipEntry entry = new ZipEntry(Archives.SERVLET);
      entry.setComment("of the entry");
      entry.setExtra(new byte[] {(byte) 0xfe, (byte) 0xca, 0, 0});
      zip.putNextEntry(entry);
      zip.write(Archives.provider());
    }
    transform(bytes.toByteArray());
    try (ZipFile zip = new ZipFile(output.toFile())) {
      assertThat(zip.getComment()).isEqualTo("of the archive PK\5\6 and more than that");
      assertThat(zip.getEntry(Archives.SERVLET).getComment()).isEqualTo("of the entry");
      assertThat(zip.getEntry(Archives.SERVLET).getExtra())
          .startsWith((byte) 0xfe, (byte) 0xca, (byte) 0, (byte) 0);
    }
  }

  /** Java opens no archive with such an entry, so nobody has a server in one. */
  @Test
  void anEncryptedClassAndAnEncryptedJar() throws Exception {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put(Archives.SERVLET, Archives.provider());
    entries.put("lib/" + CORE, Archives.sdk(CORE));
    byte[] archive = Archives.zip(entries);
    eachHeader(archive, (fields, at) -> fields.putShort(at + 8, (short) 9));
    assertThat(transform(archive).rows())
        .hasSize(2)
        .allMatch(row -> row.text().equals("cannot be looked into: it is encrypted"));
    assertThat(output).hasBinaryContent(archive);

    Files.delete(output);
    entries.put("WEB-INF/classes/" + Archives.SERVLET, Archives.provider());
    byte[] oneIsNot = Archives.zip(entries);
    ByteBuffer.wrap(oneIsNot).putShort(directory(oneIsNot) + 8, (short) 0x0900);
    assertRefused(oneIsNot, "Java itself cannot read it: ");
  }

  @Test
  void aWayToCompressThatJavaDoesNotKnow() throws Exception {
    byte[] archive = Archives.zip(Map.of("a.jar", Archives.sdk(CORE)));
    eachHeader(archive, (fields, at) -> fields.putShort(at + 10, (short) 93));
    assertThat(transform(archive).rows())
        .singleElement()
        .satisfies(row -> assertThat(row.text()).contains("(method 93)"));
    assertThat(output).hasBinaryContent(archive);
  }

  private static void eachHeader(byte[] archive, ObjIntConsumer<ByteBuffer> to) {
    ByteBuffer fields = ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN);
    int end = find(archive, 0x06054b50, 0);
    for (int at = directory(archive); at < end; ) {
      to.accept(fields, at);
      at += 46 + fields.getShort(at + 28) + fields.getShort(at + 30);
    }
  }

  @Test
  void aJarInsideThatIsNone() throws Exception {
    byte[] archive = withProvider("lib/x.jar", Archives.text("version https://git-lfs"));
    TransformReport report = transform(archive);
    assertThat(report.woven()).isEqualTo(1);
    assertThat(report.rows().get(0).place()).isEqualTo("lib/x.jar");
    assertThat(report.rows().get(0).text()).startsWith("was not looked into: it is no jar");
    assertThat(Archives.entries(output))
        .containsEntry("lib/x.jar", Archives.text("version https://git-lfs"));
  }

  @Test
  void aManifestThatIsNone() throws Exception {
    byte[] archive =
        Archives.zip(Map.of("META-INF/MANIFEST.MF", Archives.text("no manifest at all\n\n")));
    assertThat(transform(archive).rows()).isEmpty();
    assertThat(output).hasBinaryContent(archive);
  }

  @Test
  void aJarInsideThatIsDamaged() throws Exception {
    String name = "lib/x.jar";
    byte[] archive = withProvider(name, Archives.sdk(CORE));
    Arrays.fill(archive, 50_000, 50_100, (byte) 0x55);
    TransformReport report = transform(archive);
    assertThat(report.woven()).isEqualTo(1);
    assertThat(report.rows().get(0).text()).isEqualTo("was not looked into: lib/x.jar is damaged");
    // Its bytes, with header and descriptor, begin the archive.
    assertThat(Arrays.copyOf(Files.readAllBytes(output), 100_000))
        .isEqualTo(Arrays.copyOf(archive, 100_000));
  }

  @Test
  void aProviderThatIsNoWholeClass() throws Exception {
    byte[] whole = Archives.provider();
    for (int length : new int[] {0, 3, 4, 9, 100, 2000, whole.length / 2, whole.length - 1}) {
      byte[] archive = Archives.zip(Map.of(Archives.SERVLET, Arrays.copyOf(whole, length)));
      TransformReport report = transform(archive);
      assertThat(report.woven()).as("%d bytes", length).isZero();
      assertThat(output).hasBinaryContent(archive);
    }
    assertThat(transform(Archives.zip(Map.of(Archives.SERVLET, Arrays.copyOf(whole, 9000)))).rows())
        .singleElement()
        .satisfies(row -> assertThat(row.text()).isEqualTo("is a damaged class file"));
  }

  /** Fields and methods can be read, and the code of one that is woven cannot. */
  @Test
  void aProviderWithADamagedMethod() throws Exception {
    ClassWriter writer = new ClassWriter(0);
    new ClassReader(Archives.provider()).accept(marking(writer), 0);
    byte[] damaged = writer.toByteArray();
    int mark = 0;
    while (damaged[mark] != Opcodes.SIPUSH
        || damaged[mark + 1] != 0x12
        || damaged[mark + 2] != 0x34) {
      mark++;
    }
    damaged[mark] = (byte) 0xfe; // no instruction has this number
    byte[] archive = Archives.zip(Map.of(Archives.SERVLET, damaged));
    assertThat(transform(archive).rows())
        .singleElement()
        .satisfies(row -> assertThat(row.text()).isEqualTo("is a damaged class file"));
    assertThat(output).hasBinaryContent(archive);
  }

  /** Puts a number into a method, by which its code is found. */
  private static ClassVisitor marking(ClassWriter writer) {
    return new ClassVisitor(Opcodes.ASM9, writer) {
      @Override
      public MethodVisitor visitMethod(
          int access, String name, String descriptor, String signature, String[] exceptions) {
        MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
        return !name.equals("setSessionFactory")
            ? next
            : new MethodVisitor(Opcodes.ASM9, next) {
              @Override
              public void visitCode() {
                super.visitCode();
                visitIntInsn(Opcodes.SIPUSH, 0x1234);
                visitInsn(Opcodes.POP);
              }
            };
      }
    };
  }

  @Test
  void aClassThatLiesElsewhere() throws Exception {
    byte[] archive = Archives.zip(Map.of("x" + Archives.SERVLET, Archives.provider()));
    assertThat(transform(archive).rows())
        .singleElement()
        .satisfies(
            row ->
                assertThat(row.text())
                    .isEqualTo("does not lie where a class of its name is looked for"));
    assertThat(output).hasBinaryContent(archive);
  }

  @Test
  void aProviderOfANewerJava() throws Exception {
    byte[] newer = Archives.provider();
    newer[7] = 120;
    byte[] archive = Archives.zip(Map.of(Archives.SERVLET, newer));
    assertThat(transform(archive).rows())
        .singleElement()
        .satisfies(
            row ->
                assertThat(row.text())
                    .isEqualTo("is of class file version 120, newer than is known here"));
    assertThat(output).hasBinaryContent(archive);
  }

  @Test
  void whatUnpacksToMoreThanADisk() throws Exception {
    byte[] bomb = Archives.zip(Map.of("a", new byte[20 << 20]));
    byte[] archive = Archives.zip(Map.of("lib/bomb.jar", Archives.zip(Map.of("b.jar", bomb))));
    assertThat(archive.length).isLessThan(10_000);
    assertThatThrownBy(() -> transform(archive, false, 10_000))
        .isInstanceOf(TransformException.class)
        .hasMessageContaining("unpacks to more than is sensible");
    assertThat(output).doesNotExist();
    transform(archive);
    assertThat(output).hasBinaryContent(archive);
  }

  @Test
  void archivesInTooManyOthers() throws Exception {
    byte[] archive = Archives.zip(Map.of(Archives.SERVLET, Archives.provider()));
    for (int i = 0; i < 5; i++) {
      archive = Archives.zip(Map.of("a.jar", archive));
    }
    TransformReport report = transform(archive);
    assertThat(report.rows())
        .singleElement()
        .satisfies(row -> assertThat(row.text()).contains("in too many others"));
    assertThat(output).hasBinaryContent(archive);
  }

  @Test
  void aSignedArchive() throws Exception {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put(
        "META-INF/MANIFEST.MF",
        Archives.text(
            "Manifest-Version: 1.0\nMain-Class: A\n\nName: " + "a.txt\nSHA-256-Digest: abc\n\n"));
    entries.put("META-INF/ACME.SF", Archives.text("Signature-Version: 1.0\n\n"));
    entries.put("META-INF/ACME.RSA", new byte[3]);
    entries.put(Archives.SERVLET, Archives.provider());
    byte[] archive = Archives.zip(entries);
    assertRefused(archive, "it is signed, and Java refuses classes that were changed");

    assertThat(transform(archive, true, 1 << 20).woven()).isEqualTo(1);
    assertThat(Archives.entries(output))
        .containsEntry(
            "META-INF/MANIFEST.MF", Archives.text("Manifest-Version: 1.0\nMain-Class: A\n\n"))
        .doesNotContainKeys("META-INF/ACME.SF", "META-INF/ACME.RSA")
        .hasSize(5);
  }

  @Test
  void aSignedLibraryOnlyMattersIfItIsChanged() throws Exception {
    byte[] signed =
        Archives.zip(Map.of("META-INF/A.SF", Archives.text("x"), "a.txt", Archives.text("a")));
    transform(withProvider("lib/signed.jar", signed));
    assertThat(Archives.entries(output)).containsEntry("lib/signed.jar", signed);

    Map<String, byte[]> sdk = new LinkedHashMap<>(Archives.entries(Archives.sdk(CORE)));
    sdk.put("META-INF/A.SF", Archives.text("x"));
    Files.delete(output);
    assertRefused(
        Archives.zip(Map.of("WEB-INF/lib/sdk.jar", Archives.zip(sdk))),
        "WEB-INF/lib/sdk.jar is signed");
  }

  @Test
  void aJmodFile() {
    byte[] archive = withProvider("a", new byte[1]);
    byte[] jmod = Arrays.copyOf(new byte[] {'J', 'M', 1, 0}, archive.length + 4);
    System.arraycopy(archive, 0, jmod, 4, archive.length);
    assertRefused(jmod, "it is a jmod file");
  }

  @Test
  void entriesThatShareTheirBytes() {
    byte[] archive = withProvider("a.txt", Archives.text("a"));
    ByteBuffer fields = ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN);
    int first = directory(archive);
    int second = first + 46 + fields.getShort(first + 28) + fields.getShort(first + 30);
    fields.putInt(first + 42, fields.getInt(second + 42));
    assertRefused(archive, "its entries overlap");
  }
}
