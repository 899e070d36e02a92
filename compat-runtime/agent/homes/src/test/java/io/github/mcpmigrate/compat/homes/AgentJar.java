package io.github.mcpmigrate.compat.homes;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;

/** The agent's jar, and what is left of it when something went wrong. */
final class AgentJar {

  static final Path WHOLE = Path.of(ChildProcess.AGENT);

  private AgentJar() {}

  static List<String> entries() throws IOException {
    try (JarFile jar = new JarFile(WHOLE.toFile())) {
      return jar.stream().filter(entry -> !entry.isDirectory()).map(ZipEntry::getName).toList();
    }
  }

  /**
   * Writes a copy in which one entry is another.
   *
   * @param end with which the name of that entry ends
   * @param change null is for no entry at all
   */
  static Path with(Path copy, String end, UnaryOperator<byte[]> change) throws IOException {
    int changed = 0;
    try (JarFile jar = new JarFile(WHOLE.toFile());
        JarOutputStream out = new JarOutputStream(Files.newOutputStream(copy))) {
      for (JarEntry entry : jar.stream().toList()) {
        byte[] bytes;
        try (InputStream in = jar.getInputStream(entry)) {
          bytes = in.readAllBytes();
        }
        if (entry.getName().endsWith(end)) {
          changed++;
          bytes = change.apply(bytes);
        }
        if (bytes != null) {
          out.putNextEntry(new ZipEntry(entry.getName()));
          out.write(bytes);
          out.closeEntry();
        }
      }
    }
    if (changed != 1) {
      throw new IllegalArgumentException(changed + " entries end with " + end);
    }
    return copy;
  }
}
