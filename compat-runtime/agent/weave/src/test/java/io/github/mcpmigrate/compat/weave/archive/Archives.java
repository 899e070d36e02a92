package io.github.mcpmigrate.compat.weave.archive;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/** Archives as servers come in, from the SDK's released jars. */
final class Archives {

  static final String SERVLET =
      "io/modelcontextprotocol/server/transport/HttpServletSseServerTransportProvider.class";
  static final String WEBMVC =
      "io/modelcontextprotocol/server/transport/WebMvcSseServerTransportProvider.class";

  private Archives() {}

  static byte[] sdk(String jar) {
    try {
      return Files.readAllBytes(Path.of(System.getProperty("sdk-jars"), jar));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A provider of the SDK, as it was released. */
  static byte[] provider() {
    return entries(sdk("mcp-core-0.17.2.jar")).get(SERVLET);
  }

  /** Entries in the order of their names here. */
  static byte[] zip(Map<String, byte[]> entries) {
    return zip(entries, false);
  }

  /**
   * @param stored whether jars in it are to lie there as they are
   */
  static byte[] zip(Map<String, byte[]> entries, boolean stored) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> each : entries.entrySet()) {
        ZipEntry entry = new ZipEntry(each.getKey());
        entry.setTime(1_600_000_000_000L);
        if (stored && each.getKey().endsWith(".jar")) {
          CRC32 crc = new CRC32();
          crc.update(each.getValue());
          entry.setMethod(ZipEntry.STORED);
          entry.setSize(each.getValue().length);
          entry.setCrc(crc.getValue());
        }
        zip.putNextEntry(entry);
        zip.write(each.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** The last of each name. */
  static Map<String, byte[]> entries(byte[] archive) {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries.put(entry.getName(), zip.readAllBytes());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return entries;
  }

  /** As the JDK's random access sees them, which goes by the directory and not by the headers. */
  static Map<String, byte[]> entries(Path archive) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
      }
    }
    return entries;
  }

  static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** A stand-in of the agent's jar: what is in it is put into archives, and not run here. */
  static RuntimeFiles runtime(Path folder) throws Exception {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put(
        "META-INF/MANIFEST.MF", text("Manifest-Version: 1.0\nImplementation-Version: 1.2.3\n\n"));
    for (String name : new String[] {"Link", "HiddenLoader", "CompatAgent"}) {
      entries.put(
          "io/github/mcpmigrate/compat/agent/" + name + ".class",
          empty("io/github/mcpmigrate/compat/agent/" + name));
    }
    entries.put("mcp-compat/graft/a/B.classdata", empty("a/B"));
    entries.put("mcp-compat/weave/a/C.classdata", empty("a/C"));
    Path agent = folder.resolve("agent.jar");
    Files.write(agent, zip(entries));
    return RuntimeFiles.of(agent);
  }

  static byte[] empty(String name) {
    return subclass(name, "java/lang/Object");
  }

  /**
   * @param methods names, each followed by its descriptor
   */
  static byte[] subclass(String name, String parent, String... methods) {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, name, null, parent, null);
    for (String method : methods) {
      int descriptor = method.indexOf('(');
      writer
          .visitMethod(
              Opcodes.ACC_PUBLIC | Opcodes.ACC_NATIVE,
              method.substring(0, descriptor),
              method.substring(descriptor),
              null,
              null)
          .visitEnd();
    }
    writer.visitEnd();
    return writer.toByteArray();
  }
}
