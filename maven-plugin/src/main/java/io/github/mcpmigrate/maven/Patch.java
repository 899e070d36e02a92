package io.github.mcpmigrate.maven;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A patch in Git's format, as OpenRewrite writes it. */
final class Patch {

  private static final String FILE = "diff --git a/";

  private final List<String> lines;

  private Patch(List<String> lines) {
    this.lines = lines;
  }

  /** Reads a patch; a file that is not there is an empty patch. */
  static Patch read(Path file) throws IOException {
    return new Patch(Files.exists(file) ? lines(file) : List.of());
  }

  /** Names are in UTF-8, lines in the encodings of their files. */
  private static List<String> lines(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList();
  }

  boolean isEmpty() {
    return changedFiles().isEmpty();
  }

  /** The files it changes, relative to where it is applied. */
  List<String> changedFiles() {
    return lines.stream()
        .filter(line -> line.startsWith(FILE))
        .map(Patch::path)
        .distinct()
        .toList();
  }

  /** Whether it makes files that were not there before. */
  boolean makesFiles() {
    return lines.stream().anyMatch(line -> line.startsWith("new file mode "));
  }

  /** Both halves of the line name the same file, so that a path may have " b/" in it. */
  static String path(String line) {
    int length = (line.length() - FILE.length() - " b/".length()) / 2;
    return line.substring(FILE.length(), FILE.length() + length);
  }
}
