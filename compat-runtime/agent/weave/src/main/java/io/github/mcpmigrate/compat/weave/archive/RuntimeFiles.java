package io.github.mcpmigrate.compat.weave.archive;

import io.github.mcpmigrate.compat.weave.zip.Content;
import io.github.mcpmigrate.compat.weave.zip.Edits;
import io.github.mcpmigrate.compat.weave.zip.ZipCopy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.SimpleRemapper;

/**
 * What goes into a transformed archive: the class that woven providers ask for, its loader, and the
 * hidden rest. All of it is the agent's.
 */
public final class RuntimeFiles {

  /** What is not seen lies in it. */
  static final String FOLDER = "mcp-compat/";

  private static final String HIDDEN = FOLDER + "graft/";
  private static final String HOME = "io/github/mcpmigrate/compat/agent/";
  private static final Map<String, String> SEEN =
      Map.of("Link", "McpCompatLink", "HiddenLoader", "McpCompatLoader");

  private final String version;
  private final Map<String, byte[]> seen;
  private final Map<String, byte[]> hidden;

  private RuntimeFiles(String version, Map<String, byte[]> seen, Map<String, byte[]> hidden) {
    this.version = version;
    this.seen = seen;
    this.hidden = hidden;
  }

  /**
   * Reads them.
   *
   * @param agent the jar {@code mcp-compat-agent}
   * @throws TransformException when it is another file
   */
  public static RuntimeFiles of(Path agent) throws IOException, TransformException {
    Map<String, byte[]> seen = new TreeMap<>();
    Map<String, byte[]> hidden = new TreeMap<>();
    String version = null;
    if (Files.isRegularFile(agent)) {
      try (JarFile jar = new JarFile(agent.toFile())) {
        if (jar.getManifest() != null) {
          version =
              jar.getManifest()
                  .getMainAttributes()
                  .getValue(Attributes.Name.IMPLEMENTATION_VERSION);
        }
        for (JarEntry entry : Collections.list(jar.entries())) {
          String name = entry.getName();
          if (name.startsWith(HIDDEN) && !entry.isDirectory()) {
            hidden.put(name, bytes(jar, entry));
          } else if (SEEN.keySet().stream().anyMatch(one -> name.equals(HOME + one + ".class"))) {
            seen.put(name, bytes(jar, entry));
          }
        }
      }
    }
    if (seen.size() != SEEN.size() || hidden.isEmpty() || version == null) {
      throw new TransformException(agent + " is not the jar of mcp-compat-agent");
    }
    return new RuntimeFiles(version, seen, hidden);
  }

  private static byte[] bytes(JarFile jar, JarEntry entry) throws IOException {
    try (InputStream in = jar.getInputStream(entry)) {
      return in.readAllBytes();
    }
  }

  /** The name of the jar that goes into folders of libraries. */
  String jarName() {
    return "mcp-compat-agent-runtime-" + version + ".jar";
  }

  /** That jar, written anew. */
  Path jar(Workspace work) throws IOException {
    Path jar = work.file();
    List<Edits.Added> entries = new ArrayList<>();
    String manifest =
        "Manifest-Version: 1.0\r\nImplementation-Title: MCP Migrate, runtime of transformed servers\r\n"
            + "Implementation-Version: %s\r\n\r\n".formatted(version);
    entries.add(
        new Edits.Added(
            "META-INF/MANIFEST.MF", Content.of(manifest.getBytes(StandardCharsets.UTF_8)), false));
    add(seen, entries);
    add(hidden, entries);
    ZipCopy.write(entries, jar);
    return jar;
  }

  /** Binary name of the class that providers ask for when the runtime lies among them. */
  static String link(String folder) {
    return (folder + SEEN.get("Link")).replace('/', '.');
  }

  /**
   * The files for a place without a folder of libraries. What is a class among them goes into a
   * package that is there already: no two modules may have one package, and both may be woven.
   *
   * @param root before all names; empty or with a slash at its end
   * @param folder of the package; empty or with a slash at its end
   */
  List<Edits.Added> files(String root, String folder) {
    Map<String, String> names = new TreeMap<>();
    SEEN.forEach((from, to) -> names.put(HOME + from, folder + to));
    Map<String, byte[]> files = new TreeMap<>();
    for (byte[] classFile : seen.values()) {
      ClassReader reader = new ClassReader(classFile);
      ClassWriter writer = new ClassWriter(0);
      reader.accept(new ClassRemapper(writer, new SimpleRemapper(Opcodes.ASM9, names)), 0);
      files.put(root + names.get(reader.getClassName()) + ".class", writer.toByteArray());
    }
    hidden.forEach((name, bytes) -> files.put(root + name, bytes));
    List<Edits.Added> entries = new ArrayList<>();
    add(files, entries);
    return entries;
  }

  private static void add(Map<String, byte[]> files, List<Edits.Added> entries) {
    files.forEach((name, bytes) -> entries.add(new Edits.Added(name, Content.of(bytes), false)));
  }
}
