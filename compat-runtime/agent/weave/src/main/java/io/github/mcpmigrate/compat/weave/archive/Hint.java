package io.github.mcpmigrate.compat.weave.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/** Where the server may be when it is not in the file that was given. */
final class Hint {

  private Hint() {}

  /** For an input without providers; empty if there is nothing to say. */
  static String of(Path input) {
    if (Files.isDirectory(input)) {
      return "";
    }
    try (JarFile jar = new JarFile(input.toFile(), false)) {
      Manifest manifest = jar.getManifest();
      return manifest != null
              && manifest.getMainAttributes().containsKey(Attributes.Name.CLASS_PATH)
          ? "Its manifest puts jars beside it on the class path: give the folder that has them all"
          : "";
    } catch (IOException e) {
      return ""; // Java cannot open it, or read its manifest; it was looked through all the same.
    }
  }
}
