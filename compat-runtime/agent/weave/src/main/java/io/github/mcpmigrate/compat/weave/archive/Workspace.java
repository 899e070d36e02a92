package io.github.mcpmigrate.compat.weave.archive;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Files that live as long as one transformation, and the bound on what it unpacks: an archive of a
 * few kilobytes can hold terabytes.
 */
final class Workspace implements Closeable {

  private final Path folder;
  private final List<Path> files = new ArrayList<>();
  private long left;

  /**
   * @param budget bytes that may be unpacked in all
   */
  Workspace(long budget) throws IOException {
    folder = Files.createTempDirectory("mcp-transform");
    left = budget;
  }

  /** A file to write to, with no name that came out of an archive. */
  Path file() {
    Path file = folder.resolve(files.size() + ".zip");
    files.add(file);
    return file;
  }

  /** Unpacks into a file. */
  void unpack(InputStream in, Path file) throws IOException, TransformException {
    try (OutputStream out = Files.newOutputStream(file)) {
      byte[] buffer = new byte[1 << 16];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        spend(read);
        out.write(buffer, 0, read);
      }
    }
  }

  /** Deletes a file before the others. */
  void drop(Path file) throws IOException {
    Files.deleteIfExists(file);
  }

  /** Counts bytes that were unpacked. */
  void spend(long bytes) throws TransformException {
    left -= bytes;
    if (left < 0) {
      throw new TransformException(
          "it unpacks to more than is sensible, as archives do that are made to fill a disk;"
              + " transform the jar inside it that has the server");
    }
  }

  @Override
  public void close() throws IOException {
    for (Path file : files) {
      Files.deleteIfExists(file);
    }
    Files.delete(folder);
  }
}
