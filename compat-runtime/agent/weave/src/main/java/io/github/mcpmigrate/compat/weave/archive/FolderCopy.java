package io.github.mcpmigrate.compat.weave.archive;

import io.github.mcpmigrate.compat.weave.zip.Content;
import io.github.mcpmigrate.compat.weave.zip.Edits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;

/** Copies a folder with changes. Links are copied as links. */
final class FolderCopy {

  /** Of files that are new, as of new entries of archives. */
  private static final FileTime NO_TIME = FileTime.from(Instant.parse("1980-01-01T00:00:00Z"));

  private FolderCopy() {}

  static boolean isEmptyFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }

  /**
   * Writes the copy, whole or not at all.
   *
   * @param target not there, or empty
   */
  static void write(FolderContents contents, Edits edits, Path target) throws IOException {
    Path written = Files.createTempDirectory(target.getParent(), ".mcp-transform");
    try {
      Path copy = written.resolve("copy");
      copy(contents.root(), copy);
      for (int i = 0; i < contents.count(); i++) {
        Path to = copy.resolve(contents.paths().get(i).toString());
        Content content = edits.replacement(i);
        if (content == null) {
          copy(contents.path(i), to);
        } else {
          write(content, to);
          Files.setLastModifiedTime(to, Files.getLastModifiedTime(contents.path(i)));
        }
        add(edits, i, copy);
      }
      add(edits, -1, copy);
      Files.deleteIfExists(target);
      Files.move(copy, target);
    } finally {
      delete(written);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.copy(from, to, LinkOption.NOFOLLOW_LINKS, StandardCopyOption.COPY_ATTRIBUTES);
  }

  private static void add(Edits edits, int index, Path root) throws IOException {
    for (Edits.Added added : edits.addedAfter(index)) {
      Path to = root.resolve(added.name());
      Files.createDirectories(to.getParent());
      write(added.content(), to);
      Files.setLastModifiedTime(to, NO_TIME);
    }
  }

  private static void write(Content content, Path to) throws IOException {
    try (InputStream in = content.open()) {
      Files.copy(in, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
