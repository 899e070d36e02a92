package io.github.mcpmigrate.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A launcher that prints what a Maven would, in the place of the one that runs; it leaves what it
 * was given in the file {@code arguments}.
 */
final class ScriptedMaven implements AutoCloseable {

  private final Path root;
  private final String home = System.getProperty("maven.home");

  ScriptedMaven(Path root) {
    this.root = root;
  }

  void prints(int exit, String... lines) throws IOException {
    Path bin = Files.createDirectories(root.resolve("maven/bin"));
    Path output = Files.write(root.resolve("output"), List.of(lines));
    Path script = bin.resolve("mvn");
    Files.writeString(
        script,
        "#!/bin/sh\necho \"$@\" > '%s'\ncat '%s'\nexit %d\n"
            .formatted(root.resolve("arguments"), output, exit));
    if (!script.toFile().setExecutable(true)) {
      throw new IOException("not executable: " + script);
    }
    System.setProperty("maven.home", root.resolve("maven").toString());
  }

  /** Puts the running Maven back. */
  @Override
  public void close() {
    if (home == null) {
      System.clearProperty("maven.home");
    } else {
      System.setProperty("maven.home", home);
    }
  }
}
